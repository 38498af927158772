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
