import { foldName } from './guest.js';
import type { DateOrder } from './import-dates.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** What a column of an earlier spreadsheet can tell of a stay. */
export const importFacts = [
  { code: 'name', label: 'Guest’s name' },
  { code: 'number', label: 'Guest’s number in the old book' },
  { code: 'bed', label: 'Bed' },
  { code: 'arrived', label: 'Arrived: day, or day and time' },
  { code: 'left', label: 'Left: day, or day and time' },
  { code: 'planned', label: 'First planned leaving day' },
  { code: 'before', label: 'Stayed before' },
  { code: 'heard', label: 'How they heard of us' },
  { code: 'ending', label: 'How the stay ended' },
  { code: 'destination', label: 'Where they went' },
] as const satisfies readonly ListEntry[];

export type ImportFact = (typeof importFacts)[number]['code'];

/** Nothing else is needed of a row. */
export const neededFacts = ['bed', 'arrived', 'left'] as const satisfies readonly ImportFact[];

export const MOST_COLUMNS = 60;
/** Rows of one file, its header not counted. */
export const MOST_ROWS = 10_000;

/** How a file is read: which column tells what, and what is done where it is unclear. */
export interface ImportChoices {
  /** By column; null for one that is left out. */
  facts: readonly (ImportFact | null)[];
  dateOrder: DateOrder;
  /** Rows with exactly the same name, and no number, are one guest. */
  isSameByName: boolean;
  /** A word on none of our lists counts as not asked; otherwise it is a problem of its row. */
  skipsUnknownWords: boolean;
  /** A bed was in use from its first night in the file on, however late it came into this file. */
  opensBeds: boolean;
}

const heads: Readonly<Record<ImportFact, RegExp>> = {
  number: /^(guest |client |person |old )?(number|no|nr|id|code)$|^(guest|person) (number|no|nr|id)/,
  planned: /plan|expected|due/,
  before: /before|first stay|returning|repeat/,
  heard: /heard|refer|source/,
  ending: /^(how (it|the stay) )?end(ing|ed)?( reason)?$|outcome|reason|how (it|the stay) ended/,
  destination: /destination|went to|where|moved to|going/,
  arrived: /arriv|check ?in|came|start|admit|^from|^in$|entry/,
  left: /^left|leav|check ?out|depart|exit|discharg|^to$|^until|^out$|end (date|day)/,
  bed: /\bbed\b|room/,
  name: /name|guest|who|alias/,
};

/** Which fact each column tells, as its header says; each fact is guessed once. */
export function guessFacts(headers: readonly string[]): (ImportFact | null)[] {
  const free = new Set(Object.keys(heads) as ImportFact[]);
  return headers.map((header) => {
    const folded = foldName(header);
    const fact = [...free].find((code) => heads[code].test(folded)) ?? null;
    if (fact) free.delete(fact);
    return fact;
  });
}

/** The field of a form that asks what a column (from 0) tells. */
export const columnField = (index: number): string => `column-${index}`;

/** Throws a RuleViolation for the column that tells what another tells already, for `main` when a needed fact is missing. */
export function checkFacts(facts: readonly (ImportFact | null)[]): void {
  facts.forEach((fact, index) => {
    if (fact && facts.indexOf(fact) < index)
      throw new RuleViolation(columnField(index), `Another column tells this already: ${factLabel(fact)}`);
  });
  const missing = neededFacts.find((fact) => !facts.includes(fact));
  if (missing) throw new RuleViolation('main', `Choose the column for this: ${factLabel(missing)}`);
}

const factLabel = (fact: ImportFact): string => importFacts.find(({ code }) => code === fact)!.label;

/** Whether nobody can be known by this: days, times and numbers. What else stands in a file may be a name. */
export const isNoName = (cell: string): boolean => !/\p{L}/u.test(cell.replace(/[TZ]|\b[ap]m\b/giu, ''));
