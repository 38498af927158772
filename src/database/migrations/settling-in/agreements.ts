import { isNeverDeleted, isNotReplaced } from '../open-the-house/kept-rows.js';
import { refuse } from '../open-the-house/refuse.js';
import { isMinute, isText } from '../open-the-house/shapes.js';

/** The house’s agreement: every version that was saved, by its number. It names no guest. */
export const agreements = [
  `CREATE TABLE agreements (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    text TEXT NOT NULL CHECK (${isText('text', 10000)}),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')})
  ) STRICT`,
  isNotReplaced('agreements', 'number'),
  isNeverDeleted('agreements'),
  refuse('agreements_are_not_changed', 'BEFORE UPDATE ON agreements', 'agreements: each version is kept'),
];
