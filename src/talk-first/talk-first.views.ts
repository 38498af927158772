import type { Temporal } from 'temporal-polyfill';
import type { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { mayDo } from '../domain/permissions.js';
import type { Role } from '../domain/person.js';
import { lastDayFor, type TalkFirst } from '../domain/talk-first.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, problems, titleOf, versionFor } from '../web/fields.js';
import { paths } from '../web/paths.js';

/** What the page is drawn from. */
export interface TalkFirstFacts {
  house: House;
  now: Temporal.Instant;
  guestId: string;
  guest: GuestName;
  line: TalkFirst | null;
  /** The names of the people who wrote it and told them, by id. */
  people: ReadonlyMap<string, string>;
  role: Role;
  refused: string | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
  plainToken: string;
}

/** The forms of the page; only one was sent. */
export interface TalkFirstForms {
  line: Answered;
  told: Answered;
}

export function talkFirstView(forms: TalkFirstForms, facts: TalkFirstFacts) {
  const { guestId, guest, line, role, refused, draftSavedAt, house } = facts;
  const sent = hasErrors(forms.told) ? forms.told : forms.line;
  const isToWrite = line === null && mayDo(role, 'guests.talkFirst');
  return {
    title: titleOf(sent, 'Talk first'),
    keptForm: isToWrite,
    problems: problems(sent),
    guest,
    refused,
    unkept: unkeptWords(forms.told, facts),
    line: line && lineView(forms.told, line, facts),
    write: isToWrite ? newLineForm(forms.line, facts) : null,
    none: line === null && !isToWrite ? 'Nothing is written here. A coordinator can.' : null,
    guestHref: paths.guest(guestId),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt), place: paths.talkFirst(guestId) },
  };
}

/** Nothing that was typed goes without a trace, also when there is no line any more to say it to (R26). */
const unkeptWords = (told: Answered, { refused, line }: TalkFirstFacts): string | null =>
  refused && line === null ? told.typed('answer') || null : null;

function newLineForm(form: Answered, { house, now, guestId, formToken }: TalkFirstFacts) {
  const today = house.time.houseDay(now);
  return {
    action: paths.talkFirst(guestId),
    formToken,
    reason: field(form, 'reason', 'Why, in plain words', {
      hint: 'They can read it. Write it as you would say it to them.',
    }),
    untilDay: field(form, 'untilDay', 'Until', {
      type: 'date',
      hint: `Then it ends by itself: at the latest ${day(lastDayFor(today), today)}.`,
    }),
    told: choices(form, 'told', 'Have they been told?', [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'Not yet' },
    ]),
  };
}

function lineView(form: Answered, line: TalkFirst, facts: TalkFirstFacts) {
  const { house, now, people, role, plainToken } = facts;
  const today = house.time.houseDay(now);
  const by = (id: string | null) => people.get(id ?? '') ?? 'someone';
  return {
    reason: line.reason,
    until: `Until ${day(line.untilDay, today)}`,
    made: `Written ${moment(house.time, line.madeAt, today)}, ${by(line.personId)}`,
    told: line.toldAt && `They were told ${moment(house.time, line.toldAt, today)}, ${by(line.toldBy)}.`,
    answer: line.answer,
    tell: {
      action: paths.talkFirstTold(line.id),
      formToken: plainToken,
      version: versionFor(form, line.version),
      words: field(form, 'answer', 'What they say to it', {
        optional: true,
        hint: 'In their own words. Whoever opens this page reads it.',
      }),
      label: line.toldAt ? 'Keep their words' : 'They have been told',
    },
    end: mayDo(role, 'guests.talkFirst')
      ? { action: paths.talkFirstEnd(line.id), formToken: plainToken }
      : null,
  };
}
