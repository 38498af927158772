import { lastDay, type Period } from '../domain/period.js';
import type { PartKind } from '../domain/period-parts.js';
import { day, month, span } from '../web/dates.js';

/** What a table calls a part: 'Mon 2 Feb 2026', '2 to 8 February 2026', 'February 2026', '2026'. A cut one by its days. */
export function partName(period: Period, kind: PartKind): string {
  if (kind === 'night') return day(period.start, NO_YEAR.start(period));
  if (kind === 'month' && isWhole(period, { months: 1 })) return month(period.start);
  if (kind === 'year' && isWhole(period, { years: 1 })) return String(period.start.year);
  return span(period.start, lastDay(period));
}

/** So that the year is always said. */
const NO_YEAR = { start: ({ start }: Period) => start.subtract({ years: 1 }) };

const isWhole = ({ start, end }: Period, long: { months: number } | { years: number }): boolean =>
  start.day === 1 && start.add(long).equals(end);

/** The same in a word under its column, and what stands below that where it changes. */
export function partShort({ start }: Period, kind: PartKind, isFirst: boolean): [string, string] {
  const [, number, name] = day(start).split('\u00a0') as [string, string, string];
  if (kind === 'year') return [String(start.year), ''];
  if (kind === 'month') return [name, isFirst || start.month === 1 ? String(start.year) : ''];
  const isNew = isFirst || start.day <= (kind === 'night' ? 1 : 7);
  return [number, isNew ? name : ''];
}
