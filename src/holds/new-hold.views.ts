import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { freeUntil } from '../domain/bed-board.js';
import { bedsThatFit } from '../domain/bed-needs.js';
import { isBefore, isSameDay } from '../domain/days.js';
import type { Obstacle } from '../domain/guard.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { dayShort, moment, nightOf } from '../web/dates.js';
import { type BedAnswer, bedChoice } from '../web/bed-choice.js';
import { type Answered, field, hasErrors, problems, titleOf } from '../web/fields.js';
import { obstacleView } from '../web/obstacle.js';
import { paths } from '../web/paths.js';

/** What the page for keeping a bed is drawn from. */
export interface NewHoldFacts {
  house: House;
  now: Temporal.Instant;
  beds: readonly BedNow[];
  /** The bed is not free: null for anything else; without what stands in the way when the file refused. */
  taken: { obstacle: Obstacle | null } | null;
  /** Somebody who is here must not meet somebody: on call knows whom. */
  isTalkFirst: boolean;
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
    isTalkFirst: facts.isTalkFirst,
    source: sourceView(form, facts),
    taken: taken && takenView(form, taken.obstacle, house, today),
    ...bedsToKeep(form, facts, today),
    ...withFocus(holdFields(form, facts.sourceName, today), isFresh(form, facts)),
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
  reach: field(form, 'reach', 'Where to ring them', {
    optional: true,
    hint: 'An hour before, the board asks: keep it longer, ring, or let go?',
  }),
  reason: field(form, 'reason', 'Why', { optional: true, hint: 'What the next shift should know of it.' }),
});

/** Nothing stands against it, and it was not drawn again to look at the beds. */
const isFresh = (form: Answered, { taken }: NewHoldFacts): boolean =>
  taken === null && !hasErrors(form) && form.typed('look') === '';

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

function takenView(form: Answered, obstacle: Obstacle | null, { lists }: House, today: Temporal.PlainDate) {
  if (obstacle === null) return { bedName: 'This bed', obstacle: null, free: [] };
  const { fit, rest } = bedsThatFit(
    obstacle.free.map((bed) => ({ bed })),
    form.chosen?.('needs') ?? [],
  );
  const free = [...fit, ...rest].map(({ bed }) => ({
    bedId: bed.id,
    name: bed.name,
    offers: bed.offers(lists.of('bed-features')),
  }));
  return { bedName: obstacle.bed.name, obstacle: obstacleView(obstacle, today), free };
}

/** Every bed that is in use; each says how long it is free from the first night on. Whoever is offered a way out chooses. */
export const bedAnswers = (
  form: Answered,
  beds: readonly BedNow[],
  today: Temporal.PlainDate,
): BedAnswer[] => {
  const from = parseDay(form.typed('firstNight')) ?? today;
  return beds
    .filter(({ bed, stay }) => stay !== null || bed.isInUse(from))
    .map((each) => ({ bed: each.bed, detail: freeWords(each, from, today) }));
};

const bedsToKeep = (
  form: Answered & { bedId: string },
  { beds, taken, house }: NewHoldFacts,
  today: Temporal.PlainDate,
) =>
  bedChoice(form, bedAnswers(form, beds, today), {
    legend: 'Bed',
    lists: house.lists,
    chosen: taken ? '' : form.bedId,
  });

function freeWords(each: BedNow, from: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const theirs = each.stay?.endDay(today) ?? null;
  if (theirs && isBefore(from, theirs)) return `Taken to ${dayShort(theirs)}`;
  const until = freeUntil(each, from);
  if (until === null) return freeNow(each, today);
  return isSameDay(until, from) ? `Not free on ${dayShort(from)}` : `Free until ${dayShort(until)}`;
}

/** What the board says of it stands here too: whoever is in it leaves first, or it is not made up yet. */
function freeNow(each: BedNow, today: Temporal.PlainDate): string {
  if (each.stay) return `Free once they leave, ${dayShort(each.stay.endDay(today))}`;
  return each.notReadySince ? 'Getting ready' : 'Free';
}
