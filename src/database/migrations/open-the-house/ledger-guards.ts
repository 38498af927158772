import { onEveryWrite, refuse } from './refuse.js';

const isInClaim = (row: 'NEW' | 'OLD') =>
  `c.id = ${row}.claim_id AND c.bed_id = ${row}.bed_id AND c.guest_key IS ${row}.guest_key
    AND ${row}.night >= c.first_night AND ${row}.night < c.end_night`;

/** Bed-nights are what the claims say, claims of guests are what their stays say; each night has one (R5, R7). */
export const ledgerGuards = [
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
    `BEFORE INSERT ON bed_nights WHEN NOT EXISTS (SELECT 1 FROM claims c WHERE ${isInClaim('NEW')})`,
    'bed_nights: written by claims only',
  ),
  refuse(
    'bed_nights_go_with_their_claim',
    `BEFORE DELETE ON bed_nights WHEN EXISTS (SELECT 1 FROM claims c WHERE ${isInClaim('OLD')})`,
    'bed_nights: this night is claimed',
  ),
  refuse('bed_nights_never_change', 'BEFORE UPDATE ON bed_nights', 'bed_nights: written by claims only'),

  // While the guest is here a claim may be longer than planned (R8), never shorter
  ...onEveryWrite(
    'claims_follow_their_stay',
    'claims',
    `NEW.kind = 'stay' AND NOT EXISTS (
      SELECT 1 FROM bed_segments s JOIN stays t ON t.id = s.stay_id
      WHERE s.id = NEW.id AND s.bed_id = NEW.bed_id AND t.guest_id = NEW.guest_key AND s.from_day = NEW.first_night
        AND CASE WHEN s.undone_at IS NOT NULL THEN NEW.end_night = s.from_day
          WHEN s.to_day IS NOT NULL THEN NEW.end_night = s.to_day
          ELSE NEW.end_night >= t.planned_day END)`,
    'claims: not what the stay says',
  ),
  refuse(
    'claims_keep_their_kind',
    'BEFORE UPDATE ON claims WHEN NEW.kind <> OLD.kind',
    'claims: the kind never changes',
  ),
];
