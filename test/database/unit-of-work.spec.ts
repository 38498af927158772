import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { HouseFileFull, HouseIsBusy } from '../../src/database/refusals.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { BedSegment } from '../../src/domain/bed-segment.js';
import { BedTaken, Conflict, GuestAlreadyHere } from '../../src/domain/conflict.js';
import { Guest } from '../../src/domain/guest.js';
import { aStay } from '../support/builders.js';
import { guest, guestIds, type OpenFile, openFile, rawly, stockDatabase } from './open-file.js';

type Run = (work: (tx: EntityManager) => Promise<void>) => Promise<unknown>;

/** Forty at once, each of two steps with a pause between; every second one changes its mind late. */
async function fortyAtOnce(run: Run): Promise<string[]> {
  const acknowledged: string[] = [];
  const act = async (number: number) => {
    const id = `guest-${String(number).padStart(2, '0')}`;
    await run(async (tx) => {
      await tx.save(guest(id));
      await pause(number % 5);
      if (number % 2 === 1) throw new Error('changed my mind');
      await tx.update(Guest, { id }, { pronouns: 'they' });
    });
    acknowledged.push(id);
  };
  await Promise.allSettled(Array.from({ length: 40 }, (_, number) => act(number)));
  return acknowledged.sort();
}

