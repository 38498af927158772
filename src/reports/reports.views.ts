import type { Temporal } from 'temporal-polyfill';
import type { HouseLists } from '../domain/house-lists.js';
import { labelOf, type ListEntry } from '../domain/list-entry.js';
import type { Count, NightsOfStays, Outcomes } from '../domain/measures.js';
import { lastDay, type Period } from '../domain/period.js';
import { dayInFull, nights, span } from '../web/dates.js';
import { problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { spreadChart } from './chart.views.js';
import { figuresOf } from './figures.views.js';
import { chosenWords, dayField, exportView, reportTabs } from './period.views.js';
import type { PeriodForm } from './reports.forms.js';

/** What the page of outcomes is drawn from. */
export interface OutcomesFacts {
  /** Null when the period is not one, or a file was refused. */
  report: { period: Period; outcomes: Outcomes } | null;
  today: Temporal.PlainDate;
  mayExport: boolean;
  lists: HouseLists;
}

export function outcomesView(form: PeriodForm, { report, today, mayExport, lists }: OutcomesFacts) {
  return {
    title: titleOf(form, 'Stay outcomes'),
    tabs: reportTabs(paths.outcomes()),
    problems: problems(form),
    lead: report
      ? `${span(report.period.start, lastDay(report.period))} · made ${dayInFull(today)}`
      : WHAT_IT_IS,
    action: paths.outcomes(),
    from: dayField(form, 'from', 'First day'),
    to: dayField(form, 'to', 'Last day'),
    chosen: report && chosenWords(report.period, form.isLastQuarter, today),
    report: report && reportView(report.outcomes, lists),
    exporting: mayExport ? exportView(form, report?.period ?? null, paths.outcomesFile()) : null,
  };
}

const WHAT_IT_IS = 'What the stays of a period led to.';

function reportView(outcomes: Outcomes, lists: HouseLists) {
  const { left } = outcomes;
  // A stay without an answer is counted under a word of the other list
  const words = [...lists.of('endings').words, ...lists.of('destinations').words];
  const labelled = (counts: readonly Count[]) =>
    counts.map((each) => ({ ...each, label: labelOf(words, each.code) }));
  return {
    heading: headingOf(left, outcomes.nights),
    chart: left > 0 ? spreadChart(outcomes.nights.spread) : null,
    left,
    figures: figuresOf(outcomes),
    answers: [
      answersOf('endings', 'How the stays ended', 'Ending', labelled(outcomes.endings), left),
      answersOf(
        'destinations',
        'Where the guests went',
        'Destination',
        labelled(outcomes.destinations),
        left,
      ),
    ],
  };
}

/** The one sentence that says the point of the chart. */
function headingOf(left: number, { middle }: NightsOfStays): string {
  const [least = 0, most = least] = middle;
  if (left === 0) return 'No stay left in this period.';
  if (left === 1) return `1 stay left. It lasted ${nights(least)}.`;
  if (middle.length === 1) return `${left} stays left. The middle one lasted ${nights(least)}.`;
  const lasted = least === most ? nights(least) : `${least} and ${nights(most)}`;
  return `${left} stays left. The middle two lasted ${lasted}.`;
}

const answersOf = (
  id: string,
  heading: string,
  column: string,
  rows: (Count & ListEntry)[],
  left: number,
) => ({
  id,
  heading,
  column,
  rows,
  left,
});
