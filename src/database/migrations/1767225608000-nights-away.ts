import type { MigrationInterface, QueryRunner } from 'typeorm';
import { absences } from './nights-away/absences.js';

/** Nights away, and guests nobody has seen (R21). */
export class NightsAway1767225608000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of absences) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
