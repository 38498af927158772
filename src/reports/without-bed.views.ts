import type { Temporal } from 'temporal-polyfill';
import type { HouseLists } from '../domain/house-lists.js';
import type { Period } from '../domain/period.js';
import type { WithoutBedFigures } from '../domain/without-bed-figures.js';
import { counted } from '../web/counted.js';
import { paths } from '../web/paths.js';
import { exportView, reportHead } from './period.views.js';
import type { PeriodForm } from './reports.forms.js';
import type { Sheet } from './sheet.service.js';
import { type FigureRow, figureRows } from './without-bed-rows.views.js';

/** What the page is drawn from. */
export interface WithoutBedReportFacts {
  /** Null when the period is not one, or a file was refused. */
  report: { period: Period; figures: WithoutBedFigures } | null;
  today: Temporal.PlainDate;
  mayExport: boolean;
  lists: HouseLists;
}

export function withoutBedReportView(form: PeriodForm, facts: WithoutBedReportFacts) {
  const { report, today, mayExport, lists } = facts;
  return {
    ...reportHead(form, {
      ...{ title: 'Without a bed', path: paths.withoutBedReport() },
      ...{ what: 'What the house did for people without a bed.', period: report?.period ?? null, today },
    }),
    heading: report && headingOf(report.figures),
    figures: report && figureRows(report.figures, lists).map(shown),
    exporting: mayExport ? exportView(form, report?.period ?? null, paths.withoutBedFile()) : null,
  };
}

/** The one sentence that says the point. */
const headingOf = ({ visits, groups, things, calls }: WithoutBedFigures): string =>
  `${counted(visits.times, 'visit')}, ${counted(groups.times, 'group')}, ${counted(things.amount, 'thing')} given, ${counted(calls.times, 'call')}.`;

/** As the page has it: where nobody said anything there is no sum. */
const shown = ({ value, n, ...each }: FigureRow) => ({ ...each, value: value ?? 'not said', n: n ?? '' });

/** The same rows for a spreadsheet: a missing value is a word, never blank (R37). */
export const withoutBedSheet = (figures: WithoutBedFigures, lists: HouseLists): Sheet => ({
  name: 'Without a bed',
  columns: ['figure', 'label', 'value', 'n', 'meaning'],
  rows: figureRows(figures, lists).map(({ code, figure, value, n, meaning }) => [
    ...[code, figure, value ?? 'not said', n ?? (value as number), meaning],
  ]),
});
