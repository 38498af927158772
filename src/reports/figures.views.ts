import { type CountTable, type Figure, figureIn, type Report } from '../domain/figure.js';
import { counted } from '../web/counted.js';

/** The same report over another period, to hold this one against. */
export interface Against {
  label: string;
  report: Report;
}

/** Every figure with how many it is taken over, what it means, and what it was before (R36). `seeStays` leads to the stays behind one. */
export const figureGroups = (
  report: Report,
  against: readonly Against[],
  seeStays: ((code: string) => string) | null,
) =>
  report.groups.map(({ code, title, note, figures }) => ({
    id: code,
    title,
    note,
    against: against.map(({ label }) => label),
    nothing: figures.every((figure) => isNothing(figure, against)) ? NOTHING : null,
    figures: figures.map((figure) => ({
      ...shownFigure(figure),
      before: against.map((other) => ({ label: other.label, value: valueBefore(figure, other.report) })),
      href: seeStays && figure.stays && figure.stays.length > 0 ? seeStays(figure.code) : null,
    })),
  }));

/** Nobody there to count or to miss, neither now nor in any period it is held against. */
const isNothing = ({ code, n, missing }: Figure, against: readonly Against[]): boolean =>
  n + missing === 0 && against.every(({ report }) => (figureIn(report, code)?.n ?? 0) === 0);

/** Said instead of a row of nothings for each figure. */
const NOTHING = 'Nothing to count in this period.';

const shownFigure = (figure: Figure) => ({
  figure: figure.label,
  value: shownValue(figure),
  n: `${figure.n} ${figure.n === 1 ? figure.of.replace(/s$/, '') : figure.of}`,
  missing: figure.missing > 0 ? `${figure.missing} missing` : null,
  meaning: figure.meaning,
});

function valueBefore({ code }: Figure, report: Report): string {
  const figure = figureIn(report, code);
  return figure ? shownValue(figure) : '–';
}

/** Rounded only here. '3.6', '73.1%', '1 of 5', '5 h 20 min'; 'none' where there is nothing to take it of (R37). */
export function shownValue({ value, unit, n }: Pick<Figure, 'value' | 'unit' | 'n'>): string {
  if (value === null || (unit === 'share' && n === 0)) return 'none';
  return written[unit](value, n).replace('-', '−');
}

const written: Record<Figure['unit'], (value: number, n: number) => string> = {
  whole: (value) => String(value),
  'one-digit': (value) => rounded(value, 1),
  'two-digits': (value) => rounded(value, 2),
  change: (value) => (value > 0 ? '+' : '') + rounded(value, 2),
  share: (value, n) => `${value} of ${n}`,
  percent: (value) => `${rounded(value * 100, 1)}%`,
  minutes: (value) => duration(Math.round(value)),
};

/** Half away from zero, as people round; 1.005 is what was meant, not what its bits are. */
function rounded(value: number, digits: number): string {
  const scale = 10 ** digits;
  return String((Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale);
}

/** A ratio as a number of a file or a table, `times` 100 for a percentage; 'none' where there is nothing to take it of (R37). */
export const shownRatio = (value: number | null, times: number, digits: number): number | 'none' =>
  value === null ? 'none' : Number(rounded(value * times, digits));

/** '20 min', '5 h 20 min', '3 days 4 h' */
function duration(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return `${counted(days, 'day')} ${hours} h`;
  return hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
}

/** The tables of a report that count anything; those of one title stand side by side, a column for each time it was asked. */
export function countTables(tables: readonly CountTable[]) {
  const counting = tables.filter(({ total }) => total > 0);
  const titles = [...new Set(counting.map(({ title }) => title))];
  return titles.map((title) => sideBySide(counting.filter((table) => table.title === title)));
}

function sideBySide(tables: readonly CountTable[]) {
  const [{ code, title, column, of }] = tables as [CountTable];
  const rows = new Map(tables.flatMap((table) => table.rows.map((row) => [row.code, row.label])));
  const countIn = (table: CountTable, row: string) =>
    table.rows.find((each) => each.code === row)?.count ?? 0;
  return {
    ...{ id: code, title, column },
    series: tables.map(({ series }) => series ?? populations[of]!),
    rows: [...rows]
      .map(([row, label]) => ({ label, counts: tables.map((table) => countIn(table, row)) }))
      .filter(({ counts }) => counts.some((count) => count > 0)),
    totals: tables.map(({ total }) => total),
  };
}

/** What a table counts, for the head of its column. */
const populations: Record<string, string> = {
  left: 'Stays',
  connections: 'Connections',
  without_stay: 'Requests',
};
