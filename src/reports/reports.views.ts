import type { Temporal } from 'temporal-polyfill';
import type { CountTable } from '../domain/figure.js';
import type { NightsOfStays } from '../domain/measures.js';
import type { OutcomesReport } from '../domain/outcomes-report.js';
import type { Period } from '../domain/period.js';
import { nights } from '../web/dates.js';
import { paths } from '../web/paths.js';
import { spreadChart } from './chart.views.js';
import { countTables, figureGroups } from './figures.views.js';
import { exportView, periodQuery, reportHead } from './period.views.js';
import type { PeriodForm } from './reports.forms.js';

/** Of the period, of the one before it and of the same days a year earlier. */
type ComparedOutcomes = readonly [OutcomesReport, OutcomesReport, OutcomesReport];

/** What the page of outcomes is drawn from. */
export interface OutcomesFacts {
  /** Null when the period is not one, or a file was refused. */
  report: { period: Period; outcomes: ComparedOutcomes } | null;
  today: Temporal.PlainDate;
  mayExport: boolean;
}

export function outcomesView(form: PeriodForm, { report, today, mayExport }: OutcomesFacts) {
  return {
    ...reportHead(form, {
      ...{ title: 'Stay outcomes', path: paths.outcomes(), what: 'What the stays of a period led to.' },
      ...{ period: report?.period ?? null, today },
    }),
    report: report && reportView(report.outcomes, report.period),
    exporting: mayExport ? exportView(form, report?.period ?? null, paths.outcomesFile()) : null,
    xlsx: paths.outcomesXlsx(),
    anyoneHref: paths.anyone(),
  };
}

function reportView([report, before, yearAgo]: ComparedOutcomes, period: Period) {
  const { nights, tables } = report;
  const left = nights.spread.reduce((sum, { stays }) => sum + stays, 0);
  const against = [
    { label: 'Period before', report: before },
    { label: 'A year before', report: yearAgo },
  ];
  return {
    heading: headingOf(left, nights),
    chart: left > 0 ? spreadChart(nights.spread) : null,
    left,
    groups: figureGroups(report, against, (code) => paths.outcomeStays(periodQuery(period), code)),
    ends: countTables(tables.filter(isEnd)),
    told: countTables(tables.filter((table) => !isEnd(table))),
  };
}

/** How a stay ended and where its guest went come first: they are known of every stay. */
const isEnd = ({ code }: CountTable): boolean => code === 'endings' || code === 'destinations';

/** The one sentence that says the point of the chart. */
function headingOf(left: number, { middle }: NightsOfStays): string {
  const [least = 0, most = least] = middle;
  if (left === 0) return 'No stay left in this period.';
  if (left === 1) return `1 stay left. It lasted ${nights(least)}.`;
  if (middle.length === 1) return `${left} stays left. The middle one lasted ${nights(least)}.`;
  const lasted = least === most ? nights(least) : `${least} and ${nights(most)}`;
  return `${left} stays left. The middle two lasted ${lasted}.`;
}
