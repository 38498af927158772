import type { Temporal } from 'temporal-polyfill';
import type { Contact } from './contact.js';
import { isBefore } from './days.js';
import { dueOn, type FollowUp, type IfGone, type PlanPoint, pointOf } from './follow-up.js';
import { checkTerms, type Terms } from './purposes.js';
import { RuleViolation } from './rule-violation.js';

/** By whom a guest would like to be rung (R33). */
export interface Caller {
  /** The one person they would like to hear from; null for whoever is on shift. */
  callerId: string | null;
  ifGone: IfGone | null;
}

/** All that belongs to a yes to being in touch, said at leaving (R32, R33). */
export interface InTouch {
  contact: Contact;
  terms: Terms;
  /** Codes of the house's points. */
  points: readonly string[];
  caller: Caller;
}

/** Throws a RuleViolation for a caller without a word on what happens when they are gone. */
export function checkCaller({ callerId, ifGone }: Caller): void {
  if (callerId !== null && ifGone === null) {
    throw new RuleViolation('ifGone', 'Choose what then: the team, or nobody');
  }
}

/** Throws a RuleViolation for a point that falls due after the last day of the yes. */
export function checkWithin(
  points: readonly PlanPoint[],
  { expiresOn }: Pick<Terms, 'expiresOn'>,
  departureDay: Temporal.PlainDate,
): void {
  const late = points.find((point) => expiresOn !== null && isBefore(expiresOn, dueOn(point, departureDay)));
  if (late) throw new RuleViolation('point', `Their yes ends before “${late.label}”`);
}

/** Throws as `checkTerms`, `checkCaller` and `checkWithin` do. */
export function checkInTouch(
  { contact, terms, points, caller }: InTouch,
  { departureDay, today }: { departureDay: Temporal.PlainDate; today: Temporal.PlainDate },
): void {
  checkTerms(contact, terms, today);
  checkCaller(caller);
  const known = points.flatMap((code) => pointOf(code) ?? []);
  checkWithin(known, terms, departureDay);
}

/** Whether this is the plan they chose: the same points, by the same caller. */
export const isSamePlan = (plan: readonly FollowUp[], { points, caller }: InTouch): boolean =>
  plan
    .map(({ point }) => point)
    .sort()
    .join() === [...points].sort().join() &&
  plan.every(({ callerId, ifGone }) => callerId === caller.callerId && ifGone === caller.ifGone);
