import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holds } from './beds-in-depth/holds.js';

/** Beds kept for somebody until an hour. */
export class BedsInDepth1767225603000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of holds) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
