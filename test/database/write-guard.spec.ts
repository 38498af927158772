import { setTimeout as pause } from 'node:timers/promises';
import { WriteOutsideUnitOfWork } from '../../src/database/refusals.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { Guest } from '../../src/domain/guest.js';
import { guest, guestIds, type OpenFile, openFile } from './open-file.js';

describe('the writing connection', () => {
  let house: OpenFile;
  let unit: UnitOfWork;

  beforeAll(async () => {
    house = await openFile();
    unit = new UnitOfWork(house.writer);
  });

  afterAll(() => house.remove());

  const insert = `INSERT INTO tries VALUES ('x', 1, '2026-03-02T15:00:00Z')`;

  it.each([
    insert,
    insert.toLowerCase(),
    `  ${insert}`,
    `-- SELECT 1\n${insert}`,
    `/* SELECT */ ${insert}`,
    `/**/-- x\n /* y */${insert}`,
    'UPDATE guests SET name = NULL',
    'DELETE FROM tries',
    `REPLACE INTO tries VALUES ('x', 1, '2026-03-02T15:00:00Z')`,
    `WITH x AS (SELECT 1) ${insert}`,
    'CREATE TABLE x (y)',
    'DROP TRIGGER bed_nights_never_change',
    'BEGIN',
    'COMMIT',
    'ROLLBACK',
    'VACUUM',
    `ATTACH ':memory:' AS other`,
    'PRAGMA foreign_keys = OFF',
    'PRAGMA foreign_keys(OFF)',
    'PRAGMA main.foreign_keys = 0',
    'PRAGMA synchronous = 0',
    'PRAGMA journal_mode(delete)',
    'PRAGMA writable_schema = 1',
    'PRAGMA wal_checkpoint',
    'PRAGMA optimize',
  ])('refuses outside a unit of work: %s', async (sql) => {
    await expect(house.writer.query(sql)).rejects.toBeInstanceOf(WriteOutsideUnitOfWork);
  });

  it.each([
    ['save', () => house.writer.manager.save(guest('x'))],
    ['insert', () => house.writer.getRepository(Guest).insert(guest('x'))],
    ['update', () => house.writer.manager.update(Guest, { id: 'x' }, { name: null })],
    ['delete', () => house.writer.manager.delete(Guest, { id: 'x' })],
    ['transaction', () => house.writer.transaction((tx) => tx.save(guest('x')))],
  ])('refuses TypeORM’s %s outside a unit of work', async (_, write) => {
    await expect(write()).rejects.toBeInstanceOf(WriteOutsideUnitOfWork);
    expect(await guestIds(house.pages)).toEqual([]);
  });

  it('refuses while a unit of somebody else is open', async () => {
    const open = unit.run(() => pause(30));
    await expect(house.writer.query(insert)).rejects.toBeInstanceOf(WriteOutsideUnitOfWork);
    await open;
  });

  it.each([
    'SELECT 1 AS one',
    ' select 1 AS one',
    'PRAGMA foreign_keys',
    'PRAGMA table_info(guests)',
    'PRAGMA quick_check',
  ])('answers %s anywhere', async (sql) => {
    expect(Array.isArray(await house.writer.query(sql))).toBe(true);
  });

  it.each([
    'BEGIN',
    'COMMIT',
    'ROLLBACK',
    'END',
    'SAVEPOINT x',
    'VACUUM',
    'DROP TRIGGER bed_nights_never_change',
    'PRAGMA foreign_keys = OFF',
    insert.replace('INSERT', 'INSERT OR ROLLBACK'),
    'UPDATE OR\nROLLBACK guests SET name = NULL',
    'UPDATE OR/**/ROLLBACK guests SET name = NULL',
  ])('refuses inside a unit of work, which only changes rows: %s', async (sql) => {
    await expect(unit.run((tx) => tx.query(sql))).rejects.toBeInstanceOf(WriteOutsideUnitOfWork);
  });

  it('refuses a transaction inside a unit of work', async () => {
    await expect(unit.run((tx) => tx.transaction((inner) => inner.save(guest('x'))))).rejects.toBeInstanceOf(
      WriteOutsideUnitOfWork,
    );
    expect(await guestIds(house.pages)).toEqual([]);
  });

  it('says which statement it was, never its values', () => {
    expect(new WriteOutsideUnitOfWork(insert).message).toBe(
      'Only a unit of work writes, and only rows: INSERT INTO tries',
    );
  });
});
