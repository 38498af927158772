import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { Unzip, UnzipInflate } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { MOST_COLUMNS, MOST_ROWS } from '../domain/import-columns.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { SentFile } from '../web/form-body.js';

/** A spreadsheet as text: real days of an XLSX as 'YYYY-MM-DD', with 'THH:mm' where they have an hour. */
export interface Sheet {
  columns: string[];
  /** Numbered as the spreadsheet shows them, the header being row 1; rows with nothing in them are left out. */
  rows: { number: number; cells: string[] }[];
}

/** An XLSX is packed: unpacked it may have this many bytes, whatever it says of itself. */
const MOST_UNPACKED = 16 * 1024 * 1024;
/** Of one cell; longer ones are no answer to any of our questions. */
const LONGEST_CELL = 2000;

/** Reads a CSV or the first sheet of an XLSX. */
@Injectable()
export class SheetReader {
  /** Throws a RuleViolation for `file` that says what is wrong with it. */
  async read({ bytes, isCut }: SentFile): Promise<Sheet> {
    if (isCut) throw refused('This file is too large. Use at most 2 MB');
    if (bytes.length === 0) throw refused('There is nothing in this file');
    const lines = isPacked(bytes) ? await readXlsx(bytes) : readCsv(bytes);
    return sheetOf(lines);
  }
}

const refused = (message: string) => new RuleViolation('file', message);

const isPacked = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]));

function sheetOf(lines: readonly string[][]): Sheet {
  const [head, ...others] = lines;
  if (!head || head.every((cell) => cell === '')) throw refused('The first row must name the columns');
  const rows = others
    .map((cells, index) => ({ number: index + 2, cells: cells.slice(0, head.length) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw refused('There is no row below the first one');
  if (rows.length > MOST_ROWS) throw refused('There are too many rows. Use at most 10,000 at a time');
  if (head.length > MOST_COLUMNS) throw refused(`There are too many columns. Use at most ${MOST_COLUMNS}`);
  return { columns: head, rows };
}

const clean = (cell: string): string => cell.replaceAll('\u0000', '').trim().slice(0, LONGEST_CELL);

/** UTF-8, with commas, semicolons or tabs: what divides the first row divides all. */
function readCsv(bytes: Buffer): string[][] {
  const text = decoded(bytes);
  try {
    const lines: string[][] = parse(text, {
      delimiter: dividerOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
    });
    return lines.map((cells) => cells.map(clean));
  } catch {
    throw refused('This file cannot be read. Save it as CSV or XLSX and try again');
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('This is no CSV in UTF-8 and no XLSX. Save it as one of them');
  }
}

function dividerOf(text: string): string {
  const [head = ''] = text.split(/\r\n|\r|\n/u, 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.sort((one, other) => other.count - one.count)[0]!.mark;
}

async function readXlsx(bytes: Buffer): Promise<string[][]> {
  checkUnpacked(bytes);
  try {
    const lines = await readSheet(bytes);
    return lines.map((cells) => cells.map((cell) => clean(textOf(cell))));
  } catch {
    throw refused('This file cannot be read. Save it as CSV or XLSX and try again');
  }
}

/** Unpacks it piece by piece and keeps nothing: a small file can unpack to more than this computer holds. */
function checkUnpacked(bytes: Buffer): void {
  let size = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, piece) => {
      if (error) throw error;
      size += piece.length;
      if (size > MOST_UNPACKED) throw refused('There is too much in this file. Use at most 10,000 rows');
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      unzip.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch (error) {
    throw error instanceof RuleViolation ? error : refused('This file cannot be read. Save it again');
  }
}

/** Packed bytes unpacked at a time: at worst a thousand times as many. */
const PIECE = 4096;

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 16).replace('T00:00', '');
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}
