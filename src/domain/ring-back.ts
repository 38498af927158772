import type { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';

/** The hours that are offered beside “in an hour”: morning, afternoon, early evening. */
const HOURS = [10, 14, 18];
const SOON_IN_MINUTES = 60;
const QUARTER_IN_MS = 15 * 60_000;
/** A promise further ahead than this is one for the waitlist, which asks every day. */
const FURTHEST_IN_HOURS = 7 * 24;

/** In about an hour, at a full quarter. */
export function soon(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: SOON_IN_MINUTES }).round({
    smallestUnit: 'minute',
    roundingIncrement: QUARTER_IN_MS / 60_000,
    roundingMode: 'ceil',
  });
}

/** When somebody may like to be rung back, each one tap (R15): in about an hour, and the next three of the house's hours. */
export function ringTimes(house: House, now: Temporal.Instant): Temporal.Instant[] {
  const times = [soon(now)];
  while (times.length <= HOURS.length) times.push(house.time.nextHour(times.at(-1)!, HOURS));
  return times;
}

/** Throws a RuleViolation for `field` when that time is over, or more than a week away. */
export function checkRingAt(ringAt: Temporal.Instant, now: Temporal.Instant, field = 'ringAt'): void {
  if (isEarlier(ringAt, now)) throw new RuleViolation(field, 'This time is over. Choose one to come');
  if (isEarlier(now.add({ hours: FURTHEST_IN_HOURS }), ringAt))
    throw new RuleViolation(field, 'Choose a time within a week');
}
