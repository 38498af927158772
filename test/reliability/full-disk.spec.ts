import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { copyFile, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { openHouse } from '../../src/database/opening.js';
import { HouseFileFull } from '../../src/database/refusals.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { houseFolder, tempFolder } from '../support/files.js';
import { rawly, stockDatabase } from '../database/open-file.js';

type Run = (work: (tx: EntityManager) => Promise<unknown>) => Promise<unknown>;

const insert = `INSERT INTO tries VALUES (?, 1, '2026-03-02T15:00:00Z')`;

/** One act: two rows of some size, and not kept unless both are. */
const act = (run: Run, name: string) =>
  run(async (tx) => {
    await tx.query(insert, [`${name}-first-${'x'.repeat(2000)}`]);
    await tx.query(insert, [`${name}-second-${'x'.repeat(2000)}`]);
  });

interface Outcome {
  acknowledged: string[];
  /** Acts that were tried while there was no space. */
  refusals: unknown[];
  /** Tried once there was space again. */
  after: unknown[];
}

/** Acts, four at a time, until there is no space, some more without, then `free` and some more. */
async function untilFullAndOn(run: Run, free: () => Promise<void>): Promise<Outcome> {
  const outcome: Outcome = { acknowledged: [], refusals: [], after: [] };
  const four = async (round: string) => {
    const names = ['a', 'b', 'c', 'd'].map((letter) => `${round}${letter}`);
    const results = await Promise.allSettled(names.map((name) => act(run, name)));
    outcome.acknowledged.push(...names.filter((_, index) => results[index]!.status === 'fulfilled'));
    return results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  };
  for (let round = 0; round < 400 && outcome.refusals.length < 12; round += 1) {
    outcome.refusals.push(...(await four(`round${round}`)));
  }
  await free();
  outcome.after = await four('after');
  return outcome;
}

/** Names of acts of which any row is there, with the number of their rows. */
async function found(database: DataSource): Promise<Record<string, number>> {
  const rows = await database.query<{ name: string; count: number }[]>(
    `SELECT substr(subject, 1, instr(subject, '-') - 1) AS name, count(*) AS count FROM tries GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

const whole = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 2]));

const mount = (folder: string) =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'porchlight-test', folder], {
    stdio: 'ignore',
  });
const unmount = (folder: string) => execFileSync('umount', ['-l', folder]);

/** Only root mounts, and not in every container. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-mount-'));
  try {
    mount(folder);
    unmount(folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

/** SQLite's own limit gives the same SQLITE_FULL where nothing can be mounted. */
const disks = ['a limit of SQLite', ...(canMount() ? ['a disk of 4 MB'] : [])];

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

describe.each(disks)('a full disk: %s (P6)', (disk) => {
  const isMounted = disk === 'a disk of 4 MB';
  let folder: string;

  beforeEach(async () => {
    const template = await houseFolder();
    folder = await tempFolder();
    if (isMounted) mount(folder);
    await copyFile(join(template, 'house.sqlite'), join(folder, 'house.sqlite'));
    await rm(template, { recursive: true });
  });

  afterEach(async () => {
    if (isMounted) unmount(folder);
    await rm(folder, { recursive: true, force: true });
  });

  /** Leaves little space; answers how to give it back. */
  async function narrow(database: DataSource): Promise<() => Promise<void>> {
    if (!isMounted) {
      const [size] = await database.query<{ page_count: number }[]>('PRAGMA page_count');
      await rawly(database, `PRAGMA max_page_count = ${size!.page_count + 60}`);
      return () => rawly(database, 'PRAGMA max_page_count = 4294967294');
    }
    const ballast = join(folder, 'ballast');
    const size = Math.max(0, (await freeBytes(folder)) - 400_000);
    await writeFile(ballast, Buffer.alloc(size));
    return () => truncate(ballast);
  }

  it('loses no acknowledged act, keeps no other, says why, and goes on when there is space', async () => {
    const house = await openHouse(folder);
    const unit = new UnitOfWork(house.writer);
    const outcome = await untilFullAndOn((work) => unit.run(work), await narrow(house.writer));

    expect(outcome.acknowledged.length).toBeGreaterThan(8);
    expect(outcome.refusals.length).toBeGreaterThanOrEqual(12);
    expect(outcome.refusals.filter((reason) => !(reason instanceof HouseFileFull))).toEqual([]);
    expect(outcome.after).toEqual([]);
    expect(await found(house.reports)).toEqual(whole(outcome.acknowledged));
    expect(await house.pages.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    await house.close();
  });

  // The control: asked for a transaction in TypeORM's own way, the same acts are lost or stay stuck
  it('is not survived by TypeORM’s own transaction()', async () => {
    const stock = await stockDatabase(folder);
    await stock.query('PRAGMA journal_mode = WAL');
    const outcome = await untilFullAndOn((work) => stock.transaction(work), await narrow(stock));
    const other = await stockDatabase(folder);
    const kept = await found(other);
    await Promise.all([stock, other].map((each) => each.destroy()));
    const isFine =
      outcome.after.length === 0 && JSON.stringify(kept) === JSON.stringify(whole(outcome.acknowledged));
    expect(isFine).toBe(false);
  });

  if (!isMounted) return;

  it('keeps the house closed with a plain sentence when there is no space to open it', async () => {
    await rm(join(folder, 'house.sqlite'));
    await writeFile(join(folder, 'ballast'), Buffer.alloc((await freeBytes(folder)) - 100_000));
    await expect(openHouse(folder)).rejects.toThrow('The disk is full');
    await rm(join(folder, 'ballast'));
    await (await openHouse(folder)).close();
  });
});
