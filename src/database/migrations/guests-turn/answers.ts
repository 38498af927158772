import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, refuse } from '../open-the-house/refuse.js';
import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** One of the five things there can be to say of a question; the fifth, not asked, is that there is no row (R37). */
const answerColumns = `code TEXT NOT NULL,
    version INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (${isOneOf('outcome', ['answered', 'skipped', 'not-said', 'dont-know'])}),
    choice INTEGER CHECK (choice BETWEEN 1 AND 9),
    words TEXT CHECK (${isText('words', 2000)}),
    CHECK ((outcome = 'answered') = ((choice IS NOT NULL) + (words IS NOT NULL) = 1)),
    CHECK (outcome = 'answered' OR (choice IS NULL AND words IS NULL)),
    FOREIGN KEY (code, version) REFERENCES question_versions`;

/** What a guest chose to keep at one moment of a stay, or what stood on their sheet. */
const sets = [
  `CREATE TABLE answer_sets (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    moment TEXT NOT NULL CHECK (${isOneOf('moment', ['arrival', 'leaving', 'follow-up'])}),
    came_by TEXT NOT NULL CHECK (${isOneOf('came_by', ['screen', 'sheet'])}),
    language TEXT NOT NULL CHECK (${isOneOf('language', ['en', 'es'])}),
    kept_at TEXT NOT NULL CHECK (${isMinute('kept_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX answer_sets_once ON answer_sets (stay_id, moment)
    WHERE undone_at IS NULL AND moment <> 'follow-up'`,
  'CREATE INDEX answer_sets_of_a_stay ON answer_sets (stay_id)',
  `CREATE TABLE answers (
    set_id TEXT NOT NULL REFERENCES answer_sets,
    ${answerColumns},
    PRIMARY KEY (set_id, code)
  ) STRICT, WITHOUT ROWID`,
  isNotReplaced('answer_sets'),
  keepsItsKey('answer_sets'),
  isNeverDeleted('answer_sets'),
  refuse(
    'answer_sets_are_not_pushed_out',
    `BEFORE INSERT ON answer_sets WHEN NEW.undone_at IS NULL AND NEW.moment <> 'follow-up' AND EXISTS (
      SELECT 1 FROM answer_sets WHERE stay_id = NEW.stay_id AND moment = NEW.moment AND undone_at IS NULL)`,
    'answer_sets: answered already',
  ),
  refuse(
    'answer_sets_are_only_undone',
    `BEFORE UPDATE ON answer_sets WHEN OLD.undone_at IS NOT NULL OR ${anyChanged(
      'stay_id',
      'moment',
      'came_by',
      'language',
      'kept_at',
      'house_day',
      'person_id',
    )}`,
    'answer_sets: only their undoing can be added',
  ),
  refuse(
    'answers_are_not_replaced',
    `BEFORE INSERT ON answers WHEN EXISTS (SELECT 1 FROM answers WHERE set_id = NEW.set_id AND code = NEW.code)`,
    'answers: already there',
  ),
  refuse('answers_are_not_changed', 'BEFORE UPDATE ON answers', 'answers: in the words they were given'),
  isNeverDeleted('answers'),
];

/** A screen that is handed over. Whatever is half answered goes when it is kept, thrown away or left quiet. */
const turns = [
  `CREATE TABLE turns (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL UNIQUE REFERENCES stays,
    screen TEXT,
    moment TEXT CHECK (${isOneOf('moment', ['arrival', 'leaving', 'follow-up'])}),
    language TEXT NOT NULL CHECK (${isOneOf('language', ['en', 'es'])}),
    mode TEXT NOT NULL CHECK (${isOneOf('mode', ['start', 'asking', 'about', 'ending', 'done'])}),
    ended TEXT CHECK (${isOneOf('ended', ['kept', 'thrown', 'wiped', 'read'])}),
    at_code TEXT REFERENCES questions,
    word TEXT CHECK (${isText('word', 20)}),
    wrong_words INTEGER NOT NULL DEFAULT 0 CHECK (wrong_words BETWEEN 0 AND 9),
    is_covered INTEGER NOT NULL DEFAULT 0 CHECK (is_covered IN (0, 1)),
    seen_at TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people,
    CHECK ((mode = 'done') = (ended IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE turn_answers (
    turn_id TEXT NOT NULL REFERENCES turns ON DELETE CASCADE,
    ${answerColumns},
    PRIMARY KEY (turn_id, code)
  ) STRICT, WITHOUT ROWID`,
];

export const answerTables = [...sets, ...turns];
