import type { Temporal } from 'temporal-polyfill';
import type { Absence } from '../domain/absence.js';
import type { House } from '../domain/house.js';
import { clockTime, day, hourOn } from './dates.js';

/** What a page says of a guest who is out of the house. */
export type Out = Pick<Absence, 'kind' | 'sinceAt' | 'backBy' | 'isLate'>;

/** 'Back by 9 pm Mon 23'; once that is over 'Hasn’t come back yet, expected 9 pm Mon 23'; 'Not seen since 9 pm Sun 22' (R21). */
export function outWords(absence: Out, house: House, now: Temporal.Instant): string {
  if (absence.kind === 'not-seen') return `Not seen since ${timeOn(absence.sinceAt, house, now)}`;
  const by = timeOn(absence.backBy!, house, now);
  return absence.isLate(now) ? `Hasn’t come back yet, expected ${by}` : `Back by ${by}`;
}

/** The same for paper and handover, where no other word says that they are away. */
export const outInFull = (absence: Out, house: House, now: Temporal.Instant): string =>
  absence.kind === 'away' && !absence.isLate(now)
    ? `Away. ${outWords(absence, house, now)}`
    : outWords(absence, house, now);

/** '9 pm Mon 23', or '9 pm Mon 23 Dec' where another Mon 23 is near enough to be meant. */
export function timeOn(at: Temporal.Instant, { time }: House, now: Temporal.Instant): string {
  const [date, today] = [time.local(at).day, time.local(now).day];
  const isNear = Math.abs(today.until(date, { largestUnit: 'day' }).days) <= USUAL;
  return isNear ? hourOn(time, at) : `${clockTime(time, at)} ${day(date, today)}`;
}

const USUAL = 14;
