import type { Temporal } from 'temporal-polyfill';
import { type AttemptResult, attemptResults } from './attempt.js';
import type { Consent } from './consent.js';
import type { Hours } from './hours.js';
import { isBefore, isEarlier, laterDay } from './days.js';
import type { FollowUp } from './follow-up.js';
import type { House } from './house.js';

/** What the house can do about a follow-up just now. */
export type Offer =
  /** Make it: the only one that shows the number. */
  | { kind: 'now' }
  /** Due, but not at this hour; `from` is when it can be made. */
  | { kind: 'later'; from: Temporal.Instant }
  | { kind: 'coming'; on: Temporal.PlainDate }
  /** The guest rings, or nobody does; `until` is the last day on which the list says so. */
  | { kind: 'waiting'; since: Temporal.Instant; until: Temporal.PlainDate }
  /** They did not ring while we waited: nothing is left to do, though they still may. */
  | { kind: 'unheard'; until: Temporal.PlainDate }
  /** The guest is staying again: nobody is rung who sits at the kitchen table. */
  | { kind: 'here' }
  /** The one person they wanted to hear from no longer works here, and they want nobody else (R33). */
  | { kind: 'nobody' }
  | { kind: 'closed' };

/** The guest's own safe hours, else the house's (R34). A letter has none. */
export function hoursOf({ channel, safeFrom, safeTo }: Consent, { contact }: House): Hours {
  if (channel === 'post') return { from: 0, to: 24 };
  return safeFrom === null || safeTo === null ? contact.hours : { from: safeFrom, to: safeTo };
}

/** Whether the house clock stands within these hours. */
export function isWithin(hours: Hours, at: Temporal.Instant, house: House): boolean {
  const { hour } = house.time.local(at);
  return hour >= hours.from && hour < hours.to;
}

/** `at` itself within these hours, else the next time they begin. */
export const nextWithin = (hours: Hours, at: Temporal.Instant, house: House): Temporal.Instant =>
  isWithin(hours, at, house) ? at : house.time.nextHour(at, [hours.from]);

/** A letter takes its time to be answered, in days. */
const UNTIL_THE_NEXT_LETTER = 14;

/** The next try after one without an answer: the next house day, as early as the hours allow; a letter after two weeks (R34). */
export function proposedAfter(at: Temporal.Instant, consent: Consent, house: House): Temporal.Instant {
  const days = consent.channel === 'post' ? UNTIL_THE_NEXT_LETTER : 1;
  const nextDay = house.time.houseDay(at).add({ days });
  return nextWithin(hoursOf(consent, house), house.time.startOf(nextDay), house);
}

/** So long after its due day, and after the try that left it to the guest, a wait stands on the list, in days. */
const WAITS_FOR = 30;

/** What fell due, or began to wait, before this house day has been waited for long enough. */
export const firstWaitedFor = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: WAITS_FOR });

/** A wait has an end, so that no row stands on the list for ever; null where nobody waits. */
function waitOf(
  { waitsSince: since, dueOn }: FollowUp,
  { time }: House,
  now: Temporal.Instant,
): Offer | null {
  if (since === null) return null;
  const until = laterDay(dueOn, time.houseDay(since)).add({ days: WAITS_FOR });
  return isBefore(until, time.houseDay(now)) ? { kind: 'unheard', until } : { kind: 'waiting', since, until };
}

/** What can be done about a follow-up at `now` (R32–R35). Needs the consent it rests on: without a live one, nothing. */
export function offerOf(
  followUp: FollowUp,
  consent: Consent,
  isHere: boolean,
  house: House,
  now: Temporal.Instant,
  isCallerGone = false,
): Offer {
  if (!followUp.isOpen || !consent.isLive(house.time.houseDay(now))) return { kind: 'closed' };
  return offerOfOpen(followUp, consent, { isHere, isCallerGone, house, now });
}

interface Facts {
  isHere: boolean;
  isCallerGone: boolean;
  house: House;
  now: Temporal.Instant;
}

function offerOfOpen(followUp: FollowUp, consent: Consent, facts: Facts): Offer {
  const { isHere, isCallerGone, house, now } = facts;
  const wait = waitOf(followUp, house, now);
  if (wait?.kind === 'unheard') return wait;
  if (isHere) return { kind: 'here' };
  if (isCallerGone && followUp.ifGone === 'nobody') return { kind: 'nobody' };
  return wait ?? offerByTime(followUp, consent, house, now);
}

function offerByTime(followUp: FollowUp, consent: Consent, house: House, now: Temporal.Instant): Offer {
  const earliest = followUp.nextTryAt ?? house.time.startOf(followUp.dueOn);
  const from = nextWithin(hoursOf(consent, house), isEarlier(earliest, now) ? now : earliest, house);
  if (!isEarlier(now, from)) return { kind: 'now' };
  const today = house.time.houseDay(now);
  const day = house.time.houseDay(from);
  const isDue =
    consent.channel !== 'post' && !isBefore(today, followUp.dueOn) && !isBefore(today.add({ days: 1 }), day);
  return isDue ? { kind: 'later', from } : { kind: 'coming', on: followUp.nextTryAt ? day : followUp.dueOn };
}

/**
 * What can be written down about it now (R34): all that its way of being in touch knows once it is due; before that, while
 * we wait and while the guest is here only what comes in by itself, or was said face to face.
 */
export function possibleResults(offer: Offer, { channel, voicemail }: Consent): AttemptResult[] {
  if (offer.kind === 'closed') return [];
  const isDue = offer.kind === 'now' || offer.kind === 'later';
  return attemptResults.filter(({ code, on, comesIn }) => {
    if (code === 'message_left') return isDue && channel === 'call' && voicemail;
    if (code === 'talked' && offer.kind === 'here') return true;
    return comesIn || (isDue && on.includes(channel));
  });
}
