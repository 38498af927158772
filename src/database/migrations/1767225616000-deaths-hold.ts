import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a death ended is held by the record it stands on, as a no of a linked record is: it was written as if the guest had taken
 * it back, and its line of history knew which.
 */
const held = `UPDATE consents SET held_by = guest_id WHERE withdrawn_by IS NULL AND held_by IS NULL AND id IN (
  SELECT ended.value FROM acts, json_each('["' || replace(acts.details ->> 'ended', ' ', '","') || '"]') ended
  WHERE acts.kind = 'stay.died' AND acts.undone_by_act IS NULL AND acts.details ->> 'ended' <> '')`;

/** The shift page finds the deaths of a shift, which nobody undoes there, without reading every act. */
const byTime = `CREATE INDEX acts_of_a_death ON acts (at) WHERE kind = 'stay.died'`;

/** A death holds for every record of the guest, and is handed over. */
export class DeathsHold1767225616000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [held, byTime]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
