import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guards } from './rest-of-the-night/guards.js';
import { inTouch } from './rest-of-the-night/in-touch.js';
import { notesAndCalls } from './rest-of-the-night/notes-and-calls.js';

/** A file says of itself that its people are invented: no setting can make it look like a real house. */
const practice = [
  `ALTER TABLE house ADD COLUMN is_practice INTEGER NOT NULL DEFAULT 0 CHECK (is_practice IN (0, 1))`,
];

/** House notes, calls, follow-ups with their tries, and what a guest agreed to in full. */
export class TheRestOfTheNight1767225602000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...practice, ...notesAndCalls, ...inTouch, ...guards]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
