import { anyChanged, onEveryWrite, refuse } from '../open-the-house/refuse.js';
import { isInstant } from '../open-the-house/shapes.js';

/** Who somebody is in the ledger: the guest their record is linked to, or themselves (R7). */
const keyOf = (guest: string) =>
  `ifnull((SELECT l.same_as FROM linked_guests l WHERE l.guest_id = ${guest}), ${guest})`;

/** Every record of one person: the one the others are linked to, and those. */
const recordsOf = (key: string) =>
  `(SELECT ${key} AS id UNION ALL SELECT l.guest_id FROM linked_guests l WHERE l.same_as = ${key})`;

const meets = (one: string, other: string) =>
  `${one}.arrival_day < ifnull(${other}.departure_day, '9999')
    AND ${other}.arrival_day < ifnull(${one}.departure_day, '9999')`;

/** The claims that are made in the name of this record: its stays' and those of beds that are kept for it. */
const claimsOf = (guest: string) =>
  `id IN (SELECT p.id FROM stays t JOIN bed_segments p ON p.stay_id = t.id WHERE t.guest_id = ${guest}
    UNION ALL SELECT h.id FROM holds h WHERE h.guest_id = ${guest})`;

/** Two records of one person, linked and never merged (R46): each keeps its stays, the ledger knows them as one. */
const links = [
  `CREATE TABLE linked_guests (
    guest_id TEXT PRIMARY KEY NOT NULL REFERENCES guests,
    same_as TEXT NOT NULL REFERENCES guests,
    linked_at TEXT NOT NULL CHECK (${isInstant('linked_at')}),
    CHECK (guest_id <> same_as)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX linked_guests_of_one ON linked_guests (same_as)`,
  `CREATE INDEX holds_of_a_guest ON holds (guest_id) WHERE guest_id IS NOT NULL`,

  // No chains: whoever is linked to another is nobody's own mark
  refuse(
    'links_have_one_mark',
    `BEFORE INSERT ON linked_guests WHEN EXISTS (
      SELECT 1 FROM linked_guests l WHERE l.guest_id IN (NEW.guest_id, NEW.same_as) OR l.same_as = NEW.guest_id)`,
    'linked_guests: linked already',
  ),
  refuse(
    'links_never_change',
    'BEFORE UPDATE ON linked_guests',
    'linked_guests: made and ended, never changed',
  ),
  refuse(
    'one_person_is_here_once',
    `BEFORE INSERT ON linked_guests WHEN EXISTS (
      SELECT 1 FROM stays mine JOIN stays theirs ON theirs.guest_id IN ${recordsOf('NEW.same_as')}
      WHERE mine.guest_id = NEW.guest_id AND mine.undone_at IS NULL AND theirs.undone_at IS NULL
        AND ${meets('mine', 'theirs')})`,
    'guest already here: one stay at a time',
  ),
  `CREATE TRIGGER links_name_their_claims AFTER INSERT ON linked_guests BEGIN
    UPDATE claims SET guest_key = NEW.same_as WHERE guest_key = NEW.guest_id AND ${claimsOf('NEW.guest_id')};
  END`,
  `CREATE TRIGGER ended_links_name_their_claims AFTER DELETE ON linked_guests BEGIN
    UPDATE claims SET guest_key = OLD.guest_id WHERE guest_key = OLD.same_as AND ${claimsOf('OLD.guest_id')};
  END`,
];

