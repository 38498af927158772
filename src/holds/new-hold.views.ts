import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { freeUntil } from '../domain/bed-board.js';
import { isBefore, isSameDay } from '../domain/days.js';
import type { Obstacle } from '../domain/guard.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { dayShort, moment, nightOf } from '../web/dates.js';
import { type Answered, choices, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { obstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';

/** What the page for keeping a bed is drawn from. */
export interface NewHoldFacts {
  house: House;
  now: Temporal.Instant;
  beds: readonly BedNow[];
  /** The bed is not free: null for anything else; without what stands in the way when the file refused. */
  taken: { obstacle: Obstacle | null } | null;
  /** The name they gave when they rang or began to wait; null when none is known. */
  sourceName: string | null;
  draftSavedAt: Temporal.Instant | null;
  formToken: string;
}

export function newHoldView(form: Answered & { bedId: string }, facts: NewHoldFacts) {
  const { house, now, taken, draftSavedAt } = facts;
  const today = house.time.houseDay(now);
  return {
    title: taken ? 'This bed is not free any more' : titleOf(form, 'Keep a bed'),
    keptForm: true,
    problems: problems(form),
    action: paths.holds(),
    place: paths.newHold(),
    source: sourceView(form, facts),
    taken: taken && takenView(taken.obstacle, today),
    beds: holdBeds(form, facts.beds, taken ? '' : form.bedId, today),
    ...withFocus(holdFields(form, facts.sourceName, today), taken === null && !hasErrors(form)),
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt) },
    formToken: facts.formToken,
  };
}

/** Who, when, until when, why. */
export const holdFields = (form: Answered, sourceName: string | null, today: Temporal.PlainDate) => ({
  guestName: field(form, 'guestName', 'Who is it for?', {
    optional: true,
    hint: sourceName
      ? 'Leave it empty to use the name that is written down.'
      : 'A name to go by. Leave it empty when nobody said one.',
  }),
  firstNight: field(form, 'firstNight', 'First night', {
    type: 'date',
    hint: `This night is the ${nightOf(today)}.`,
  }),
  nights: field(form, 'nights', 'How many nights?', { type: 'number' }),
  keepUntil: field(form, 'keepUntil', 'Keep it until', {
    type: 'datetime-local',
    hint: 'Leave it empty for 11 pm of the first night. After this hour the bed is free again.',
  }),
  reason: field(form, 'reason', 'Why', { optional: true, hint: 'What the next shift should know of it.' }),
});

const withFocus = (fields: ReturnType<typeof holdFields>, autofocus: boolean) => ({
  ...fields,
  guestName: { ...fields.guestName, autofocus },
});

/** Who it is for, when they were written down before: the form carries it along. */
function sourceView(form: Answered, { sourceName }: NewHoldFacts) {
  const names = ['callId', 'waitlistId'].filter((name) => form.typed(name) !== '');
  if (names.length === 0) return null;
  return {
    who: sourceName === null ? null : new GuestName(sourceName, 'the call log'),
    where: names.includes('waitlistId') ? 'from the waitlist. Their waiting ends with it.' : 'who rang.',
    hidden: names.map((name) => ({ name, value: form.typed(name) })),
  };
}

function takenView(obstacle: Obstacle | null, today: Temporal.PlainDate) {
  if (obstacle === null) return { bedName: 'This bed', obstacle: null };
  return { bedName: obstacle.bed.name, obstacle: obstacleView(obstacle, today) };
}

/** Every bed that is in use; each says how long it is free from the first night on. Whoever is offered a way out chooses. */
export function holdBeds(form: Answered, beds: readonly BedNow[], chosen: string, today: Temporal.PlainDate) {
  const from = parseDay(form.typed('firstNight')) ?? today;
  const options = beds
    .filter(({ bed, stay }) => stay !== null || bed.isInUse(from))
    .map((each) => ({ value: each.bed.id, label: each.bed.name, detail: freeWords(each, from, today) }));
  const answering: Answered = { errors: form.errors, ready: form.ready, typed: () => chosen };
  return choices(answering, 'bedId', 'Bed', options, { width: options.length > 3 ? 'mid' : 'wide' });
}

function freeWords(each: BedNow, from: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const theirs = each.stay?.endDay(today) ?? null;
  if (theirs && isBefore(from, theirs)) return `Taken to ${dayShort(theirs)}`;
  const until = freeUntil(each, from);
  if (until === null) return 'Free';
  return isSameDay(until, from) ? `Not free on ${dayShort(from)}` : `Free until ${dayShort(until)}`;
}
