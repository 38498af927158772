import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './departure-lists.js';

/** One moment after leaving at which a guest may want to be in touch (R33). */
export interface PlanPoint extends ListEntry {
  after: { days: number } | { months: number };
}

/** The house's points; nothing is ticked beforehand (R33). */
export const planPoints: readonly PlanPoint[] = [
  { code: '3d', label: '3 days after leaving', after: { days: 3 } },
  { code: '30d', label: '30 days after leaving', after: { days: 30 } },
  { code: '180d', label: '180 days after leaving', after: { days: 180 } },
  { code: '11m', label: '11 months after leaving', after: { months: 11 } },
];

export type ClosedAs = 'reached' | 'not-reached' | 'not-this-one' | 'stopped' | 'died' | 'undone';

/** One point of the plan a guest chose at leaving. Exists only with their consent (R32). */
export class FollowUp {
  id: string;
  stayId: string;
  consentId: string;
  point: string;
  dueOn: Temporal.PlainDate;
  /** When the next try is proposed, once there was one. */
  nextTryAt: Temporal.Instant | null = null;
  /** Nothing goes out from the house: the guest said "I will call you", or someone else answered. */
  waitsSince: Temporal.Instant | null = null;
  closedAt: Temporal.Instant | null = null;
  closedAs: ClosedAs | null = null;
  version = 1;
}
