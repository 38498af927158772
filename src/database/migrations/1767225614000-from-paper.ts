import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from './open-the-house/shapes.js';

/** What was written by hand while the computer was down (R52); one sheet at a time is keyed in. */
const sheets = [
  `CREATE TABLE paper_sheets (
    id TEXT PRIMARY KEY NOT NULL,
    begun_at TEXT NOT NULL CHECK (${isMinute('begun_at')}),
    begun_by TEXT NOT NULL REFERENCES people,
    ended_at TEXT CHECK (${isMinute('ended_at')}),
    ended_by TEXT REFERENCES people,
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (ended_at >= begun_at)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX paper_sheets_one_open ON paper_sheets ((ended_at IS NULL)) WHERE ended_at IS NULL`,
  isNotReplaced('paper_sheets'),
  isNeverDeleted('paper_sheets'),
  refuse(
    'paper_sheets_only_end',
    `BEFORE UPDATE ON paper_sheets WHEN OLD.ended_at IS NOT NULL OR ${anyChanged('id', 'begun_at', 'begun_by')}`,
    'paper_sheets: only their end can be added',
  ),
  refuse(
    'one_paper_sheet_at_a_time',
    `BEFORE INSERT ON paper_sheets WHEN NEW.ended_at IS NULL AND EXISTS (
      SELECT 1 FROM paper_sheets s WHERE s.ended_at IS NULL)`,
    'paper_sheets: another one is being keyed in',
  ),
];

const kinds = 'arrived left moved away notSeen back ready note call closed kept'.split(' ');

/** A line became an act or a note; its writer works here, or is a name on the paper, which may be forgotten (R47). */
const lines = [
  `CREATE TABLE paper_lines (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    sheet_id TEXT NOT NULL REFERENCES paper_sheets,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', kinds)}),
    happened_at TEXT NOT NULL CHECK (${isMinute('happened_at')}),
    writer_id TEXT REFERENCES people,
    writer_name TEXT CHECK (${isText('writer_name', 100)}),
    act_id TEXT UNIQUE REFERENCES acts (id),
    note_id TEXT UNIQUE REFERENCES notes (id),
    keyed_by TEXT NOT NULL REFERENCES people,
    keyed_at TEXT NOT NULL CHECK (${isMinute('keyed_at')}),
    CHECK (writer_id IS NULL OR writer_name IS NULL),
    CHECK ((act_id IS NULL) <> (note_id IS NULL)),
    CHECK ((kind = 'note') = (note_id IS NOT NULL)),
    CHECK (happened_at <= keyed_at)
  ) STRICT`,
  `CREATE INDEX paper_lines_of_a_sheet ON paper_lines (sheet_id, number)`,
  refuse(
    'paper_lines_are_not_replaced',
    `BEFORE INSERT ON paper_lines WHEN EXISTS (SELECT 1 FROM paper_lines l WHERE l.number = NEW.number OR l.id = NEW.id
      OR l.act_id = NEW.act_id OR l.note_id = NEW.note_id)`,
    'paper_lines: already there',
  ),
  isNeverDeleted('paper_lines'),
  refuse(
    'paper_lines_have_a_writer',
    `BEFORE INSERT ON paper_lines WHEN NEW.writer_id IS NULL AND NEW.writer_name IS NULL`,
    'paper_lines: somebody wrote it',
  ),
  refuse(
    'paper_lines_are_keyed_into_an_open_sheet',
    `BEFORE INSERT ON paper_lines WHEN NOT EXISTS (
      SELECT 1 FROM paper_sheets s WHERE s.id = NEW.sheet_id AND s.ended_at IS NULL)`,
    'paper_lines: no such sheet is being keyed in',
  ),
  refuse(
    'paper_lines_are_never_edited',
    `BEFORE UPDATE ON paper_lines WHEN NEW.writer_name IS NOT NULL AND NEW.writer_name IS NOT OLD.writer_name OR ${anyChanged(
      'number',
      'id',
      'sheet_id',
      'kind',
      'happened_at',
      'writer_id',
      'act_id',
      'note_id',
      'keyed_by',
      'keyed_at',
    )}`,
    'paper_lines: only the name of a writer can be forgotten',
  ),
];

/** A note can say when it happened (R29); that is as fixed as its text. */
const events = [
  `ALTER TABLE notes ADD COLUMN event_at TEXT CHECK (${isMinute('event_at')})`,
  refuse(
    'notes_keep_their_event',
    `BEFORE UPDATE ON notes WHEN ${anyChanged('event_at')}`,
    'notes: when it happened never changes',
  ),
];

/** What was written on paper while the computer was down, with its writers. */
export class FromPaper1767225614000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...sheets, ...lines, ...events]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
