import { isNeverDeleted, isNotReplaced } from '../open-the-house/kept-rows.js';
import { refuse } from '../open-the-house/refuse.js';
import { isMinute, isText } from '../open-the-house/shapes.js';

/** How a house keeps in touch, each version dated and kept (R33, R34); nobody saved the one it comes with. */
export const contactRules = [
  `CREATE TABLE contact_rules (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    call_from INTEGER NOT NULL CHECK (call_from BETWEEN 0 AND 23),
    call_to INTEGER NOT NULL CHECK (call_to BETWEEN 1 AND 24 AND call_from < call_to),
    most_tries INTEGER NOT NULL CHECK (most_tries BETWEEN 1 AND 10),
    points TEXT NOT NULL CHECK (${isText('points', 100)}),
    words TEXT NOT NULL CHECK (${isText('words', 300)}),
    person_id TEXT REFERENCES people CHECK (person_id IS NOT NULL OR number = 1),
    at TEXT NOT NULL CHECK (${isMinute('at')})
  ) STRICT`,
  isNotReplaced('contact_rules', 'number'),
  isNeverDeleted('contact_rules'),
  refuse(
    'contact_rules_are_not_changed',
    'BEFORE UPDATE ON contact_rules',
    'contact_rules: each version is kept',
  ),
  `INSERT INTO contact_rules VALUES (1, 10, 19, 3, '3d 30d 180d 11m',
    'It’s {me}. Is now a good time? You can say no, or stop any time.', NULL, '2026-01-01T00:00:00Z')`,
];
