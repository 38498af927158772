/** The most people, stays or answers that stay hidden when anyone may read (R39). */
export const MOST_HIDDEN = 10;

/**
 * What anyone is told of a count: the count itself, that it is 1 to 10, or nothing. Of a row "not shown" tells that it is more
 * than 10; of a total nothing at all.
 */
export type Told = number | 'fewer' | 'not-shown';

/** One row of a table that anyone may read. */
export interface SharedRow {
  code: string;
  label: string;
  told: Told;
}

/** A table of counts as anyone may read it. */
export interface SharedTable {
  code: string;
  /** Whose parts these are: tables of one population have one total. */
  of: string;
  title: string;
  column: string;
  /** At which time these are the answers, for a fact that is asked more than once. */
  series?: string;
  /** Null when no choice of hidden rows would keep the small ones from being worked out: the table is left out. */
  rows: readonly SharedRow[] | null;
  total: Told;
}

/** How a count reads on a page and in a file. */
export function toldWords(told: Told): string {
  if (told === 'fewer') return 'fewer than 11';
  return told === 'not-shown' ? 'not shown' : String(told);
}

/** A count of people that must not be told (R39). */
export const isSmall = (count: number): boolean => count >= 1 && count <= MOST_HIDDEN;
