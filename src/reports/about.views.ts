import type { Temporal } from 'temporal-polyfill';
import type { Column } from '../domain/column.js';
import type { House } from '../domain/house.js';
import { DEFINITIONS } from '../domain/outcome-columns.js';
import { lastDay, type Period } from '../domain/period.js';
import type { Sheet } from './sheet.service.js';

/** What every file says of itself. */
export interface About {
  house: House;
  period: Period;
  madeBy: string;
  madeAt: Temporal.Instant;
  /** Which stays it is about. */
  filter: string;
  /** What was done about small numbers. */
  smallNumbers: string;
}

/** "About this file": a line for each thing that must not be guessed. */
export const aboutSheet = ({ house, period, madeBy, madeAt, filter, smallNumbers }: About): Sheet => ({
  name: 'About this file',
  columns: ['What', 'It is'],
  rows: [
    ['House', house.name],
    ['First day', period.start],
    ['Last day', lastDay(period)],
    ['Filter', filter],
    ['Small numbers', smallNumbers],
    ['Made by', madeBy],
    ['Made at', madeAt.toZonedDateTimeISO(house.time.zone).toPlainDateTime()],
    ['Time zone', house.time.zone],
    ['Definitions', `version ${DEFINITIONS}`],
  ],
});

/** "Data dictionary": what each column means. */
export const dictionarySheet = (columns: readonly Omit<Column, 'of'>[]): Sheet => ({
  name: 'Data dictionary',
  columns: ['Column', 'Meaning', 'Unit', 'Allowed values', 'Definition version'],
  rows: columns.map(({ name, meaning, unit, values }) => [
    ...[name, meaning, unit === '' ? 'words' : unit, values === '' ? 'numbers' : values, DEFINITIONS],
  ]),
});
