import { Temporal } from 'temporal-polyfill';
import type { AbsentNights } from './absent-nights.js';
import type { Bed } from './bed.js';
import { isBefore, isSameDay, laterDay } from './days.js';

export type BedStatus = 'staying' | 'closed' | 'arriving' | 'held' | 'getting-ready' | 'free';
export type BedFlag = 'leaving-today' | 'staying-on' | 'away' | 'not-seen' | 'two-for-one-bed' | 'not-ready';

/** A claim of bed-nights as the ledger has it: nights d with `firstNight <= d < endNight` (R5, R6). */
export interface Claim {
  kind: 'stay' | 'hold' | 'closure';
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
  /** A closure that lasts until somebody ends it: `endNight` is only how far it is written (R12). */
  isOpenEnded?: boolean;
}

/** What is known of one bed; `claims` are those that are not over yet, without the one of the stay in it. */
export interface BedFacts {
  bed: Bed;
  stay: {
    isLeavingOn(day: Temporal.PlainDate): boolean;
    isStayingOn(day: Temporal.PlainDate): boolean;
  } | null;
  /** The guest is out of the house and the bed is kept (R21). */
  absence?: Pick<AbsentNights, 'kind'> | null;
  notReadySince: Temporal.Instant | null;
  claims: readonly Claim[];
}

/** The status of a bed on a night, never stored (R9). Somebody present is never hidden, whatever else claims the bed. */
export function statusOf(facts: BedFacts, night: Temporal.PlainDate): BedStatus {
  if (facts.stay) return 'staying';
  const claims = facts.claims.filter((each) => covers(each, night));
  if (claims.some(({ kind }) => kind === 'closure')) return 'closed';
  const [claim] = claims;
  if (claim) return isSameDay(claim.firstNight, night) ? 'arriving' : 'held';
  return facts.notReadySince ? 'getting-ready' : 'free';
}

/** The flags that stand beside a status (R9). */
export function flagsOf(facts: BedFacts, today: Temporal.PlainDate): BedFlag[] {
  const { stay, notReadySince } = facts;
  const out = facts.absence?.kind;
  const flags: [BedFlag, boolean][] = [
    ['leaving-today', stay?.isLeavingOn(today) ?? false],
    ['staying-on', stay?.isStayingOn(today) ?? false],
    ['away', out === 'away'],
    ['not-seen', out === 'not-seen'],
    ['two-for-one-bed', waitingFor(facts, today) !== null],
    ['not-ready', notReadySince !== null && statusOf(facts, today) !== 'getting-ready'],
  ];
  return flags.flatMap(([flag, is]) => (is ? [flag] : []));
}

/**
 * The hold or closure that has nights of a bed whose guest stays on (R8: two for one bed), or null: what is left of it. The
 * nights that have begun are the guest's, whether or not that is written yet; `firstNight` is `endNight` when no night is left.
 */
export function waitingFor({ stay, claims }: BedFacts, today: Temporal.PlainDate): Claim | null {
  if (!stay?.isStayingOn(today)) return null;
  const tomorrow = today.add({ days: 1 });
  const claim = claims.find(
    (each) => !isBefore(tomorrow, each.firstNight) && !isBefore(each.endNight, tomorrow),
  );
  return claim ? { ...claim, firstNight: tomorrow } : null;
}

/** The claim that has this night, or null. */
export const claimOn = <Of extends Claim>(claims: readonly Of[], night: Temporal.PlainDate): Of | null =>
  claims.find((each) => covers(each, night)) ?? null;

/** The end of the claim that has this night, or null: from then on the bed is somebody else's or free again; no end is known of an open closure. */
export function claimedUntil({ claims }: BedFacts, night: Temporal.PlainDate): Temporal.PlainDate | null {
  const claim = claimOn(claims, night);
  return claim && !claim.isOpenEnded ? claim.endNight : null;
}

/** Whether someone can be welcomed to this bed on `night`: nobody in it, no claim on it, the bed in use (R6, R8). */
export function canBeGiven(facts: BedFacts, night: Temporal.PlainDate): boolean {
  return ['free', 'getting-ready'].includes(statusOf(facts, night)) && facts.bed.isInUse(night);
}

/**
 * The first night from `from` on that the bed is not free for, or null when it is free as far as anyone plans; `from` itself
 * before the house has the bed (R12). Whoever is in it now is left aside.
 */
export function freeUntil(facts: BedFacts, from: Temporal.PlainDate): Temporal.PlainDate | null {
  if (isBefore(from, facts.bed.firstNight)) return from;
  const starts = facts.claims
    .filter(({ firstNight, endNight }) => isBefore(from, endNight) && isBefore(firstNight, endNight))
    .map((claim) => claim.firstNight);
  const { lastNight } = facts.bed;
  if (lastNight) starts.push(lastNight.add({ days: 1 }));
  const first = starts.sort((one, other) => Temporal.PlainDate.compare(one, other))[0];
  return first ? laterDay(first, from) : null;
}

const covers = (claim: Claim, night: Temporal.PlainDate): boolean =>
  !isBefore(night, claim.firstNight) && isBefore(night, claim.endNight);
