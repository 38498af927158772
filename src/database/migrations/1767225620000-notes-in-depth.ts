import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lines } from './notes-in-depth/lines.js';
import { reading } from './notes-in-depth/reading.js';
import { withGuests } from './notes-in-depth/with-guests.js';

/** Amendments, taking back, notes with a guest, pins, and who has read up to where (R27 to R29). */
export class NotesInDepth1767225620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...lines, ...reading, ...withGuests]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
