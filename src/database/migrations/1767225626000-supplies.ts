import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isText } from './open-the-house/shapes.js';

const isDay = (column: string) => `${column} IS date(${column}) AND length(${column}) = 10`;

const tables = [
  `CREATE TABLE supplies (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (${isText('name', 60)}),
    place TEXT CHECK (${isText('place', 100)}),
    every_days INTEGER NOT NULL CHECK (every_days BETWEEN 1 AND 366),
    good_until TEXT CHECK (${isDay('good_until')}),
    on_since TEXT REFERENCES nights,
    version INTEGER NOT NULL,
    CHECK (on_since IS NULL OR place IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  // Who looked, and until when it was good before and after
  `CREATE TABLE supply_looks (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    supply_id TEXT NOT NULL REFERENCES supplies,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    good_before TEXT CHECK (${isDay('good_before')}),
    good_after TEXT CHECK (${isDay('good_after')}),
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT`,
  `CREATE INDEX supply_looks_of_one ON supply_looks (supply_id, number) WHERE undone_at IS NULL`,
];

const guards = [
  isNotReplaced('supplies'),
  keepsItsKey('supplies'),
  isNeverDeleted('supplies'),
  refuse(
    'supply_looks_are_not_replaced',
    `BEFORE INSERT ON supply_looks WHEN EXISTS (SELECT 1 FROM supply_looks WHERE number = NEW.number OR id = NEW.id)`,
    'supply_looks: already there',
  ),
  refuse(
    'supply_looks_are_only_undone',
    `BEFORE UPDATE ON supply_looks WHEN (OLD.undone_at IS NOT NULL AND ${anyChanged('undone_at')}) OR ${anyChanged(
      'number',
      'id',
      'supply_id',
      'at',
      'house_day',
      'person_id',
      'good_before',
      'good_after',
    )}`,
    'supply_looks: never changed',
  ),
  isNeverDeleted('supply_looks'),
];

/** Nobody knows where they are in this house yet: they are switched on with their place. */
const shipped = [
  ['naloxone', 'Naloxone', 30],
  ['first-aid', 'First aid kit', 30],
  ['smoke-alarms', 'Smoke alarms', 30],
] as const;

/** What matters at night and comes round to be looked at. */
export class Supplies1767225626000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
    for (const [id, name, days] of shipped)
      await db.query('INSERT INTO supplies (id, name, every_days, version) VALUES (?, ?, ?, 1)', [
        id,
        name,
        days,
      ]);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
