import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from './open-the-house/shapes.js';

/** The answers of both lists as they are when a house has not worded them. */
const shipped = {
  groups: [
    ['support', 'Talking together'],
    ['wellness', 'Wellness planning'],
    ['making', 'Making things'],
    ['meal', 'A meal together'],
    ['walk', 'A walk'],
    ['other', 'Another group'],
  ],
  things: [
    ['food', 'Food'],
    ['clothes', 'Clothes'],
    ['fare', 'A fare'],
    ['toiletries', 'Toiletries'],
    ['blanket', 'Blanket or sleeping bag'],
    ['other', 'Something else'],
  ],
};

const tables = [
  `CREATE TABLE help_without_bed (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['visit', 'group', 'thing'])}),
    code TEXT CHECK (${isText('code', 40)}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    noted_at TEXT NOT NULL CHECK (${isMinute('noted_at')}),
    count INTEGER NOT NULL CHECK (count BETWEEN (kind <> 'group') AND 99),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 999),
    is_overnight INTEGER NOT NULL CHECK (is_overnight IN (0, 1)),
    name TEXT CHECK (${isText('name', 100)}),
    person_id TEXT NOT NULL REFERENCES people,
    version INTEGER NOT NULL,
    undone_at TEXT CHECK (${isMinute('undone_at')}),
    CHECK ((code IS NULL) = (kind = 'visit')),
    CHECK (kind = 'visit' OR is_overnight = 0),
    CHECK (kind <> 'group' OR name IS NULL),
    CHECK (kind <> 'thing' OR minutes IS NULL),
    CHECK (at <= noted_at)
  ) STRICT`,
  `CREATE INDEX help_by_day ON help_without_bed (house_day)`,
  `CREATE INDEX help_by_hour ON help_without_bed (at)`,
  `CREATE INDEX help_with_a_name ON help_without_bed (house_day) WHERE name IS NOT NULL`,
];

const guards = [
  refuse(
    'help_is_not_replaced',
    `BEFORE INSERT ON help_without_bed
      WHEN EXISTS (SELECT 1 FROM help_without_bed WHERE number = NEW.number OR id = NEW.id)`,
    'help_without_bed: already there',
  ),
  refuse(
    'help_keeps_what_it_was',
    `BEFORE UPDATE ON help_without_bed WHEN ${anyChanged('number', 'id', 'kind', 'code', 'noted_at', 'person_id')}`,
    'help_without_bed: what it was never changes',
  ),
  // All that comes later to it is that its name is forgotten
  refuse(
    'help_that_was_undone_stays_so',
    `BEFORE UPDATE ON help_without_bed WHEN OLD.undone_at IS NOT NULL AND (NEW.name IS NOT NULL
      OR ${anyChanged('at', 'house_day', 'count', 'minutes', 'is_overnight', 'undone_at')})`,
    'help_without_bed: undone for good',
  ),
  isNeverDeleted('help_without_bed'),
];

/** What the house does for people without a bed: visits, groups with a head count, things given. */
export class WithoutABed1767225631000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
    for (const [list, entries] of Object.entries(shipped)) {
      await db.query('INSERT INTO list_versions (list, number) VALUES (?, 1)', [list]);
      for (const [index, [code, label]] of entries.entries())
        await db.query(
          'INSERT INTO list_entries (list, number, position, code, label) VALUES (?, 1, ?, ?, ?)',
          [list, index + 1, code, label],
        );
    }
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
