import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';

/** House days from `start` to the one before `end`. */
export interface Period {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

/** Whether this house day lies in the period; no day lies in none. */
export const isIn = ({ start, end }: Period, day: Temporal.PlainDate | null): boolean =>
  day !== null && !isBefore(day, start) && isBefore(day, end);

/** The last day that is part of it. */
export const lastDay = ({ end }: Period): Temporal.PlainDate => end.subtract({ days: 1 });

/** Its last day is not over yet: its figures can still change. */
export const isRunning = ({ end }: Period, today: Temporal.PlainDate): boolean => isBefore(today, end);

/** Its first day is still to come. */
export const isAhead = ({ start }: Period, today: Temporal.PlainDate): boolean => isBefore(today, start);

/** Shorter than a month: a row of it has nearly a date, and can point to one guest (R38). */
export const isShort = ({ start, end }: Period): boolean => isBefore(end, start.add({ months: 1 }));

/** The calendar quarter before the one this house day lies in. */
export function lastFullQuarter(today: Temporal.PlainDate): Period {
  const monthsIntoQuarter = (today.month - 1) % 3;
  const end = today.with({ day: 1 }).subtract({ months: monthsIntoQuarter });
  return { start: end.subtract({ months: 3 }), end };
}

/** As long a time just before it: the month, quarter or year before whole months, else as many days. */
export function periodBefore({ start, end }: Period): Period {
  const months = wholeMonths({ start, end });
  return months > 0
    ? { start: start.subtract({ months }), end: start }
    : { start: start.subtract(start.until(end)), end: start };
}

/** The same days a year earlier; a 29 February becomes the 28th. */
export const yearBefore = ({ start, end }: Period): Period => ({
  start: start.subtract({ years: 1 }),
  end: end.subtract({ years: 1 }),
});

/** How many whole calendar months it is; 0 when it is not. */
function wholeMonths({ start, end }: Period): number {
  return start.day === 1 && end.day === 1 ? start.until(end, { largestUnit: 'month' }).months : 0;
}

/** The part of it that can be told: nights that have begun by this house day, the current one included (R2). */
export function begunBy({ start, end }: Period, today: Temporal.PlainDate): Period {
  const tomorrow = today.add({ days: 1 });
  const until = isBefore(tomorrow, end) ? tomorrow : end;
  return { start, end: isBefore(until, start) ? start : until };
}
