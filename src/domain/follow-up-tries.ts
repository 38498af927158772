import type { Temporal } from 'temporal-polyfill';
import type { Attempt, Effect } from './attempt.js';
import type { Consent } from './consent.js';
import { isEarlier } from './days.js';
import type { ClosedAs, FollowUp } from './follow-up.js';
import { toMinute } from './house-time.js';

/** After so many tries without an answer a follow-up closes as not reached (R34). */
export const MOST_TRIES = 3;

/** The tries that count with one guest, oldest first, each with the consent it was made under. */
export type Tries = readonly { attempt: Attempt; consent: Consent }[];

/** What the tries so far make of a follow-up. */
export type Standing = Pick<FollowUp, 'nextTryAt' | 'waitsSince' | 'closedAt' | 'closedAs'>;

const closes: Partial<Record<Effect, ClosedAs>> = {
  reached: 'reached',
  'close-this-one': 'not-this-one',
  'stop-all': 'stopped',
  'end-for-good': 'died',
};

/** These end everything with this guest, whichever follow-up they were said at (R34). */
const endsAll = ({ effect }: Attempt): boolean => effect === 'stop-all' || effect === 'end-for-good';

/** A stop reaches what was agreed before it, never a later yes. Tries are told in whole minutes. */
const isSince = ({ givenAt }: Consent, { at }: Attempt): boolean => !isEarlier(at, toMinute(givenAt));

/**
 * Where a follow-up stands (R34), from `tries`: all that count with this guest, oldest first, each with the consent it was
 * made under. Worked out anew whenever a try is added or undone, so that undoing one leaves no trace. `proposed` gives
 * the moment of the next try after one without an answer.
 */
export function standingAfter(
  followUp: FollowUp,
  consent: Consent,
  tries: Tries,
  proposed: (last: Attempt) => Temporal.Instant,
): Standing {
  const own = tries.map(({ attempt }) => attempt).filter(({ followUpId }) => followUpId === followUp.id);
  const ending = firstClosing(
    own,
    tries.map(({ attempt }) => attempt).filter((each) => endsAll(each) && isSince(consent, each)),
  );
  if (ending) return { nextTryAt: null, waitsSince: null, ...ending };
  const last = own.at(-1);
  const waitsSince = waiting(consent, last, asideOf(consent, tries));
  const isToRepeat = waitsSince === null && (last?.effect === 'try-again' || last?.effect === 'later');
  return {
    nextTryAt: isToRepeat ? (last.askedFor ?? proposed(last)) : null,
    waitsSince,
    closedAt: null,
    closedAs: null,
  };
}

function waiting(consent: Consent, last?: Attempt, aside?: Attempt): Temporal.Instant | null {
  if (aside) return aside.at;
  if (consent.channel === 'they-call') return consent.givenAt;
  return last?.effect === 'wait' ? last.at : null;
}

/** The earliest of: an answer that closes it, the last try the house makes, a word that ends everything. */
function firstClosing(own: readonly Attempt[], ends: readonly Attempt[]) {
  const unanswered = own.filter(({ effect }) => effect === 'try-again');
  const last = unanswered[MOST_TRIES - 1];
  const found = [
    ...[...own, ...ends].flatMap(({ at, effect }) => {
      const closedAs = effect && closes[effect];
      return closedAs ? [{ closedAt: at, closedAs }] : [];
    }),
    ...(last ? [{ closedAt: last.at, closedAs: 'not-reached' as const }] : []),
  ];
  return found.reduce<(typeof found)[number] | null>(
    (first, each) => (first === null || isEarlier(each.closedAt, first.closedAt) ? each : first),
    null,
  );
}

/** What the tries so far make of a consent: taken back with a stop, its number set aside (R34, R35). */
export function consentAfter(
  consent: Consent,
  tries: Tries,
): Pick<Consent, 'withdrawnAt' | 'withdrawnBy' | 'setAsideBy'> {
  const { withdrawnAt, withdrawnBy, setAsideBy } = consent;
  const isTakenBackByGuest = withdrawnAt !== null && withdrawnBy === null;
  if (isTakenBackByGuest) return { withdrawnAt, withdrawnBy, setAsideBy };
  const stop = tries.find(({ attempt }) => endsAll(attempt) && isSince(consent, attempt))?.attempt;
  const aside = asideOf(consent, tries);
  const stopped = stop
    ? { withdrawnAt: stop.at, withdrawnBy: stop.id }
    : { withdrawnAt: null, withdrawnBy: null };
  return { ...stopped, setAsideBy: aside ? aside.id : null };
}

/** The first try that showed that this number does not lead to the guest, under whichever yes it was rung. */
const asideOf = (consent: Consent, tries: Tries): Attempt | undefined =>
  tries.find(
    ({ attempt, consent: under }) =>
      attempt.effect === 'set-number-aside' &&
      (under.id === consent.id || (isSince(consent, attempt) && consent.isToTheSame(under))),
  )?.attempt;
