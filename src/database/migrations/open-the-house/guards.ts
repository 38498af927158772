/**
 * A key alone is not enough: INSERT OR REPLACE deletes the row it meets without asking any trigger, and `save()` on a
 * taken night silently takes it. So each unique rule is said once more in a trigger, and kept records refuse to go.
 */
const refuse = (name: string, when: string, message: string) =>
  `CREATE TRIGGER ${name} ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END`;

/** An existing row can neither be replaced by an INSERT nor renamed. */
const keepsItsRows = (table: string, key = 'id') => [
  refuse(
    `${table}_are_not_replaced`,
    `BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} = NEW.${key})`,
    `${table}: already there`,
  ),
  refuse(
    `${table}_keep_their_key`,
    `BEFORE UPDATE OF ${key} ON ${table} WHEN NEW.${key} IS NOT OLD.${key}`,
    `${table}: the key never changes`,
  ),
];

const isNeverDeleted = (table: string) =>
  refuse(`${table}_are_kept`, `BEFORE DELETE ON ${table}`, `${table}: kept for good`);

/** The rule holds for a row that is inserted and for one that is changed. */
const onEveryWrite = (name: string, table: string, condition: string, message: string) => [
  refuse(`${name}_on_insert`, `BEFORE INSERT ON ${table} WHEN ${condition}`, message),
  refuse(`${name}_on_update`, `BEFORE UPDATE ON ${table} WHEN ${condition}`, message),
];

const keptTables = ['people', 'beds', 'guests', 'stays', 'bed_segments', 'departures', 'consents', 'turnovers'];

