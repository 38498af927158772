import { isNeverDeleted, isNotReplaced, keepsItsKey } from '../open-the-house/kept-rows.js';
import { anyChanged, onEveryWrite, refuse } from '../open-the-house/refuse.js';
import { isInstant, isMinute, isOneOf, isText } from '../open-the-house/shapes.js';

/** Beds kept for somebody until an hour (R14). The claim of the same id has its nights while it lasts. */
export const holds = [
  `CREATE TABLE holds (
    id TEXT PRIMARY KEY NOT NULL REFERENCES claims DEFERRABLE INITIALLY DEFERRED,
    bed_id TEXT NOT NULL REFERENCES beds,
    guest_name TEXT CHECK (${isText('guest_name', 100)}),
    guest_id TEXT REFERENCES guests,
    first_night TEXT NOT NULL REFERENCES nights,
    end_night TEXT NOT NULL REFERENCES nights,
    keep_until TEXT NOT NULL CHECK (${isMinute('keep_until')}),
    reason TEXT CHECK (${isText('reason', 500)}),
    made_by TEXT NOT NULL REFERENCES people,
    made_at TEXT NOT NULL CHECK (${isInstant('made_at')}),
    ended_at TEXT CHECK (${isInstant('ended_at')}),
    ended_on TEXT REFERENCES nights,
    ending TEXT CHECK (${isOneOf('ending', ['used', 'let-go', 'lapsed', 'undone'])}),
    version INTEGER NOT NULL,
    CHECK (end_night > first_night),
    CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL) = (ended_on IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX holds_that_last ON holds (keep_until) WHERE ending IS NULL`,
  `CREATE INDEX holds_by_end ON holds (ended_on) WHERE ended_on IS NOT NULL`,
  // What the guard reads: claims that are not over, whatever the bed
  `CREATE INDEX claims_by_end ON claims (end_night)`,

  isNotReplaced('holds'),
  keepsItsKey('holds'),
  isNeverDeleted('holds'),
  // A name may be forgotten (R47), a note of who and when stays
  refuse(
    'holds_keep_what_they_were',
    `BEFORE UPDATE ON holds WHEN ${anyChanged('bed_id', 'first_night', 'end_night', 'made_by', 'made_at')}`,
    'holds: bed, nights and maker never change',
  ),
  // While it lasts its claim has nights of it only: those that have begun may pass to a guest who stays on (R8)
  ...onEveryWrite(
    'claims_follow_their_hold',
    'claims',
    `NEW.kind = 'hold' AND NEW.first_night < NEW.end_night AND EXISTS (
      SELECT 1 FROM holds h WHERE h.id = NEW.id AND (h.ending IS NOT NULL OR h.bed_id <> NEW.bed_id
        OR NEW.first_night < h.first_night OR NEW.end_night > h.end_night))`,
    'claims: not what the hold says',
  ),
  ...onEveryWrite(
    'holds_that_ended_claim_nothing',
    'holds',
    `NEW.ending IS NOT NULL AND EXISTS (
      SELECT 1 FROM claims c WHERE c.id = NEW.id AND c.first_night < c.end_night)`,
    'holds: its claim still has nights',
  ),
];
