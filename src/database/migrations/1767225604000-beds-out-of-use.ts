import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bedLife, closures } from './beds-in-depth/closures.js';

/** Beds out of use with reason and dates; what a bed offers; how long making ready may take. */
export class BedsOutOfUse1767225604000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...closures, ...bedLife]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