export const guards = [
  ...keptTables.flatMap((table) => [...keepsItsRows(table), isNeverDeleted(table)]),
  ...keepsItsRows('claims'),
  ...keepsItsRows('house'),
  ...keepsItsRows('secrets', 'name'),
  ...keepsItsRows('acts'),
  refuse(
    'acts_keep_their_number',
    `BEFORE INSERT ON acts WHEN EXISTS (SELECT 1 FROM acts WHERE number = NEW.number)`,
    'acts: already there',
  ),
  ...keepsItsRows('sent_forms', 'token'),

  ...onEveryWrite(
    'one_guest_in_a_bed',
    'bed_segments',
    `NEW.to_at IS NULL AND NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM bed_segments s WHERE s.bed_id = NEW.bed_id AND s.id <> NEW.id AND s.to_at IS NULL AND s.undone_at IS NULL)`,
    'bed taken: a guest is in it',
  ),
  ...onEveryWrite(
    'one_bed_for_a_stay',
    'bed_segments',
    `NEW.to_at IS NULL AND NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM bed_segments s WHERE s.stay_id = NEW.stay_id AND s.id <> NEW.id AND s.to_at IS NULL AND s.undone_at IS NULL)`,
    'guest already here: this stay has a bed',
  ),
  ...onEveryWrite(
    'one_stay_for_a_guest',
    'stays',
    `NEW.left_at IS NULL AND NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM stays s WHERE s.guest_id = NEW.guest_id AND s.id <> NEW.id AND s.left_at IS NULL AND s.undone_at IS NULL)`,
    'guest already here: one stay at a time',
  ),
  ...onEveryWrite(
    'one_departure_for_a_stay',
    'departures',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM departures d WHERE d.stay_id = NEW.stay_id AND d.id <> NEW.id AND d.undone_at IS NULL)`,
    'departures: this stay has ended already',
  ),
  ...onEveryWrite(
    'one_turnover_for_a_bed',
    'turnovers',
    `NEW.ended_at IS NULL AND EXISTS (
      SELECT 1 FROM turnovers t WHERE t.bed_id = NEW.bed_id AND t.id <> NEW.id AND t.ended_at IS NULL)`,
    'turnovers: this bed is getting ready already',
  ),
  ...onEveryWrite(
    'one_bed_of_a_name',
    'beds',
    `EXISTS (SELECT 1 FROM beds b WHERE b.name = NEW.name COLLATE NOCASE AND b.id <> NEW.id)`,
    'beds: this name is taken',
  ),
  ...onEveryWrite(
    'one_person_of_a_name',
    'people',
    `EXISTS (SELECT 1 FROM people p WHERE p.name = NEW.name COLLATE NOCASE AND p.id <> NEW.id)`,
    'people: this name is taken',
  ),

  refuse(
    'a_bed_night_has_one_claim',
    `BEFORE INSERT ON bed_nights WHEN EXISTS (
      SELECT 1 FROM bed_nights b WHERE b.bed_id = NEW.bed_id AND b.night = NEW.night)`,
    'bed taken: this night has a claim',
  ),
  refuse(
    'a_guest_has_one_bed_a_night',
    `BEFORE INSERT ON bed_nights WHEN NEW.guest_key IS NOT NULL AND EXISTS (
      SELECT 1 FROM bed_nights b WHERE b.guest_key = NEW.guest_key AND b.night = NEW.night)`,
    'guest already here: one bed a night',
  ),
  refuse(
    'bed_nights_come_from_a_claim',
    `BEFORE INSERT ON bed_nights WHEN NOT EXISTS (
      SELECT 1 FROM claims c WHERE c.id = NEW.claim_id AND c.bed_id = NEW.bed_id AND c.guest_key IS NEW.guest_key
        AND NEW.night >= c.first_night AND NEW.night < c.end_night)`,
    'bed_nights: written by claims only',
  ),
  refuse(
    'bed_nights_go_with_their_claim',
    `BEFORE DELETE ON bed_nights WHEN EXISTS (
      SELECT 1 FROM claims c WHERE c.id = OLD.claim_id AND c.bed_id = OLD.bed_id AND c.guest_key IS OLD.guest_key
        AND OLD.night >= c.first_night AND OLD.night < c.end_night)`,
    'bed_nights: this night is claimed',
  ),
  refuse('bed_nights_never_change', 'BEFORE UPDATE ON bed_nights', 'bed_nights: written by claims only'),
  // R8: only a recorded departure or an undo frees the bed of a guest who is here
  refuse(
    'claims_of_a_stay_are_kept',
    `BEFORE DELETE ON claims WHEN EXISTS (SELECT 1 FROM bed_segments s WHERE s.id = OLD.id)`,
    'claims: a stay stands behind this one',
  ),
  ...onEveryWrite(
    'claims_follow_their_stay',
    'claims',
    `NEW.kind = 'stay' AND NOT EXISTS (
      SELECT 1 FROM bed_segments s JOIN stays t ON t.id = s.stay_id
      WHERE s.id = NEW.id AND s.bed_id = NEW.bed_id AND t.guest_id = NEW.guest_key AND (
        (s.undone_at IS NOT NULL AND NEW.end_night = NEW.first_night)
        OR (s.undone_at IS NULL AND NEW.first_night = s.from_day AND (s.to_day IS NULL OR NEW.end_night = s.to_day))))`,
    'claims: not what the stay says',
  ),
  refuse(
    'claims_keep_their_kind',
    `BEFORE UPDATE OF kind ON claims WHEN NEW.kind <> OLD.kind`,
    'claims: the kind never changes',
  ),
  refuse('nights_are_fixed_on_insert', 'BEFORE INSERT ON nights', 'nights: fixed'),
  refuse('nights_are_fixed_on_update', 'BEFORE UPDATE ON nights', 'nights: fixed'),
  refuse('nights_are_fixed_on_delete', 'BEFORE DELETE ON nights', 'nights: fixed'),

  refuse('acts_are_kept', 'BEFORE DELETE ON acts', 'acts: kept for good'),
  refuse(
    'acts_are_only_marked_undone',
    `BEFORE UPDATE OF number, id, kind, person_id, at, house_day, stay_id, bed_id, details, undo_until ON acts`,
    'acts: only their undoing can be added',
  ),
  refuse('audit_is_only_added_to_insert', 'BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number)', 'audit: only added to'),
  refuse('audit_is_only_added_to_update', 'BEFORE UPDATE ON audit', 'audit: only added to'),
  refuse('audit_is_only_added_to_delete', 'BEFORE DELETE ON audit', 'audit: only added to'),
];
