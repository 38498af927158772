import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { ReportReader } from '../database/report-reader.js';
import type { EntityManager } from 'typeorm';
import type { Cell, Column, ReportTerms } from '../domain/column.js';
import { pointOf } from '../domain/follow-up.js';
import type { House } from '../domain/house.js';
import { leftIn } from '../domain/measures.js';
import { outcomeColumns } from '../domain/outcome-columns.js';
import { type OutcomesReport, outcomesReport } from '../domain/outcomes-report.js';
import { type Period, periodBefore, yearBefore } from '../domain/period.js';
import type { CountsToShare } from '../domain/given-out.js';
import { countsToShare } from '../domain/shared-counts.js';
import { QuestionVersions } from '../domain/question-versions.js';
import type { StayToExport } from '../domain/stay-to-export.js';
import { QuestionsService } from '../questions/questions.service.js';
import { staysOnFile } from './stays-on-file.service.js';

/** What the stays of a period led to: as figures, and as a row for each stay. */
@Injectable()
export class OutcomesService {
  constructor(
    private readonly reports: ReportReader,
    private readonly questions: QuestionsService,
  ) {}

  /** The report of this period alone. */
  report(period: Period, today: Temporal.PlainDate, house: House): Promise<OutcomesReport> {
    return this.reports.together(async (reader) =>
      outcomesReport(await readAll(reader, period, house), period, await this.terms(reader, today, house)),
    );
  }

  /** What of it anyone may be told, before small counts are hidden (R39). */
  toShare(period: Period, today: Temporal.PlainDate, house: House): Promise<CountsToShare> {
    return this.reports.together(async (reader) => {
      const [stays, terms] = [await readAll(reader, period, house), await this.terms(reader, today, house)];
      return countsToShare(outcomesReport(stays, period, terms), leftIn(period, stays), terms);
    });
  }

  /** The report of this period, of the one before it, and of the same days a year earlier, all of one moment of the file. */
  compared(
    period: Period,
    today: Temporal.PlainDate,
    house: House,
  ): Promise<[OutcomesReport, OutcomesReport, OutcomesReport]> {
    return this.reports.together(async (reader) => {
      const terms = await this.terms(reader, today, house);
      const report = async (each: Period) => outcomesReport(await readAll(reader, each, house), each, terms);
      return [await report(period), await report(periodBefore(period)), await report(yearBefore(period))];
    });
  }

  /**
   * A row for each stay that left, de-identified (R38), in the order of keys that are made anew: the order of the file, which is
   * that of the ids in every address, would tell whose row is whose. All rows are read before the first is sent: a reader who
   * takes them slowly, or never to the end, would otherwise hold a snapshot of the file open, and every report behind it.
   */
  rows(period: Period, today: Temporal.PlainDate, house: House): Promise<OutcomeRows> {
    return this.reports.together(async (reader) => {
      const columns = outcomeColumns(await this.terms(reader, today, house));
      const rows: [key: string, ...Cell[]][] = [];
      for await (const page of staysOnFile(reader, period, house))
        for (const stay of leftIn(period, page)) rows.push([newKey(), ...columns.map(({ of }) => of(stay))]);
      rows.sort(([one], [other]) => (one < other ? -1 : 1));
      return { columns: [STAY_KEY, ...columns], rows };
    });
  }

  private async terms(reader: EntityManager, today: Temporal.PlainDate, house: House): Promise<ReportTerms> {
    const questions = new QuestionVersions(await this.questions.versions(null, reader));
    const chosen = await reader.query<{ point: string }[]>('SELECT DISTINCT point FROM follow_ups');
    const codes = new Set(
      [...house.contact.points, ...chosen.map(({ point }) => ({ code: point }))].map(({ code }) => code),
    );
    return {
      today,
      questions,
      lists: house.lists,
      points: [...codes].flatMap((code) => pointOf(code) ?? []),
    };
  }
}

/** What a file of outcomes holds: its columns with what the dictionary says of them, and the rows. */
export interface OutcomeRows {
  columns: readonly Omit<Column, 'of'>[];
  rows: readonly (readonly Cell[])[];
}

const STAY_KEY = {
  name: 'stay_key',
  meaning: 'Made anew for each file. It tells one row from another, and nobody’s stay.',
  unit: '',
  values: 'letters',
};

async function readAll(reader: EntityManager, period: Period, house: House): Promise<StayToExport[]> {
  const stays: StayToExport[] = [];
  for await (const page of staysOnFile(reader, period, house)) stays.push(...page);
  return stays;
}

const HEX = '0123456789abcdef';
const LETTERS = 'bcdfghjkmnpqrstv';

/** Made anew for each export, of nothing that is on file. Letters only: a spreadsheet takes 12e45 for a number. */
const newKey = (): string =>
  randomBytes(6)
    .toString('hex')
    .replace(/./g, (digit) => LETTERS[HEX.indexOf(digit)]!);
