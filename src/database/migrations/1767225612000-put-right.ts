import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, onEveryWrite, refuse } from './open-the-house/refuse.js';
import { isInstant, isMinute, isOneOf, isText } from './open-the-house/shapes.js';

/** Guests who died (R50): apart from how stays end, and while one stands here nothing of them is forgotten by itself. */
const deaths = [
  `CREATE TABLE deaths (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    stay_id TEXT NOT NULL REFERENCES stays,
    died_at TEXT NOT NULL CHECK (${isMinute('died_at')}),
    about TEXT NOT NULL CHECK (${isOneOf('about', ['exact', 'about', 'not-known'])}),
    written_at TEXT NOT NULL CHECK (${isInstant('written_at')}),
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isInstant('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX deaths_one_of_a_guest ON deaths (guest_id) WHERE undone_at IS NULL`,
  `CREATE INDEX deaths_of_a_stay ON deaths (stay_id)`,
  isNotReplaced('deaths'),
  keepsItsKey('deaths'),
  isNeverDeleted('deaths'),
  refuse(
    'deaths_are_written_by_somebody',
    `BEFORE UPDATE ON deaths WHEN ${anyChanged('stay_id', 'written_at', 'person_id')}`,
    'deaths: where, when and by whom it was written never changes',
  ),
  ...onEveryWrite(
    'one_death_of_a_guest',
    'deaths',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM deaths d WHERE d.guest_id = NEW.guest_id AND d.id <> NEW.id AND d.undone_at IS NULL)`,
    'deaths: this is written down already',
  ),
];

/** What a coordinator corrected in a name, beside the line of history that says why (R53); it can be forgotten (R47). */
const earlierNames = [
  `CREATE TABLE earlier_names (
    act_id TEXT PRIMARY KEY NOT NULL REFERENCES acts (id),
    guest_id TEXT NOT NULL REFERENCES guests,
    name_from TEXT CHECK (${isText('name_from', 100)}),
    name_to TEXT CHECK (${isText('name_to', 100)})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX earlier_names_of_a_guest ON earlier_names (guest_id)`,
  isNotReplaced('earlier_names', 'act_id'),
  keepsItsKey('earlier_names', 'act_id'),
  isNeverDeleted('earlier_names'),
];

/** What was written down wrongly and is put right, and guests who died. */
export class PutRight1767225612000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...deaths, ...earlierNames]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
