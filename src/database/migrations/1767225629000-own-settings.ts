import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody chose for themselves: plain words offered while they write. Nobody is watched who did not ask for it. */
export class OwnSettings1767225629000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE people ADD COLUMN offers_plain_words INTEGER NOT NULL DEFAULT 0
      CHECK (offers_plain_words IN (0, 1))`);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
