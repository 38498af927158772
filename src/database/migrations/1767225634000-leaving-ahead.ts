import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute } from './open-the-house/shapes.js';

/** Leaving is got ready together days ahead; what is left behind is kept until a day, and somebody says when it has gone. */
export class LeavingAhead1767225634000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...ready, ...things]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}

/** What the guest said so far, for whoever records the leaving: it goes with it. */
const ready = [
  `CREATE TABLE ready_to_leave (
    stay_id TEXT PRIMARY KEY REFERENCES stays,
    fields TEXT NOT NULL CHECK (json_valid(fields) AND length(fields) <= 40000),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    version INTEGER NOT NULL CHECK (version >= 1)
  ) STRICT, WITHOUT ROWID`,
  refuse(
    'nobody_gets_ready_who_has_left',
    `BEFORE INSERT ON ready_to_leave WHEN EXISTS (SELECT 1 FROM stays
      WHERE id = NEW.stay_id AND (left_at IS NOT NULL OR undone_at IS NOT NULL))`,
    'ready_to_leave: the guest is not here',
  ),
  refuse(
    'ready_to_leave_is_not_replaced',
    `BEFORE INSERT ON ready_to_leave WHEN EXISTS (SELECT 1 FROM ready_to_leave WHERE stay_id = NEW.stay_id)`,
    'ready_to_leave: already there',
  ),
  refuse(
    'ready_to_leave_goes_on_from_what_was_read',
    `BEFORE UPDATE ON ready_to_leave WHEN NEW.stay_id <> OLD.stay_id OR NEW.version <> OLD.version + 1`,
    'ready_to_leave: not the version that was read',
  ),
];

const things = [
  `ALTER TABLE departures ADD COLUMN things_until TEXT REFERENCES nights
    CHECK (things_until IS date(things_until) AND (things_until IS NULL OR (length(things_until) = 10 AND things_left IS NOT NULL)))`,
  `CREATE TABLE things_gone (
    id TEXT PRIMARY KEY,
    departure_id TEXT NOT NULL REFERENCES departures,
    how TEXT NOT NULL CHECK (how IN ('fetched', 'sent', 'not-kept')),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX things_are_gone_once ON things_gone (departure_id) WHERE undone_at IS NULL',
  refuse(
    'things_gone_is_not_replaced',
    `BEFORE INSERT ON things_gone WHEN EXISTS (SELECT 1 FROM things_gone
      WHERE id = NEW.id OR (departure_id = NEW.departure_id AND undone_at IS NULL))`,
    'things_gone: written down already',
  ),
  refuse(
    'things_gone_is_only_undone',
    `BEFORE UPDATE ON things_gone
      WHEN OLD.undone_at IS NOT NULL OR ${anyChanged('id', 'departure_id', 'how', 'person_id', 'at')}`,
    'things_gone: stays as it was written',
  ),
  isNeverDeleted('things_gone'),
  `CREATE INDEX departures_with_things ON departures (stay_id) WHERE things_left IS NOT NULL AND undone_at IS NULL`,
];
