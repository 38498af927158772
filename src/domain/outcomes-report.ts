import type { CountTable, FigureGroup, Report } from './figure.js';
import type { HouseLists } from './house-lists.js';
import { leftIn, type NightsOfStays, outcomesOf } from './measures.js';
import type { StayToExport } from './outcome-row.js';
import { isIn, type Period } from './period.js';
import { endTables, stayFigures } from './stay-figures.js';

/** What the stays of a period led to, with the spread of their nights for the picture. */
export interface OutcomesReport extends Report {
  groups: readonly FigureGroup[];
  tables: readonly CountTable[];
  nights: NightsOfStays;
}

/** The one report of outcomes, for page, picture and every file (R36). `stays` may hold others besides. */
export function outcomesReport(
  stays: readonly StayToExport[],
  period: Period,
  lists: HouseLists,
): OutcomesReport {
  const outcomes = outcomesOf(stays, period, lists);
  const left = leftIn(period, stays).map(({ id }) => id);
  const arrived = stays.filter((stay) => !stay.isUndone && isIn(period, stay.arrivalDay)).map(({ id }) => id);
  return {
    groups: [stayFigures(outcomes, left, arrived)],
    tables: endTables(outcomes, lists),
    nights: outcomes.nights,
  };
}
