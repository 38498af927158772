import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { clockTime, hourOn } from './dates.js';

/** '10 pm Sun 22 to 8 am Mon 23'; '8 am to 2 pm Mon 23' within one date. */
export function shiftHours(
  { time }: House,
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
): string {
  const isOneDate = time.local(start).day.equals(time.local(end).day);
  const from = isOneDate ? clockTime(time, start) : hourOn(time, start);
  return `${from} to ${hourOn(time, end)}`;
}
