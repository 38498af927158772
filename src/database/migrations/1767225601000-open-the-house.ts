import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bedsAndStays } from './open-the-house/beds-and-stays.js';
import { houseAndPeople } from './open-the-house/house-and-people.js';
import { keptRows } from './open-the-house/kept-rows.js';
import { ledger } from './open-the-house/ledger.js';
import { ledgerGuards } from './open-the-house/ledger-guards.js';
import { oneAtATime } from './open-the-house/one-at-a-time.js';
import { records } from './open-the-house/records.js';

const tables = [...houseAndPeople, ...bedsAndStays, ...ledger, ...records];
const guards = [...keptRows, ...oneAtATime, ...ledgerGuards];

/** The first house file: who works here, beds, guests and stays, the ledger of bed-nights, history and audit. */
export class OpenTheHouse1767225601000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...guards]) await db.query(statement);
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
