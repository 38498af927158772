import type { MigrationInterface, QueryRunner } from 'typeorm';
import { consents } from './own-plan/consents.js';
import { contactRules } from './own-plan/contact-rules.js';
import { followUps } from './own-plan/follow-ups.js';

/** Consent purpose by purpose, with its end, and a plan the guest chooses: by whom, and what if they are gone (R32, R33). */
export class OwnPlan1767225630000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...consents, ...followUps, ...contactRules]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
