import { isInstant, isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

const yesOrNo = (column: string) => `${column} INTEGER NOT NULL DEFAULT 0 CHECK (${column} IN (0, 1))`;

/** What the guest agreed to in full (R32): SQLite cannot widen a CHECK, so the table is made anew with its rows. */
const consents = [
  `CREATE TABLE consents_anew (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    stay_id TEXT NOT NULL REFERENCES stays,
    purpose TEXT NOT NULL CHECK (${isOneOf('purpose', ['follow-up'])}),
    channel TEXT NOT NULL CHECK (${isOneOf('channel', ['call', 'text', 'post', 'they-call'])}),
    detail TEXT CHECK (${isText('detail', 500)}),
    ${yesOrNo('voicemail')},
    ${yesOrNo('say_house_name')},
    safe_from INTEGER CHECK (safe_from BETWEEN 0 AND 23),
    safe_to INTEGER CHECK (safe_to BETWEEN 1 AND 24),
    given_at TEXT NOT NULL CHECK (${isInstant('given_at')}),
    given_on TEXT NOT NULL REFERENCES nights,
    withdrawn_at TEXT CHECK (${isInstant('withdrawn_at')}),
    withdrawn_by TEXT REFERENCES attempts (id),
    set_aside_by TEXT REFERENCES attempts (id),
    CHECK ((channel = 'they-call') = (detail IS NULL)),
    CHECK ((safe_from IS NULL) = (safe_to IS NULL) AND (safe_from IS NULL OR safe_from < safe_to)),
    CHECK (withdrawn_by IS NULL OR withdrawn_at IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO consents_anew (id, guest_id, stay_id, purpose, channel, detail, given_at, given_on, withdrawn_at)
    SELECT id, guest_id, stay_id, purpose, channel, detail, given_at, given_on, withdrawn_at FROM consents`,
  `DROP TABLE consents`,
  `ALTER TABLE consents_anew RENAME TO consents`,
  `CREATE INDEX consents_of_a_guest ON consents (guest_id)`,
  `CREATE INDEX consents_of_a_stay ON consents (stay_id)`,
];

/** One point of a guest's plan (R33), as their consent lets it stand, and each try to reach them (R34). */
export const inTouch = [
  ...consents,

  // closed_as follows from the tries; 'undone' when the leaving itself was undone
  `CREATE TABLE follow_ups (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    consent_id TEXT NOT NULL REFERENCES consents,
    point TEXT NOT NULL CHECK (${isText('point', 20)}),
    due_on TEXT NOT NULL REFERENCES nights,
    next_try_at TEXT CHECK (${isMinute('next_try_at')}),
    waits_since TEXT CHECK (${isMinute('waits_since')}),
    closed_at TEXT CHECK (${isMinute('closed_at')}),
    closed_as TEXT CHECK (${isOneOf('closed_as', ['reached', 'not-reached', 'not-this-one', 'stopped', 'died', 'undone'])}),
    version INTEGER NOT NULL,
    CHECK ((closed_at IS NULL) = (closed_as IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX follow_ups_one_of_a_point ON follow_ups (consent_id, point)`,
  `CREATE INDEX follow_ups_of_a_stay ON follow_ups (stay_id)`,
  `CREATE INDEX follow_ups_open ON follow_ups (due_on) WHERE closed_at IS NULL`,

  // number tells apart what was written down within one minute
  `CREATE TABLE attempts (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    follow_up_id TEXT NOT NULL REFERENCES follow_ups,
    at TEXT NOT NULL CHECK (${isMinute('at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    channel TEXT NOT NULL CHECK (${isOneOf('channel', ['call', 'text', 'post', 'they-call'])}),
    result TEXT NOT NULL CHECK (${isText('result', 40)}),
    asked_for TEXT CHECK (${isMinute('asked_for')}),
    person_id TEXT NOT NULL REFERENCES people,
    undone_at TEXT CHECK (${isInstant('undone_at')})
  ) STRICT`,
  `CREATE INDEX attempts_of_a_follow_up ON attempts (follow_up_id, number)`,
];
