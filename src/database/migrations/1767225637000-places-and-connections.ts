import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced, keepsItsKey } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from './open-the-house/shapes.js';

/** What a place is for, as it is when a house has not worded it. */
const shipped = [
  ['tonight', 'Somewhere for tonight'],
  ['talk', 'Somebody to talk with'],
  ['peer', 'Peer support and groups'],
  ['food', 'Food and clothes'],
  ['housing', 'Housing and money'],
  ['health', 'Health'],
  ['rights', 'Rights and the law'],
  ['other', 'Something else'],
] as const;

const places = `CREATE TABLE places (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (${isText('name', 100)}),
    kind TEXT NOT NULL CHECK (${isText('kind', 40)}),
    phone TEXT CHECK (${isText('phone', 60)}),
    address TEXT CHECK (${isText('address', 200)}),
    opens TEXT CHECK (${isText('opens', 200)}),
    note TEXT CHECK (${isText('note', 500)}),
    retired_on TEXT REFERENCES nights,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`;

const connections = `CREATE TABLE connections (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    place_id TEXT REFERENCES places,
    own_words TEXT CHECK (${isText('own_words', 200)}),
    way TEXT CHECK (${isOneOf('way', ['told', 'rang', 'visited', 'appointment'])}),
    made_at TEXT NOT NULL CHECK (${isMinute('made_at')}),
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')}),
    version INTEGER NOT NULL,
    CHECK ((place_id IS NULL) <> (own_words IS NULL))
  ) STRICT, WITHOUT ROWID`;

/** What a guest said of it afterwards; nothing that was not asked has a row (R37). */
const answers = `CREATE TABLE connection_answers (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    connection_id TEXT NOT NULL REFERENCES connections,
    answer TEXT NOT NULL CHECK (${isOneOf('answer', ['good', 'mixed', 'trouble', 'did-not-go', 'skipped'])}),
    words TEXT CHECK (${isText('words', 500)}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT`;

/** A coordinator looked at what was said of a place, up to this answer. */
const looks = `CREATE TABLE place_looks (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    place_id TEXT NOT NULL REFERENCES places,
    up_to INTEGER NOT NULL REFERENCES connection_answers,
    done TEXT CHECK (${isText('done', 500)}),
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT`;

const indexes = [
  'CREATE INDEX connections_of_a_stay ON connections (stay_id, made_at)',
  'CREATE INDEX connections_to_a_place ON connections (place_id) WHERE place_id IS NOT NULL',
  'CREATE INDEX answers_of_a_connection ON connection_answers (connection_id, number)',
  `CREATE INDEX trouble_reported ON connection_answers (number) WHERE answer = 'trouble' AND undone_at IS NULL`,
  'CREATE INDEX looks_at_a_place ON place_looks (place_id, number)',
];

/** All that comes later to a row is that it was undone. */
const isOnlyUndone = (table: string, ...kept: readonly string[]) =>
  refuse(
    `${table}_are_only_undone`,
    `BEFORE UPDATE ON ${table} WHEN (OLD.undone_at IS NOT NULL AND ${anyChanged('undone_at')}) OR ${anyChanged(...kept)}`,
    `${table}: never changed`,
  );

const isAddedOnce = (table: string) =>
  refuse(
    `${table}_are_not_replaced`,
    `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE number = NEW.number OR id = NEW.id)`,
    `${table}: already there`,
  );

const guards = [
  isNotReplaced('places'),
  keepsItsKey('places'),
  isNotReplaced('connections'),
  isOnlyUndone('connections', 'id', 'stay_id', 'place_id', 'own_words', 'way', 'made_at', 'person_id'),
  isAddedOnce('connection_answers'),
  isOnlyUndone(
    'connection_answers',
    ...['number', 'id', 'connection_id', 'answer', 'words', 'at', 'house_day', 'person_id'],
  ),
  isAddedOnce('place_looks'),
  isOnlyUndone(
    'place_looks',
    ...['number', 'id', 'place_id', 'up_to', 'done', 'at', 'house_day', 'person_id'],
  ),
  ...['places', 'connections', 'connection_answers', 'place_looks'].map(isNeverDeleted),
];

/** The house's directory of places, the connections made with guests, and how they were. */
export class PlacesAndConnections1767225637000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [places, connections, answers, looks, ...indexes, ...guards])
      await db.query(statement);
    await db.query(`INSERT INTO list_versions (list, number) VALUES ('place-kinds', 1)`);
    for (const [index, [code, label]] of shipped.entries())
      await db.query(
        `INSERT INTO list_entries (list, number, position, code, label) VALUES ('place-kinds', 1, ?, ?, ?)`,
        [index + 1, code, label],
      );
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
