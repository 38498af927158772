import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guards } from './something-happened/guards.js';
import { shippedKinds } from './something-happened/shipped.js';
import { tables } from './something-happened/tables.js';

const LIST = 'happened-kinds';

/** Something happened: what, in whose words, who hears of it by when; the kinds a house words for itself. */
export class SomethingHappened1767225625000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
    await db.query('INSERT INTO list_versions (list, number) VALUES (?, 1)', [LIST]);
    for (const [index, [code, label, tellHours]] of shippedKinds.entries()) {
      await db.query(
        'INSERT INTO list_entries (list, number, position, code, label) VALUES (?, 1, ?, ?, ?)',
        [LIST, index + 1, code, label],
      );
      if (tellHours !== null)
        await db.query('INSERT INTO incident_clocks (kind, tell_hours) VALUES (?, ?)', [code, tellHours]);
    }
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
