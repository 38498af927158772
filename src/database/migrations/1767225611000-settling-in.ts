import type { MigrationInterface, QueryRunner } from 'typeorm';
import { agreements } from './settling-in/agreements.js';
import { stayTasks } from './settling-in/stay-tasks.js';

/** What is gone through with a guest after check-in, and the house’s agreement with its versions. */
export class SettlingIn1767225611000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...agreements, ...stayTasks]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
