import { isInstant, isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** What the next shift must know (R27, R29), and who rang (R15). */
export const notesAndCalls = [
  // number is the one counter by which "read up to here" is told
  `CREATE TABLE notes (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (${isText('text', 10000)}),
    lives TEXT NOT NULL CHECK (${isOneOf('lives', ['shift', 'done', 'date'])}),
    shift_ends_at TEXT CHECK (${isMinute('shift_ends_at')}),
    until_day TEXT REFERENCES nights,
    written_at TEXT NOT NULL CHECK (${isMinute('written_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    done_at TEXT CHECK (${isMinute('done_at')}),
    done_by TEXT REFERENCES people,
    CHECK ((lives = 'shift') = (shift_ends_at IS NOT NULL)),
    CHECK ((lives = 'date') = (until_day IS NOT NULL)),
    CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CHECK (done_at IS NULL OR lives = 'done')
  ) STRICT`,
  `CREATE INDEX notes_of_a_shift ON notes (shift_ends_at) WHERE lives = 'shift'`,
  `CREATE INDEX notes_until_done ON notes (number) WHERE lives = 'done' AND done_at IS NULL`,
  `CREATE INDEX notes_until_a_date ON notes (until_day) WHERE lives = 'date'`,
  `CREATE INDEX notes_done ON notes (done_at) WHERE done_at IS NOT NULL`,

  `CREATE TABLE calls (
    id TEXT PRIMARY KEY NOT NULL,
    line TEXT NOT NULL CHECK (${isOneOf('line', ['phone', 'door', 'message'])}),
    caller TEXT NOT NULL CHECK (${isText('caller', 40)}),
    outcome TEXT NOT NULL CHECK (${isText('outcome', 40)}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isInstant('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX calls_by_day ON calls (house_day, at)`,
];
