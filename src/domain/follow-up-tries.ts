import type { Temporal } from 'temporal-polyfill';
import type { Attempt, Effect } from './attempt.js';
import type { Consent } from './consent.js';
import { isEarlier } from './days.js';
import type { ClosedAs, FollowUp } from './follow-up.js';
import { toMinute } from './house-time.js';
import { askedAtLeaving, reachesOut } from './purposes.js';

/** The tries that count with one guest, oldest first, each with the consent it was made under. */
export type Tries = readonly { attempt: Attempt; consent: Consent }[];

/** A word on one of a guest's records that holds for all of them while they are linked. */
export interface Word {
  /** The record it stands on. */
  guestId: string;
  at: Temporal.Instant;
  /** The one purpose and way that was taken back; not given where it was a no to being in touch at all. */
  way?: Pick<Consent, 'purpose' | 'channel'>;
}

/** What all records of a guest, linked ones included, say about being in touch (R46). */
export interface Linked {
  /** When the last of them was linked; null while there is one record only. */
  at: Temporal.Instant | null;
  /** Records whose guest said no when they last left and were asked. */
  noes: readonly Word[];
  /** When it was written down that the guest died: nobody is rung any more, whatever was agreed (R50). */
  death: Word | null;
}

const ALONE: Linked = { at: null, noes: [], death: null };

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
const isSince = ({ givenAt }: Consent, { at }: { at: Temporal.Instant }): boolean =>
  !isEarlier(at, toMinute(givenAt));

/** On two records that were linked later nobody could know of the other's answer: there the stricter one holds (R46). */
const isOlderThanLink = ({ givenAt }: Consent, { at }: Linked): boolean =>
  at !== null && !isEarlier(at, toMinute(givenAt));

/** Whether this word to stop, or the last one there is, ends this consent too. */
const reaches = (consent: Consent, { attempt, consent: under }: Tries[number], linked: Linked): boolean =>
  endsAll(attempt) &&
  reachesOut(consent.purpose) &&
  (isSince(consent, attempt) || (under.guestId !== consent.guestId && isOlderThanLink(consent, linked)));

/**
 * Where a follow-up stands (R34), from `tries`: all that count with this guest, on whichever linked record, oldest first, each
 * with the consent it was made under. Worked out anew whenever a try or a link is added or undone, so that undoing one leaves
 * no trace. `proposed` gives the moment of the next try after one without an answer.
 */
export function standingAfter(
  followUp: FollowUp,
  consent: Consent,
  tries: Tries,
  proposed: (last: Attempt) => Temporal.Instant,
  linked: Linked = ALONE,
): Standing {
  const own = tries.map(({ attempt }) => attempt).filter(({ followUpId }) => followUpId === followUp.id);
  const ends = tries.filter((each) => reaches(consent, each, linked)).map(({ attempt }) => attempt);
  const ending =
    firstClosing(own, ends, { death: linked.death, mostTries: followUp.mostTries }) ??
    takenBack(consentAfter(consent, tries, linked));
  if (ending) return { nextTryAt: null, waitsSince: null, ...ending };
  const last = own.at(-1);
  const waitsSince = waiting(consent, last, asideOf(consent, tries));
  return {
    nextTryAt: waitsSince === null && isToRepeat(last) ? (last.askedFor ?? proposed(last)) : null,
    waitsSince,
    closedAt: null,
    closedAs: null,
  };
}

/** No task is left of a yes that was taken back, nor of one that another record's no holds back (R35). */
const takenBack = ({ withdrawnAt }: ConsentStanding) =>
  withdrawnAt && { closedAt: toMinute(withdrawnAt), closedAs: 'stopped' as const };

const isToRepeat = (last: Attempt | undefined): last is Attempt =>
  last?.effect === 'try-again' || last?.effect === 'later';

function waiting(consent: Consent, last?: Attempt, aside?: Attempt): Temporal.Instant | null {
  if (aside) return aside.at;
  if (consent.channel === 'they-call') return consent.givenAt;
  return last?.effect === 'wait' ? last.at : null;
}

/** The earliest of: an answer that closes it, the last try the house makes, a word that ends everything, a death. */
function firstClosing(
  own: readonly Attempt[],
  ends: readonly Attempt[],
  { death, mostTries }: { death: Word | null; mostTries: number },
) {
  const unanswered = own.filter(({ effect }) => effect === 'try-again');
  const last = unanswered[mostTries - 1];
  const found = [
    ...[...own, ...ends].flatMap(({ at, effect }) => {
      const closedAs = effect && closes[effect];
      return closedAs ? [{ closedAt: at, closedAs }] : [];
    }),
    ...(last ? [{ closedAt: last.at, closedAs: 'not-reached' as const }] : []),
    ...(death ? [{ closedAt: toMinute(death.at), closedAs: 'died' as const }] : []),
  ];
  return found.reduce<(typeof found)[number] | null>(
    (first, each) => (first === null || isEarlier(each.closedAt, first.closedAt) ? each : first),
    null,
  );
}

/** What tries and links make of a consent. */
export type ConsentStanding = Pick<Consent, 'withdrawnAt' | 'withdrawnBy' | 'setAsideBy' | 'heldBy'>;

/**
 * What the tries so far make of a consent: taken back with a stop, its number set aside (R34, R35); and what linked records make
 * of it: while they are linked a no on one is a no on all (R46), and so is a death (R50).
 */
export function consentAfter(consent: Consent, tries: Tries, linked: Linked = ALONE): ConsentStanding {
  const { withdrawnAt, withdrawnBy, setAsideBy, heldBy } = consent;
  if (consent.isTakenBackByGuest) return { withdrawnAt, withdrawnBy, setAsideBy, heldBy };
  const aside = asideOf(consent, tries)?.id ?? null;
  return { setAsideBy: aside, ...endOf(consent, tries, linked) };
}

function endOf(consent: Consent, tries: Tries, linked: Linked): Omit<ConsentStanding, 'setAsideBy'> {
  const stop = tries.find((each) => reaches(consent, each, linked))?.attempt;
  if (stop) return { withdrawnAt: stop.at, withdrawnBy: stop.id, heldBy: null };
  return heldBack(noTo(consent, linked) ?? (reachesOut(consent.purpose) ? linked.death : null));
}

const heldBack = (word: Word | null): Omit<ConsentStanding, 'setAsideBy'> => ({
  withdrawnAt: word?.at ?? null,
  withdrawnBy: null,
  heldBy: word?.guestId ?? null,
});

/** The no of another record that holds this yes back while they are linked. */
const noTo = (consent: Consent, linked: Linked): Word | undefined =>
  linked.noes.find(
    (each) =>
      each.guestId !== consent.guestId &&
      isAbout(consent, each) &&
      (isSince(consent, each) || isOlderThanLink(consent, linked)),
  );

const isAbout = (consent: Consent, { way }: Word): boolean =>
  way ? consent.isLike(way) : askedAtLeaving(consent.purpose);

/** The first try that showed that this number does not lead to the guest, under whichever yes it was rung. */
const asideOf = (consent: Consent, tries: Tries): Attempt | undefined =>
  tries.find(
    ({ attempt, consent: under }) =>
      attempt.effect === 'set-number-aside' &&
      (under.id === consent.id || (isSince(consent, attempt) && consent.isToTheSame(under))),
  )?.attempt;
