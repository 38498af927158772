import { Temporal } from 'temporal-polyfill';
import { isSameDay } from './days.js';
import type { GivenVersion } from './hiding.js';
import { isRunning, type Period } from './period.js';
import { RuleViolation } from './rule-violation.js';
import type { CountLink } from './count-links.js';
import type { CountTable } from './figure.js';
import { shareable } from './suppression.js';

/** How a house cuts its time for everyone outside; chosen once (R39). Overlapping periods would tell by their difference. */
export const grids = ['quarters', 'years'] as const;
export type Grid = (typeof grids)[number];

export const isGrid = (text: string): text is Grid => (grids as readonly string[]).includes(text);

/** What anyone was told of one period, as it was given out. Only added to. */
export interface GivenOut extends GivenVersion {
  /** 1 for the first, then one more for each correction. */
  version: number;
  madeAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
}

/** What a report counts, and what holds between its tables by what they mean. */
export interface CountsToShare {
  tables: readonly CountTable[];
  links: readonly CountLink[];
}

const MONTHS: Record<Grid, number> = { quarters: 3, years: 12 };
const WORDS: Record<Grid, string> = { quarters: 'quarter', years: 'year' };

/** The calendar quarter or year this day lies in. */
export function periodOf(grid: Grid, day: Temporal.PlainDate): Period {
  const months = MONTHS[grid];
  const start = day.with({ day: 1 }).subtract({ months: (day.month - 1) % months });
  return { start, end: start.add({ months }) };
}

/** The last one that is over on this house day. */
export const lastOver = (grid: Grid, today: Temporal.PlainDate): Period =>
  periodOf(grid, periodOf(grid, today).start.subtract({ days: 1 }));

/** Throws a RuleViolation: the grid is not chosen, the period is not of it, or it is still running. */
export function checkPeriod(
  grid: Grid | null,
  period: Period,
  today: Temporal.PlainDate,
): asserts grid is Grid {
  if (!grid) throw new RuleViolation('grid', 'Choose first: calendar quarters or calendar years');
  const { start, end } = periodOf(grid, period.start);
  if (!isSameDay(start, period.start) || !isSameDay(end, period.end)) {
    throw new RuleViolation('from', `For anyone else, choose one whole calendar ${WORDS[grid]}`);
  }
  if (isRunning(period, today)) {
    throw new RuleViolation('to', `This ${WORDS[grid]} is still running. Choose one that is over`);
  }
}

/** What these counts tell anyone today, on top of what was given out of the period before. */
export const toldToday = ({ tables, links }: CountsToShare, before: readonly GivenVersion[]) =>
  shareable(tables, before, links);

/**
 * Whether the counts have changed since, so that a reader would see it: then it can be given out corrected. A change that
 * stays within what is hidden is nobody's to know.
 */
export function canBeCorrected(now: CountsToShare, before: readonly GivenVersion[]): boolean {
  const last = before.at(-1);
  if (!last || isSame(now.tables, last.counted)) return false;
  return !isSame(toldToday(now, before), last.shared);
}

/** Both are plain data, made in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
