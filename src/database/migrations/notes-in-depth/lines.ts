import { isNeverDeleted } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** Notes written with a guest lie apart from those of the house (R27): nothing that reads the one meets the other. */
const guestNotes = [
  `CREATE TABLE guest_notes (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    stay_id TEXT NOT NULL REFERENCES stays,
    text TEXT NOT NULL CHECK (${isText('text', 10000)}),
    written_by TEXT NOT NULL CHECK (${isOneOf('written_by', ['staff', 'guest', 'both'])}),
    event_at TEXT CHECK (${isMinute('event_at')}),
    written_at TEXT NOT NULL CHECK (${isMinute('written_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people
  ) STRICT`,
  `CREATE INDEX guest_notes_of_a_stay ON guest_notes (stay_id, number)`,
  `CREATE INDEX guest_notes_by_time ON guest_notes (written_at)`,
];

/** Exactly one note is meant: one of the house, or one of a guest. */
const ofOneNote = `note_id TEXT REFERENCES notes (id),
    guest_note_id TEXT REFERENCES guest_notes (id),
    CHECK ((note_id IS NULL) <> (guest_note_id IS NULL))`;

/** What a note says now, and why it says something else (R28); the words before stay where they are. */
const amendments = [
  `CREATE TABLE amendments (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (${isText('text', 10000)}),
    why TEXT NOT NULL CHECK (${isText('why', 500)}),
    written_at TEXT NOT NULL CHECK (${isMinute('written_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    ${ofOneNote}
  ) STRICT`,
  `CREATE INDEX amendments_of_a_note ON amendments (note_id, number) WHERE note_id IS NOT NULL`,
  `CREATE INDEX amendments_of_a_guest_note ON amendments (guest_note_id, number) WHERE guest_note_id IS NOT NULL`,
];

/** The text goes; who took it back, when and why stays (R28). */
const takenBack = [
  `CREATE TABLE notes_taken_back (
    id TEXT PRIMARY KEY NOT NULL,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    person_id TEXT NOT NULL REFERENCES people,
    reason TEXT NOT NULL CHECK (${isText('reason', 40)}),
    ${ofOneNote}
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX note_taken_back_once ON notes_taken_back (note_id) WHERE note_id IS NOT NULL`,
  `CREATE UNIQUE INDEX guest_note_taken_back_once ON notes_taken_back (guest_note_id) WHERE guest_note_id IS NOT NULL`,
  refuse(
    'notes_taken_back_are_not_replaced',
    `BEFORE INSERT ON notes_taken_back WHEN EXISTS (SELECT 1 FROM notes_taken_back t
      WHERE t.id = NEW.id OR t.note_id = NEW.note_id OR t.guest_note_id = NEW.guest_note_id)`,
    'notes_taken_back: already there',
  ),
  refuse(
    'notes_taken_back_never_change',
    'BEFORE UPDATE ON notes_taken_back',
    'notes_taken_back: never changes',
  ),
  isNeverDeleted('notes_taken_back'),
];

const isTakenBack = (row: string, note: string, guestNote: string) =>
  `EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.note_id = ${row}.${note} OR t.guest_note_id = ${row}.${guestNote})`;

/** Only a note that was taken back loses its words, and gets no others for them. */
const onlyEmptied = (table: string, isGone: string, kept: readonly string[], words: readonly string[]) =>
  refuse(
    `${table}_are_never_edited`,
    `BEFORE UPDATE ON ${table} WHEN ${anyChanged(...kept)}
      OR ((${anyChanged(...words)}) AND (NOT ${isGone} OR ${words.map((word) => `NEW.${word} <> '–'`).join(' OR ')}))`,
    `${table}: only what is taken back loses its words`,
  );

const kept = {
  notes: 'number id lives shift_ends_at until_day written_at house_day person_id is_pinned'.split(' '),
  guest_notes: 'number id stay_id written_by event_at written_at house_day person_id'.split(' '),
  amendments: 'number id written_at house_day person_id note_id guest_note_id'.split(' '),
};

const guards = [
  `DROP TRIGGER notes_are_never_edited`,
  onlyEmptied('notes', `EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.note_id = NEW.id)`, kept.notes, [
    'text',
  ]),
  onlyEmptied(
    'guest_notes',
    `EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.guest_note_id = NEW.id)`,
    kept.guest_notes,
    ['text'],
  ),
  onlyEmptied('amendments', isTakenBack('NEW', 'note_id', 'guest_note_id'), kept.amendments, ['text', 'why']),
  ...['guest_notes', 'amendments'].flatMap((table) => [
    refuse(
      `${table}_are_not_numbered_again`,
      `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE number = NEW.number OR id = NEW.id)`,
      `${table}: already there`,
    ),
    isNeverDeleted(table),
  ]),
  refuse(
    'amendments_are_of_living_notes',
    `BEFORE INSERT ON amendments WHEN ${isTakenBack('NEW', 'note_id', 'guest_note_id')}`,
    'amendments: this note was taken back',
  ),
];

/** A pin stands until somebody takes it down: wi-fi, boiler (R30). */
const pins = [
  `ALTER TABLE notes ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0 CHECK (is_pinned IN (0, 1) AND (is_pinned = 0 OR lives = 'done'))`,
  `CREATE INDEX notes_pinned ON notes (number) WHERE is_pinned = 1 AND done_at IS NULL`,
];

export const lines = [...pins, ...guestNotes, ...amendments, ...takenBack, ...guards];
