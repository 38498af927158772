import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { isAhead, isRunning, isShort, lastDay, type Period } from '../domain/period.js';
import { day } from '../web/dates.js';
import { field } from '../web/fields.js';
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
export function dayField(form: PeriodForm, name: 'from' | 'to', label: string) {
  const typed = form.typed(name);
  return field(form, name, label, { type: typed === '' || parseDay(typed) ? 'date' : 'text' });
}

/** Which period it is, and whether its figures can still change. */
export function chosenWords(period: Period, isLastQuarter: boolean, today: Temporal.PlainDate): string {
  if (isAhead(period, today))
    return `This period begins ${day(period.start, today)}. There is nothing to show yet.`;
  if (isLastQuarter) return 'The last full quarter of the year.';
  if (!isRunning(period, today)) return 'A period chosen by hand. Its last day is included.';
  return `This period is still running: its last day, ${day(lastDay(period), today)}, is not over. The figures go up to ${day(today)} and will change.`;
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
