import { Temporal } from 'temporal-polyfill';
import type { Bed } from './bed.js';
import type { Claim } from './bed-board.js';
import { BedTaken } from './conflict.js';
import { isBefore } from './days.js';
import { RuleViolation } from './rule-violation.js';

/** A claim of the ledger with what a refusal says of it (R13). */
export interface KnownClaim extends Claim {
  id: string;
  bedId: string;
  /** Who it is for; null for a closure and for somebody without a name. Reaches a page as a GuestName only. */
  name: string | null;
  /** The stay whose nights they are. */
  stayId?: string | null;
}

/** A bed with every claim on it that is not over when the guard asks, those of the guests who are here too. */
export interface GuardedBed {
  bed: Bed;
  claims: readonly KnownClaim[];
  /** Somebody is in it now (R8). */
  isOccupied: boolean;
  /** The part of a stay of whoever is in it: the id of their claim. */
  occupant?: string | null;
}

/** Nights d of one bed with `firstNight <= d < endNight` (R6) that an act wants. */
export interface Wanted {
  bedId: string;
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
  /** The ids of the claims that are the act's own: a longer stay does not stand in its own way. */
  own?: readonly string[];
  /** Somebody goes into the bed now, so nobody may be in it (R6). */
  isEntered?: boolean;
}

/** What stands in the way of an act, and the ways out (R13). */
export interface Obstacle {
  bed: Bed;
  wanted: Wanted;
  /** The first claim in the way; null when the bed is not in use on all of these nights. */
  by: KnownClaim | null;
  /** The last day on which these nights could end, or null when not even the first one is free. */
  latest: Temporal.PlainDate | null;
  /** The beds that are free for all of the wanted nights, in the house's own order. */
  free: readonly Bed[];
}

/**
 * The one guard (R13): every act that changes dates or bed asks it before it writes. Throws BedTaken with what stands in
 * the way and the beds that are free, a RuleViolation for `bedId` when there is no such bed.
 */
export function guardNights(beds: readonly GuardedBed[], wanted: Wanted): void {
  const asked = beds.find(({ bed }) => bed.id === wanted.bedId);
  if (!asked) throw new RuleViolation('bedId', 'Choose a bed');
  if (isFreeFor(asked, wanted)) return;
  throw new BedTaken('This bed is not free for all of these nights.', {
    bed: asked.bed,
    wanted,
    by: claimsInTheWay(asked, wanted)[0] ?? (isBarred(asked, wanted) ? occupantOf(asked) : null),
    latest: latestEnd(asked, wanted),
    free: freeFor(beds, wanted),
  });
}

/** Whoever is in it now: nobody else goes in, whichever nights they want (R8). */
const occupantOf = ({ claims, occupant }: GuardedBed): KnownClaim | null =>
  claims.find(({ id }) => id === occupant) ?? null;

/**
 * The beds that are free for all of these nights, in the house's own order, and empty where somebody goes in now; the asked
 * one is not among them, nor one that the act itself empties.
 */
export const freeFor = (beds: readonly GuardedBed[], wanted: Wanted): Bed[] =>
  beds
    .filter((each) => each.bed.id !== wanted.bedId && !(wanted.isEntered && each.isOccupied))
    .filter((each) => isFreeFor(each, wanted))
    .map(({ bed }) => bed);

/**
 * The day up to which a bed is free from `wanted.firstNight` on: the first day some other claim has the night, or the day
 * after the bed's last one. Null when it is free without end, `wanted.firstNight` itself when not even that night is free.
 */
export function freeUpTo(each: GuardedBed, wanted: Wanted): Temporal.PlainDate | null {
  const { firstNight } = wanted;
  if (isBarred(each, wanted) || !each.bed.isInUse(firstNight)) return firstNight;
  const starts = others(each, wanted)
    .filter(({ endNight }) => isBefore(firstNight, endNight))
    .map((claim) => (isBefore(claim.firstNight, firstNight) ? firstNight : claim.firstNight));
  if (each.bed.lastNight) starts.push(each.bed.lastNight.add({ days: 1 }));
  return starts.sort((one, other) => Temporal.PlainDate.compare(one, other))[0] ?? null;
}

/**
 * All that keeps these nights from being had, or null when nothing does: every claim in the way, and the latest day they
 * could end on. For acts that must name more than the first (R11).
 */
export function inTheWayOf(
  each: GuardedBed,
  wanted: Wanted,
): { claims: KnownClaim[]; latest: Temporal.PlainDate | null } | null {
  if (isFreeFor(each, wanted)) return null;
  return { claims: claimsInTheWay(each, wanted), latest: latestEnd(each, wanted) };
}

function isFreeFor(each: GuardedBed, wanted: Wanted): boolean {
  if (isBarred(each, wanted)) return false;
  const until = freeUpTo(each, wanted);
  return until === null || !isBefore(until, wanted.endNight);
}

function latestEnd(each: GuardedBed, wanted: Wanted): Temporal.PlainDate | null {
  const until = freeUpTo(each, wanted);
  return until && isBefore(wanted.firstNight, until) ? until : null;
}

/** Every claim that has one of these nights, first come first. */
export const claimsInTheWay = (each: GuardedBed, wanted: Wanted): KnownClaim[] =>
  others(each, wanted)
    .filter(
      (claim) => isBefore(claim.firstNight, wanted.endNight) && isBefore(wanted.firstNight, claim.endNight),
    )
    .sort((one, other) => Temporal.PlainDate.compare(one.firstNight, other.firstNight));

const others = ({ claims }: GuardedBed, { own = [] }: Wanted): KnownClaim[] =>
  claims.filter(({ id, firstNight, endNight }) => !own.includes(id) && isBefore(firstNight, endNight));

/** Somebody is in the bed whom the act does not move out of it. */
const isBarred = ({ isOccupied, occupant }: GuardedBed, { isEntered = false, own = [] }: Wanted): boolean =>
  isEntered && isOccupied && !own.includes(occupant ?? '');
