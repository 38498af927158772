import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, onEveryWrite, refuse } from '../open-the-house/refuse.js';
import { isInstant, isOneOf, isText } from '../open-the-house/shapes.js';

/** The claim of a closure has nights of it only, and fewer once some passed to a guest who stays on (R8). */
const reachesBeyond = (claim: string, closure: string) =>
  `${claim}.first_night < ${claim}.end_night AND (${claim}.bed_id <> ${closure}.bed_id
    OR ${claim}.first_night < ${closure}.first_night OR ${claim}.end_night > CASE
      WHEN ${closure}.ending = 'used-again' THEN ${closure}.ended_on
      WHEN ${closure}.ending IS NOT NULL THEN ${closure}.first_night
      ELSE ifnull(date(${closure}.last_night, '+1 day'), '9999') END)`;

/** Beds out of use for a reason (R11). The claim of the same id has the nights; without a last night it is topped up. */
export const closures = [
  `CREATE TABLE closures (
    id TEXT PRIMARY KEY NOT NULL REFERENCES claims DEFERRABLE INITIALLY DEFERRED,
    bed_id TEXT NOT NULL REFERENCES beds,
    first_night TEXT NOT NULL REFERENCES nights,
    last_night TEXT REFERENCES nights,
    reason TEXT NOT NULL CHECK (${isText('reason', 40)}),
    note TEXT CHECK (${isText('note', 500)}),
    is_planned INTEGER NOT NULL CHECK (is_planned IN (0, 1)),
    made_by TEXT NOT NULL REFERENCES people,
    made_at TEXT NOT NULL CHECK (${isInstant('made_at')}),
    seen_by TEXT REFERENCES people,
    seen_at TEXT CHECK (${isInstant('seen_at')}),
    ended_at TEXT CHECK (${isInstant('ended_at')}),
    ended_on TEXT REFERENCES nights,
    ending TEXT CHECK (${isOneOf('ending', ['used-again', 'cancelled', 'undone'])}),
    version INTEGER NOT NULL,
    CHECK (last_night >= first_night),
    CHECK ((seen_by IS NULL) = (seen_at IS NULL)),
    CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL) = (ended_on IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX closures_of_a_bed ON closures (bed_id, first_night)`,
  `CREATE INDEX closures_without_end ON closures (id) WHERE ending IS NULL AND last_night IS NULL`,
  `CREATE INDEX closures_to_look_at ON closures (made_at) WHERE ending IS NULL AND seen_by IS NULL`,

  isNotReplaced('closures'),
  keepsItsKey('closures'),
  isNeverDeleted('closures'),
  refuse(
    'closures_keep_what_they_were',
    `BEFORE UPDATE ON closures WHEN ${anyChanged('bed_id', 'is_planned', 'made_by', 'made_at')}
      OR (OLD.ending IS NOT NULL AND (${anyChanged('ending', 'ended_on', 'first_night', 'last_night')}))`,
    'closures: bed and maker never change, what ended stays ended',
  ),
  ...onEveryWrite(
    'claims_follow_their_closure',
    'claims',
    `NEW.kind = 'closure' AND EXISTS (
      SELECT 1 FROM closures x WHERE x.id = NEW.id AND ${reachesBeyond('NEW', 'x')})`,
    'claims: not what the closure says',
  ),
  ...onEveryWrite(
    'closures_cover_their_claim',
    'closures',
    `EXISTS (SELECT 1 FROM claims c WHERE c.id = NEW.id AND ${reachesBeyond('c', 'NEW')})`,
    'closures: its claim has other nights',
  ),
];

/** What a bed offers, by codes of the house's list, and how long the house gives itself to make one ready (R10). */
export const bedLife = [
  `CREATE INDEX turnovers_of_a_bed ON turnovers (bed_id, since_at)`,
  `ALTER TABLE beds ADD COLUMN features TEXT NOT NULL DEFAULT '' CHECK (length(features) <= 500)`,
  `ALTER TABLE house ADD COLUMN ready_hours INTEGER CHECK (ready_hours BETWEEN 1 AND 48)`,
];
