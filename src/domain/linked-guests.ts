import { Temporal } from 'temporal-polyfill';
import { Conflict } from './conflict.js';
import { isBefore } from './days.js';
import type { ListEntry } from './list-entry.js';
import { mayDo } from './permissions.js';
import type { Role } from './person.js';
import { RuleViolation } from './rule-violation.js';

/** Why two records are taken to be of one person (R46). */
export const linkGrounds: readonly ListEntry[] = [
  { code: 'guest-said', label: 'The guest says so' },
  { code: 'slip', label: 'The name was mistyped' },
];

/** What is said when two records are linked. */
export interface LinkSaid {
  /** A code of `linkGrounds`. */
  ground: string;
  /** Which slip it was; needed for one. */
  reason: string | null;
}

/** A stay with what a refusal says of it. */
export interface StayBetween {
  guestName: string | null;
  bedName: string;
  arrivalDay: Temporal.PlainDate;
  /** Null while the guest is here. */
  departureDay: Temporal.PlainDate | null;
}

/** One person cannot be here twice: these two stays share a night, or both go on (R46). */
export class StaysOverlap extends Conflict {
  constructor(
    readonly one: StayBetween,
    readonly other: StayBetween,
  ) {
    super('Both were here at the same time.');
  }
}

/**
 * The guest's own yes is enough; a slip is a coordinator's to see, and says which it was (R46). Throws a RuleViolation for
 * `ground` or `reason`.
 */
export function checkLink({ ground, reason }: LinkSaid, role: Role): void {
  if (!linkGrounds.some(({ code }) => code === ground)) {
    throw new RuleViolation('ground', 'Choose how you know');
  }
  if (ground !== 'slip') return;
  if (!mayDo(role, 'guests.linkSlip')) throw new RuleViolation('ground', 'Ask a coordinator to link these');
  if (reason === null) throw new RuleViolation('reason', 'Say what was mistyped');
}

/** Throws StaysOverlap with the first two stays that share a night or both go on; a stay within one day has no night. */
export function checkApart(ours: readonly StayBetween[], theirs: readonly StayBetween[]): void {
  for (const one of ours) {
    const other = theirs.find((each) => meet(one, each));
    if (other) throw new StaysOverlap(one, other);
  }
}

/** By house days, half-open (R6); an end that is not known yet is later than any day. */
const meet = (one: StayBetween, other: StayBetween): boolean => begins(one, other) && begins(other, one);

const begins = ({ arrivalDay }: StayBetween, { departureDay }: StayBetween): boolean =>
  departureDay === null || isBefore(arrivalDay, departureDay);

/**
 * The records of one person without this one, and this one alone: as exact as when it was linked (R46). Each group begins with
 * the record the others are linked to.
 */
export const takenApart = (ids: readonly string[], id: string): string[][] => [
  ids.filter((each) => each !== id),
  [id],
];
