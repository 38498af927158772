import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dayText } from '../database/columns.js';
import { ReportReader } from '../database/report-reader.js';
import type { House } from '../domain/house.js';
import type { Period } from '../domain/period.js';
import {
  type CallOnFile,
  type HelpOnFile,
  type WithoutBedFigures,
  withoutBedIn,
} from '../domain/without-bed-figures.js';

/** What the house did for people without a bed, as figures. */
@Injectable()
export class WithoutBedReport {
  constructor(private readonly reports: ReportReader) {}

  figures(period: Period, { lists }: House): Promise<WithoutBedFigures> {
    const days = [dayText.to(period.start), dayText.to(period.end)];
    return this.reports.together(async (reader) => {
      const help = await reader.query<InFile<HelpOnFile>[]>(HELP, days);
      const calls = await reader.query<InFile<CallOnFile>[]>(CALLS, days);
      return withoutBedIn(period, help.map(read), calls.map(read), lists);
    });
  }
}

/** A row as it stands in the file. */
type InFile<Row> = Omit<Row, 'houseDay' | 'isUndone'> & { houseDay: string; isUndone: number };

const read = <Row extends { houseDay: string; isUndone: number }>(row: Row) => ({
  ...row,
  houseDay: Temporal.PlainDate.from(row.houseDay),
  isUndone: row.isUndone === 1,
});

const WHEN = 'house_day AS houseDay, undone_at IS NOT NULL AS isUndone';

const HELP = `SELECT kind, code, count, minutes, is_overnight = 1 AS isOvernight, ${WHEN}
  FROM help_without_bed WHERE house_day >= ? AND house_day < ?`;

const CALLS = `SELECT line, minutes, ${WHEN} FROM calls WHERE house_day >= ? AND house_day < ?`;
