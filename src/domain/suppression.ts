import type { CountLink } from './count-links.js';
import type { CountTable } from './figure.js';
import { type Counts, type GivenVersion, Hiding } from './hiding.js';
import { knownCounts, type Protected } from './known-counts.js';
import type { SharedTable } from './shared-table.js';
import { couldBeOther } from './witness.js';

/**
 * What anyone may read of these tables together (R39). No count of 1 to 10 is told, nor can one be worked out from all that
 * is told here and was told in the earlier versions `before` of the same period: for each there is another world that fits.
 * `links` are what holds between the tables by what they mean. Throws where rows do not add up to their total, or links do not
 * hold: then nothing may leave.
 */
export function shareable(
  tables: readonly CountTable[],
  before: readonly GivenVersion[] = [],
  links: readonly CountLink[] = [],
): SharedTable[] {
  checkSums(tables);
  const hiding = new Hiding({ tables: withEarlierRows(tables, before), before, links });
  do hiding.follow();
  while (tellsTooMuch(hiding));
  return hiding.counts.tables.map((table) => sharedTable(table, hiding));
}

/** Tells less of a small count that can be worked out, from this report alone or with the earlier ones; false when none can. */
function tellsTooMuch(hiding: Hiding): boolean {
  const found = [[], hiding.counts.before].flatMap((before) => workedOut(hiding, before));
  if (found.length > 0 && !tellLess(found, hiding)) {
    if (hiding.tellsNothing) return false;
    hiding.tellNothing();
  }
  return found.length > 0;
}

function workedOut(hiding: Hiding, before: readonly GivenVersion[]): Protected[] {
  const { balances, small } = knownCounts(hiding, before);
  return small.filter(({ unknown }) => !couldBeOther(unknown, balances));
}

/** Of one at a time: what it takes with it may be enough for the next. */
function tellLess(found: readonly Protected[], hiding: Hiding): boolean {
  return found.some(({ names }) => names.filter((name) => hiding.tellLess(name)).length > 0);
}

function sharedTable(table: CountTable, hiding: Hiding): SharedTable {
  const { code, of, title, column, series } = table;
  const rows = table.rows.map((row) => ({
    code: row.code,
    label: row.label,
    told: hiding.told({ table: code, row: row.code }),
  }));
  return {
    code,
    of,
    title,
    column,
    ...(series !== undefined && { series }),
    rows: hiding.isLeftOut(code) ? null : rows,
    total: hiding.told({ of }),
  };
}

/** Rows that are gone since stay with 0: nobody reads in a row that is missing what it was. */
function withEarlierRows(tables: readonly CountTable[], before: Counts['before']): CountTable[] {
  return tables.map((table) => {
    const earlier = before.flatMap(
      ({ counted }) => counted.find(({ code }) => code === table.code)?.rows ?? [],
    );
    const gone = new Map(earlier.map((row) => [row.code, { ...row, count: 0 }]));
    for (const { code } of table.rows) gone.delete(code);
    return { ...table, rows: [...table.rows, ...gone.values()] };
  });
}

function checkSums(tables: readonly CountTable[]): void {
  for (const { code, of, rows, total } of tables) {
    const sum = rows.reduce((added, { count }) => added + count, 0);
    const isOne = tables.every((other) => other.of !== of || other.total === total);
    if (sum !== total || !isOne) throw new Error(`The rows of ${code} are not all of ${of}`);
  }
}
