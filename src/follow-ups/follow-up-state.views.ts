import type { Temporal } from 'temporal-polyfill';
import type { Offer } from '../domain/follow-up-offer.js';
import type { House } from '../domain/house.js';
import { clockTime, day, dayShort } from '../web/dates.js';
import type { FollowUpNow } from './follow-ups.service.js';

interface StandingFacts {
  house: House;
  now: Temporal.Instant;
  whole: FollowUpNow;
}

/** Why nothing goes out just now; null when it can. */
export function stateOf({ house, now, whole }: StandingFacts): string | null {
  const { offer } = whole;
  const today = house.time.houseDay(now);
  if (offer.kind === 'now') return null;
  if (offer.kind === 'later') return `Not at this hour: from ${atHour(house, offer.from)}.`;
  if (offer.kind === 'coming') return `Not yet: it is due ${day(offer.on, today)}.`;
  if (offer.kind === 'waiting')
    return `${waitingWords(whole)} It stands on the list until ${day(offer.until)}.`;
  return quietState(whole, offer, today);
}

/** Nothing is left to do, or nothing goes out. */
function quietState(whole: FollowUpNow, offer: Offer, today: Temporal.PlainDate): string {
  if (offer.kind === 'here') return 'Staying here again. Nobody is rung: ask in person, if it fits.';
  if (offer.kind === 'nobody')
    return `They wanted to hear from ${whole.caller?.name ?? 'one person'}, who left. Nobody else rings.`;
  if (offer.kind === 'unheard')
    return `We waited until ${day(offer.until)}. It is off the list; they can still call.`;
  return closedState(whole, today);
}

/** One whose yes ended by itself was closed by nobody. */
function closedState({ followUp, consent }: FollowUpNow, today: Temporal.PlainDate): string {
  if (followUp.closedAs === null && consent.expiresOn)
    return `Their yes ended ${day(consent.expiresOn, today)}. Nobody rings.`;
  return closedWords[followUp.closedAs ?? 'stopped'];
}

const atHour = ({ time }: House, at: Temporal.Instant): string =>
  `${clockTime(time, at)}, ${dayShort(time.local(at).day)}`;

const waitingWords = ({ consent }: FollowUpNow): string =>
  consent.channel === 'they-call'
    ? '“I will call you.” Nothing goes out from the house.'
    : 'We wait for them to call. No next try is offered.';

const closedWords = {
  reached: 'Closed: reached.',
  'not-reached': 'Closed: not reached.',
  'not-this-one': 'Closed: not this one, please.',
  stopped: 'Closed: they asked us to stop. Nobody rings them.',
  died: 'Closed. Nobody rings.',
  undone: 'The leaving it belonged to was undone. It counts nowhere.',
};
