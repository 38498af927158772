import { isInstant, isMinute, isOneOf, isText } from './shapes.js';

/** Rooms and beds, guests, their stays, the bed of each part of a stay, how each stay ended. */
export const bedsAndStays = [
  // Every real date a night can have: a night that is not here does not exist (30 February)
  `CREATE TABLE nights (night TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID`,
  `INSERT INTO nights
    WITH RECURSIVE days (day) AS (
      SELECT '2000-01-01' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2099-12-31'
    ) SELECT day FROM days`,

  `CREATE TABLE beds (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (${isText('name', 60)}),
    room TEXT CHECK (${isText('room', 60)}),
    position INTEGER NOT NULL,
    first_night TEXT NOT NULL REFERENCES nights,
    last_night TEXT REFERENCES nights,
    version INTEGER NOT NULL,
    CHECK (last_night IS NULL OR last_night >= date(first_night, '-1 day'))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX beds_one_of_a_name ON beds (name COLLATE NOCASE)`,

  `CREATE TABLE guests (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT CHECK (${isText('name', 100)}),
    folded_name TEXT,
    pronouns TEXT CHECK (${isText('pronouns', 100)}),
    added_at TEXT NOT NULL CHECK (${isInstant('added_at')}),
    version INTEGER NOT NULL,
    CHECK ((name IS NULL) = (folded_name IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX guests_by_folded_name ON guests (folded_name)`,

  `CREATE TABLE stays (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    stayed_before TEXT NOT NULL CHECK (${isOneOf('stayed_before', ['yes', 'no', 'not-said', 'not-asked'])}),
    arrived_at TEXT NOT NULL CHECK (${isMinute('arrived_at')}),
    arrival_day TEXT NOT NULL REFERENCES nights,
    first_planned_day TEXT NOT NULL REFERENCES nights,
    planned_day TEXT NOT NULL REFERENCES nights,
    left_at TEXT CHECK (${isMinute('left_at')}),
    departure_day TEXT REFERENCES nights,
    undone_at TEXT CHECK (${isInstant('undone_at')}),
    version INTEGER NOT NULL,
    CHECK (first_planned_day > arrival_day AND planned_day >= arrival_day),
    CHECK ((left_at IS NULL) = (departure_day IS NULL)),
    CHECK (left_at IS NULL OR (left_at >= arrived_at AND departure_day >= arrival_day))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX stays_one_open_per_guest ON stays (guest_id) WHERE left_at IS NULL AND undone_at IS NULL`,
  `CREATE INDEX stays_of_a_guest ON stays (guest_id, arrived_at)`,
  `CREATE INDEX stays_by_departure ON stays (departure_day)`,

  // The house day of a move belongs to the bed the guest sleeps in (R20): parts of one stay tile it without a gap
  // and none is without its claim when a unit of work ends
  `CREATE TABLE bed_segments (
    id TEXT PRIMARY KEY NOT NULL REFERENCES claims DEFERRABLE INITIALLY DEFERRED,
    stay_id TEXT NOT NULL REFERENCES stays,
    bed_id TEXT NOT NULL REFERENCES beds,
    from_at TEXT NOT NULL CHECK (${isMinute('from_at')}),
    from_day TEXT NOT NULL REFERENCES nights,
    to_at TEXT CHECK (${isMinute('to_at')}),
    to_day TEXT REFERENCES nights,
    undone_at TEXT CHECK (${isInstant('undone_at')}),
    CHECK ((to_at IS NULL) = (to_day IS NULL)),
    CHECK (to_at IS NULL OR (to_at >= from_at AND to_day >= from_day))
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX segments_one_open_per_bed ON bed_segments (bed_id) WHERE to_at IS NULL AND undone_at IS NULL`,
  `CREATE UNIQUE INDEX segments_one_open_per_stay ON bed_segments (stay_id) WHERE to_at IS NULL AND undone_at IS NULL`,
  `CREATE INDEX segments_of_a_stay ON bed_segments (stay_id, from_at)`,
  `CREATE INDEX segments_of_a_bed ON bed_segments (bed_id, from_at)`,

  // How a stay ended and where the guest went are two facts (R23); an undone departure stays, marked
  `CREATE TABLE departures (
    id TEXT PRIMARY KEY NOT NULL,
    stay_id TEXT NOT NULL REFERENCES stays,
    left_at TEXT NOT NULL CHECK (${isMinute('left_at')}),
    left_about TEXT NOT NULL CHECK (${isOneOf('left_about', ['exact', 'about', 'not-known'])}),
    ending TEXT NOT NULL CHECK (${isText('ending', 40)}),
    destination TEXT NOT NULL CHECK (${isText('destination', 40)}),
    own_words TEXT CHECK (${isText('own_words', 10000)}),
    in_touch TEXT NOT NULL CHECK (${isOneOf('in_touch', ['yes', 'no', 'not-asked'])}),
    keys_back TEXT NOT NULL CHECK (${isOneOf('keys_back', ['yes', 'not-yet', 'not-asked'])}),
    things_left TEXT CHECK (${isText('things_left', 500)}),
    undone_at TEXT CHECK (${isInstant('undone_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX departures_one_per_stay ON departures (stay_id) WHERE undone_at IS NULL`,

  // Given at departure, used by follow-ups (R32); without a row here nobody is called
  `CREATE TABLE consents (
    id TEXT PRIMARY KEY NOT NULL,
    guest_id TEXT NOT NULL REFERENCES guests,
    stay_id TEXT NOT NULL REFERENCES stays,
    purpose TEXT NOT NULL CHECK (${isOneOf('purpose', ['follow-up'])}),
    channel TEXT NOT NULL CHECK (${isOneOf('channel', ['call', 'text', 'post'])}),
    detail TEXT NOT NULL CHECK (${isText('detail', 500)}),
    given_at TEXT NOT NULL CHECK (${isInstant('given_at')}),
    given_on TEXT NOT NULL REFERENCES nights,
    withdrawn_at TEXT CHECK (${isInstant('withdrawn_at')})
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX consents_of_a_guest ON consents (guest_id)`,

  // From leaving to ready (R10); ready_by is empty when a later departure or an undo ended it
  `CREATE TABLE turnovers (
    id TEXT PRIMARY KEY NOT NULL,
    bed_id TEXT NOT NULL REFERENCES beds,
    segment_id TEXT NOT NULL REFERENCES bed_segments,
    since_at TEXT NOT NULL CHECK (${isMinute('since_at')}),
    ended_at TEXT CHECK (${isMinute('ended_at')}),
    ready_by TEXT REFERENCES people,
    CHECK (ready_by IS NULL OR ended_at IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX turnovers_one_open_per_bed ON turnovers (bed_id) WHERE ended_at IS NULL`,
];
