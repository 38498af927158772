import type { Temporal } from 'temporal-polyfill';
import type { BedNow } from '../beds/board.service.js';
import { freeUntil } from '../domain/bed-board.js';
import { isBefore, isSameDay } from '../domain/days.js';
import type { Obstacle } from '../domain/guard.js';
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
    taken: taken && takenView(taken.obstacle, today),
    beds: bedChoices(form, facts, today),
    guestName: field(form, 'guestName', 'Who is it for?', {
      optional: true,
      hint: 'A name to go by. Leave it empty when nobody said one.',
      autofocus: taken === null && !hasErrors(form),
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
    draft: draftSavedAt && { savedAt: moment(house.time, draftSavedAt) },
    formToken: facts.formToken,
  };
}

function takenView(obstacle: Obstacle | null, today: Temporal.PlainDate) {
  if (obstacle === null) return { bedName: 'This bed', obstacle: null };
  return { bedName: obstacle.bed.name, obstacle: obstacleView(obstacle, today) };
}

/** Every bed that is in use; each says how long it is free from the first night on. Whoever is offered a way out chooses. */
function bedChoices(
  form: Answered & { bedId: string },
  { beds, taken }: NewHoldFacts,
  today: Temporal.PlainDate,
) {
  const from = parseDay(form.typed('firstNight')) ?? today;
  const options = beds
    .filter(({ bed, stay }) => stay !== null || bed.isInUse(from))
    .map((each) => ({ value: each.bed.id, label: each.bed.name, detail: freeWords(each, from, today) }));
  const chosen = taken ? '' : form.bedId;
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
