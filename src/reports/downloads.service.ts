import { Injectable } from '@nestjs/common';
import { Download } from '../web/answer.js';
import { csvPieces, type Sheet } from './sheet.service.js';
import { XlsxWriter } from './xlsx.service.js';

export type Format = 'csv' | 'xlsx';

const types: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Makes a file of sheets, in either format: CSV has the first of them, XLSX all. */
@Injectable()
export class Downloads {
  constructor(private readonly xlsx: XlsxWriter) {}

  /** `name` is without its ending. Throws a RuleViolation for `sharing` when XLSX cannot hold the rows. */
  async of(name: string, format: Format, sheets: readonly [Sheet, ...Sheet[]]): Promise<Download> {
    const pieces = format === 'csv' ? csvPieces(sheets[0]) : [await this.xlsx.write(sheets)];
    return new Download(`${name}.${format}`, types[format], pieces);
  }
}
