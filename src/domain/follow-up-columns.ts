import type { Temporal } from 'temporal-polyfill';
import { type Column, type ExportedStay, missingWords, type ReportTerms } from './column.js';
import { isBefore } from './days.js';
import type { PlanPoint } from './follow-up.js';
import { isAgreed, type PlannedPoint, type StayToExport } from './stay-to-export.js';

/** A column for each point there is to choose, or was. */
export const reachedColumns = ({ points, today }: ReportTerms): Column[] =>
  points.map((point) => ({
    name: `reached_${nameOf(point)}`,
    meaning: `Whether they were reached ${point.label}. Only what a live yes permits is told.`,
    unit: '',
    values: 'yes, no, not due yet, not agreed, not asked',
    of: (stay: ExportedStay) => reachedAt(point.code, stay, today),
  }));

/** '3_days', '11_months' */
const nameOf = ({ label }: PlanPoint): string => label.split(' ').slice(0, 2).join('_');

/** What became of a point of the plan; only what a live yes permits is told (R32). */
function reachedAt(code: string, { followUps, inTouch }: StayToExport, today: Temporal.PlainDate): string {
  const agreed = followUps.filter((each) => each.point === code && isAgreed(each, today));
  return stateOf(agreed, today) ?? (inTouch === 'not-asked' ? missingWords['not-asked'] : 'not agreed');
}

/** A point chosen twice, under two consents, was reached when either was; null for one nobody chose. */
function stateOf(chosen: readonly PlannedPoint[], today: Temporal.PlainDate): string | null {
  if (chosen.length === 0) return null;
  if (chosen.some(({ closedAs }) => closedAs === 'reached')) return 'yes';
  return chosen.some((one) => isDue(one, today)) ? 'no' : 'not due yet';
}

/** On the due day itself an open one still has its day; a closed one has had its answer. */
const isDue = ({ dueOn, closedAs }: PlannedPoint, today: Temporal.PlainDate): boolean =>
  isBefore(dueOn, closedAs === null ? today : today.add({ days: 1 }));
