import { endOfNights } from './bed-nights.js';
import { type DayNumber, dayNumber } from './day-number.js';
import { countFigure, type FigureGroup } from './figure.js';
import type { StayInBeds } from './occupancy-facts.js';
import type { Period } from './period.js';

/** The guests of the nights of a period: a person is one, on however many records and in however many stays (R46). */
export function guestFigures(
  stays: readonly StayInBeds[],
  { start, end }: Period,
  today: DayNumber,
): FigureGroup {
  const [from, until] = [dayNumber(start), dayNumber(end)];
  const withNight = guestsOf(stays.filter((stay) => hasNight(stay, from, until, today)));
  const arrived = stays.filter(({ arrivalDay }) => from <= arrivalDay && arrivalDay < until);
  const within0 = arrived.filter(({ arrivalDay, departureDay }) => arrivalDay === departureDay);
  const first = arrived.filter((stay) => stay.isFirstOnFile && stay.stayedBefore !== 'yes');
  const only0 = [...guestsOf(within0)].filter((guest) => !withNight.has(guest));
  return {
    ...GROUP,
    figures: [
      countFigure({ ...GUESTS, value: withNight.size }),
      countFigure({ ...ONLY_0, value: only0.length }),
      countFigure({
        ...FIRST_TIME,
        value: first.length,
        n: guestsOf(arrived).size,
        missing: first.filter(({ stayedBefore }) => stayedBefore !== 'no').length,
      }),
    ],
  };
}

const guestsOf = (stays: readonly StayInBeds[]): Set<string> => new Set(stays.map(({ guest }) => guest));

function hasNight(stay: StayInBeds, from: DayNumber, until: DayNumber, today: DayNumber): boolean {
  return Math.max(stay.arrivalDay, from) < Math.min(endOfNights(stay, today), until);
}

const GROUP = { code: 'guests', title: 'Guests', note: null };

const GUESTS = {
  code: 'guests',
  label: 'Guests',
  of: 'guests',
  meaning: 'Guests with at least one night in the period. Each counts once, however often they came.',
};
const ONLY_0 = {
  code: 'guests_only_0_nights',
  label: 'Guests of 0 nights only',
  of: 'guests',
  meaning: 'They came and left within one house day, and had no night in the period.',
};
const FIRST_TIME = {
  code: 'guests_first_time',
  label: 'First-time guests',
  of: 'guests',
  meaning:
    'Their first stay of all began in the period, and they did not say that they stayed before. n is the guests who came. Missing were not asked, or chose not to say: they count.',
};
