import type { CountTable } from './figure.js';

/** A count of a report: a row of a table, or the total of a population. */
export type CountName = { table: string; row: string } | { of: string };

/** Counts that are one and the same by what they mean, such as a row and the population that is parted further. */
export interface SameCount {
  same: readonly CountName[];
}

/**
 * Parts of a whole that share nobody. Where they are not all of it, the rest is a count of people as well, which nobody is told:
 * stays that left, less those after which a guest can come back, are the deaths.
 */
export interface PartsOfWhole {
  whole: CountName;
  parts: readonly CountName[];
  isAll: boolean;
}

/**
 * What holds between counts of different tables whatever happened. Whoever reads the report knows it too, so what is not said
 * here is not protected (R39).
 */
export type CountLink = SameCount | PartsOfWhole;

export const isSameCount = (link: CountLink): link is SameCount => 'same' in link;

/** One text for each count of a report. */
export const keyOf = (name: CountName): string =>
  'of' in name ? `of ${name.of}` : `row ${name.table} ${name.row}`;

/** The count itself; a row that a table does not have, and a population without a table, count 0. */
export function countOf(name: CountName, tables: readonly CountTable[]): number {
  if ('of' in name) return tables.find(({ of }) => of === name.of)?.total ?? 0;
  const table = tables.find(({ code }) => code === name.table);
  return table?.rows.find(({ code }) => code === name.row)?.count ?? 0;
}

/** Every count of these tables by its name: each total once, each row. */
export function namesIn(tables: readonly CountTable[]): CountName[] {
  const populations = [...new Set(tables.map(({ of }) => of))];
  return [...populations.map((of) => ({ of })), ...tables.flatMap(rowNames)];
}

export const rowNames = ({ code, rows }: CountTable): CountName[] =>
  rows.map((row) => ({ table: code, row: row.code }));
