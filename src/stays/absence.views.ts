import type { Temporal } from 'temporal-polyfill';
import { type Absence, latestAbsence } from '../domain/absence.js';
import type { House } from '../domain/house.js';
import { wishOf } from '../domain/settling-in.js';
import type { StayTask } from '../domain/stay-task.js';
import { outInFull, outWords, timeOn } from '../web/absence-words.js';
import { moment } from '../web/dates.js';
import { type Answered, field, problems, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** Which of the three pages; the names of their addresses. */
export type AbsencePage = 'away' | 'notSeen' | 'back';

/** What the pages of away, not seen and back are drawn from. */
export interface AbsenceFacts {
  kind: AbsencePage;
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  absences: readonly Absence[];
  /** What was said after check-in. */
  tasks: readonly StayTask[];
  exception: ExceptionAsked | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

const words: Record<AbsencePage, { title: string; button: string; after: string }> = {
  away: {
    title: 'Away for a night',
    button: 'Write it down',
    after: 'The bed is kept. Nothing else changes, also when the time is over.',
  },
  notSeen: {
    title: 'Not seen since',
    button: 'Write it down',
    after: 'The bed is kept. Board and night sheet say it until they are back.',
  },
  back: { title: 'They are back', button: 'They are back', after: 'Nothing else changes.' },
};

type AnsweredForm = Answered & { body: FormBody };

export function absenceView(form: AnsweredForm, facts: AbsenceFacts) {
  const { kind, house, now, whole, absences, formToken } = facts;
  const { stay } = whole;
  const { title, button, after } = words[kind];
  const open = latestAbsence(absences)?.isOpen ? latestAbsence(absences) : null;
  return {
    title: titleOf(form, title),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    heading: title,
    backHref: paths.stay(stay.id),
    lead: open ? `${outInFull(open, house, now)}.` : `In ${whole.parts.at(-1)!.bed.name}.`,
    action: paths[kind](stay.id),
    draft: facts.draftSavedAt && { savedAt: moment(house.time, facts.draftSavedAt) },
    keptNow: (form.isOutdated ?? false) ? keptNow(latestAbsence(absences), house, now) : null,
    exception: facts.exception && exceptionView(form, facts.exception),
    ...questions(form, facts, open),
    version: versionFor(form, stay.version),
    button,
    after,
    undoUntil: `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`,
    formToken,
  };
}

/** When they expect to be back and what we do if not; and when it was. */
function questions(
  form: AnsweredForm,
  { kind, house, now, absences, tasks }: AbsenceFacts,
  open: Absence | null,
) {
  const times = { away: 'awayAt', notSeen: 'since', back: 'at' } as const;
  const time = times[kind];
  const labels = { awayAt: 'They went', since: 'Nobody has seen them since', at: 'They came back' };
  const empty = {
    awayAt: `Leave it empty for now, ${moment(house.time, now)}.`,
    since: 'Leave it empty: since this shift began, or since they were seen in it.',
    at: `Leave it empty for now, ${moment(house.time, now)}.`,
  };
  const when = field(form, time, labels[time], { type: 'datetime-local', hint: empty[time] });
  const isAway = kind === 'away';
  const known = isAway ? withKnown(form, { house, now, absences, tasks }, open) : form;
  return {
    backBy: isAway ? field(known, 'backBy', 'Back by', { type: 'datetime-local' }) : null,
    wish: isAway ? field(known, 'wish', WISH, { optional: true, rows: 3, hint: WISH_HINT }) : null,
    when,
    summary: isAway ? (open ? 'Did they say so earlier?' : 'Did they go earlier?') : null,
    isTimeOpen: form.typed(time) !== '' || form.errors[time] !== undefined,
  };
}

export const WISH = 'If you are not back when we expect you, what shall we do?';
export const WISH_HINT = 'Ask them. Their words, such as “ring my sister”. Whoever is on shift reads it.';

/** What they told before stands there until something else was written; a time that is over is asked for anew. */
function withKnown(
  form: AnsweredForm,
  { house, now, absences, tasks }: Pick<AbsenceFacts, 'house' | 'now' | 'absences' | 'tasks'>,
  open: Absence | null,
): Answered {
  const backBy = open?.backBy && !open.isLate(now) ? house.time.typed(open.backBy).slice(0, 16) : '';
  const known: Record<string, string> = { backBy, wish: wishOf(absences, tasks) ?? '' };
  return {
    errors: form.errors,
    ready: form.ready,
    typed: (name) => (form.body.has(name) ? form.typed(name) : (known[name] ?? '')),
  };
}

function keptNow(last: Absence | null, house: House, now: Temporal.Instant) {
  if (!last) return [{ term: 'Kept', value: 'They are here' }];
  if (last.isOpen) return [{ term: 'Kept', value: outInFull(last, house, now) }];
  return [{ term: 'Back', value: timeOn(last.backAt!, house, now) }];
}

/** What the next page says was done, behind the name. */
export function doneWords(
  kind: AbsencePage,
  last: Absence | null,
  house: House,
  now: Temporal.Instant,
): string {
  return kind !== 'back' && last ? ` · ${outWords(last, house, now)}. The bed is kept.` : ' is back.';
}
