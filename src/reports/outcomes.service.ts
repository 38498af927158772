import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { ReportReader } from '../database/report-reader.js';
import { leftIn, type Outcomes, outcomesOf } from '../domain/measures.js';
import { outcomeColumns, outcomeRow, type StayToExport } from '../domain/outcome-row.js';
import type { Period } from '../domain/period.js';
import { type Cells, csvBytes } from './csv.service.js';
import { staysOnFile } from './stays-on-file.service.js';

const COLUMNS = ['stay_key', ...outcomeColumns];

/** What the stays of a period led to: as figures, and as a row for each stay. */
@Injectable()
export class OutcomesService {
  constructor(private readonly reports: ReportReader) {}

  figures(period: Period): Promise<Outcomes> {
    return this.reports.together(async (reader) => {
      const stays: StayToExport[] = [];
      for await (const page of staysOnFile(reader, period)) stays.push(...page);
      return outcomesOf(stays, period);
    });
  }

  /**
   * A spreadsheet with a row for each stay that left, de-identified (R38). It is whole before its first byte is sent: a reader
   * who takes it slowly, or never to the end, would otherwise hold a snapshot of the file open, and every report behind it.
   */
  file(period: Period, today: Temporal.PlainDate): Promise<Buffer[]> {
    return this.reports.together(async (reader) => {
      const chunks: Buffer[] = [];
      for await (const page of staysOnFile(reader, period)) {
        const rows = leftIn(period, page).map((stay) => ({ stay_key: newKey(), ...outcomeRow(stay, today) }));
        chunks.push(csvBytes(COLUMNS, rows satisfies Cells[], chunks.length === 0));
      }
      return chunks;
    });
  }
}

const HEX = '0123456789abcdef';
const LETTERS = 'bcdfghjkmnpqrstv';

/** Made anew for each export, of nothing that is on file. Letters only: a spreadsheet takes 12e45 for a number. */
const newKey = (): string =>
  randomBytes(6)
    .toString('hex')
    .replace(/./g, (digit) => LETTERS[HEX.indexOf(digit)]!);
