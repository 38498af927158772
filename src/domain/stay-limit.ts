import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import { RuleViolation } from './rule-violation.js';

/**
 * How long somebody stays, as the house decided it from a day on (R22): for the whole house, or further for the nights in one
 * bed. A later one for the same beds takes its place for whoever arrives from its own day on.
 */
export interface StayLimit {
  id: string;
  /** The bed whose nights it counts; null for every bed of the house. */
  bedId: string | null;
  fromDay: Temporal.PlainDate;
  /** The most nights of one stay; null for a bed that has no limit of its own any more. */
  mostNights: number | null;
  /** The most nights of one person in any `rollingDays` days; both or neither. */
  rollingNights: number | null;
  rollingDays: number | null;
}

/**
 * Throws a RuleViolation when it limits nothing, when its numbers do not go together, or when it
 * would change what held for those who are here already.
 */
export function checkLimit(limit: Omit<StayLimit, 'id'>, today: Temporal.PlainDate): void {
  if (isBefore(limit.fromDay, today))
    throw new RuleViolation('fromDay', 'This day is over. Choose a day still to come');
  if (limit.bedId === null && limit.mostNights === null)
    throw new RuleViolation('mostNights', 'Enter the most nights of one stay in the house');
  checkRolling(limit);
}

function checkRolling({ rollingNights, rollingDays }: Omit<StayLimit, 'id'>): void {
  if (rollingNights === null && rollingDays === null) return;
  if (rollingNights === null) throw new RuleViolation('rollingNights', 'Enter both numbers, or neither');
  if (rollingDays === null) throw new RuleViolation('rollingDays', 'Enter both numbers, or neither');
  if (rollingNights >= rollingDays) throw new RuleViolation('rollingNights', 'Enter fewer nights than days');
}

/** A day on which nobody is asked to leave (R22). */
export interface KeptDay {
  day: Temporal.PlainDate;
  name: string;
}
