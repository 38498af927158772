import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMinute, isText } from './open-the-house/shapes.js';

/** Whoever rang and asked to be rung back: when, where, and that somebody did (R15). */
const statements = [
  `ALTER TABLE calls ADD COLUMN ring_at TEXT CHECK (${isMinute('ring_at')})`,
  `ALTER TABLE calls ADD COLUMN reach TEXT CHECK (reach IS NULL OR (ring_at IS NOT NULL AND ${isText('reach', 100)}))`,
  `ALTER TABLE calls ADD COLUMN rung_at TEXT CHECK (rung_at IS NULL OR (ring_at IS NOT NULL AND ${isMinute('rung_at')}))`,
  `ALTER TABLE calls ADD COLUMN rung_by TEXT REFERENCES people CHECK ((rung_by IS NULL) = (rung_at IS NULL))`,
  `CREATE INDEX calls_to_ring ON calls (ring_at) WHERE ring_at IS NOT NULL AND rung_at IS NULL AND undone_at IS NULL`,
];

export class RingBack1767225617000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of statements) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
