import type { MigrationInterface, QueryRunner } from 'typeorm';
import { noteSearch } from './shifts/note-search.js';
import { onShift } from './shifts/on-shift.js';

/** Who is on shift and on call, the night's sheet of each shift, and finding in notes (R28, R30). */
export class Shifts1767225628000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...onShift, ...noteSearch]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
