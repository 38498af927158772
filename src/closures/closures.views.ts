import type { Temporal } from 'temporal-polyfill';
import type { Bed } from '../domain/bed.js';
import type { Closure } from '../domain/closure.js';
import type { Draft } from '../drafts/drafts.service.js';
import type { House } from '../domain/house.js';
import { day } from '../web/dates.js';
import {
  type Answered,
  choices,
  field,
  hasErrors,
  listed,
  problems,
  titleOf,
  versionFor,
} from '../web/fields.js';
import { draftOf } from '../web/draft-view.js';
import { paths } from '../web/paths.js';
import { type Blocked, blockedView } from './blocked.views.js';

/** What every page with a closure's form is drawn from. */
export interface ClosureFacts {
  house: House;
  now: Temporal.Instant;
  bed: Bed;
  /** What stands in the way; null until the form was refused. */
  blocked: readonly Blocked[] | null;
  /** Whether this person may plan closures, and so open a bed's page. */
  mayPlan: boolean;
  formToken: string;
}

/** The questions of every closure; `kept` is the reason it has now, which may be set aside since. */
export const reasonFields = (form: Answered, { lists }: House, kept: string | null = null) => ({
  reason: choices(form, 'reason', 'Why', listed(lists.of('closure-reasons').offered([kept])), {
    width: 'mid',
  }),
  note: { ...field(form, 'note', 'A few words for the coordinator', { rows: 2 }) },
  lastNight: field(form, 'lastNight', 'Not in use up to the night of', {
    optional: true,
    type: 'date',
    hint: 'That night too. Leave it empty when nobody knows yet.',
  }),
});

export const plannedFields = (form: Answered, house: House, kept: string | null = null) => ({
  firstNight: field(form, 'firstNight', 'First night', { type: 'date' }),
  ...reasonFields(form, house, kept),
});

export const blockedOf = ({ blocked, house, now, mayPlan }: ClosureFacts) =>
  blocked && { beds: blockedView(blocked, house.time.houseDay(now), mayPlan), none: blocked.length === 0 };

/** Out of use from now on, by anyone on shift; `room`: the beds it shares a room with, itself first. */
export function closeNowView(form: Answered, facts: ClosureFacts, room: readonly Bed[], draft: Draft | null) {
  const { bed, formToken } = facts;
  return {
    title: titleOf(form, 'Close a bed'),
    keptForm: true,
    draft: draftOf(draft, facts.house),
    problems: problems(form),
    bedName: bed.name,
    blocked: blockedOf(facts),
    ...reasonFields(form, facts.house),
    room: room.length < 2 ? null : roomChoice(form, bed, room),
    action: paths.closeNow(bed.id),
    backHref: facts.mayPlan ? paths.bed(bed.id) : null,
    boardHref: paths.board(),
    formToken,
  };
}

/** The same while it is not known yet which bed is meant. */
export const anyRoomChoice = (form: Answered) =>
  choices(form, 'room', 'How much', [
    { value: '', label: 'Only this bed' },
    { value: 'yes', label: 'All of its room' },
  ]);

const roomChoice = (form: Answered, bed: Bed, room: readonly Bed[]) =>
  choices(
    form,
    'room',
    'How much',
    [
      { value: '', label: `Only ${bed.name}` },
      { value: 'yes', label: `All of ${bed.room}`, detail: room.map(({ name }) => name).join(', ') },
    ],
    { width: 'wide' },
  );

/** What is kept stands in the fields until something is typed. */
const over = (form: Answered, kept: Record<string, string>): Answered =>
  hasErrors(form) || form.typed('reason') !== ''
    ? form
    : { errors: form.errors, ready: form.ready, typed: (name) => kept[name] ?? '' };

export function changeView(form: Answered, facts: ClosureFacts, closure: Closure) {
  const answered = over(form, {
    firstNight: closure.firstNight.toString(),
    lastNight: closure.lastNight?.toString() ?? '',
    reason: closure.reason,
    note: closure.note ?? '',
  });
  return {
    title: titleOf(form, 'Change a closure'),
    problems: problems(form),
    bedName: facts.bed.name,
    keptNow: form.isOutdated ? keptClosure(closure, facts.house) : null,
    blocked: blockedOf(facts),
    ...plannedFields(answered, facts.house, closure.reason),
    version: versionFor(form, closure.version),
    action: paths.changeClosure(closure.id),
    backHref: paths.bed(facts.bed.id),
    formToken: facts.formToken,
  };
}

const keptClosure = ({ firstNight, lastNight, reason, note }: Closure, { lists }: House) => [
  { term: 'First night', value: day(firstNight) },
  { term: 'Last night', value: lastNight ? day(lastNight) : 'Not known yet' },
  { term: 'Why', value: lists.label('closure-reasons', reason) },
  { term: 'A few words', value: note ?? 'None' },
];

/** Ends a closure: what is said depends on whether it has begun. */
export function cancelView(form: Answered, facts: ClosureFacts, closure: Closure) {
  const { bed, house, now } = facts;
  const today = house.time.houseDay(now);
  const hasBegun = closure.hasBegun(today);
  return {
    title: titleOf(form, hasBegun ? 'Use a bed again' : 'Cancel a closure'),
    problems: problems(form),
    heading: hasBegun ? `Use ${bed.name} again` : `Cancel the closure of ${bed.name}`,
    lead: hasBegun
      ? `From the night of ${day(today)} on, ${bed.name} can be given again.`
      : `${bed.name} stays in use.`,
    note: field(form, 'note', 'Why, in a few words', { rows: 2 }),
    button: hasBegun ? `Use ${bed.name} again` : 'Cancel this closure',
    action: paths.cancelClosure(closure.id),
    backHref: paths.bed(bed.id),
    formToken: facts.formToken,
  };
}