/** The rules of the ledger that spoke of a guest speak of the person now (R7). */
const ledger = [
  `DROP TRIGGER claims_follow_their_stay_on_insert`,
  `DROP TRIGGER claims_follow_their_stay_on_update`,
  ...onEveryWrite(
    'claims_follow_their_stay',
    'claims',
    `NEW.kind = 'stay' AND NOT EXISTS (
      SELECT 1 FROM bed_segments s JOIN stays t ON t.id = s.stay_id
      WHERE s.id = NEW.id AND s.bed_id = NEW.bed_id AND NEW.guest_key = ${keyOf('t.guest_id')}
        AND s.from_day = NEW.first_night
        AND CASE WHEN s.undone_at IS NOT NULL THEN NEW.end_night = s.from_day
          WHEN s.to_day IS NOT NULL THEN NEW.end_night = s.to_day
          ELSE NEW.end_night >= t.planned_day END)`,
    'claims: not what the stay says',
  ),
  `DROP TRIGGER stays_move_their_claims`,
  `CREATE TRIGGER stays_move_their_claims AFTER UPDATE ON stays
    WHEN NEW.guest_id <> OLD.guest_id OR NEW.planned_day <> OLD.planned_day BEGIN
    UPDATE claims SET guest_key = ${keyOf('NEW.guest_id')}, end_night = CASE
        WHEN NOT EXISTS (SELECT 1 FROM bed_segments s WHERE s.id = claims.id AND s.to_at IS NULL AND s.undone_at IS NULL)
          THEN end_night
        WHEN end_night = OLD.planned_day THEN NEW.planned_day
        ELSE max(end_night, NEW.planned_day) END
      WHERE kind = 'stay' AND id IN (SELECT id FROM bed_segments WHERE stay_id = NEW.id);
  END`,
  `DROP TRIGGER one_stay_for_a_guest_on_insert`,
  `DROP TRIGGER one_stay_for_a_guest_on_update`,
  ...onEveryWrite(
    'one_stay_for_a_guest',
    'stays',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM stays s
      WHERE s.guest_id IN ${recordsOf(keyOf('NEW.guest_id'))} AND s.id <> NEW.id AND s.undone_at IS NULL
        AND ${meets('NEW', 's')})`,
    'guest already here: one stay at a time',
  ),
];

/**
 * A bed kept for a guest who is known is claimed in their name, so that they never have two beds for one night. What was kept
 * before keeps its nights even where it could not be kept now.
 */
const holds = [
  `UPDATE claims SET guest_key = (SELECT guest_id FROM holds h WHERE h.id = claims.id)
    WHERE kind = 'hold' AND guest_key IS NULL
      AND EXISTS (SELECT 1 FROM holds h WHERE h.id = claims.id AND h.guest_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM holds h JOIN claims c ON c.guest_key = h.guest_id
        WHERE h.id = claims.id AND c.first_night < claims.end_night AND claims.first_night < c.end_night)
      AND NOT EXISTS (SELECT 1 FROM holds h JOIN holds o ON o.guest_id = h.guest_id AND o.id <> h.id
        WHERE h.id = claims.id AND o.first_night < h.end_night AND h.first_night < o.end_night)`,
  refuse(
    'claims_keep_the_name_of_their_hold',
    `BEFORE UPDATE ON claims WHEN NEW.kind = 'hold' AND ${anyChanged('guest_key')}
      AND NEW.guest_key IS NOT (SELECT ${keyOf('h.guest_id')} FROM holds h WHERE h.id = NEW.id)`,
    'claims: not whom the hold is for',
  ),
  ...['INSERT', 'UPDATE'].map((write) =>
    refuse(
      `holds_are_claimed_by_name_on_${write.toLowerCase()}`,
      `BEFORE ${write} ON holds WHEN ${write === 'INSERT' ? 'true' : anyChanged('guest_id')} AND EXISTS (
        SELECT 1 FROM claims c WHERE c.id = NEW.id AND c.guest_key IS NOT ${keyOf('NEW.guest_id')})`,
      'holds: its claim is not in this name',
    ),
  ),
];

/** While records are linked the stricter answer holds for all of them: whose no it is stands beside what it holds back. */
const consents = [
  `ALTER TABLE consents ADD COLUMN held_by TEXT REFERENCES guests CHECK (held_by IS NULL OR withdrawn_at IS NOT NULL)`,
];

export const linkedGuests = [...links, ...ledger, ...holds, ...consents];
