import { isInstant, isMinute, isText } from './shapes.js';

/** What was done, by whom; what was seen, by whom; forms sent once; forms half filled. */
export const records = [
  // The history a person reads (R18) and undoes (R24); the reason is the only free text
  `CREATE TABLE acts (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (${isText('kind', 40)}),
    person_id TEXT NOT NULL REFERENCES people,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    stay_id TEXT REFERENCES stays,
    bed_id TEXT REFERENCES beds,
    details TEXT NOT NULL CHECK (json_valid(details)),
    reason TEXT CHECK (${isText('reason', 500)}),
    undo_until TEXT CHECK (${isMinute('undo_until')}),
    undone_by_act TEXT
  ) STRICT`,
  `CREATE INDEX acts_of_a_stay ON acts (stay_id, number)`,
  `CREATE INDEX acts_of_a_bed ON acts (bed_id, number)`,
  `CREATE INDEX acts_to_undo ON acts (undo_until, number) WHERE undo_until IS NOT NULL`,

  // R44: every write and every view of a guest's record; codes and references only, no free text
  `CREATE TABLE audit (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    at TEXT NOT NULL CHECK (${isInstant('at')}),
    person_id TEXT REFERENCES people,
    act TEXT NOT NULL CHECK (${isText('act', 60)} AND act NOT GLOB '*[^a-zA-Z0-9.-]*'),
    subject_id TEXT CHECK (length(subject_id) <= 64 AND subject_id NOT GLOB '*[^a-zA-Z0-9-]*')
  ) STRICT`,
  `CREATE INDEX audit_of_a_subject ON audit (subject_id, number)`,

  // R17: a form sent twice is one act and shows what it made
  `CREATE TABLE sent_forms (
    token TEXT PRIMARY KEY NOT NULL,
    values_hash TEXT NOT NULL CHECK (length(values_hash) = 64),
    answer TEXT NOT NULL CHECK (answer LIKE '/%'),
    sent_at TEXT NOT NULL CHECK (${isInstant('sent_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX sent_forms_by_age ON sent_forms (sent_at)`,

  // R31: belongs to one person, is never shown to another
  `CREATE TABLE drafts (
    person_id TEXT NOT NULL REFERENCES people,
    place TEXT NOT NULL CHECK (place LIKE '/%' AND length(place) <= 200),
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    saved_at TEXT NOT NULL CHECK (${isInstant('saved_at')}),
    PRIMARY KEY (person_id, place)
  ) STRICT, WITHOUT ROWID`,
];
