import { stringify } from 'csv-stringify/sync';
import type { Temporal } from 'temporal-polyfill';
import type { Cell } from '../domain/column.js';

/** A day or a time on the wall of the house stays one. */
export type SheetCell = Cell | Temporal.PlainDate | Temporal.PlainDateTime;

/** One table of a spreadsheet: texts can never run as a formula, numbers stay numbers (R40). */
export interface Sheet {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly SheetCell[])[];
}

const ROWS_IN_A_PIECE = 500;

/**
 * A sheet as a CSV file, a piece at a time. It is made into text only when it is asked for, so that nobody else's page waits
 * for a long file.
 */
export function* csvPieces({ columns, rows }: Omit<Sheet, 'name'>): Generator<Buffer> {
  for (let at = 0; at === 0 || at < rows.length; at += ROWS_IN_A_PIECE) {
    yield csvBytes(columns, rows.slice(at, at + ROWS_IN_A_PIECE), at === 0);
  }
}

/** `isFirst` begins the file: the mark by which a spreadsheet knows that accents are UTF-8, and the names of the columns. */
function csvBytes(columns: readonly string[], rows: Sheet['rows'], isFirst: boolean): Buffer {
  const text = stringify(
    rows.map((row) => row.map(plain)),
    {
      columns: [...columns],
      header: isFirst,
      bom: isFirst,
      escape_formulas: true,
      record_delimiter: 'windows',
      // Half of a Windows line end begins a new row as well, for most who read it
      quoted_match: /[\r\n]/,
    },
  );
  return Buffer.from(text, 'utf8');
}

const plain = (cell: SheetCell): Cell =>
  typeof cell === 'string' || typeof cell === 'number' ? cell : cell.toString();
