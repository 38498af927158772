import { isOneOf } from './shapes.js';

const nightsOf = (claim: 'NEW' | 'OLD') =>
  `SELECT night FROM nights WHERE night >= ${claim}.first_night AND night < ${claim}.end_night`;

/** Who has which bed on which night (R5–R7). Code writes `claims`; triggers alone write `bed_nights` from it. */
export const ledger = [
  `CREATE TABLE claims (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL CHECK (${isOneOf('kind', ['stay', 'hold', 'closure'])}),
    bed_id TEXT NOT NULL REFERENCES beds,
    guest_key TEXT REFERENCES guests,
    first_night TEXT NOT NULL REFERENCES nights,
    end_night TEXT NOT NULL REFERENCES nights,
    CHECK (first_night <= end_night),
    CHECK ((kind = 'stay') <= (guest_key IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX claims_of_a_bed ON claims (bed_id, end_night)`,

  `CREATE TABLE bed_nights (
    bed_id TEXT NOT NULL REFERENCES beds,
    night TEXT NOT NULL REFERENCES nights,
    guest_key TEXT REFERENCES guests,
    claim_id TEXT NOT NULL REFERENCES claims,
    PRIMARY KEY (bed_id, night)
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX bed_nights_one_bed_per_guest ON bed_nights (guest_key, night) WHERE guest_key IS NOT NULL`,
  `CREATE INDEX bed_nights_of_a_claim ON bed_nights (claim_id)`,
  `CREATE INDEX bed_nights_by_night ON bed_nights (night)`,

  `CREATE TRIGGER claims_write_their_nights AFTER INSERT ON claims BEGIN
    INSERT INTO bed_nights SELECT NEW.bed_id, night, NEW.guest_key, NEW.id FROM (${nightsOf('NEW')});
  END`,
  // Only the difference is written: a night that stays covered may not be deleted, not even for a moment
  `CREATE TRIGGER claims_move_their_nights AFTER UPDATE ON claims BEGIN
    DELETE FROM bed_nights WHERE claim_id = NEW.id AND (
      bed_id <> NEW.bed_id OR guest_key IS NOT NEW.guest_key OR night < NEW.first_night OR night >= NEW.end_night);
    INSERT INTO bed_nights SELECT NEW.bed_id, night, NEW.guest_key, NEW.id FROM (${nightsOf('NEW')})
      WHERE night NOT IN (SELECT night FROM bed_nights WHERE claim_id = NEW.id);
  END`,

  // A part or a stay that is changed takes its claim along, or is refused where the claim is refused
  `CREATE TRIGGER parts_move_their_claim AFTER UPDATE ON bed_segments BEGIN
    UPDATE claims SET bed_id = NEW.bed_id, first_night = NEW.from_day, end_night = CASE
        WHEN NEW.undone_at IS NOT NULL THEN NEW.from_day
        WHEN NEW.to_day IS NOT NULL THEN NEW.to_day
        ELSE max(end_night, NEW.from_day, (SELECT planned_day FROM stays WHERE id = NEW.stay_id)) END
      WHERE id = NEW.id AND kind = 'stay';
  END`,
  `CREATE TRIGGER stays_move_their_claims AFTER UPDATE ON stays
    WHEN NEW.guest_id <> OLD.guest_id OR NEW.planned_day <> OLD.planned_day BEGIN
    UPDATE claims SET guest_key = NEW.guest_id, end_night = CASE
        WHEN NOT EXISTS (SELECT 1 FROM bed_segments s WHERE s.id = claims.id AND s.to_at IS NULL AND s.undone_at IS NULL)
          THEN end_night
        WHEN end_night = OLD.planned_day THEN NEW.planned_day
        ELSE max(end_night, NEW.planned_day) END
      WHERE kind = 'stay' AND id IN (SELECT id FROM bed_segments WHERE stay_id = NEW.id);
  END`,
];
