import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { Period } from './period.js';

/** How a period is parted. Weeks begin on a Monday. */
export type PartKind = 'night' | 'week' | 'month' | 'year';

/** From the finest to the coarsest. */
export const partKinds: readonly PartKind[] = ['night', 'week', 'month', 'year'];

/** So many parts are taken in at a look; what nobody chose is never parted finer. */
const EASILY_READ = 36;

/** A picture and its table show no more than these of a kind: more are shown by a coarser one. */
const MOST_SHOWN = { night: 93, week: 53, month: EASILY_READ, year: Infinity };

/** The period in order, without gap or overlap; the first and the last part may be cut. */
export function partsOf({ start, end }: Period, kind: PartKind): Period[] {
  const parts: Period[] = [];
  for (let from = start; isBefore(from, end);) {
    const next = nextOf(from, kind);
    const until = isBefore(next, end) ? next : end;
    parts.push({ start: from, end: until });
    from = until;
  }
  return parts;
}

/** The finest kind that is easily read. */
export const usualKind = (period: Period): PartKind =>
  partKinds.find((kind) => hasAtMost(period, kind, EASILY_READ)) ?? 'year';

/** The kind that was chosen, or the next coarser one that a picture can show. */
export const shownKind = (period: Period, chosen: PartKind): PartKind =>
  partKinds.slice(partKinds.indexOf(chosen)).find((kind) => hasAtMost(period, kind, MOST_SHOWN[kind])) ??
  'year';

/** Without making more of them than that. */
function hasAtMost({ start, end }: Period, kind: PartKind, most: number): boolean {
  let from = start;
  for (let count = 0; isBefore(from, end); count += 1) {
    if (count >= most) return false;
    from = nextOf(from, kind);
  }
  return true;
}

/** The first day of the part after the one this day lies in. */
function nextOf(day: Temporal.PlainDate, kind: PartKind): Temporal.PlainDate {
  if (kind === 'night') return day.add({ days: 1 });
  if (kind === 'week') return day.add({ days: 8 - day.dayOfWeek });
  if (kind === 'month') return day.with({ day: 1 }).add({ months: 1 });
  return day.with({ month: 1, day: 1 }).add({ years: 1 });
}
