/** How a value is written: whole, to one or two digits after the point, with its sign, as a share of n, as a percentage, or in minutes. */
export type Unit = 'whole' | 'one-digit' | 'two-digits' | 'change' | 'share' | 'percent' | 'minutes';

/** One number of a report with everything that explains it (R36). Nothing is rounded before it is written. */
export interface Figure {
  /** Stable: files and comparisons name it. */
  code: string;
  label: string;
  unit: Unit;
  /** A percentage is a part of 1. Null where there is nothing to take it of: missing is not zero (R37). */
  value: number | null;
  /** Over how many it is taken, and what they are: 'stays', 'nights', 'requests'. */
  n: number;
  of: string;
  /** How many would belong to n and gave no answer, or could not yet. */
  missing: number;
  /** Its definition, in the words that are printed with it. */
  meaning: string;
  /** The stays it is taken over, by id; null where it is not one of stays. */
  stays: readonly string[] | null;
}

/** Figures that are read together. */
export interface FigureGroup {
  code: string;
  title: string;
  /** What must be said with them, such as "not proof of cause"; null for nothing. */
  note: string | null;
  figures: readonly Figure[];
}

/** One row of a table of counts. */
export interface CountRow {
  code: string;
  label: string;
  count: number;
}

/** Counts of people, their stays or their answers, parted by one fact: the rows add up to the total. */
export interface CountTable {
  code: string;
  /** Whose parts these are: 'left' for the stays that left. Tables of one population have one total. */
  of: string;
  title: string;
  /** What the rows tell. */
  column: string;
  /** For a fact that is asked more than once: at which time these are the answers. Tables of one title stand side by side. */
  series?: string;
  rows: readonly CountRow[];
  total: number;
}

/** The table of these things by the code each has; rows nobody has count 0, so that a table reads alike every time. */
export function countTable<Item>(
  words: Pick<CountTable, 'code' | 'of' | 'title' | 'column'>,
  rows: readonly { code: string; label: string }[],
  items: readonly Item[],
  codeOf: (item: Item) => string,
): CountTable {
  const codes = items.map(codeOf);
  return {
    ...words,
    rows: rows.map(({ code, label }) => ({
      ...{ code, label },
      count: codes.filter((each) => each === code).length,
    })),
    total: items.length,
  };
}

/** Everything a report says, for page, picture and file alike (R36). */
export interface Report {
  groups: readonly FigureGroup[];
  tables: readonly CountTable[];
}

/** A figure of whole things that needs no n of its own: it is its own n. */
export const countFigure = (
  facts: Pick<Figure, 'code' | 'label' | 'of' | 'meaning'> & { value: number } & Partial<Figure>,
): Figure => ({ unit: 'whole', n: facts.value, missing: 0, stays: null, ...facts });

/** The figure of this code, wherever in the report it stands. */
export const figureIn = ({ groups }: Report, code: string): Figure | undefined =>
  groups.flatMap(({ figures }) => figures).find((figure) => figure.code === code);
