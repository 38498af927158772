import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { ReportReader } from '../database/report-reader.js';
import type { EntityManager } from 'typeorm';
import type { House } from '../domain/house.js';
import { leftIn } from '../domain/measures.js';
import { outcomeColumns, outcomeRow } from '../domain/outcome-row.js';
import { type OutcomesReport, outcomesReport, type ReportTerms } from '../domain/outcomes-report.js';
import { type Period, periodBefore, yearBefore } from '../domain/period.js';
import { QuestionVersions } from '../domain/question-versions.js';
import type { StayToExport } from '../domain/stay-to-export.js';
import { QuestionsService } from '../questions/questions.service.js';
import { type Cells, csvBytes } from './csv.service.js';
import { staysOnFile } from './stays-on-file.service.js';

const COLUMNS = ['stay_key', ...outcomeColumns];

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

  private async terms(reader: EntityManager, today: Temporal.PlainDate, house: House): Promise<ReportTerms> {
    const questions = new QuestionVersions(await this.questions.versions(null, reader));
    return { today, questions, lists: house.lists, points: house.contact.points };
  }

  /**
   * A spreadsheet with a row for each stay that left, de-identified (R38), a piece at a time. All rows are read before the
   * first piece is sent: a reader who takes them slowly, or never to the end, would otherwise hold a snapshot of the file
   * open, and every report behind it. Their order is that of the new keys: the order of the file, which is that of the
   * ids in every address, would tell whose row is whose.
   */
  async file(period: Period, today: Temporal.PlainDate, house: House): Promise<Iterable<Buffer>> {
    const rows = await this.reports.together(async (reader) => {
      const found: (Cells & { stay_key: string })[] = [];
      for await (const page of staysOnFile(reader, period, house)) {
        found.push(
          ...leftIn(period, page).map((stay) => ({
            stay_key: newKey(),
            ...outcomeRow(stay, today, house.lists),
          })),
        );
      }
      return found;
    });
    return pieces(rows.sort((one, other) => (one.stay_key < other.stay_key ? -1 : 1)));
  }
}

async function readAll(reader: EntityManager, period: Period, house: House): Promise<StayToExport[]> {
  const stays: StayToExport[] = [];
  for await (const page of staysOnFile(reader, period, house)) stays.push(...page);
  return stays;
}

const ROWS_IN_A_PIECE = 500;

/** Made into text only when it is asked for, so that nobody else's page waits for a long file. */
function* pieces(rows: readonly Cells[]): Generator<Buffer> {
  for (let at = 0; at === 0 || at < rows.length; at += ROWS_IN_A_PIECE) {
    yield csvBytes(COLUMNS, rows.slice(at, at + ROWS_IN_A_PIECE), at === 0);
  }
}

const HEX = '0123456789abcdef';
const LETTERS = 'bcdfghjkmnpqrstv';

/** Made anew for each export, of nothing that is on file. Letters only: a spreadsheet takes 12e45 for a number. */
const newKey = (): string =>
  randomBytes(6)
    .toString('hex')
    .replace(/./g, (digit) => LETTERS[HEX.indexOf(digit)]!);
