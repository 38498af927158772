import { hospitalColumns, questionColumns, wouldHaveGoneColumn } from './answer-columns.js';
import type { Column, ReportTerms } from './column.js';
import { reachedColumns } from './follow-up-columns.js';
import { arrivalColumns, endColumns, importedColumn, supportColumns } from './stay-columns.js';

/** Grows when what a column means changes; the dictionary says it. */
export const DEFINITIONS = '2026-11';

/**
 * The columns of the outcome export in their order: no name, key, date, bed or free text (R38). Which questions, windows and
 * points there are is up to the house; they do not depend on the stays, so that the files of two quarters fit together.
 */
export const outcomeColumns = (terms: ReportTerms): Column[] => [
  ...arrivalColumns(terms),
  ...endColumns(terms),
  ...questionColumns(terms),
  wouldHaveGoneColumn(terms),
  ...hospitalColumns(terms),
  ...supportColumns,
  ...reachedColumns(terms),
  importedColumn,
];
