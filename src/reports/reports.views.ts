import type { Temporal } from 'temporal-polyfill';
import type { HouseLists } from '../domain/house-lists.js';
import { labelOf, type ListEntry } from '../domain/list-entry.js';
import { parseDay } from '../domain/house-time.js';
import type { Count, NightsOfStays, Outcomes } from '../domain/measures.js';
import { isAhead, isRunning, isShort, lastDay, type Period } from '../domain/period.js';
import { day, dayInFull, nights, span } from '../web/dates.js';
import { field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { spreadChart } from './chart.views.js';
import { figuresOf } from './figures.views.js';
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
    problems: problems(form),
    lead: report
      ? `${span(report.period.start, lastDay(report.period))} · made ${dayInFull(today)}`
      : WHAT_IT_IS,
    action: paths.outcomes(),
    from: dayField(form, 'from', 'First day'),
    to: dayField(form, 'to', 'Last day'),
    chosen: report && chosenWords(report.period, form.isLastQuarter, today),
    report: report && reportView(report.outcomes, lists),
    exporting: mayExport ? exportView(form, report) : null,
  };
}

const WHAT_IT_IS = 'What the stays of a period led to.';

/** A browser shows nothing in its own date field for what is not a date: that stands in a plain one. */
function dayField(form: PeriodForm, name: 'from' | 'to', label: string) {
  const typed = form.typed(name);
  return field(form, name, label, { type: typed === '' || parseDay(typed) ? 'date' : 'text' });
}

function chosenWords(period: Period, isLastQuarter: boolean, today: Temporal.PlainDate): string {
  if (isAhead(period, today))
    return `This period begins ${day(period.start, today)}. There is nothing to show yet.`;
  if (isLastQuarter) return 'The last full quarter of the year.';
  if (!isRunning(period, today)) return 'A period chosen by hand. Its last day is included.';
  return `This period is still running: its last day, ${day(lastDay(period), today)}, is not over. The figures go up to ${day(today)} and will change.`;
}

function exportView(form: PeriodForm, report: OutcomesFacts['report']) {
  const { errors } = form;
  if (errors.from !== undefined || errors.to !== undefined) return null;
  return {
    action: paths.outcomesFile(),
    error: errors.sharing ?? null,
    isShort: report !== null && isShort(report.period),
    fields: ['from', 'to'].map((name) => ({ name, value: form.typed(name) })),
  };
}

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
