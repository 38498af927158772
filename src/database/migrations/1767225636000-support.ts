import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf } from './open-the-house/shapes.js';

const kinds = ['emotional', 'informational', 'instrumental', 'affiliational'];

/** Each time it was told is a row of its own, the last that was not undone counts; a wellness plan itself has no place here. */
const tables = [
  `CREATE TABLE support_told (
    id TEXT PRIMARY KEY,
    stay_id TEXT NOT NULL REFERENCES stays,
    number INTEGER NOT NULL CHECK (number >= 1),
    wellness TEXT NOT NULL CHECK (${isOneOf('wellness', ['made', 'theirs', 'offered', 'neither', 'skipped', 'not-asked'])}),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX support_is_told_in_order ON support_told (stay_id, number)',
  `CREATE TABLE support_kinds (
    told_id TEXT NOT NULL REFERENCES support_told,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', kinds)}),
    answer TEXT NOT NULL CHECK (${isOneOf('answer', ['taken-up', 'offered', 'neither', 'skipped', 'not-asked'])}),
    way TEXT CHECK (${isOneOf('way', ['one', 'group', 'both'])}),
    PRIMARY KEY (told_id, kind),
    CHECK (way IS NULL OR answer IN ('taken-up', 'offered'))
  ) STRICT, WITHOUT ROWID`,
];

const guards = [
  refuse(
    'support_told_is_not_replaced',
    `BEFORE INSERT ON support_told WHEN EXISTS (SELECT 1 FROM support_told
      WHERE id = NEW.id OR (stay_id = NEW.stay_id AND number = NEW.number))`,
    'support_told: already there',
  ),
  refuse(
    'support_told_is_only_undone',
    `BEFORE UPDATE ON support_told
      WHEN OLD.undone_at IS NOT NULL OR ${anyChanged('id', 'stay_id', 'number', 'wellness', 'person_id', 'at')}`,
    'support_told: stays as it was told',
  ),
  isNeverDeleted('support_told'),
  refuse(
    'support_kinds_are_not_replaced',
    `BEFORE INSERT ON support_kinds WHEN EXISTS (SELECT 1 FROM support_kinds
      WHERE told_id = NEW.told_id AND kind = NEW.kind)`,
    'support_kinds: already there',
  ),
  refuse(
    'support_kinds_never_change',
    'BEFORE UPDATE ON support_kinds',
    'support_kinds: stay as they were told',
  ),
  isNeverDeleted('support_kinds'),
];

/** What was there for a guest in a stay, by the four kinds of support. */
export class Support1767225636000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
