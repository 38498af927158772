import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isText } from './open-the-house/shapes.js';

/** Where to ring the one a bed is kept for, before its hour comes (R14). */
export class RingBeforeLettingGo1767225619000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE holds ADD COLUMN reach TEXT CHECK (${isText('reach', 100)})`);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
