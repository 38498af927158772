import type { NightCounts } from '../domain/bed-nights.js';
import type { Column } from '../domain/column.js';
import { guestsPerNight, occupancyOf, occupancyOfCapacity } from '../domain/night-figures.js';
import type { OccupancyReport } from '../domain/occupancy-report.js';
import { lastDay, type Period } from '../domain/period.js';
import type { PartKind } from '../domain/period-parts.js';
import { shownRatio } from './figures.views.js';
import type { Sheet, SheetCell } from './sheet.service.js';

/** One row of a file of occupancy: nights of all beds, of one bed, or of one part of the period. */
interface Part {
  part: string;
  bed: string;
  period: Period;
  counts: NightCounts;
}

interface PartColumn extends Omit<Column, 'of'> {
  of: (part: Part) => SheetCell;
}

const count = (name: string, meaning: string, of: (counts: NightCounts) => number, unit = 'bed-nights') => ({
  ...{ name, meaning, unit, values: '' },
  of: ({ counts }: Part) => of(counts),
});
const ratio = (
  name: string,
  unit: string,
  meaning: string,
  of: (counts: NightCounts) => number | 'none',
) => ({
  ...{ name, meaning, unit, values: 'none' },
  of: ({ counts }: Part) => of(counts),
});
const words = (name: string, values: string, meaning: string, of: (part: Part) => SheetCell) => ({
  ...{ name, meaning, values, unit: '', of },
});

/** The columns of every file of occupancy, in this order, with what the dictionary says of them. */
export const occupancyColumns: readonly PartColumn[] = [
  words('part', 'all, bed, night, week, month, year', 'What the row is of.', ({ part }) => part),
  words('bed', 'all beds, a name', 'The bed, for a row of one.', ({ bed }) => bed),
  // Its first and last night; of a period that has not begun neither
  words('from', 'a day, none', 'The first night.', ({ period, counts }) =>
    counts.nights > 0 ? period.start : 'none',
  ),
  words('to', 'a day, none', 'The last night.', ({ period, counts }) =>
    counts.nights > 0 ? lastDay(period) : 'none',
  ),
  count('nights', 'Nights that have begun.', ({ nights }) => nights, 'nights'),
  count('capacity', 'Nights of beds in use, closed ones too.', ({ capacity }) => capacity),
  count(
    'in_service',
    'Capacity less nights a bed is closed and nobody is in it.',
    ({ inService }) => inService,
  ),
  count('closed', 'Nights a bed is closed and nobody is in it.', ({ closed }) => closed),
  count('occupied', 'Nights a stay has the bed.', ({ occupied }) => occupied),
  count('slept', 'Occupied, less nights away and nights that are not known.', ({ slept }) => slept),
  count('held_away', 'Kept for a guest who was away, by their own word.', ({ away }) => away),
  count('not_known', 'Nobody saw the guest.', ({ notKnown }) => notKnown),
  count('held_not_used', 'Kept for somebody who did not come.', ({ heldNotUsed }) => heldNotUsed),
  count(
    'fully_taken',
    'Nights on which no bed in service was free.',
    ({ fullyTaken }) => fullyTaken,
    'nights',
  ),
  ratio('occupancy', 'percent', 'Occupied of in service.', (counts) =>
    shownRatio(occupancyOf(counts), 100, 1),
  ),
  ratio('occupancy_of_capacity', 'percent', 'Occupied of capacity.', (counts) =>
    shownRatio(occupancyOfCapacity(counts), 100, 1),
  ),
  ratio('guests_per_night', 'guests', 'Occupied by nights.', (counts) =>
    shownRatio(guestsPerNight(counts), 1, 2),
  ),
];

/** A row for all, one for each bed, and one for each part of the period: the page and every file are made of these (R36). */
export function occupancySheet(report: OccupancyReport, kind: PartKind): Sheet {
  const { begun, all, byBed } = report;
  const parts: Part[] = [
    { part: 'all', bed: 'all beds', period: begun, counts: all },
    ...byBed.map(({ name, counts }) => ({ part: 'bed', bed: name, period: begun, counts })),
    ...report.by(kind).map((each) => ({ part: kind, bed: 'all beds', ...each })),
  ];
  return {
    name: 'Nights',
    columns: occupancyColumns.map(({ name }) => name),
    rows: parts.map((part) => occupancyColumns.map(({ of }) => of(part))),
  };
}
