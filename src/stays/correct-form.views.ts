import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { Correction } from '../domain/correction.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { moment, month } from '../web/dates.js';
import { type Answered, choices, field, listed, problems, titleOf, versionFor } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import type { ObstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';
import type { LikelyGuest } from './correct-guest.service.js';
import { partDays, wordsFor, writtenDown } from './corrections.views.js';
import type { StayWhole } from './stays.service.js';
import { guestName } from './stays.views.js';

/** What the form for one correction is drawn from. */
export interface CorrectFacts {
  correction: Correction;
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  /** The part whose bed is meant; null for anything else. */
  part: StayWhole['parts'][number] | null;
  /** The beds that can be chosen. */
  beds: readonly Bed[];
  /** Guests who may be meant, once a name was given. */
  alike: readonly LikelyGuest[];
  obstacle: ObstacleView | null;
  /** The same guest had other nights then (R7). */
  isElsewhere: boolean;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

export function correctView(form: AnsweredForm, facts: CorrectFacts) {
  const { correction, whole, formToken } = facts;
  const { stay } = whole;
  return {
    title: titleOf(form, 'Put something right'),
    keptForm: true,
    problems: problems(form),
    guest: guestName(whole),
    backHref: paths.correct(stay.id),
    action: correction === 'reopen' ? paths.reopen(stay.id) : paths.correct(stay.id),
    ...aboveForm(form, facts),
    hidden: [
      { name: 'field', value: correction },
      { name: 'part', value: partOf(facts) ?? '' },
      { name: 'version', value: versionFor(form, stay.version) },
      ...(correction === 'alive' ? [{ name: 'value', value: 'alive' }] : []),
    ],
    ...none,
    ...questions[correction](form, facts),
    reason: field(form, 'reason', 'Why?', { hint: 'A few words. They stand in the history.' }),
    button: 'Put it right',
    after: afterWords[correction] ?? 'What was written before stays in the history.',
    formToken,
  };
}

const partOf = ({ part }: CorrectFacts): string | null => part?.part.id ?? null;

/** What is written down now, what was begun earlier and what stands in the way. */
function aboveForm(form: Answered, facts: CorrectFacts) {
  const { correction, house, now, whole, part, draftSavedAt } = facts;
  const today = house.time.houseDay(now);
  const written = writtenDown(correction, part, whole, house, today);
  const label = wordsFor(correction, whole);
  const heading = part ? `${label}, ${partDays(part, today)}` : label;
  const place = paths.correctField(whole.stay.id, correction, partOf(facts));
  return {
    heading,
    written,
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt), place },
    keptNow: form.isOutdated && written !== null ? [{ term: heading, value: written }] : null,
    obstacle: facts.obstacle,
    elsewhere: facts.isElsewhere ? elsewhereWords : null,
  };
}

const elsewhereWords = 'This guest has another stay on some of these nights. Nothing is changed yet.';

const afterWords: Partial<Record<Correction, string>> = {
  leftAt: 'Follow-ups that nobody tried yet move along. What was written before stays in the history.',
  reopen: 'They are here again. What was agreed at that leaving is taken back. It stays in the history.',
  alive: 'What it ended stands again, follow-ups too. It stays in the history.',
};

const none = { time: null, name: null, ready: null, same: null, chosenBed: null };
type AnsweredForm = Answered & { body: FormBody };
type Question = (
  form: AnsweredForm,
  facts: CorrectFacts,
) => Partial<Record<keyof typeof none, object | null>>;

/** What is written down now stands there to be changed, until something else was typed. */
const askTime =
  (at: 'arrivedAt' | 'leftAt'): Question =>
  (form, { house, whole: { stay } }) => {
    const known = stay[at] ? house.time.typed(stay[at]).slice(0, 16) : '';
    const typed = (name: string) => (name === 'value' && !form.body.has(name) ? known : form.typed(name));
    return { time: timeField({ errors: form.errors, ready: form.ready, typed }) };
  };

/** The question for the new value, as the kind of value asks for it. */
const questions: Record<Correction, Question> = {
  arrivedAt: askTime('arrivedAt'),
  leftAt: askTime('leftAt'),
  ending: (form, facts) => ({ ready: rightAnswer(form, 'ending', facts, WIDE) }),
  destination: (form, facts) => ({ ready: rightAnswer(form, 'destination', facts, MID) }),
  bed: (form, facts) => ({ ready: choices(form, 'value', 'Which bed was it?', bedsOf(facts), MID) }),
  guest: (form, facts) => ({ name: nameField(form), same: sameOf(form, facts) }),
  name: (form) => ({ name: field(form, 'value', 'Name that is right') }),
  reopen: (form, facts) => ({ chosenBed: otherBed(form, facts) }),
  alive: () => ({}),
};

const MID = { width: 'mid' } as const;
const WIDE = { width: 'wide' } as const;

/** An answer the house has set aside since stands there too, where it is what is written down. */
function rightAnswer(
  form: Answered,
  name: 'ending' | 'destination',
  { house: { lists }, whole: { departure } }: CorrectFacts,
  width: typeof MID | typeof WIDE,
) {
  const list = lists.of(name === 'ending' ? 'endings' : 'destinations');
  return choices(form, 'value', 'What is right?', listed(list.offered([departure?.[name] ?? null])), width);
}

const timeField = (form: Answered) =>
  field(form, 'value', 'Day and time that is right', { type: 'datetime-local' });

const nameField = (form: Answered) =>
  field(form, 'value', 'Name of the guest whose stay it is', {
    hint: 'If they stayed before, you can choose them next.',
  });

const bedsOf = ({ beds }: CorrectFacts) =>
  beds.map(({ id, name, room }) => ({ value: id, label: name, detail: room }));

function sameOf(form: Answered, { alike }: CorrectFacts) {
  if (alike.length === 0) return null;
  const known = alike.map(({ guest, lastStay }) => ({
    value: guest.id,
    label: new GuestName(guest.name, 'the house').initials(),
    detail: `came in ${month(lastStay.arrivalDay)}`,
  }));
  const answers = [...known, { value: 'new', label: 'Someone new', detail: null }];
  return choices(form, 'guestId', 'Is it one of these?', answers, { width: 'mid' });
}

/** Asked only when somebody else had their bed since. */
function otherBed(form: Answered, facts: CorrectFacts) {
  if (facts.obstacle === null || facts.beds.length === 0) return null;
  return choices(form, 'bedId', 'In which bed were they since?', bedsOf(facts), { width: 'mid' });
}
