import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { Stay } from './stay.js';

/** So many nights before the planned day the house asks: "How are you leaving, and what is next?" */
const NIGHTS_BEFORE = 2;

/** The day of arrival is the first: whoever came for two nights is not asked while they unpack. */
const FIRST_ASKED_ON = 3;

/** The last planned day of those who are asked on `today`. */
export const furthestAsked = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.add({ days: NIGHTS_BEFORE });

/**
 * Whether to get ready for leaving together on the house day `today`: from two nights before the planned day on, never before
 * the third day of the stay (R23).
 */
export const isTimeToGetReady = (stay: Stay, today: Temporal.PlainDate): boolean =>
  stay.isHere &&
  !isBefore(furthestAsked(today), stay.plannedDay) &&
  !isBefore(today, stay.arrivalDay.add({ days: FIRST_ASKED_ON - 1 }));
