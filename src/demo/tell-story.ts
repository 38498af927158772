import { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { nightsBetween } from '../domain/house-time.js';
import { fillBed } from './bed-line.js';
import { Dice } from './dice.js';
import { Guests } from './guests.js';
import { leavingOf } from './leavings.js';
import { alongTheWay, atTheEnd, claimsAtTheEnd, lastFreeDay } from './scripted.js';
import { onHouseDay } from './story-days.js';
import type { Booking, Story, ToldStay } from './story.js';

export const practiceBeds = [
  { room: null, name: 'Maple', offers: ['step_free', 'bathroom'] },
  { room: null, name: 'Cedar', offers: [] },
  { room: null, name: 'Birch', offers: ['quiet'] },
  { room: null, name: 'Aspen', offers: ['quiet', 'fragrance_free'] },
  { room: 'Garden room', name: 'Fern', offers: ['step_free', 'wide'] },
  { room: 'Garden room', name: 'Rowan', offers: ['service_animal'] },
] as const;

/** So many weeks of a practice house up to this house day; the same day has always the same story. */
export function tellStory(house: House, today: Temporal.PlainDate, weeks: number): Story {
  const start = today.subtract({ weeks });
  const dice = new Dice('porchlight');
  const scripted = [...alongTheWay(house, start, today), ...atTheEnd(house, today)]
    .filter(({ arrivalDay }) => !isBefore(arrivalDay, start))
    .sort((one, other) => Temporal.PlainDate.compare(one.arrivalDay, other.arrivalDay));
  const bookings = practiceBeds.flatMap(({ name }) => bookingsOf(dice, name, scripted, start, today));
  const told = bookings
    .map((booking) => ({ booking, at: onHouseDay(house.time, booking.arrivalDay, booking.arrivesAt) }))
    .sort((one, other) => Temporal.Instant.compare(one.at, other.at));
  const guests = new Guests(dice);
  const stays = told.map(({ booking, at }) => stayOf(dice, guests, house, booking, at));
  return { house, start, today, stays, claims: claimsAtTheEnd(house, today) };
}

/** What is scripted for a bed, in order, and whoever comes in between. */
function bookingsOf(
  dice: Dice,
  bed: string,
  scripted: readonly Booking[],
  start: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Booking[] {
  const bookings: Booking[] = [];
  let from = start.add({ days: dice.between(0, 3) });
  for (const each of scripted.filter((booking) => booking.bed === bed)) {
    bookings.push(...chance(dice, bed, from, each.arrivalDay), each);
    from = (each.leftDay ?? today).add({ days: 1 });
  }
  return [...bookings, ...chance(dice, bed, from, lastFreeDay(bed, today))];
}

const chance = (dice: Dice, bed: string, from: Temporal.PlainDate, until: Temporal.PlainDate): Booking[] =>
  fillBed(dice, from, until).map(({ arrivalDay, leftDay }) => {
    const isShort = nightsBetween(arrivalDay, leftDay) === 0;
    return {
      bed,
      arrivalDay,
      arrivesAt: isShort ? clock(dice, 15, 16) : arrivalClock(dice),
      plannedDay: plannedFor(dice, arrivalDay, leftDay),
      leftDay,
      leavesAt: isShort ? clock(dice, 18, 20) : clock(dice, 9, 12),
      who: null,
    };
  });

const clock = (dice: Dice, from: number, to: number): string =>
  `${String(dice.between(from, to) % 24).padStart(2, '0')}:${String(dice.between(0, 11) * 5).padStart(2, '0')}`;

/** Afternoon and evening; one in eight comes around midnight. */
const arrivalClock = (dice: Dice): string => (dice.chance(12) ? clock(dice, 23, 26) : clock(dice, 15, 22));

/** Two in three leave as planned, some earlier, some stay on. */
function plannedFor(
  dice: Dice,
  arrivalDay: Temporal.PlainDate,
  leftDay: Temporal.PlainDate,
): Temporal.PlainDate {
  const nights = nightsBetween(arrivalDay, leftDay);
  const more = dice.weighed([
    [0, 66],
    [1, 10],
    [2, 8],
    [-1, 12],
    [-2, 4],
  ]);
  return arrivalDay.add({ days: Math.max(1, Math.min(7, nights + more)) });
}

function stayOf(
  dice: Dice,
  guests: Guests,
  house: House,
  booking: Booking,
  arrivedAt: Temporal.Instant,
): ToldStay {
  const { bed, plannedDay, leftDay, leavesAt = '10:15', who } = booking;
  const leftAt = leftDay && onHouseDay(house.time, leftDay, leavesAt);
  return {
    bed,
    ...guests.next(arrivedAt, leftAt, who),
    arrivedAt,
    plannedDay,
    away: booking.away ?? null,
    leaving: leftAt && leavingFor(dice, booking, leftAt),
    readyAt:
      leftAt && booking.isReadyAfter !== false ? leftAt.add({ minutes: dice.between(8, 22) * 5 }) : null,
  };
}

function leavingFor(
  dice: Dice,
  { arrivalDay, plannedDay, leftDay, says, contact }: Booking,
  leftAt: Temporal.Instant,
) {
  const [nights, planned] = [leftDay!, plannedDay].map((day) => nightsBetween(arrivalDay, day));
  const leaving = leavingOf(dice, leftAt, nights!, planned!);
  if (!says || !contact) return leaving;
  return {
    answers: { ...leaving.answers, ownWords: says, inTouch: 'yes' as const },
    contact,
    points: ['3d', '30d'],
  };
}
