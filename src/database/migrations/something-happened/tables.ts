import { isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

const EMERGENCY = ['nobody', 'guest', 'companion', 'other', 'not_known', 'not_asked'];
const CODES = 'nextShift place happened tried guestSupport staffSupport part told notNeeded addition'.split(
  ' ',
);
const IDS = (column: string) => `length(${column}) <= 2000 AND ${column} NOT GLOB '*[^a-zA-Z0-9_ -]*'`;

/** Codes and references here, everything in words in `incident_words`: what is forgotten is forgotten in one place (R47). */
export const tables = [
  `CREATE TABLE incidents (
    id TEXT PRIMARY KEY NOT NULL,
    happened_at TEXT NOT NULL CHECK (${isMinute('happened_at')}),
    house_day TEXT NOT NULL REFERENCES nights,
    kinds TEXT NOT NULL CHECK (kinds <> '' AND ${IDS('kinds')}),
    emergency TEXT NOT NULL CHECK (${isOneOf('emergency', EMERGENCY)}),
    people TEXT NOT NULL CHECK (${IDS('people')}),
    written_at TEXT NOT NULL CHECK (${isMinute('written_at')}),
    person_id TEXT NOT NULL REFERENCES people,
    clocks_up_to INTEGER NOT NULL,
    closed_at TEXT CHECK (${isMinute('closed_at')}),
    closed_by TEXT REFERENCES people,
    undone_at TEXT CHECK (${isMinute('undone_at')}),
    version INTEGER NOT NULL,
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK (closed_at IS NULL OR undone_at IS NULL)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX incidents_open ON incidents (happened_at) WHERE closed_at IS NULL AND undone_at IS NULL`,
  `CREATE INDEX incidents_by_close ON incidents (closed_at)`,
  `CREATE INDEX incidents_by_time ON incidents (happened_at)`,

  `CREATE TABLE incident_guests (
    incident_id TEXT NOT NULL REFERENCES incidents,
    guest_id TEXT NOT NULL REFERENCES guests,
    stay_id TEXT NOT NULL REFERENCES stays,
    out_at TEXT CHECK (${isMinute('out_at')}),
    PRIMARY KEY (incident_id, guest_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX incidents_of_a_guest ON incident_guests (guest_id)`,

  `CREATE TABLE incident_words (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    id TEXT NOT NULL UNIQUE,
    incident_id TEXT NOT NULL REFERENCES incidents,
    code TEXT NOT NULL CHECK (${isOneOf('code', CODES)}),
    guest_id TEXT REFERENCES guests,
    text TEXT CHECK (${isText('text', 10_000)}),
    told_at TEXT CHECK (${isMinute('told_at')}),
    due TEXT CHECK (length(due) <= 60 AND due GLOB '[a-z]*'),
    person_id TEXT NOT NULL REFERENCES people,
    written_at TEXT NOT NULL CHECK (${isMinute('written_at')}),
    undone_at TEXT CHECK (${isMinute('undone_at')}),
    CHECK ((guest_id IS NOT NULL) = (code = 'part')),
    CHECK ((told_at IS NOT NULL) = (code IN ('told', 'notNeeded'))),
    CHECK (due IS NULL OR told_at IS NOT NULL),
    CHECK (undone_at IS NULL OR told_at IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX incident_words_of_one ON incident_words (incident_id, number)`,

  `CREATE TABLE incident_clocks (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z0-9_-]*' AND length(kind) <= 40),
    tell_hours INTEGER CHECK (tell_hours BETWEEN 1 AND 720),
    report_hours INTEGER CHECK (report_hours BETWEEN 1 AND 720),
    report_to TEXT CHECK (${isText('report_to', 100)}),
    person_id TEXT REFERENCES people,
    at TEXT CHECK (${isMinute('at')}),
    CHECK ((person_id IS NULL) = (at IS NULL)),
    CHECK (report_to IS NULL OR report_hours IS NOT NULL)
  ) STRICT`,
  `CREATE INDEX incident_clocks_of_a_kind ON incident_clocks (kind, number)`,
  `CREATE INDEX acts_of_an_incident ON acts (details ->> 'incident', number) WHERE details ->> 'incident' IS NOT NULL`,
];
