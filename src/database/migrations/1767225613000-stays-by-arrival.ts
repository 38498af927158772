import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stays are found by the month in which they began. */
export class StaysByArrival1767225613000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX stays_by_arrival ON stays (arrival_day)`);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
