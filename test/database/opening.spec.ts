import sqlite3 from 'sqlite3';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { SettledDatabase } from '../../src/database/connection-settings.js';
import { type OpenHouse, openHouse } from '../../src/database/opening.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { CannotOpen } from '../../src/database/refusals.js';
import { houseFolder, tempFolder } from '../support/files.js';
import { rawly } from './open-file.js';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

async function hashOf(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

const change = (file: string, sql: string) => withFile(RawFile.writing(file), (raw) => raw.exec(sql));

async function overwrite(file: string, bytes: Buffer, position: number): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, position);
  await handle.close();
}

/** The page on which the index of guests' names begins, as it is now. */
async function indexPage(file: string): Promise<{ bytes: Buffer; position: number }> {
  const sql = `SELECT rootpage, (SELECT page_size FROM pragma_page_size) AS size FROM sqlite_schema
    WHERE name = 'guests_by_folded_name'`;
  const [{ rootpage, size } = { rootpage: 0, size: 0 }] = await withFile(RawFile.reading(file), (raw) =>
    raw.rows<{ rootpage: number; size: number }>(sql),
  );
  const position = (rootpage - 1) * size;
  return { bytes: (await readFile(file)).subarray(position, position + size), position };
}

const guest = (id: string) =>
  `INSERT INTO guests VALUES ('${id}', '${id}', '${id}', NULL, '2026-03-02T15:00:00Z', 1)`;

/** An index that still has a guest's old name: only the full check finds it. */
async function misleadIndex(file: string): Promise<void> {
  await change(file, guest('ada'));
  const { bytes, position } = await indexPage(file);
  await change(file, `UPDATE guests SET folded_name = 'zoe'`);
  await overwrite(file, bytes, position);
}

