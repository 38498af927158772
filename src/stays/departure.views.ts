import type { Temporal } from 'temporal-polyfill';
import type { SeenSince } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Person } from '../domain/person.js';
import { goesWithTheGuest, wordsOn } from '../domain/settling-in.js';
import type { Stay } from '../domain/stay.js';
import type { StayTask } from '../domain/stay-task.js';
import { day, moment } from '../web/dates.js';
import { type Answered, choices, field, problems, titleOf, listed } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { type ExceptionAsked, exceptionView } from './exception.views.js';
import { inTouchView, moreInTouchView } from './in-touch.views.js';
import { typedLines } from './already-left.views.js';
import { keys, when } from './at-the-door.views.js';
import { leftBeforeView } from './left-before.views.js';
import type { ReadyToLeave } from './ready-to-leave.service.js';
import { guestName } from './stays.views.js';
import type { StayWhole } from './stays.service.js';

type Typed = Answered & { isOutdated: boolean };

/** What the leaving page is drawn from. */
export interface DepartureFacts {
  house: House;
  now: Temporal.Instant;
  whole: StayWhole;
  /** Who works here. */
  people: readonly Person[];
  /** What was said after check-in. */
  tasks: readonly StayTask[];
  exception: ExceptionAsked | null;
  /** Somebody saw them after the time that was typed; null when nobody did, or it was answered. */
  seenSince: SeenSince | null;
  /** What the guest said so far; null while nothing was. */
  ready: ReadyToLeave | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

export function departureView(form: Typed, facts: DepartureFacts) {
  const { house, now, whole } = facts;
  const { stay } = whole;
  const today = house.time.houseDay(now);
  const bed = whole.parts.at(-1)!.bed;
  return {
    title: titleOf(form, 'Record leaving'),
    keptForm: true,
    guest: guestName(whole),
    lead: `${bed.name} · came ${moment(house.time, stay.arrivedAt, today)} · planned to leave ${day(stay.plannedDay, today)}`,
    problems: problems(form),
    backHref: paths.stay(stay.id),
    connectionsHref: paths.connections(stay.id),
    supportHref: paths.support(stay.id),
    action: paths.departure(stay.id),
    leftBefore: leftBeforeView(form, facts.seenSince, { house, guest: guestName(whole) }),
    ...readyView(form, facts),
    ...when(form, house, now),
    ...howAndWhere(form, facts, today),
    ...theRest(form, facts),
    ...inTouchView(form, house),
    more: moreInTouchView(form, facts.people),
    exception: facts.exception && exceptionView(form, facts.exception),
    formToken: facts.formToken,
    bedName: bed.name,
    undoUntil: `You can undo this until the shift ends, ${moment(house.time, house.shiftEnd(now))}.`,
    draft: facts.draftSavedAt && { savedAt: moment(house.time, facts.draftSavedAt) },
  };
}

/** How it ended and where they went are two facts (R23). */
const howAndWhere = (form: Answered, { house, whole }: DepartureFacts, today: Temporal.PlainDate) => ({
  ending: choices(form, 'ending', 'How did the stay end?', endingAnswers(house, whole.stay, today), {
    width: 'mid',
  }),
  destination: choices(
    form,
    'destination',
    'Where did they go?',
    listed(house.lists.of('destinations').live),
  ),
});

/** The planned day stands beside its answer: nobody has to know it by heart. */
const endingAnswers = ({ lists }: House, { plannedDay }: Stay, today: Temporal.PlainDate) =>
  listed(lists.of('endings').live).map((answer) =>
    answer.value === 'planned'
      ? { ...answer, label: `${answer.label} (for ${day(plannedDay, today)})` }
      : answer,
  );

/** Said behind 'S. left Maple' once it is recorded, beside Undo: nobody is stopped at the door for it. */
export function recordedWords(
  stay: Stay,
  { ending, isBedReady }: { ending: string; isBedReady: boolean },
): string {
  const ready = isBedReady ? ' The bed is ready.' : '';
  return ending === 'planned' && stay.leftOnAnotherDay
    ? `, as planned.${ready} The planned day was ${day(stay.plannedDay)}: undo it if another answer fits better.`
    : `.${ready}`;
}

/** Who wrote down what, and what stands there now where somebody else changed it (R26). */
const readyView = (form: Typed, { ready, house, people }: DepartureFacts) => ({
  readySeen: ready?.version ?? 0,
  ready: ready && { by: ready.personName, at: moment(house.time, ready.at) },
  keptNow: form.isOutdated && ready ? typedLines(typedIn(ready.body), { house, people }, true) : null,
});

/** What is kept, read like a form. */
const typedIn = (body: FormBody): Answered => ({
  errors: {},
  ready: {},
  typed: (name) => body.get(name)?.at(-1) ?? '',
  chosen: (name) => body.get(name) ?? [],
});

const theRest = (form: Answered, facts: DepartureFacts) => ({
  ownWords: field(form, 'ownWords', '“How are you leaving, and what is next?”', {
    optional: true,
    hint: 'In their own words, or yours together. How it was, too.',
    rows: 3,
  }),
  keysBack: keys(form, facts.tasks),
  goes: goesView(facts),
  thingsLeft: field(form, 'thingsLeft', 'Things left', {
    optional: true,
    hint: 'What it is, and where it stands.',
  }),
  bedNext: choices(form, 'bedNext', 'The bed next', [
    { value: 'ready', label: 'Getting ready, as always' },
    { value: 'at-once', label: 'Ready at once: nothing to do' },
    { value: 'close', label: 'Something is wrong with it: close it next' },
  ]),
  thingsUntil: field(form, 'thingsUntil', 'Kept until', {
    type: 'date',
    optional: true,
    hint: 'That day included.',
  }),
});

/** Whether their own words go with them now, and the page to print them from first. */
function goesView({ tasks, whole: { stay } }: DepartureFacts) {
  const code = goesWithTheGuest.find((each) => {
    const said = wordsOn(each, tasks);
    return (said?.words ?? said?.second) != null;
  });
  return code ? { href: paths.task(stay.id, code) } : null;
}
