import { isNeverDeleted } from '../open-the-house/kept-rows.js';
import { refuse } from '../open-the-house/refuse.js';
import { isOneOf, isText } from '../open-the-house/shapes.js';

/** SQLite cannot widen a CHECK: the table is made anew with its rows. What points at them is looked at when all is done. */
const anew = (table: string, columns: string, made: string): string[] => [
  `CREATE TABLE ${table}_before AS SELECT ${columns} FROM ${table}`,
  `DROP TABLE ${table}`,
  made,
  `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${table}_before`,
  `DROP TABLE ${table}_before`,
];

const questions = anew(
  'questions',
  'code, kind',
  `CREATE TABLE questions (
    code TEXT PRIMARY KEY NOT NULL
      CHECK (code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9_]*' AND length(code) <= 40),
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['scale', 'yes-maybe-no', 'count', 'words'])})
  ) STRICT, WITHOUT ROWID`,
);

const questionsKept = [
  refuse(
    'questions_are_not_replaced',
    'BEFORE INSERT ON questions WHEN EXISTS (SELECT 1 FROM questions WHERE code = NEW.code)',
    'questions: already there',
  ),
  refuse('questions_are_not_changed', 'BEFORE UPDATE ON questions', 'questions: only added to'),
  isNeverDeleted('questions'),
];

/** One of the five things there can be to say of a question; the fifth, not asked, is that there is no row (R37). */
const answerColumns = `code TEXT NOT NULL,
    version INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (${isOneOf('outcome', ['answered', 'skipped', 'not-said', 'dont-know'])}),
    choice INTEGER CHECK (choice BETWEEN 1 AND 9),
    words TEXT CHECK (${isText('words', 2000)}),
    count INTEGER CHECK (count BETWEEN 0 AND 999),
    CHECK ((outcome = 'answered') = ((choice IS NOT NULL) + (words IS NOT NULL) + (count IS NOT NULL) = 1)),
    CHECK (outcome = 'answered' OR (choice IS NULL AND words IS NULL AND count IS NULL)),
    FOREIGN KEY (code, version) REFERENCES question_versions`;

const ANSWERED = 'code, version, outcome, choice, words';

const answers = anew(
  'answers',
  `set_id, ${ANSWERED}`,
  `CREATE TABLE answers (
    set_id TEXT NOT NULL REFERENCES answer_sets,
    ${answerColumns},
    PRIMARY KEY (set_id, code)
  ) STRICT, WITHOUT ROWID`,
);

const halfAnswers = anew(
  'turn_answers',
  `turn_id, ${ANSWERED}`,
  `CREATE TABLE turn_answers (
    turn_id TEXT NOT NULL REFERENCES turns ON DELETE CASCADE,
    ${answerColumns},
    PRIMARY KEY (turn_id, code)
  ) STRICT, WITHOUT ROWID`,
);

const answersKept = [
  refuse(
    'answers_are_not_replaced',
    `BEFORE INSERT ON answers WHEN EXISTS (SELECT 1 FROM answers WHERE set_id = NEW.set_id AND code = NEW.code)`,
    'answers: already there',
  ),
  refuse('answers_are_not_changed', 'BEFORE UPDATE ON answers', 'answers: in the words they were given'),
  isNeverDeleted('answers'),
];

/** An answer can be a number; one of the time it was asked over stands with the version of its question. */
export const numbers = [
  'PRAGMA defer_foreign_keys = ON',
  ...questions,
  ...questionsKept,
  ...answers,
  ...answersKept,
  ...halfAnswers,
  `ALTER TABLE question_versions ADD COLUMN over TEXT
    CHECK (${isOneOf('over', ['30d', '90d', '180d', '365d', '11m'])})`,
  `ALTER TABLE question_versions ADD COLUMN over_why TEXT
    CHECK (over_why IS NULL OR (over IS NOT NULL AND ${isText('over_why', 500)}))`,
];
