import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parts of a stay that began and ended in one minute are told apart by their place in it (R20). */
export class PartsInOrder1767225606000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE bed_segments ADD COLUMN place INTEGER NOT NULL DEFAULT 1 CHECK (place > 0)`);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
