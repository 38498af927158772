import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether anyone outside may read how many beds are free; a house has to say so. */
export class AvailabilityLine1767225610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE house ADD COLUMN tells_availability INTEGER NOT NULL DEFAULT 0 CHECK (tells_availability IN (0, 1))`,
    );
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
