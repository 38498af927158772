import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkedGuests } from './returning-guests/linked-guests.js';
import { nameSearch } from './returning-guests/name-search.js';

/** Guests who come back: found by a name with a typo, and two records of one person linked. */
export class ReturningGuests1767225607000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...nameSearch, ...linkedGuests]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
