import { onEveryWrite } from './refuse.js';

/** Half-open, by house days (R6); an end that is not known yet is later than any day. */
const meets = (from: string, to: string, table: string) =>
  `NEW.${from} < ifnull(${table}.${to}, '9999') AND ${table}.${from} < ifnull(NEW.${to}, '9999')`;

/**
 * Each rule of the unique indexes said once more, since OR REPLACE pushes out what an index meets, and for days gone by as
 * well as for what is open.
 */
export const oneAtATime = [
  ...onEveryWrite(
    'one_guest_in_a_bed',
    'bed_segments',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM bed_segments s
      WHERE s.bed_id = NEW.bed_id AND s.id <> NEW.id AND s.undone_at IS NULL AND ${meets('from_day', 'to_day', 's')})`,
    'bed taken: a guest is in it',
  ),
  ...onEveryWrite(
    'one_bed_for_a_stay',
    'bed_segments',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM bed_segments s
      WHERE s.stay_id = NEW.stay_id AND s.id <> NEW.id AND s.undone_at IS NULL AND ${meets('from_day', 'to_day', 's')})`,
    'guest already here: this stay has a bed',
  ),
  ...onEveryWrite(
    'one_stay_for_a_guest',
    'stays',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM stays s
      WHERE s.guest_id = NEW.guest_id AND s.id <> NEW.id AND s.undone_at IS NULL AND ${meets('arrival_day', 'departure_day', 's')})`,
    'guest already here: one stay at a time',
  ),
  // The claim of a part is written after it, so the part itself must not come where others have the nights
  ...onEveryWrite(
    'a_part_takes_no_claimed_night',
    'bed_segments',
    `NEW.undone_at IS NULL AND EXISTS (
      SELECT 1 FROM bed_nights b
      WHERE b.bed_id = NEW.bed_id AND b.claim_id <> NEW.id AND b.night >= NEW.from_day
        AND b.night < ifnull(NEW.to_day, date(NEW.from_day, '+1 day')))`,
    'bed taken: this night has a claim',
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
];
