import type { Temporal } from 'temporal-polyfill';
import type { HouseLists } from './house-lists.js';
import type { StayThatLeft } from './measures.js';
import type { PlanPoint } from './follow-up.js';
import type { QuestionVersions } from './question-versions.js';
import type { StayToExport } from './stay-to-export.js';

/** Text or a number: a missing answer is a word, never blank and never 0 (R37). */
export type Cell = string | number;

/** What decides how a report or a file reads, beside the stays: the house day it is made on, and the words and points of the house. */
export interface ReportTerms {
  today: Temporal.PlainDate;
  lists: HouseLists;
  questions: QuestionVersions;
  points: readonly PlanPoint[];
}

/** A stay that left, as a row of a file is made of it. */
export type ExportedStay = StayThatLeft<StayToExport>;

/** One column of a file, with what the data dictionary says of it. */
export interface Column {
  /** Stable: files and habits rely on it. */
  name: string;
  meaning: string;
  /** 'nights', 'year'; '' for words. */
  unit: string;
  /** The values there can be, beside numbers. */
  values: string;
  of: (stay: ExportedStay) => Cell;
}

/** A missing answer as files have it. */
export const missingWords = {
  'not-asked': 'not asked',
  'not-said': 'chose not to say',
  'dont-know': "don't know",
  skipped: 'skipped',
} as const;
