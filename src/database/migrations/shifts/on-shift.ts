import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** Who is on shift or on call, from when to when. Another hour is another line; a line is only ended or undone. */
const people = [
  `CREATE TABLE on_shift (
    id TEXT PRIMARY KEY NOT NULL,
    person_id TEXT NOT NULL REFERENCES people,
    role TEXT NOT NULL CHECK (${isOneOf('role', ['shift', 'on-call'])}),
    from_at TEXT NOT NULL CHECK (${isMinute('from_at')}),
    to_at TEXT NOT NULL CHECK (${isMinute('to_at')} AND to_at > from_at),
    phone TEXT CHECK (${isText('phone', 40)}),
    put_by TEXT NOT NULL REFERENCES people,
    put_at TEXT NOT NULL CHECK (${isMinute('put_at')}),
    ended_at TEXT CHECK (${isMinute('ended_at')}),
    ended_by TEXT REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')}),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX on_shift_by_end ON on_shift (to_at)`,
  isNotReplaced('on_shift'),
  keepsItsKey('on_shift'),
  isNeverDeleted('on_shift'),
  refuse(
    'on_shift_is_only_ended_or_undone',
    `BEFORE UPDATE ON on_shift WHEN ${anyChanged('person_id', 'role', 'from_at', 'to_at', 'phone', 'put_by', 'put_at')}
      OR OLD.undone_at IS NOT NULL`,
    'on_shift: a line is only ended or undone',
  ),
];

/** That the night's sheet was printed in a shift, or is not to be: then the shift page asks for it no more (R30). */
const sheets = [
  `CREATE TABLE sheets_settled (
    shift_start TEXT PRIMARY KEY NOT NULL CHECK (${isMinute('shift_start')}),
    how TEXT NOT NULL CHECK (${isOneOf('how', ['printed', 'not-now'])}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    person_id TEXT NOT NULL REFERENCES people
  ) STRICT, WITHOUT ROWID`,
  isNotReplaced('sheets_settled', 'shift_start'),
  isNeverDeleted('sheets_settled'),
  refuse('sheets_settled_never_change', 'BEFORE UPDATE ON sheets_settled', 'sheets_settled: never changes'),
];

/** Notes of the house by the shift in which they were written. */
export const onShift = [...people, ...sheets, `CREATE INDEX notes_by_time ON notes (written_at)`];
