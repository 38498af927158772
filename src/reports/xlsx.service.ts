import { Injectable } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Temporal } from 'temporal-polyfill';
import { RuleViolation } from '../domain/rule-violation.js';
import type { Sheet, SheetCell } from './sheet.service.js';

/** A sheet as it travels to the worker: days are the numbers spreadsheets keep, with how they are shown. */
export interface PlainSheet {
  name: string;
  columns: readonly string[];
  rows: readonly (readonly (string | number | { serial: number; format: string })[])[];
  /** In characters, a column each. */
  widths: readonly number[];
}

/** More rows take memory the house does not have; CSV has any number of them. */
const MOST_ROWS = 10_000;

// The built one, also while tests run from the sources
const WORKER = fileURLToPath(new URL('../../dist/reports/xlsx.worker.js', import.meta.url));

/** Makes XLSX files in a thread of their own, one at a time. */
@Injectable()
export class XlsxWriter {
  private last: Promise<unknown> = Promise.resolve();

  /** Throws a RuleViolation for `sharing` when there are more rows than a file can have. */
  write(sheets: readonly Sheet[]): Promise<Buffer> {
    if (sheets.some(({ rows }) => rows.length > MOST_ROWS))
      throw new RuleViolation('sharing', 'More than 10,000 rows: choose CSV, or a shorter period');
    const written = this.last.then(() => inWorker(sheets.map(plain)));
    this.last = written.catch(() => undefined);
    return written;
  }
}

function inWorker(workerData: PlainSheet[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the spreadsheet was not finished')));
  });
}

const plain = ({ name, columns, rows }: Sheet): PlainSheet => ({
  name,
  columns,
  rows: rows.map((row) => row.map(plainCell)),
  widths: columns.map((column, place) =>
    widthOf([column, ...rows.slice(0, LOOKED_AT).map((row) => row[place]!)]),
  ),
});

const LOOKED_AT = 200;
const [NARROWEST, WIDEST] = [8, 60];

const widthOf = (cells: readonly SheetCell[]): number =>
  Math.min(WIDEST, Math.max(NARROWEST, ...cells.map((cell) => String(cell).length + 2)));

/** Spreadsheets count days from this one. */
const DAY_0 = Temporal.PlainDateTime.from('1899-12-30T00:00');
const SECONDS = 86_400;

function plainCell(cell: SheetCell): PlainSheet['rows'][number][number] {
  if (typeof cell === 'string' || typeof cell === 'number') return cell;
  const isDay = cell instanceof Temporal.PlainDate;
  const at = isDay ? cell.toPlainDateTime() : cell;
  return {
    serial: DAY_0.until(at, { largestUnit: 'second' }).seconds / SECONDS,
    format: isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm',
  };
}
