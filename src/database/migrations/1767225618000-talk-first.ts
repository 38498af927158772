import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isText } from './open-the-house/shapes.js';

/** "Please talk with a coordinator first" (R16): whom it is about, why and from when never change; its end is bounded. */
const statements = [
  `CREATE TABLE talk_first (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    reason TEXT NOT NULL CHECK (${isText('reason', 500)}),
    from_day TEXT NOT NULL REFERENCES nights,
    until_day TEXT NOT NULL REFERENCES nights,
    made_at TEXT NOT NULL CHECK (${isMinute('made_at')}),
    person_id TEXT NOT NULL REFERENCES people,
    told_at TEXT CHECK (${isMinute('told_at')}),
    told_by TEXT REFERENCES people,
    answer TEXT CHECK (${isText('answer', 2000)}),
    ended_at TEXT CHECK (${isMinute('ended_at')}),
    ended_by TEXT REFERENCES people,
    version INTEGER NOT NULL,
    CHECK (until_day BETWEEN from_day AND date(from_day, '+6 months')),
    CHECK ((told_at IS NULL) = (told_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (answer IS NULL OR told_at IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX talk_first_of_a_guest ON talk_first (guest_id) WHERE ended_at IS NULL`,
  isNotReplaced('talk_first'),
  keepsItsKey('talk_first'),
  isNeverDeleted('talk_first'),
  refuse(
    'talk_first_stays_as_it_was_said',
    `BEFORE UPDATE ON talk_first WHEN ${anyChanged('guest_id', 'from_day', 'until_day', 'made_at', 'person_id')}`,
    'talk_first: whom it is about, and from when to when, never changes',
  ),
];

export class TalkFirst1767225618000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
