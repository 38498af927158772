import type { NightCounts } from '../domain/bed-nights.js';
import { occupancyOf } from '../domain/night-figures.js';
import type { PartOfPeriod } from '../domain/occupancy-report.js';
import type { PartKind } from '../domain/period-parts.js';
import { nights } from '../web/dates.js';
import { shownValue } from './figures.views.js';
import { partName } from './part-words.views.js';

export const kindWords: Record<PartKind, { one: string; many: string }> = {
  night: { one: 'Night', many: 'Nights' },
  week: { one: 'Week', many: 'Weeks' },
  month: { one: 'Month', many: 'Months' },
  year: { one: 'Year', many: 'Years' },
};

/** The one sentence that says the point. */
export function occupancyHeading(all: NightCounts): string {
  if (all.nights === 0) return 'No night of this period has begun.';
  if (all.inService === 0) return 'No bed was in service in this period.';
  const were = all.occupied === 1 ? 'was' : 'were';
  return `Of ${nights(all.inService)} in service, ${all.occupied} ${were} occupied: ${occupancyShown(all)}.`;
}

const occupancyShown = (counts: NightCounts): string =>
  shownValue({ value: occupancyOf(counts), unit: 'percent', n: counts.inService });

/** A row of the tables of nights: the same numbers for a bed, a part and all. */
export const nightRow = (name: string, counts: NightCounts) => ({
  name,
  occupied: counts.occupied,
  inService: counts.inService,
  closed: counts.closed,
  capacity: counts.capacity,
  occupancy: occupancyShown(counts),
});

/** The parts of the period, in the words of their kind. */
export const partTable = (parts: readonly PartOfPeriod[], kind: PartKind) => ({
  title: `By ${kindWords[kind].one.toLowerCase()}`,
  column: kindWords[kind].one,
  rows: parts.map(({ period, counts }) => nightRow(partName(period, kind), counts)),
});
