import type { MigrationInterface, QueryRunner } from 'typeorm';
import { shippedLists } from './house-lists/shipped.js';
import { isNeverDeleted } from './open-the-house/kept-rows.js';
import { refuse } from './open-the-house/refuse.js';
import { isMinute, isText } from './open-the-house/shapes.js';

const CODE = (column: string) =>
  `${column} GLOB '[a-z]*' AND ${column} NOT GLOB '*[^a-z0-9_-]*' AND length(${column}) <= 40`;

/** Each save of a list is one version; the first is what ships, by nobody. */
const versions = `CREATE TABLE list_versions (
    list TEXT NOT NULL CHECK (${CODE('list')}),
    number INTEGER NOT NULL CHECK (number >= 1),
    person_id TEXT REFERENCES people,
    at TEXT CHECK (at IS NULL OR ${isMinute('at')}),
    CHECK ((number = 1) = (person_id IS NULL) AND (number = 1) = (at IS NULL)),
    PRIMARY KEY (list, number)
  ) STRICT, WITHOUT ROWID`;

/** The answers of a version, in its order; what is set aside keeps its words. */
const entries = [
  `CREATE TABLE list_entries (
    list TEXT NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 100),
    code TEXT NOT NULL CHECK (${CODE('code')}),
    label TEXT NOT NULL CHECK (${isText('label', 100)}),
    in_group TEXT CHECK (${CODE('in_group')}),
    retired_on TEXT REFERENCES nights,
    FOREIGN KEY (list, number) REFERENCES list_versions,
    PRIMARY KEY (list, number, code)
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX list_entries_in_order ON list_entries (list, number, position)',
  `CREATE UNIQUE INDEX list_entries_read_apart ON list_entries (list, number, label COLLATE NOCASE)
    WHERE retired_on IS NULL`,
];

/** Old records are read with these words for ever: versions follow one another and are only added. */
const kept = [
  refuse(
    'list_versions_follow_one_another',
    `BEFORE INSERT ON list_versions
      WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM list_versions WHERE list = NEW.list)`,
    'list_versions: not the next one',
  ),
  refuse(
    'list_entries_belong_to_the_newest',
    `BEFORE INSERT ON list_entries
      WHEN NEW.number IS NOT (SELECT max(number) FROM list_versions WHERE list = NEW.list)`,
    'list_entries: not of the newest version',
  ),
  refuse(
    'list_entries_are_not_replaced',
    `BEFORE INSERT ON list_entries WHEN EXISTS (SELECT 1 FROM list_entries
      WHERE list = NEW.list AND number = NEW.number AND (code = NEW.code OR position = NEW.position
        OR (label = NEW.label COLLATE NOCASE AND retired_on IS NULL AND NEW.retired_on IS NULL)))`,
    'list_entries: already there',
  ),
  ...['list_versions', 'list_entries'].flatMap((table) => [
    refuse(`${table}_are_not_changed`, `BEFORE UPDATE ON ${table}`, `${table}: only added to`),
    isNeverDeleted(table),
  ]),
];

/** The lists a house words for itself, each version kept. */
export class HouseLists1767225615000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [versions, ...entries, ...kept]) await db.query(statement);
    for (const [list, answers] of Object.entries(shippedLists)) {
      await db.query('INSERT INTO list_versions (list, number) VALUES (?, 1)', [list]);
      for (const [index, [code, label, group = null]] of answers.entries())
        await db.query(
          'INSERT INTO list_entries (list, number, position, code, label, in_group) VALUES (?, 1, ?, ?, ?, ?)',
          [list, index + 1, code, label, group],
        );
    }
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
