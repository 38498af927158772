import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isInstant, isMinute, isText } from './open-the-house/shapes.js';

/** What was brought in waits here for its owner and goes again: these rows hold names. */
const waiting = [
  `CREATE TABLE waiting_imports (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people,
    file_name TEXT NOT NULL CHECK (${isText('file_name', 100)}),
    added_at TEXT NOT NULL CHECK (${isInstant('added_at')}),
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    choices TEXT CHECK (json_valid(choices))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX waiting_imports_by_age ON waiting_imports (added_at)',
  `CREATE TABLE waiting_rows (
    import_id TEXT NOT NULL REFERENCES waiting_imports ON DELETE CASCADE,
    row_number INTEGER NOT NULL CHECK (row_number > 1),
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    PRIMARY KEY (import_id, row_number)
  ) STRICT, WITHOUT ROWID`,
  isNotReplaced('waiting_imports'),
  keepsItsKey('waiting_imports'),
  refuse(
    'waiting_imports_keep_their_owner',
    `BEFORE UPDATE ON waiting_imports WHEN ${anyChanged('person_id', 'file_name', 'added_at', 'columns')}`,
    'waiting_imports: only the choices change',
  ),
  refuse('waiting_rows_never_change', 'BEFORE UPDATE ON waiting_rows', 'waiting_rows: as they came'),
  refuse(
    'waiting_rows_are_not_replaced',
    `BEFORE INSERT ON waiting_rows WHEN EXISTS (
      SELECT 1 FROM waiting_rows w WHERE w.import_id = NEW.import_id AND w.row_number = NEW.row_number)`,
    'waiting_rows: already there',
  ),
];

const imports = [
  `CREATE TABLE imports (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    left_out INTEGER NOT NULL CHECK (left_out >= 0),
    opened_beds TEXT NOT NULL CHECK (json_valid(opened_beds)),
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  isNotReplaced('imports'),
  keepsItsKey('imports'),
  isNeverDeleted('imports'),
  refuse(
    'imports_are_only_undone',
    `BEFORE UPDATE ON imports
      WHEN OLD.undone_at IS NOT NULL OR ${anyChanged('person_id', 'at', 'house_day')}`,
    'imports: only their undoing can be added',
  ),
];

/** Which stays came from a spreadsheet; a row of a file is one stay, however often the file is brought in. */
const importedStays = [
  `CREATE TABLE imported_stays (
    stay_id TEXT PRIMARY KEY NOT NULL REFERENCES stays,
    import_id TEXT NOT NULL REFERENCES imports,
    row_number INTEGER NOT NULL CHECK (row_number > 1),
    row_hash TEXT NOT NULL CHECK (length(row_hash) = 64),
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX imported_stays_one_for_a_row ON imported_stays (row_hash) WHERE undone_at IS NULL',
  'CREATE UNIQUE INDEX imported_stays_of_an_import ON imported_stays (import_id, row_number)',
  isNotReplaced('imported_stays', 'stay_id'),
  keepsItsKey('imported_stays', 'stay_id'),
  isNeverDeleted('imported_stays'),
  refuse(
    'one_stay_for_an_imported_row',
    `BEFORE INSERT ON imported_stays WHEN NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM imported_stays i WHERE i.row_hash = NEW.row_hash AND i.undone_at IS NULL)`,
    'imported_stays: this row is there already',
  ),
  refuse(
    'one_imported_row_of_a_number',
    `BEFORE INSERT ON imported_stays WHEN EXISTS (
      SELECT 1 FROM imported_stays i WHERE i.import_id = NEW.import_id AND i.row_number = NEW.row_number)`,
    'imported_stays: this row is there already',
  ),
  refuse(
    'imported_stays_are_only_undone',
    `BEFORE UPDATE ON imported_stays
      WHEN OLD.undone_at IS NOT NULL OR ${anyChanged('import_id', 'row_number', 'row_hash')}`,
    'imported_stays: only their undoing can be added',
  ),
];

/** Earlier stays come in from a spreadsheet, each row once. */
export class Imports1767225639000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...waiting, ...imports, ...importedStays]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
