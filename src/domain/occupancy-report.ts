import { BedNights, type NightCounts } from './bed-nights.js';
import { dayNumber } from './day-number.js';
import { demandFigures, demandTables } from './demand-figures.js';
import type { Report } from './figure.js';
import { nightFigures } from './night-figures.js';
import type { OccupancyFacts } from './occupancy-facts.js';
import { guestFigures } from './guest-figures.js';
import { begunBy, type Period } from './period.js';
import { type PartKind, partsOf } from './period-parts.js';
import { waitingFigures } from './waiting-figures.js';

/** Part of a period, with its nights. */
export interface PartOfPeriod {
  period: Period;
  counts: NightCounts;
}

/** How full the house was, with its nights by bed and by part for pictures and files. */
export interface OccupancyReport extends Report {
  /** As far as it has begun (R2). */
  begun: Period;
  all: NightCounts;
  byBed: readonly { name: string; counts: NightCounts }[];
  /** The parts add up to all. */
  by(kind: PartKind): PartOfPeriod[];
}

/** The one report of occupancy, for page, picture and every file (R36), as it is told on this house day. */
export function occupancyReport(
  facts: OccupancyFacts,
  period: Period,
  day: Period['start'],
): OccupancyReport {
  const nights = new BedNights(facts, period, day);
  const { all, byBed } = nights;
  const [begun, today] = [begunBy(period, day), dayNumber(day)];
  return {
    groups: [
      nightFigures(all),
      guestFigures(facts.stays, period, day),
      waitingFigures(facts.stays, facts.turnovers, begun),
      demandFigures(facts, begun, all, today),
    ],
    tables: demandTables(facts),
    begun,
    all,
    byBed,
    by: (kind) => partsOf(begun, kind).map((part) => ({ period: part, counts: nights.in(part) })),
  };
}
