import { isInstant, isOneOf, isText } from './shapes.js';

/** The house itself, the people who work in it, how they are let in. One file is one house (R12). */
export const houseAndPeople = [
  // 'PORC': a file without it was not made by Porchlight
  `PRAGMA application_id = 1347375683`,

  `CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL CHECK (length(value) = 64)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO secrets VALUES ('session', lower(hex(randomblob(32)))), ('form', lower(hex(randomblob(32))))`,

  `CREATE TABLE house (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (${isText('name', 100)}),
    time_zone TEXT NOT NULL CHECK (${isText('time_zone', 60)}),
    rollover_hour INTEGER NOT NULL CHECK (rollover_hour BETWEEN 4 AND 10),
    on_call_line TEXT NOT NULL DEFAULT '' CHECK (length(on_call_line) <= 100),
    most_nights INTEGER NOT NULL CHECK (most_nights BETWEEN 1 AND 28),
    back_dating_days INTEGER NOT NULL CHECK (back_dating_days BETWEEN 0 AND 31),
    shift_starts TEXT NOT NULL CHECK (${isText('shift_starts', 30)}),
    version INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE people (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (${isText('name', 100)}),
    role TEXT NOT NULL CHECK (${isOneOf('role', ['staff', 'coordinator', 'manager'])}),
    passphrase_hash TEXT NOT NULL CHECK (passphrase_hash LIKE '$argon2id$%'),
    theme TEXT NOT NULL DEFAULT 'day' CHECK (${isOneOf('theme', ['day', 'night'])}),
    added_at TEXT NOT NULL CHECK (${isInstant('added_at')}),
    disabled_at TEXT CHECK (${isInstant('disabled_at')}),
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX people_one_of_a_name ON people (name COLLATE NOCASE)`,

  `CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY NOT NULL CHECK (length(token_hash) = 64),
    person_id TEXT REFERENCES people,
    data TEXT NOT NULL CHECK (json_valid(data)),
    seen_at TEXT NOT NULL CHECK (${isInstant('seen_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX sessions_of_a_person ON sessions (person_id)`,
  `CREATE INDEX sessions_by_age ON sessions (seen_at)`,

  `CREATE TABLE tries (
    subject TEXT PRIMARY KEY NOT NULL,
    failed INTEGER NOT NULL CHECK (failed > 0),
    last_at TEXT NOT NULL CHECK (${isInstant('last_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX tries_by_age ON tries (last_at)`,
];
