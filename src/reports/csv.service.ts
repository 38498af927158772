import { stringify } from 'csv-stringify/sync';

/** What may stand in a cell: texts can never run as a formula, numbers stay numbers (R40). */
export type Cells = Record<string, string | number>;

/**
 * Rows of a spreadsheet as bytes. `isFirst` begins the file: the mark by which a spreadsheet knows that accents are UTF-8, and
 * the names of the columns.
 */
export function csvBytes(columns: readonly string[], rows: readonly Cells[], isFirst: boolean): Buffer {
  const text = stringify(
    rows.map((row) => columns.map((column) => row[column])),
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
