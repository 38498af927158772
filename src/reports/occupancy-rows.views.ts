import type { NightCounts } from '../domain/bed-nights.js';
import { guestsPerNight, occupancyOf, occupancyOfCapacity } from '../domain/night-figures.js';
import type { OccupancyReport } from '../domain/occupancy-report.js';
import { lastDay, type Period } from '../domain/period.js';
import type { PartKind } from '../domain/period-parts.js';
import type { Cells } from './csv.service.js';
import { shownRatio } from './figures.views.js';

/** The columns of every file of occupancy, in this order. Bed-nights, but for `nights` and `fully_taken`, which are nights. */
export const occupancyColumns = [
  ...['part', 'bed', 'from', 'to', 'nights', 'capacity', 'in_service', 'closed', 'occupied'],
  ...['slept', 'held_away', 'not_known', 'held_not_used', 'fully_taken'],
  ...['occupancy', 'occupancy_of_capacity', 'guests_per_night'],
];

/** A row for all, one for each bed, and one for each part of the period: the page and every file are made of these (R36). */
export function occupancyRows(report: OccupancyReport, kind: PartKind): Cells[] {
  const { begun, all, byBed } = report;
  return [
    row('all', 'all beds', begun, all),
    ...byBed.map(({ name, counts }) => row('bed', name, begun, counts)),
    ...report.by(kind).map(({ period, counts }) => row(kind, 'all beds', period, counts)),
  ];
}

function row(part: string, bed: string, period: Period, counts: NightCounts): Cells {
  const { nights, capacity, inService, closed, occupied, slept, away, notKnown } = counts;
  return {
    ...{
      part,
      bed,
      ...days(period, nights),
      nights,
      capacity,
      in_service: inService,
      closed,
      occupied,
      slept,
    },
    ...{ held_away: away, not_known: notKnown, held_not_used: counts.heldNotUsed },
    fully_taken: counts.fullyTaken,
    occupancy: shownRatio(occupancyOf(counts), 100, 1),
    occupancy_of_capacity: shownRatio(occupancyOfCapacity(counts), 100, 1),
    guests_per_night: shownRatio(guestsPerNight(counts), 1, 2),
  };
}

/** Its first and last night; of a period that has not begun neither. */
const days = (period: Period, nights: number) => ({
  from: nights > 0 ? period.start.toString() : 'none',
  to: nights > 0 ? lastDay(period).toString() : 'none',
});
