import type { Temporal } from 'temporal-polyfill';
import { isSameDay } from '../domain/days.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { clockTime, hourOn } from './dates.js';
import { named, type Part, text } from './sentence.js';

/** What a page says of a hold. */
export interface Kept {
  guestName: string | null;
  keepUntil: Temporal.Instant | null;
}

/** 'Kept for D. until 11 pm', on every page in these words (R14). */
export function keptFor(
  { guestName, keepUntil }: Kept,
  bedName: string,
  house: House,
  today: Temporal.PlainDate,
): Part[] {
  const until = keepUntil ? ` until ${keptHour(keepUntil, house, today)}` : '';
  return [text('Kept for '), ...whoFor(guestName, bedName), text(until)];
}

/** The one a bed is kept for, with or without a name. */
export const whoFor = (guestName: string | null, bedName: string): Part[] => [
  guestName === null ? text('somebody') : named(new GuestName(guestName, bedName)),
];

/** '11 pm', with the day when that is not in this house day: '11 pm Tue 24'. */
export function keptHour(keepUntil: Temporal.Instant, { time }: House, today: Temporal.PlainDate): string {
  return isSameDay(time.houseDay(keepUntil), today) ? clockTime(time, keepUntil) : hourOn(time, keepUntil);
}
