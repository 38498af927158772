import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { Figure } from './figure.js';
import { nightsBetween } from './house-time.js';
import type { StayThatLeft } from './measures.js';
import type { StayToExport } from './stay-to-export.js';

type Left = StayThatLeft<StayToExport>;

/**
 * How many of the stays that left were followed by another of the same guest within `days` days, links resolved; a return on
 * the same day is 0 days. Only departures that lie `days` full days back count, and deaths are left out (measures.md).
 */
export function cameBackWithin(days: number, left: readonly Left[], today: Temporal.PlainDate): Figure {
  const living = left.filter(({ departureDay, diedOn }) => !isWithin(departureDay, diedOn, days));
  const elapsed = living.filter(({ departureDay }) => !isBefore(today, departureDay.add({ days })));
  const back = elapsed.filter(({ departureDay, nextArrivalDay }) =>
    isWithin(departureDay, nextArrivalDay, days),
  );
  return {
    code: `came_back_${days}d`,
    label: `Came back within ${days} days`,
    unit: 'share',
    value: back.length,
    n: elapsed.length,
    of: 'stays',
    missing: living.length - elapsed.length,
    meaning: `Another stay of the same guest began within ${days} days. Missing: ${days} full days have not passed yet. Neither good nor bad: coming back can be what kept someone out of a hospital.`,
    stays: back.map(({ id }) => id),
  };
}

const isWithin = (departureDay: Temporal.PlainDate, on: Temporal.PlainDate | null, days: number): boolean =>
  on !== null && nightsBetween(departureDay, on) <= days;
