import { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import { RuleViolation } from './rule-violation.js';

/** How soon somebody must hear of one kind of happening, in hours from when it happened; null where the house sets no time. */
export interface KindClock {
  kind: string;
  /** A coordinator of the house. */
  tellHours: number | null;
  /** Whoever outside the house has to be told. */
  reportHours: number | null;
  /** Who that is, in the words of the house. */
  reportTo: string | null;
}

/** Something somebody must hear by a time. */
export interface Due {
  /** 'tell', or 'report.' and the kind. */
  code: string;
  /** Null where it is a coordinator. */
  kind: string | null;
  reportTo: string | null;
  dueAt: Temporal.Instant;
}

export const TELL = 'tell';
const report = (kind: string): string => `report.${kind}`;

/** Longer than this is no clock: it belongs in a plan. In hours. */
export const MOST_HOURS = 720;

/**
 * Who must hear of it by when: a coordinator once, by the earliest time of all its kinds; outside the house for each kind
 * apart, for each may go to someone else. The earliest first.
 */
export function duesOf(
  { happenedAt, kinds }: { happenedAt: Temporal.Instant; kinds: readonly string[] },
  clocks: readonly KindClock[],
): Due[] {
  const own = clocks.filter(({ kind }) => kinds.includes(kind));
  const after = (hours: number) => happenedAt.add({ hours });
  const tell = own.flatMap(({ tellHours }) => tellHours ?? []);
  const dues = own.flatMap(({ kind, reportHours, reportTo }) =>
    reportHours === null ? [] : [{ code: report(kind), kind, reportTo, dueAt: after(reportHours) }],
  );
  const coordinator =
    tell.length > 0 ? [{ code: TELL, kind: null, reportTo: null, dueAt: after(Math.min(...tell)) }] : [];
  return [...coordinator, ...dues].sort((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
}

/** Whether its time has gone by. */
export const isPast = ({ dueAt }: Due, now: Temporal.Instant): boolean => isEarlier(dueAt, now);

/** Throws a RuleViolation for `tell-<kind>`, `report-<kind>` or `to-<kind>`. */
export function checkClock({ kind, tellHours, reportHours, reportTo }: KindClock): void {
  for (const [field, hours] of [
    ['tell', tellHours],
    ['report', reportHours],
  ] as const) {
    if (hours !== null && !(Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS))
      throw new RuleViolation(`${field}-${kind}`, `Enter hours from 1 to ${MOST_HOURS}, or leave it empty`);
  }
  if (reportTo !== null && reportHours === null)
    throw new RuleViolation(`report-${kind}`, 'Enter within how many hours, or clear who is told');
}

/** Whether two clocks say the same. */
export const isSameClock = (one: KindClock, other: KindClock): boolean =>
  one.tellHours === other.tellHours &&
  one.reportHours === other.reportHours &&
  one.reportTo === other.reportTo;
