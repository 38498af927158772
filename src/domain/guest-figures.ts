import { endOfNights } from './bed-nights.js';
import { type DayNumber, dayNumber } from './day-number.js';
import { countFigure, type Figure, type FigureGroup } from './figure.js';
import type { StayInBeds } from './occupancy-facts.js';
import { begunBy, type Period } from './period.js';
import type { Temporal } from 'temporal-polyfill';

/** A stay as the figures of guests see it; one that was undone is none (R24). */
export type GuestStay = Pick<
  StayInBeds,
  'id' | 'guest' | 'arrivalDay' | 'plannedDay' | 'departureDay' | 'isFirstOnFile' | 'stayedBefore'
>;

/** The people behind the stays: each is one, on however many records and in however many stays (R46). */
export function guestFigures(
  stays: readonly GuestStay[],
  period: Period,
  today: Temporal.PlainDate,
): FigureGroup {
  const arrived = stays.filter(({ arrivalDay }) => isArrivalIn(period, arrivalDay));
  const withNight = nightsIn(stays, begunBy(period, today), dayNumber(today));
  const guestsWithNight = guestsOf(withNight);
  const nightless = arrived.filter((stay) => isOf0(stay) && !guestsWithNight.has(stay.guest));
  return {
    code: 'guests',
    title: 'Guests',
    note: null,
    figures: [people(WITH_NIGHT, withNight), people(ONLY_0, nightless), ...beforeFigures(arrived)],
  };
}

/** Of those who came, how many for the first time and how many again. */
function beforeFigures(arrived: readonly GuestStay[]): Figure[] {
  const [first, again] = [arrived.filter(isFirstEver), arrived.filter((stay) => !isFirstEver(stay))];
  const missing = first.filter(({ stayedBefore }) => stayedBefore !== 'no').length;
  const n = guestsOf(arrived).size;
  return [
    { ...people(FIRST_TIME, first), n, missing },
    { ...people(RETURNING, again), n },
  ];
}

const isArrivalIn = ({ start, end }: Period, arrivalDay: DayNumber): boolean =>
  dayNumber(start) <= arrivalDay && arrivalDay < dayNumber(end);

function nightsIn(stays: readonly GuestStay[], { start, end }: Period, today: DayNumber): GuestStay[] {
  const [from, until] = [dayNumber(start), dayNumber(end)];
  return stays.filter((stay) => Math.max(stay.arrivalDay, from) < Math.min(endOfNights(stay, today), until));
}

const isOf0 = ({ arrivalDay, departureDay }: GuestStay): boolean => arrivalDay === departureDay;

/** Nothing earlier is on file, and they did not say that they had stayed before this system. */
const isFirstEver = ({ isFirstOnFile, stayedBefore }: GuestStay): boolean =>
  isFirstOnFile && stayedBefore !== 'yes';

const guestsOf = (stays: readonly GuestStay[]): Set<string> => new Set(stays.map(({ guest }) => guest));

type Words = Pick<Parameters<typeof countFigure>[0], 'code' | 'label' | 'meaning'>;

const people = (words: Words, stays: readonly GuestStay[]) =>
  countFigure({ ...words, value: guestsOf(stays).size, of: 'guests', stays: stays.map(({ id }) => id) });

const WITH_NIGHT = {
  code: 'guests',
  label: 'Guests',
  meaning: 'Guests with at least one night in the period. Each counts once, however often they came.',
};
const ONLY_0 = {
  code: 'guests_only_0_nights',
  label: 'Guests of 0 nights only',
  meaning: 'They came and left within one house day, and had no night in the period.',
};
const FIRST_TIME = {
  code: 'guests_first_time',
  label: 'First-time guests',
  meaning:
    'Their first stay of all began in the period, and they did not say that they stayed before. n is the guests who came. Missing were not asked, or chose not to say: they count.',
};
const RETURNING = {
  code: 'guests_returning',
  label: 'Guests who came again',
  meaning: 'They arrived in the period and had stayed before, on file or by their own word.',
};
