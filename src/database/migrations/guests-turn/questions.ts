import { isNeverDeleted } from '../open-the-house/kept-rows.js';
import { refuse } from '../open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

const CODE = (column: string) =>
  `${column} GLOB '[a-z]*' AND ${column} NOT GLOB '*[^a-z0-9_]*' AND length(${column}) <= 40`;

const isListOf = (column: string, type: string) =>
  `json_valid(${column}) AND json_type(${column}) = '${type}'`;

/** What is asked; code and kind never change. */
const questions = `CREATE TABLE questions (
    code TEXT PRIMARY KEY NOT NULL CHECK (${CODE('code')}),
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['scale', 'yes-maybe-no', 'words'])})
  ) STRICT, WITHOUT ROWID`;

/** Its words, where it is asked and what the answers count: each save is a version, the first of ours is by nobody. */
const versions = `CREATE TABLE question_versions (
    code TEXT NOT NULL REFERENCES questions,
    number INTEGER NOT NULL CHECK (number >= 1),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 999),
    moments TEXT NOT NULL CHECK (length(moments) <= 60),
    en_text TEXT NOT NULL CHECK (${isText('en_text', 200)}),
    en_why TEXT CHECK (${isText('en_why', 200)}),
    en_options TEXT NOT NULL CHECK (${isListOf('en_options', 'array')}),
    es_text TEXT CHECK (${isText('es_text', 200)}),
    es_why TEXT CHECK (${isText('es_why', 200)}),
    es_options TEXT NOT NULL CHECK (${isListOf('es_options', 'array')}),
    scores TEXT CHECK (scores IS NULL OR ${isListOf('scores', 'array')}),
    person_id TEXT REFERENCES people,
    at TEXT CHECK (at IS NULL OR ${isMinute('at')}),
    CHECK ((person_id IS NULL) = (at IS NULL)),
    CHECK (es_text IS NOT NULL OR (es_why IS NULL AND es_options = '[]')),
    CHECK (scores IS NULL OR json_array_length(scores) = json_array_length(en_options)),
    PRIMARY KEY (code, number)
  ) STRICT, WITHOUT ROWID`;

const kept = [
  refuse(
    'questions_are_not_replaced',
    'BEFORE INSERT ON questions WHEN EXISTS (SELECT 1 FROM questions WHERE code = NEW.code)',
    'questions: already there',
  ),
  refuse(
    'question_versions_follow_one_another',
    `BEFORE INSERT ON question_versions
      WHEN NEW.number <> (SELECT ifnull(max(number), 0) + 1 FROM question_versions WHERE code = NEW.code)`,
    'question_versions: not the next one',
  ),
  ...['questions', 'question_versions'].flatMap((table) => [
    refuse(`${table}_are_not_changed`, `BEFORE UPDATE ON ${table}`, `${table}: only added to`),
    isNeverDeleted(table),
  ]),
];

/** The house's questions, each version kept: answers are read with the words they were given to. */
export const questionTables = [questions, versions, ...kept];
