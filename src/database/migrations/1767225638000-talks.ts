import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf } from './open-the-house/shapes.js';

const talks = [
  `CREATE TABLE talks (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['emotional', 'informational', 'instrumental', 'affiliational'])}),
    way TEXT NOT NULL CHECK (${isOneOf('way', ['one', 'group'])}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX talks_of_a_stay ON talks (stay_id)',
  isNotReplaced('talks'),
  keepsItsKey('talks'),
  isNeverDeleted('talks'),
  refuse(
    'talks_are_only_undone',
    `BEFORE UPDATE ON talks
      WHEN OLD.undone_at IS NOT NULL OR ${anyChanged('stay_id', 'kind', 'way', 'at', 'house_day', 'person_id')}`,
    'talks: only their undoing can be added',
  ),
];

/** Each talk can be logged with a tap, where a manager wants it: what kind it was, never what was said. */
export class Talks1767225638000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      'ALTER TABLE house ADD COLUMN logs_talks INTEGER NOT NULL DEFAULT 0 CHECK (logs_talks IN (0, 1))',
    );
    for (const statement of talks) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
