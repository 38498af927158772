import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced } from './open-the-house/kept-rows.js';
import { isMinute, isText } from './open-the-house/shapes.js';

/** How long somebody stays, as the house decided it from a day on (R22). */
const limits = [
  `CREATE TABLE stay_limits (
    id TEXT PRIMARY KEY NOT NULL,
    bed_id TEXT REFERENCES beds,
    from_day TEXT NOT NULL REFERENCES nights,
    most_nights INTEGER CHECK (most_nights BETWEEN 1 AND 28),
    rolling_nights INTEGER CHECK (rolling_nights BETWEEN 1 AND 400),
    rolling_days INTEGER CHECK (rolling_days BETWEEN 2 AND 400),
    CHECK (bed_id IS NOT NULL OR most_nights IS NOT NULL),
    CHECK ((rolling_nights IS NULL) = (rolling_days IS NULL)),
    CHECK (rolling_nights IS NULL OR rolling_nights < rolling_days)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX stay_limits_one_from_a_day ON stay_limits (ifnull(bed_id, ''), from_day)`,
  // What the house had so far is in force since before anyone arrived
  `INSERT INTO stay_limits SELECT lower(hex(randomblob(16))), NULL, (SELECT min(night) FROM nights), most_nights, NULL, NULL
    FROM house`,
  `ALTER TABLE house DROP COLUMN most_nights`,
];

/** Days on which nobody is asked to leave (R22). */
const keptDays = `CREATE TABLE kept_days (
    day TEXT PRIMARY KEY NOT NULL REFERENCES nights,
    name TEXT NOT NULL CHECK (${isText('name', 60)})
  ) STRICT, WITHOUT ROWID`;

/** What was agreed to in somebody's name is looked at by them once (R22). */
const looks = [
  `CREATE TABLE exception_looks (
    act_id TEXT PRIMARY KEY NOT NULL REFERENCES acts (id),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    remark TEXT CHECK (${isText('remark', 500)})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX acts_agreed_to ON acts (details ->> 'agreedBy', number) WHERE details ->> 'agreedBy' IS NOT NULL`,
  isNotReplaced('exception_looks', 'act_id'),
  isNeverDeleted('exception_looks'),
];

/** Limits of a stay as dated rules, days on which nobody leaves, exceptions that somebody looks at. */
export class StayLimits1767225609000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...limits, keptDays, ...looks]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
