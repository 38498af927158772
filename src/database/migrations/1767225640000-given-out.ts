import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced } from './open-the-house/kept-rows.js';
import { refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf } from './open-the-house/shapes.js';

/** The first choice is the last: there is one row, and nothing changes it. */
const grid = `CREATE TABLE given_out_grid (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    grid TEXT NOT NULL CHECK (${isOneOf('grid', ['quarters', 'years'])}),
    chosen_at TEXT NOT NULL CHECK (${isMinute('chosen_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people
  ) STRICT`;

const isListOfTables = (column: string) => `json_valid(${column}) AND json_type(${column}) = 'array'`;

/** What anyone was told of a period: as it was counted, and as it was shown. */
const givenOut = `CREATE TABLE given_out (
    first_day TEXT NOT NULL REFERENCES nights,
    version INTEGER NOT NULL CHECK (version > 0),
    end_day TEXT NOT NULL REFERENCES nights,
    made_at TEXT NOT NULL CHECK (${isMinute('made_at')}),
    house_day TEXT NOT NULL REFERENCES nights CHECK (house_day >= end_day),
    person_id TEXT NOT NULL REFERENCES people,
    counted TEXT NOT NULL CHECK (${isListOfTables('counted')}),
    shared TEXT NOT NULL CHECK (${isListOfTables('shared')}),
    PRIMARY KEY (first_day, version)
  ) STRICT, WITHOUT ROWID`;

const months = `CASE (SELECT grid FROM given_out_grid) WHEN 'quarters' THEN 3 WHEN 'years' THEN 12 END`;

/** No grid chosen makes it NULL, which is not true either. */
const isOfTheGrid = `(strftime('%m', NEW.first_day) - 1) % ${months} = 0 AND NEW.first_day GLOB '*-01'
  AND NEW.end_day = date(NEW.first_day, '+' || ${months} || ' months')`;

const lastVersion = `(SELECT count(*) FROM given_out WHERE first_day = NEW.first_day)`;

const guards = [
  isNotReplaced('given_out_grid'),
  refuse('given_out_grid_is_chosen_once', 'BEFORE UPDATE ON given_out_grid', 'given_out_grid: chosen once'),
  isNeverDeleted('given_out_grid'),
  refuse(
    'given_out_by_the_grid',
    `BEFORE INSERT ON given_out WHEN (${isOfTheGrid}) IS NOT TRUE`,
    'given_out: not a period of the grid',
  ),
  refuse(
    'given_out_in_order',
    `BEFORE INSERT ON given_out WHEN NEW.version <> ${lastVersion} + 1`,
    'given_out: not the next version',
  ),
  refuse('given_out_never_changes', 'BEFORE UPDATE ON given_out', 'given_out: never changed'),
  isNeverDeleted('given_out'),
];

/** One grid of periods for everyone outside, and everything that was given out of them (R39). */
export class GivenOut1767225640000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [grid, givenOut, ...guards]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
