import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** What a guest said to a note about them, and to which of its words (R28). */
const answers = [
  `CREATE TABLE note_answers (
    id TEXT PRIMARY KEY NOT NULL,
    guest_note_id TEXT NOT NULL REFERENCES guest_notes (id),
    to_number INTEGER NOT NULL CHECK (to_number > 0),
    answer TEXT NOT NULL CHECK (${isOneOf('answer', ['agree', 'add', 'disagree'])}),
    words TEXT CHECK (${isText('words', 2000)}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    person_id TEXT NOT NULL REFERENCES people
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX note_answers_of_a_note ON note_answers (guest_note_id, at)`,
  isNotReplaced('note_answers'),
  keepsItsKey('note_answers'),
  isNeverDeleted('note_answers'),
  refuse(
    'note_answers_stay_as_they_were_given',
    `BEFORE UPDATE ON note_answers WHEN ${anyChanged('guest_note_id', 'to_number', 'answer', 'at', 'person_id')}
      OR NEW.words IS NOT NULL OR NOT EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.guest_note_id = NEW.guest_note_id)`,
    'note_answers: only what is taken back loses its words',
  ),
];

/** Off until a manager says so; then bounded by a reason, a day and a coordinator's look (R27). */
const hiding = [
  `ALTER TABLE house ADD COLUMN hides_notes INTEGER NOT NULL DEFAULT 0 CHECK (hides_notes IN (0, 1))`,
  `CREATE TABLE hidden_notes (
    guest_note_id TEXT PRIMARY KEY NOT NULL REFERENCES guest_notes (id),
    reason TEXT NOT NULL CHECK (${isOneOf('reason', ['names_someone', 'guest_asked'])}),
    until_day TEXT NOT NULL REFERENCES nights,
    looked_at TEXT CHECK (${isMinute('looked_at')}),
    looked_by TEXT REFERENCES people,
    opened_at TEXT CHECK (${isMinute('opened_at')}),
    opened_by TEXT REFERENCES people,
    CHECK ((looked_at IS NULL) = (looked_by IS NULL)),
    CHECK ((opened_at IS NULL) = (opened_by IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX hidden_notes_to_look_at ON hidden_notes (guest_note_id) WHERE looked_at IS NULL AND opened_at IS NULL`,
  isNotReplaced('hidden_notes', 'guest_note_id'),
  isNeverDeleted('hidden_notes'),
  refuse(
    'hidden_notes_are_only_looked_at_and_opened',
    `BEFORE UPDATE ON hidden_notes WHEN ${anyChanged('guest_note_id', 'reason', 'until_day')}
      OR (OLD.opened_at IS NOT NULL AND (${anyChanged('opened_at', 'opened_by')}))
      OR (OLD.looked_at IS NOT NULL AND (${anyChanged('looked_at', 'looked_by')}))`,
    'hidden_notes: only a look or the opening can be added',
  ),
];

export const withGuests = [...answers, ...hiding];
