import type { Temporal } from 'temporal-polyfill';
import type { Attempt } from './attempt.js';
import { Conflict } from './conflict.js';
import type { Consent } from './consent.js';
import type { Channel } from './contact.js';
import { isBefore, isEarlier } from './days.js';
import { hoursOf, isWithin, type Offer, possibleResults } from './follow-up-offer.js';
import { hoursWords } from './hours.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import { RuleViolation } from './rule-violation.js';

/** What a person writes down of a try (R34). */
export interface Try extends Pick<Attempt, 'result' | 'at'> {
  /** Null for the way the guest chose. */
  channel: Channel | null;
  /** When the guest asked to be rung; null for what the house proposes. */
  nextTryAt: Temporal.Instant | null;
}

/** Nobody plans further ahead than this, in nights (R12). */
const FURTHEST = 400;

/**
 * Throws Conflict when the follow-up is over; a RuleViolation when this cannot come of it, was not agreed, did not happen
 * yet, is further back than a shift records alone, or when the next try lies outside the hours that are safe (R34, R35).
 */
export function checkTry(
  tried: Try,
  consent: Consent,
  offer: Offer,
  house: House,
  now: Temporal.Instant,
): void {
  if (offer.kind === 'closed') throw new Conflict('This follow-up is over. Nothing more is written on it.');
  if (tried.channel !== null && tried.channel !== consent.channel) {
    throw new RuleViolation('result', 'This guest said yes to another way of being in touch');
  }
  if (!possibleResults(offer, consent).some(({ code }) => code === tried.result)) {
    throw new RuleViolation('result', 'Choose what came of it');
  }
  checkMoment(tried.at, consent, house, now);
  if (tried.nextTryAt) checkNextTry(tried.nextTryAt, consent, house, now);
}

function checkMoment(at: Temporal.Instant, consent: Consent, house: House, now: Temporal.Instant): void {
  if (house.isFarBack('at', at, now)) {
    throw new RuleViolation('at', `Enter a time of the last ${house.backDatingDays} days`);
  }
  if (isEarlier(at, toMinute(consent.givenAt))) {
    throw new RuleViolation('at', 'This is before the guest agreed to it. Enter a later time');
  }
}

function checkNextTry(next: Temporal.Instant, consent: Consent, house: House, now: Temporal.Instant): void {
  if (!isEarlier(now, next)) throw new RuleViolation('nextTry', 'Enter a time that is still to come');
  const last = house.time.houseDay(now).add({ days: FURTHEST });
  if (isBefore(last, house.time.houseDay(next))) {
    throw new RuleViolation('nextTry', `Enter a time within ${FURTHEST} days`);
  }
  const hours = hoursOf(consent, house);
  if (!isWithin(hours, next, house)) {
    throw new RuleViolation('nextTry', `Enter a time from ${hoursWords(hours)}`);
  }
}
