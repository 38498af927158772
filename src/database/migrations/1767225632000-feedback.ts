import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isNeverDeleted, isNotReplaced } from './open-the-house/kept-rows.js';
import { anyChanged, refuse } from './open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from './open-the-house/shapes.js';

/**
 * Feedback has a day, and nothing that tells an hour or an order: its key is random, and without a rowid its rows lie in the
 * order of their keys. Who it is from is a row of its own, which an anonymous one does not have and forgetting takes out.
 */
const tables = [
  `CREATE TABLE feedback (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    house_day TEXT NOT NULL REFERENCES nights,
    about TEXT NOT NULL CHECK (${isOneOf('about', ['house', 'service'])}),
    service TEXT CHECK (${isText('service', 100)}),
    text TEXT NOT NULL CHECK (${isText('text', 10_000)}),
    code_hash TEXT UNIQUE CHECK (length(code_hash) = 64 AND code_hash NOT GLOB '*[^0-9a-f]*'),
    CHECK ((service IS NULL) = (about = 'house'))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX feedback_by_day ON feedback (house_day)`,
  `CREATE TABLE feedback_names (
    feedback_id TEXT PRIMARY KEY NOT NULL REFERENCES feedback,
    name TEXT NOT NULL CHECK (${isText('name', 100)}),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE feedback_answers (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    feedback_id TEXT NOT NULL REFERENCES feedback,
    text TEXT NOT NULL CHECK (${isText('text', 10_000)}),
    house_day TEXT NOT NULL REFERENCES nights,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    person_id TEXT NOT NULL REFERENCES people
  ) STRICT`,
  `CREATE INDEX answers_of_feedback ON feedback_answers (feedback_id, number)`,
  `CREATE TABLE said_and_done (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    said TEXT NOT NULL CHECK (${isText('said', 500)}),
    did TEXT NOT NULL CHECK (${isText('did', 500)}),
    house_day TEXT NOT NULL REFERENCES nights,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    person_id TEXT NOT NULL REFERENCES people,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
  ) STRICT`,
  `CREATE TABLE outside_addresses (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    text TEXT NOT NULL CHECK (${isText('text', 500)}),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')})
  ) STRICT`,
];

const neverChanges = (table: string) =>
  refuse(`${table}_never_changes`, `BEFORE UPDATE ON ${table}`, `${table}: never changed`);

const guards = [
  ...['feedback', 'feedback_answers', 'outside_addresses'].flatMap((table) => [
    neverChanges(table),
    isNeverDeleted(table),
  ]),
  neverChanges('feedback_names'),
  isNotReplaced('feedback'),
  refuse(
    'a_reply_code_is_given_once',
    `BEFORE INSERT ON feedback WHEN EXISTS (SELECT 1 FROM feedback WHERE code_hash = NEW.code_hash)`,
    'feedback: this code is taken',
  ),
  isNotReplaced('feedback_names', 'feedback_id'),
  // A code is for whoever gave no name
  refuse(
    'anonymous_feedback_gets_no_name',
    `BEFORE INSERT ON feedback_names
      WHEN EXISTS (SELECT 1 FROM feedback WHERE id = NEW.feedback_id AND code_hash IS NOT NULL)`,
    'feedback_names: this one is anonymous',
  ),
  isNotReplaced('feedback_answers', 'number'),
  isNotReplaced('said_and_done', 'number'),
  isNotReplaced('outside_addresses', 'number'),
  refuse(
    'said_and_done_has_its_id_once',
    `BEFORE INSERT ON said_and_done WHEN EXISTS (SELECT 1 FROM said_and_done WHERE id = NEW.id)`,
    'said_and_done: already there',
  ),
  refuse(
    'said_and_done_only_comes_and_goes',
    `BEFORE UPDATE ON said_and_done
      WHEN ${anyChanged('number', 'id', 'said', 'did', 'house_day', 'at', 'person_id')}`,
    'said_and_done: its words never change',
  ),
  isNeverDeleted('said_and_done'),
];

/** What guests say of the house and of others, what the team answers, and what came of it. */
export class Feedback1767225632000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
