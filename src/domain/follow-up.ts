import type { Temporal } from 'temporal-polyfill';
import type { Consent } from './consent.js';
import type { ListEntry } from './list-entry.js';

/** One moment after leaving at which a guest may want to be in touch (R33). */
export interface PlanPoint extends ListEntry {
  after: { days: number } | { months: number };
}

const LONGEST = { d: 730, m: 24 };

/**
 * The point a code stands for: '3d' is 3 days after leaving, '11m' 11 months. Null for what is none. The code says all of it, so
 * that a plan and a report keep their meaning whatever the house offers later.
 */
export function pointOf(code: string): PlanPoint | null {
  const [, digits, unit] = /^([1-9]\d{0,2})([dm])$/.exec(code) ?? [];
  const count = Number(digits);
  if (digits === undefined || count > LONGEST[unit as 'd' | 'm']) return null;
  const [name, after] = unit === 'd' ? ['day', { days: count }] : ['month', { months: count }];
  return {
    code,
    label: `${count} ${name}${count === 1 ? '' : 's'} after leaving`,
    after: after as PlanPoint['after'],
  };
}

/** '3 days after leaving'; the code itself for what is no point. */
export const pointLabel = (code: string): string => pointOf(code)?.label ?? code;

/** The house day on which a point is due; months end on the same day of the month, or on its last one (R33). */
export const dueOn = (point: PlanPoint, departureDay: Temporal.PlainDate): Temporal.PlainDate =>
  departureDay.add(point.after, { overflow: 'constrain' });

export type IfGone = 'team' | 'nobody';

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
  /** Nothing goes out from the house: the guest said "I will call you", or the last try left it to them. */
  waitsSince: Temporal.Instant | null = null;
  closedAt: Temporal.Instant | null = null;
  closedAs: ClosedAs | null = null;
  /** The one person the guest would like to hear from; null for whoever is on shift. */
  callerId: string | null = null;
  /** Who rings when that person no longer works here, by the guest's own wish. */
  ifGone: IfGone | null = null;
  /** After so many tries without an answer it closes: as the house had it when this was planned. */
  mostTries: number;
  version = 1;

  constructor(facts: {
    id: string;
    consent: Consent;
    point: PlanPoint;
    departureDay: Temporal.PlainDate;
    mostTries: number;
  }) {
    this.mostTries = facts.mostTries;
    this.id = facts.id;
    this.stayId = facts.consent.stayId;
    this.consentId = facts.consent.id;
    this.point = facts.point.code;
    this.dueOn = dueOn(facts.point, facts.departureDay);
    if (facts.consent.channel === 'they-call') this.waitsSince = facts.consent.givenAt;
  }

  get isOpen(): boolean {
    return this.closedAt === null;
  }
}

/** Why nothing is asked at it, in a sentence; null once they were reached and while their yes holds (R32, R35). */
export function whyNotAsked(
  { closedAs }: Pick<FollowUp, 'closedAs'>,
  consent: Pick<Consent, 'isLive'>,
  today: Temporal.PlainDate,
): string | null {
  if (!consent.isLive(today)) return 'Their yes does not hold any more: nothing is asked.';
  return closedAs === 'reached' ? null : 'Nothing is asked before they were reached.';
}

/** Those that nobody touched yet: open and without a try that counts (R33). */
export const untouched = <One extends Pick<FollowUp, 'id' | 'isOpen'>>(
  plan: readonly One[],
  tries: readonly { followUpId: string }[],
): One[] => plan.filter(({ id, isOpen }) => isOpen && !tries.some(({ followUpId }) => followUpId === id));

/** The house day on which it is due when the guest left on `departureDay`; a point the plan no longer has stays (R33). */
export function dueAfter(
  { point, dueOn: before }: Pick<FollowUp, 'point' | 'dueOn'>,
  departureDay: Temporal.PlainDate,
): Temporal.PlainDate {
  const known = pointOf(point);
  return known ? dueOn(known, departureDay) : before;
}
