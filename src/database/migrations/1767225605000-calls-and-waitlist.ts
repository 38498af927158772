import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isText } from './open-the-house/shapes.js';

/** Why no stay came of a call, how long it took, who it was: the last only until it is forgotten (R15, R47). */
const calls = [
  `ALTER TABLE calls ADD COLUMN no_stay_reason TEXT
    CHECK (no_stay_reason IS NULL OR (outcome = 'no_stay' AND ${isText('no_stay_reason', 40)}))`,
  `ALTER TABLE calls ADD COLUMN minutes INTEGER CHECK (minutes BETWEEN 1 AND 999)`,
  `ALTER TABLE calls ADD COLUMN name TEXT CHECK (name IS NULL OR (outcome <> 'asked_about' AND ${isText('name', 100)}))`,
  `DROP TRIGGER calls_are_only_undone`,
  refuse(
    'calls_are_only_undone',
    `BEFORE UPDATE ON calls WHEN (NEW.name IS NOT NULL AND ${anyChanged('name')}) OR ${anyChanged(
      ...'line caller outcome at house_day person_id no_stay_reason minutes'.split(' '),
    )}`,
    'calls: only their undoing can be added',
  ),
];

/** What a house can offer when there is no bed, a line each. */
const house = [
  `ALTER TABLE house ADD COLUMN instead_of_a_bed TEXT NOT NULL DEFAULT '' CHECK (length(instead_of_a_bed) <= 1000)`,
];

/** Who waits for a bed, in the order they asked (R16). */
const waitlist = [
  `CREATE TABLE waitlist (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    name TEXT CHECK (${isText('name', 100)}),
    need TEXT CHECK (${isText('need', 500)}),
    asked_at TEXT NOT NULL CHECK (${isMinute('asked_at')}),
    asked_on TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    ask_again_on TEXT NOT NULL REFERENCES nights,
    outcome TEXT CHECK (${isText('outcome', 40)}),
    reason TEXT CHECK (${isText('reason', 500)}),
    closed_at TEXT CHECK (${isMinute('closed_at')}),
    closed_by TEXT REFERENCES people,
    version INTEGER NOT NULL,
    CHECK ((outcome IS NULL) = (closed_at IS NULL) AND (outcome IS NULL) = (closed_by IS NULL))
  ) STRICT`,
  `CREATE INDEX waitlist_that_waits ON waitlist (number) WHERE outcome IS NULL`,
  refuse(
    'waitlist_is_not_replaced',
    `BEFORE INSERT ON waitlist WHEN EXISTS (SELECT 1 FROM waitlist WHERE number = NEW.number OR id = NEW.id)`,
    'waitlist: already there',
  ),
  isNeverDeleted('waitlist'),
  refuse(
    'waitlist_keeps_its_order',
    `BEFORE UPDATE ON waitlist WHEN ${anyChanged('number', 'id', 'asked_at', 'asked_on', 'person_id')}`,
    'waitlist: nobody changes places',
  ),
];

/** Calls in depth, and the waitlist. */
export class CallsAndWaitlist1767225605000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...calls, ...house, ...waitlist]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