describe('opening the house', () => {
  let folder: string;
  let file: string;
  let house: OpenHouse | null;

  beforeEach(async () => {
    folder = await houseFolder();
    file = join(folder, 'house.sqlite');
    house = null;
  });

  afterEach(async () => {
    await house?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('makes a new one where there never was any, with secrets of its own', async () => {
    const temporary = await tempFolder();
    const elsewhere = join(temporary, 'not', 'there', 'yet');
    const fresh = await openHouse(elsewhere);
    house = await openHouse(folder);
    expect(fresh.secrets.form).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set([fresh.secrets.session, fresh.secrets.form, house.secrets.session]).size).toBe(3);
    await fresh.close();
    const again = await openHouse(elsewhere);
    expect(again.secrets).toEqual(fresh.secrets);
    await again.close();
    await rm(temporary, { recursive: true });
  });

  it('lets nobody else on the machine read it', async () => {
    await chmod(folder, 0o755);
    await chmod(file, 0o644);
    house = await openHouse(folder);
    await house.pages.query('SELECT 1');
    expect(await modeOf(folder)).toBe('700');
    expect(await modeOf(join(folder, 'backups'))).toBe('700');
    const files = (await readdir(folder)).filter((name) => name !== 'backups');
    expect(files.sort()).toEqual(['house.lock', 'house.sqlite', 'house.sqlite-shm', 'house.sqlite-wal']);
    for (const name of files) expect([name, await modeOf(join(folder, name))]).toEqual([name, '600']);
  });

  it('leaves one whole file, free for the next, when it closes; closing twice is closing once', async () => {
    house = await openHouse(folder);
    await Promise.all([house.close(), house.close()]);
    expect((await readdir(folder)).sort()).toEqual(['backups', 'house.lock', 'house.sqlite']);
    house = await openHouse(folder);
  });

  it('leaves one whole file also when its connections were closed in another order', async () => {
    house = await openHouse(folder);
    await rawly(house.writer, guest('ada'));
    for (const each of [house.pages, house.reports]) await each.query('SELECT * FROM guests');
    for (const each of [house.writer, house.reports, house.pages]) await each.destroy();
    await house.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('is refused to a second Porchlight, in this process too', async () => {
    house = await openHouse(folder);
    await expect(openHouse(folder)).rejects.toThrow('Porchlight is already running with this house.');
    expect(await house.pages.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it.each<[string, RegExp, () => Promise<void>]>([
    ['another kind of file', /not a house file/, () => writeFile(file, 'Dear diary, '.repeat(1000))],
    ['a short text', /not a house file/, () => writeFile(file, 'x')],
    ['nothing', /is empty/, () => truncate(file, 0)],
    ['only the first bytes', /was not made by Porchlight/, () => truncate(file, 40)],
    ['a part of the house', /is damaged/, () => truncate(file, 40_960)],
    [
      'a folder',
      /is damaged|not a house file/,
      () =>
        rm(file)
          .then(() => mkdir(file))
          .then(() => undefined),
    ],
    [
      'another program’s database',
      /was not made by Porchlight/,
      () => change(file, 'PRAGMA application_id = 7'),
    ],
    [
      'a house of a newer version',
      /newer Porchlight/,
      () => change(file, `INSERT INTO migrations VALUES (99, 99, 'Later99')`),
    ],
    ['a house that forgot its migrations', /is damaged/, () => change(file, 'DROP TABLE migrations')],
    [
      'a house with other rules',
      /changed by another program/,
      () => change(file, 'DROP TRIGGER bed_nights_never_change'),
    ],
    [
      'a damaged page',
      /is damaged/,
      async () => {
        await change(file, guest('ada'));
        const { position } = await indexPage(file);
        await overwrite(file, Buffer.alloc(200, 0xff), position);
      },
    ],
    [
      'a claim on a bed that is not there',
      /is damaged/,
      () =>
        change(file, `INSERT INTO claims VALUES ('x', 'hold', 'attic', NULL, '2026-03-02', '2026-03-03')`),
    ],
    [
      'an index that says another name, after it was not closed',
      /is damaged/,
      async () => {
        await misleadIndex(file);
        await writeFile(`${file}-wal`, Buffer.alloc(100));
      },
    ],
  ])('refuses %s in a second and leaves it as it is', async (_, words, spoil) => {
    await spoil();
    const isFile = (await stat(file)).isFile();
    const before = isFile ? await hashOf(file) : '';
    const began = Date.now();
    const opening = openHouse(folder);
    await expect(opening).rejects.toBeInstanceOf(CannotOpen);
    await expect(opening).rejects.toThrow(words);
    expect(Date.now() - began).toBeLessThan(1000);
    expect(isFile ? await hashOf(file) : '').toBe(before);
    await expect(openHouse(folder)).rejects.toThrow(words);
  });

  it('does not read every index again after it was closed cleanly', async () => {
    await misleadIndex(file);
    house = await openHouse(folder);
  });

  it.each<[string, () => Promise<void>]>([
    ['a log is left of it', () => rename(file, `${file}-wal`)],
    [
      'a backup is left of it',
      async () => {
        await mkdir(join(folder, 'backups'));
        await rename(file, join(folder, 'backups', 'before-x.sqlite'));
      },
    ],
  ])('never puts an empty house in the place of one that is missing: %s', async (_, lose) => {
    await lose();
    await expect(openHouse(folder)).rejects.toThrow(/house.sqlite is missing/);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['may not be written', '/sys/porchlight', /may not write in/],
    ['is a file', 'package.json', /is not a folder/],
    ['is inside a file', 'package.json/data', /is not a folder/],
  ])('says when its folder %s', async (_, dataDir, words) => {
    const opening = openHouse(dataDir);
    await expect(opening).rejects.toBeInstanceOf(CannotOpen);
    await expect(opening).rejects.toThrow(words);
  });

  it('says when its lock is something else', async () => {
    await writeFile(join(folder, 'house.lock'), 'Dear diary, '.repeat(1000));
    await expect(openHouse(folder)).rejects.toThrow(/house.lock is not Porchlight's/);
  });

  it('waits for no other program that holds the file', async () => {
    const other = await RawFile.writing(file);
    await other.exec('BEGIN EXCLUSIVE');
    await expect(openHouse(folder)).rejects.toThrow('Another program has the house file open');
    await other.close();
    house = await openHouse(folder);
  });
});

describe('the settings of each connection (P7)', () => {
  const everywhere = { foreign_keys: 1, trusted_schema: 0, cell_size_check: 1, journal_mode: 'wal' };
  const writes = { synchronous: 2, secure_delete: 1, journal_size_limit: 67_108_864 };

  it.each(['first', 'second'])(
    'are all as they should be at the %s start, and after a repair',
    async (start) => {
      const folder = await houseFolder();
      if (start === 'second') await (await openHouse(folder)).close();
      const house = await openHouse(folder);
      const settings = {
        writer: { ...everywhere, ...writes },
        pages: { ...everywhere, query_only: 1 },
        reports: { ...everywhere, query_only: 1 },
      };
      for (const round of ['opened', 'opened anew']) {
        for (const name of ['writer', 'pages', 'reports'] as const) {
          for (const [setting, wanted] of Object.entries(settings[name])) {
            const [row] = await house[name].query<object[]>(`PRAGMA ${setting}`);
            expect([round, name, setting, Object.values(row!)[0]]).toEqual([round, name, setting, wanted]);
          }
        }
        await house.writer.destroy();
        await house.writer.initialize();
      }
      await house.close();
      await rm(folder, { recursive: true });
    },
  );

  it('stop the start when one is not taken', async () => {
    const folder = await houseFolder();
    // Another program that reads the file keeps it from becoming WAL
    await change(join(folder, 'house.sqlite'), 'PRAGMA journal_mode = DELETE');
    const other = await RawFile.reading(join(folder, 'house.sqlite'));
    await other.exec('BEGIN; SELECT * FROM secrets');
    await expect(openHouse(folder)).rejects.toBeInstanceOf(CannotOpen);
    await other.close();
    await (await openHouse(folder)).close();
    await rm(folder, { recursive: true });
  });

  it('are read back, and the first one that does not hold is named', async () => {
    const folder = await houseFolder();
    const wanted = { foreign_keys: 1, page_size: 8192 };
    const opening = new Promise<Error | null>((done) => {
      new SettledDatabase(join(folder, 'house.sqlite'), sqlite3.OPEN_READWRITE, wanted, done);
    });
    await expect(opening).resolves.toEqual(
      new CannotOpen('The house file does not take the setting page_size = 8192 (it says 4096).'),
    );
    await rm(folder, { recursive: true });
  });
});
