import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { isAhead, isRunning, isShort, lastDay, type Period } from '../domain/period.js';
import { day, dayInFull, span } from '../web/dates.js';
import { field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { PeriodForm } from './reports.forms.js';

/** The reports there are, the one that is looked at marked. */
export const reportTabs = (current: string) =>
  [
    { href: paths.outcomes(), label: 'Stay outcomes' },
    { href: paths.occupancy(), label: 'Occupancy' },
    { href: paths.withoutBedReport(), label: 'Without a bed' },
  ].map((tab) => ({ ...tab, current: tab.href === current }));

/** A browser shows nothing in its own date field for what is not a date: that stands in a plain one. */
function dayField(form: PeriodForm, name: 'from' | 'to', label: string) {
  const typed = form.typed(name);
  return field(form, name, label, { type: typed === '' || parseDay(typed) ? 'date' : 'text' });
}

/** Which period it is, and whether its figures can still change. */
function chosenWords(period: Period, isLastQuarter: boolean, today: Temporal.PlainDate): string {
  if (isAhead(period, today))
    return `This period begins ${day(period.start, today)}. There is nothing to show yet.`;
  if (isLastQuarter) return 'The last full quarter of the year.';
  if (!isRunning(period, today)) return 'A period chosen by hand. Its last day is included.';
  return `This period is still running: its last day, ${day(lastDay(period), today)}, is not over. The figures go up to ${day(today)} and will change.`;
}

/** What stands on top of every report: which one it is, of which period, and the form to choose another. */
export const reportHead = (form: PeriodForm, { period, today, title, path, what }: ReportHead) => ({
  title: titleOf(form, title),
  reportName: title,
  tabs: reportTabs(path),
  problems: problems(form),
  lead: period ? `${span(period.start, lastDay(period))} · made ${dayInFull(today)}` : what,
  action: path,
  from: dayField(form, 'from', 'First day'),
  to: dayField(form, 'to', 'Last day'),
  chosen: period && chosenWords(period, form.isLastQuarter, today),
});

interface ReportHead {
  /** Null when the period is not one. */
  period: Period | null;
  today: Temporal.PlainDate;
  title: string;
  path: string;
  /** Said where there is no period. */
  what: string;
}

/** The way to a file of this report; null while its period is not one. */
export function exportView(form: PeriodForm, period: Period | null, action: string) {
  const { errors } = form;
  if (errors.from !== undefined || errors.to !== undefined) return null;
  return {
    action,
    error: errors.sharing ?? null,
    isShort: period !== null && isShort(period),
    fields: ['from', 'to'].map((name) => ({ name, value: form.typed(name) })),
  };
}

/** '2026-07-01-to-2026-09-30': a period as file names and the trail have it. */
export const periodName = (period: Period): string =>
  `${period.start.toString()}-to-${lastDay(period).toString()}`;

/** 'from=2026-07-01&to=2026-09-30': a period as addresses have it. */
export const periodQuery = (period: Period): string =>
  `from=${period.start.toString()}&to=${lastDay(period).toString()}`;
