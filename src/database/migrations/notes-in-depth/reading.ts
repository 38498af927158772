import { isNotReplaced } from '../open-the-house/kept-rows.js';
import { refuse } from '../open-the-house/refuse.js';
import { isMinute } from '../open-the-house/shapes.js';

const numbered = [
  { table: 'notes', note: 'NEW.id', guestNote: 'NULL' },
  { table: 'guest_notes', note: 'NULL', guestNote: 'NEW.id' },
  { table: 'amendments', note: 'NEW.note_id', guestNote: 'NEW.guest_note_id' },
];

/** One counter for every note and amendment (R29): the file itself gives each number once, and only the next. */
const counter = [
  `CREATE TABLE note_numbers (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    person_id TEXT NOT NULL REFERENCES people,
    note_id TEXT REFERENCES notes (id),
    guest_note_id TEXT REFERENCES guest_notes (id),
    CHECK ((note_id IS NULL) <> (guest_note_id IS NULL))
  ) STRICT`,
  `INSERT INTO note_numbers SELECT number, person_id, id, NULL FROM notes ORDER BY number`,
  ...numbered.map(
    ({ table, note, guestNote }) => `CREATE TRIGGER counted_${table} AFTER INSERT ON ${table} BEGIN
      INSERT INTO note_numbers VALUES (NEW.number, NEW.person_id, ${note}, ${guestNote});
    END`,
  ),
  refuse(
    'note_numbers_only_grow',
    `BEFORE INSERT ON note_numbers WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM note_numbers)`,
    'note_numbers: only the next one is given',
  ),
  refuse('note_numbers_never_change', 'BEFORE UPDATE ON note_numbers', 'note_numbers: never changes'),
  refuse('note_numbers_are_kept', 'BEFORE DELETE ON note_numbers', 'note_numbers: kept for good'),
];

/**
 * How far each person has read. Whoever comes to work here has the past behind them: what was written before is not new
 * to anyone who had no part in it.
 */
const marks = [
  `CREATE TABLE read_marks (
    person_id TEXT PRIMARY KEY NOT NULL REFERENCES people,
    up_to INTEGER NOT NULL CHECK (up_to >= 0),
    read_at TEXT CHECK (${isMinute('read_at')})
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO read_marks SELECT id, (SELECT coalesce(max(number), 0) FROM note_numbers), NULL FROM people`,
  `CREATE TRIGGER counted_people AFTER INSERT ON people WHEN NOT EXISTS (SELECT 1 FROM read_marks WHERE person_id = NEW.id) BEGIN
    INSERT INTO read_marks VALUES (NEW.id, (SELECT coalesce(max(number), 0) FROM note_numbers), NULL);
  END`,
  isNotReplaced('read_marks', 'person_id'),
  refuse(
    'read_marks_only_grow',
    `BEFORE UPDATE ON read_marks WHEN NEW.person_id IS NOT OLD.person_id OR NEW.up_to < OLD.up_to OR NEW.read_at IS NULL
      OR NEW.up_to > (SELECT coalesce(max(number), 0) FROM note_numbers)`,
    'read_marks: nobody reads backwards, or what is not written yet',
  ),
  refuse('read_marks_are_kept', 'BEFORE DELETE ON read_marks', 'read_marks: kept for good'),
];

export const reading = [...counter, ...marks];
