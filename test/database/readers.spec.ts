import sqlite3 from 'sqlite3';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { PageReader } from '../../src/database/page-reader.js';
import { ReportReader } from '../../src/database/report-reader.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { Guest } from '../../src/domain/guest.js';
import { guest, guestIds, type OpenFile, openFile } from './open-file.js';

const slow = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) SELECT count(*) FROM n`;

/** The most statements of `work` that SQLite had at the same time. */
async function mostInFlight(work: () => Promise<unknown>): Promise<number> {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below, called with its own `this`
  const all = sqlite3.Database.prototype.all;
  let inFlight = 0;
  let most = 0;
  sqlite3.Database.prototype.all = function (this: sqlite3.Database, sql: string, ...rest: unknown[]) {
    most = Math.max(most, (inFlight += 1));
    const callback = rest.pop() as (...results: unknown[]) => void;
    return all.call(this, sql, ...rest, function (this: unknown, ...results: unknown[]) {
      inFlight -= 1;
      callback.apply(this, results);
    });
  };
  await work().finally(() => (sqlite3.Database.prototype.all = all));
  return most;
}

describe('the reading connections', () => {
  let house: OpenFile;
  let unit: UnitOfWork;

  beforeEach(async () => {
    house = await openFile();
    unit = new UnitOfWork(house.writer);
  });

  afterEach(() => house.remove());

  const reader = (name: 'pages' | 'reports'): DataSource => house[name];

  it.each(['pages', 'reports'] as const)('cannot write (%s)', async (name) => {
    await expect(reader(name).manager.save(guest('ash'))).rejects.toThrow(/readonly/i);
    await expect(reader(name).query('DELETE FROM nights')).rejects.toThrow(/readonly/i);
    await reader(name)
      .query('ROLLBACK')
      .catch(() => undefined);
    await reader(name).query('PRAGMA query_only = 0');
    await expect(reader(name).query('CREATE TABLE x (y)')).rejects.toThrow(/readonly/i);
  });

  it.each([
    ['pages', 3],
    ['reports', 1],
  ] as const)('hand SQLite only so many statements at once (%s: %i)', async (name, most) => {
    const twelve = () => Promise.all(Array.from({ length: 12 }, () => reader(name).query(slow)));
    expect(await mostInFlight(twelve)).toBe(most);
  });

  it('go on after a statement that failed', async () => {
    const pages = new PageReader(house.pages);
    const failing = Array.from({ length: 8 }, () => pages.rows('SELECT nothing FROM nowhere'));
    expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await pages.rows('SELECT ? AS one', [1])).toEqual([{ one: 1 }]);
  });

  it('show a page what was answered to anyone before', async () => {
    await unit.run((tx) => tx.insert(Guest, guest('ash')));
    expect(await new PageReader(house.pages).manager.findBy(Guest, {})).toEqual([guest('ash')]);
  });

  describe('for reports', () => {
    it('see one moment in all reads together', async () => {
      const reports = new ReportReader(house.reports);
      const seen = await reports.together(async (together) => {
        const before = await together.count(Guest);
        await unit.run((tx) => tx.insert(Guest, guest('ash')));
        return [before, await together.count(Guest)];
      });
      expect(seen).toEqual([0, 0]);
      expect(await reports.together((together) => together.count(Guest))).toBe(1);
    });

    it('take turns, go on after a failure, and refuse to wait for themselves', async () => {
      const reports = new ReportReader(house.reports);
      const order: string[] = [];
      const first = reports.together(async () => {
        await pause(15);
        order.push('first');
        throw new Error('changed my mind');
      });
      const second = reports.together(() => Promise.resolve(order.push('second')));
      await expect(first).rejects.toThrow('changed my mind');
      await second;
      expect(order).toEqual(['first', 'second']);
      await expect(reports.together(() => reports.together(() => Promise.resolve()))).rejects.toThrow(
        'Already inside',
      );
      expect(await guestIds(house.reports)).toEqual([]);
    });
  });
});
