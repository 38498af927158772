import { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import { RuleViolation } from './rule-violation.js';

export const shiftRoles = ['shift', 'on-call'] as const;

export type ShiftRole = (typeof shiftRoles)[number];

/** Nobody is put down for longer at once, nor further ahead, in days of 24 hours. */
export const LONGEST_DAYS = 31;
const FURTHEST_DAYS = 90;

/** Somebody who is on shift or on call for some hours. Who signs in and writes is not on shift by that (R30). */
export class OnShift {
  id: string;
  personId: string;
  role: ShiftRole;
  fromAt: Temporal.Instant;
  /** Not part of it. */
  toAt: Temporal.Instant;
  phone: string | null;
  putBy: string;
  putAt: Temporal.Instant;
  /** When somebody took them off before their time was over. */
  endedAt: Temporal.Instant | null = null;
  endedBy: string | null = null;
  undoneAt: Temporal.Instant | null = null;

  /** Throws a RuleViolation for `from` or `to`: an end before the beginning, one that is over, too long, too far ahead. */
  constructor(facts: {
    id: string;
    personId: string;
    role: ShiftRole;
    fromAt: Temporal.Instant;
    toAt: Temporal.Instant;
    phone: string | null;
    putBy: string;
    putAt: Temporal.Instant;
  }) {
    const { fromAt, toAt, putAt } = facts;
    if (!isEarlier(fromAt, toAt)) throw new RuleViolation('to', 'This is not after the beginning');
    if (!isEarlier(putAt, toAt)) throw new RuleViolation('to', 'This is over. Enter a time still to come');
    if (isEarlier(fromAt.add({ hours: LONGEST_DAYS * 24 }), toAt))
      throw new RuleViolation('to', `Enter at most ${LONGEST_DAYS} days at once`);
    if (isEarlier(putAt.add({ hours: FURTHEST_DAYS * 24 }), fromAt))
      throw new RuleViolation('from', `Enter a time within ${FURTHEST_DAYS} days`);
    this.id = facts.id;
    this.personId = facts.personId;
    this.role = facts.role;
    this.fromAt = fromAt;
    this.toAt = toAt;
    this.phone = facts.phone;
    this.putBy = facts.putBy;
    this.putAt = putAt;
  }

  /** Until when they really are: their end, or the moment at which they were taken off. */
  get until(): Temporal.Instant {
    return this.endedAt && isEarlier(this.endedAt, this.toAt) ? this.endedAt : this.toAt;
  }

  /** Whether any moment from `start` up to, but not at, `end` is theirs. */
  touches(start: Temporal.Instant, end: Temporal.Instant): boolean {
    if (this.undoneAt !== null) return false;
    return isEarlier(this.fromAt, this.until) && isEarlier(this.fromAt, end) && isEarlier(start, this.until);
  }

  isAt(now: Temporal.Instant): boolean {
    return this.touches(now, now.add({ seconds: 1 }));
  }

  /** Whether they are still to be read of: running or still to come. */
  isAhead(now: Temporal.Instant): boolean {
    return this.undoneAt === null && isEarlier(now, this.until) && isEarlier(this.fromAt, this.until);
  }
}

/** Who is on shift and on call at one moment. */
export interface Planned {
  onShift: readonly string[];
  onCall: readonly { name: string; phone: string | null }[];
}

export const NOBODY_PLANNED: Planned = { onShift: [], onCall: [] };

/** 'Ines 555-0100': whoever is on call by the plan, else the line of the house. A name without a number keeps that line. */
export function onCallWords({ onCall }: Planned, houseLine: string): string {
  const names = onCall.map(({ name, phone }) => [name, phone].filter(Boolean).join(' '));
  const isReached = onCall.some(({ phone }) => phone !== null);
  return [names.join(', '), ...(isReached || houseLine === '' ? [] : [houseLine])]
    .filter(Boolean)
    .join(', or ');
}