describe('units of work', () => {
  let house: OpenFile;
  let unit: UnitOfWork;

  beforeEach(async () => {
    house = await openFile();
    unit = new UnitOfWork(house.writer);
  });

  afterEach(() => house.remove());

  it('lose nothing and leave nothing when forty overlap and half fail late', async () => {
    const acknowledged = await fortyAtOnce((work) => unit.run(work));
    expect(acknowledged).toHaveLength(20);
    expect(await guestIds(house.pages)).toEqual(acknowledged);
  });

  // The control: the same forty lose or leave rows when each simply asks TypeORM for a transaction
  it('are not what TypeORM’s own transaction() gives', async () => {
    const stock = await stockDatabase(house.folder);
    const acknowledged = await fortyAtOnce((work) => stock.transaction(work));
    await stock.query('ROLLBACK').catch(() => undefined);
    const kept = await guestIds(house.pages);
    await stock.destroy();
    const lost = acknowledged.filter((id) => !kept.includes(id));
    const ghosts = kept.filter((id) => !acknowledged.includes(id));
    expect(lost.length + ghosts.length + (20 - acknowledged.length)).toBeGreaterThan(0);
  });

  it('take turns in the order they were asked for', async () => {
    const order: number[] = [];
    const units = [20, 0, 5].map((wait, index) =>
      unit.run(() => pause(wait).then(() => void order.push(index))),
    );
    await Promise.all(units);
    expect(order).toEqual([0, 1, 2]);
  });

  it('answer only what is on the file for another connection', async () => {
    await unit.run((tx) => tx.insert(Guest, guest('kept')));
    expect(await guestIds(house.reports)).toEqual(['kept']);
  });

  it('refuse to start inside another, and the next one runs', async () => {
    await expect(unit.run(() => unit.run(() => Promise.resolve()))).rejects.toThrow('Already inside');
    await expect(unit.run(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('refuse at once, without starting, when too many wait', async () => {
    const short = new UnitOfWork(house.writer, 3);
    let started = 0;
    const act = () =>
      short.run(async () => {
        started += 1;
        await pause(5);
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, act));
    const refused = outcomes.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(6);
    expect(refused.every(({ reason }) => reason instanceof HouseIsBusy)).toBe(true);
    expect(started).toBe(4);
    await expect(act()).resolves.toBeUndefined();
  });

  it('settle first what time has changed, in their own transaction (R14)', async () => {
    const seen: string[][] = [];
    unit.settleFirst(async (tx) => void (await tx.insert(Guest, guest('settled'))));
    const failing = unit.run(async (tx) => {
      seen.push(await guestIds(tx.connection));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(seen).toEqual([['settled']]);
    expect(await guestIds(house.pages)).toEqual([]);
  });

  it('write nothing more once they are over, whatever was left running', async () => {
    const left: { late?: Promise<unknown> } = {};
    await expect(
      unit.run((tx) => {
        left.late = pause(20).then(() => tx.insert(Guest, guest('late')));
        left.late.catch(() => undefined);
        throw new Error('did not wait');
      }),
    ).rejects.toThrow('did not wait');
    await unit.run((tx) => tx.insert(Guest, guest('next')).then(() => pause(40)));
    await expect(left.late).rejects.toThrow('Only a unit of work writes');
    expect(await guestIds(house.pages)).toEqual(['next']);
  });

  it('roll back what was sent but not waited for', async () => {
    const sql = `INSERT INTO tries VALUES (?, 1, '2026-03-02T15:00:00Z')`;
    let sent: Promise<unknown> = Promise.resolve();
    const failing = unit.run(async (tx) => {
      const subjects = Array.from({ length: 100 }, (_, number) => `subject-${number}`);
      sent = Promise.allSettled(subjects.map((subject) => tx.query(sql, [subject])));
      await nextTurn();
      throw new Error('did not wait');
    });
    await expect(failing).rejects.toThrow('did not wait');
    await sent;
    expect(await house.pages.query('SELECT count(*) AS count FROM tries')).toEqual([{ count: 0 }]);
  });

  it('keep their connection when one of them merely fails', async () => {
    const { driver } = house.writer as unknown as { driver: { databaseConnection: unknown } };
    const connection = driver.databaseConnection;
    await expect(unit.run(() => Promise.reject(new Error('changed my mind')))).rejects.toThrow();
    await unit.run((tx) => tx.insert(Guest, guest('next')));
    expect(driver.databaseConnection).toBe(connection);
  });

  describe('when the file itself refuses', () => {
    const north = `INSERT INTO beds VALUES ('north', 'north', NULL, 1, '2026-01-01', NULL, 1, '')`;
    const claim = (id: string) =>
      `INSERT INTO claims VALUES ('${id}', 'hold', 'north', 'ash', '2026-03-02', '2026-03-04')`;

    beforeEach(() =>
      unit.run(async (tx) => {
        await tx.query(north);
        await tx.insert(Guest, guest('ash'));
      }),
    );

    it.each([
      ['a taken bed is BedTaken', claim('second').replace(`'ash'`, 'NULL'), BedTaken],
      [
        'a guest in two beds is GuestAlreadyHere',
        claim('second').replace(`'north'`, `'south'`),
        GuestAlreadyHere,
      ],
      [
        'a taken name is a Conflict',
        `INSERT INTO beds VALUES ('new', 'North', NULL, 1, '2026-01-01', NULL, 1, '')`,
        Conflict,
      ],
    ])('%s, and nothing of the unit is kept', async (_, sql, refusal) => {
      await unit.run(async (tx) => {
        await tx.query(north.replaceAll('north', 'south'));
        await tx.query(claim('first'));
      });
      const failing = unit.run(async (tx) => {
        await tx.insert(Guest, guest('new'));
        await tx.query(sql);
      });
      await expect(failing).rejects.toBeInstanceOf(refusal);
      expect(await guestIds(house.pages)).toEqual(['ash']);
    });

    it('a COMMIT that fails keeps nothing, and the next unit runs', async () => {
      const stay = aStay({ guestId: 'ash' });
      const withoutClaim = unit.run(async (tx) => {
        await tx.save(stay);
        await tx.insert(BedSegment, new BedSegment({ id: 'part', stay, bedId: 'north' }));
      });
      await expect(withoutClaim).rejects.toThrow('FOREIGN KEY');
      expect(await house.pages.query('SELECT count(*) AS count FROM stays')).toEqual([{ count: 0 }]);
      await unit.run((tx) => tx.insert(Guest, guest('next')));
      expect(await guestIds(house.pages)).toEqual(['ash', 'next']);
    });

    it('a full disk that the work gets over is none to the unit: SQLite may have ended the transaction', async () => {
      await rawly(house.writer, 'PRAGMA max_page_count = 1');
      const deaf = unit.run(async (tx) => {
        await tx.insert(Guest, guest('first'));
        await tx
          .query(`INSERT INTO tries VALUES (?, 1, '2026-03-02T15:00:00Z')`, ['x'.repeat(50_000)])
          .catch(() => undefined);
        await tx.insert(Guest, guest('second')).catch(() => undefined);
      });
      await expect(deaf).rejects.toBeInstanceOf(HouseFileFull);
      expect(await guestIds(house.pages)).toEqual(['ash']);
    });

    it('a refusal that the work gets over is no reason to stop', async () => {
      await unit.run(async (tx) => {
        await tx.query(claim('first'));
        await tx.query(claim('second')).catch(() => undefined);
        await tx.insert(Guest, guest('next'));
      });
      expect(await guestIds(house.pages)).toEqual(['ash', 'next']);
    });
  });

  describe('mend', () => {
    it('a connection that was left inside a transaction', async () => {
      await rawly(house.writer, `BEGIN; INSERT INTO tries VALUES ('lost', 1, '2026-03-02T15:00:00Z')`);
      await unit.run((tx) => tx.insert(Guest, guest('next')));
      expect(await guestIds(house.pages)).toEqual(['next']);
      expect(await house.pages.query('SELECT count(*) AS count FROM tries')).toEqual([{ count: 0 }]);
      await expect(house.writer.query('PRAGMA synchronous')).resolves.toEqual([{ synchronous: 2 }]);
    });

    it('the same as soon as the file can be opened again', async () => {
      const file = join(house.folder, 'house.sqlite');
      await rawly(house.writer, 'BEGIN');
      await rename(file, `${file}.away`);
      await expect(unit.run((tx) => tx.insert(Guest, guest('refused')))).rejects.toThrow('unable to open');
      await rename(`${file}.away`, file);
      await unit.run((tx) => tx.insert(Guest, guest('next')));
      expect(await guestIds(house.writer)).toEqual(['next']);
    });

    it('nothing of a house that was closed: it stays closed', async () => {
      await house.close();
      await expect(unit.run((tx) => tx.insert(Guest, guest('late')))).rejects.toThrow();
      expect(house.writer.isInitialized).toBe(false);
    });
  });
});
