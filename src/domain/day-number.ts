import { Temporal } from 'temporal-polyfill';

/** A house day as a whole number, one more each day, 0 on 1 January 1970: figures go over every night of many years. */
export type DayNumber = number;

const ZERO = Temporal.PlainDate.from('1970-01-01');

export const dayNumber = (day: Temporal.PlainDate): DayNumber => ZERO.until(day, { largestUnit: 'day' }).days;

export const dayOf = (number: DayNumber): Temporal.PlainDate => ZERO.add({ days: number });
