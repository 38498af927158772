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
    figures: figures.map((figure) => ({
      ...shownFigure(figure),
      before: against.map((other) => ({ label: other.label, value: valueBefore(figure, other.report) })),
      href: seeStays && figure.stays && figure.stays.length > 0 ? seeStays(figure.code) : null,
    })),
  }));

const shownFigure = (figure: Figure) => ({
  figure: figure.label,
  value: shownValue(figure),
  n: figure.n,
  of: figure.of,
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
  return written[unit](value, n);
}

const written: Record<Figure['unit'], (value: number, n: number) => string> = {
  whole: (value) => String(value),
  'one-digit': (value) => rounded(value, 1),
  'two-digits': (value) => rounded(value, 2),
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

/** The tables of a report that have a row; an answer nobody gave has none. */
export const countTables = (tables: readonly CountTable[]) =>
  tables
    .filter(({ total }) => total > 0)
    .map(({ code, title, column, of, rows, total }) => ({
      id: code,
      title,
      column,
      of: populations[of]!,
      rows,
      total,
    }));

/** What a table counts, for the head of its column. */
const populations: Record<string, string> = { left: 'Stays', without_stay: 'Requests' };
