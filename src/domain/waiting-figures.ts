import { type DayNumber, dayNumber } from './day-number.js';
import type { Figure, FigureGroup } from './figure.js';
import type { StayInBeds } from './occupancy-facts.js';
import type { Period } from './period.js';
import { medianOf, percentileOf } from './spread.js';

const A_DAY = 24 * 60;
const MOST = 0.9;

/** How long people waited for a bed, and beds for the next guest. `turnovers` in minutes, null for one nobody called ready. */
export function waitingFigures(
  stays: readonly StayInBeds[],
  turnovers: readonly (number | null)[],
  { start, end }: Period,
): FigureGroup {
  const arrived = arrivedIn(stays, dayNumber(start), dayNumber(end));
  const waits = known(arrived.map(minutesToBed));
  const beds = known(turnovers);
  const toBed = { of: 'stays', n: waits.length, missing: arrived.length - waits.length, stays: null };
  const ready = { of: 'beds left', n: beds.length, missing: turnovers.length - beds.length, stays: null };
  const within = waits.length > 0 ? waits.filter((minutes) => minutes <= A_DAY).length : null;
  return {
    ...GROUP,
    figures: [
      minutes({ ...TO_BED, ...toBed, value: medianOf(waits) }),
      minutes({ ...TO_BED_90, ...toBed, value: percentileOf(waits, MOST) }),
      { ...WITHIN_A_DAY, ...toBed, unit: 'share', value: within },
      minutes({ ...TURNAROUND, ...ready, value: medianOf(beds) }),
      minutes({ ...TURNAROUND_90, ...ready, value: percentileOf(beds, MOST) }),
    ],
  };
}

const arrivedIn = (stays: readonly StayInBeds[], from: DayNumber, end: DayNumber): StayInBeds[] =>
  stays.filter(({ arrivalDay }) => from <= arrivalDay && arrivalDay < end);

/** From the first request to the arrival; null where no request is known. Told later and out of order it is no time at all. */
const minutesToBed = ({ arrivedAt, askedAt }: StayInBeds): number | null =>
  askedAt === null ? null : Math.max(0, (arrivedAt - askedAt) / 60);

const known = (all: readonly (number | null)[]): number[] => all.filter((each) => each !== null);

const minutes = (facts: Omit<Figure, 'unit'>): Figure => ({ ...facts, unit: 'minutes' });

const GROUP = { code: 'waiting', title: 'Time to bed, and turnaround', note: null };

const TO_BED = {
  code: 'time_to_bed_median',
  label: 'Time to bed, median',
  meaning:
    'From the first request to the arrival, over stays that arrived in the period. The first request is the earliest of: the call, the place on the waitlist, the bed kept for them. Missing: no request is written down, as for guests who came to the door.',
};
const TO_BED_90 = {
  code: 'time_to_bed_90',
  label: 'Time to bed, 90th percentile',
  meaning: 'Nine of ten waited no longer than this.',
};
const WITHIN_A_DAY = {
  code: 'time_to_bed_within_24h',
  label: 'In a bed within 24 hours',
  meaning: 'Stays that arrived at most 24 hours after the first request, of those whose request is known.',
};
const TURNAROUND = {
  code: 'turnaround_median',
  label: 'Turnaround, median',
  meaning:
    'From leaving a bed, or moving out of it, to “ready”, over beds left in the period. After a death none is counted. Missing: nobody said “ready”, or not yet.',
};
const TURNAROUND_90 = {
  code: 'turnaround_90',
  label: 'Turnaround, 90th percentile',
  meaning: 'Nine of ten beds were ready in no more than this.',
};
