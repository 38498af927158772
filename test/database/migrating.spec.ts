import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fingerprintOf } from '../../src/database/fingerprint.js';
import { openHouse } from '../../src/database/opening.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { CannotOpen } from '../../src/database/refusals.js';
import { type Release, thisRelease } from '../../src/database/release.js';
import { everyRow, peopledHouse } from './peopled-house.js';

const statements = [
  'CREATE TABLE colours (bed_id TEXT PRIMARY KEY NOT NULL REFERENCES beds, colour TEXT NOT NULL) STRICT',
  `INSERT INTO colours SELECT id, 'green' FROM beds`,
  `UPDATE beds SET room = 'upstairs'`,
];

/** The next release, as it may come one day; its migration stumbles at a statement if asked to. */
async function nextRelease(path: string, stumblesAt: number | null = null): Promise<Release> {
  class PaintTheBeds1767225699000 implements MigrationInterface {
    async up(db: QueryRunner): Promise<void> {
      for (const [index, statement] of statements.entries()) {
        if (index === stumblesAt) await db.query('INSERT INTO nowhere VALUES (1)');
        await db.query(statement);
      }
      if (stumblesAt === statements.length) await db.query(`INSERT INTO colours VALUES ('attic', 'green')`);
    }

    down(): Promise<void> {
      throw new Error('Restore the copy made before this migration');
    }
  }
  const migrations = [...thisRelease.migrations, PaintTheBeds1767225699000] as Release['migrations'];
  return { migrations, fingerprint: await fingerprintAfter(path) };
}

const fingerprintAfter = (path: string) =>
  withFile(RawFile.writing(path), async (file) => {
    await file.exec(`BEGIN; ${statements[0]}`);
    const fingerprint = await fingerprintOf(file);
    await file.exec('ROLLBACK');
    return fingerprint;
  });

const rowsOf = (path: string) => withFile(RawFile.reading(path), everyRow);

describe('a migration that is due (P9)', () => {
  let path: string;
  let folder: string;

  beforeEach(async () => {
    path = await peopledHouse();
    folder = dirname(path);
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('brings the house up to date and keeps a good copy of the one before', async () => {
    const before = await rowsOf(path);
    const next = await nextRelease(path);
    const house = await openHouse(folder, next);
    expect(await house.pages.query('SELECT count(*) AS count FROM colours')).toEqual([{ count: 3 }]);
    expect(await house.writer.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await house.close();

    expect(await readdir(join(folder, 'backups'))).toEqual(['before-PaintTheBeds1767225699000.sqlite']);
    const copy = join(folder, 'backups', 'before-PaintTheBeds1767225699000.sqlite');
    expect(await rowsOf(copy)).toBe(before);
    expect(await withFile(RawFile.reading(copy), fingerprintOf)).toBe(thisRelease.fingerprint);
    expect(await rowsOf(path)).toBe(before.replaceAll(`"room":null`, `"room":"upstairs"`));
    await (await openHouse(folder, next)).close();
  });

  // The last one breaks no statement: only the check of the whole file finds it
  it.each([0, 1, 2, 3])(
    'leaves the old file byte for byte when it fails at statement %i',
    async (stumblesAt) => {
      const next = await nextRelease(path, stumblesAt);
      const before = await readFile(path);
      const opening = openHouse(folder, next);
      await expect(opening).rejects.toBeInstanceOf(CannotOpen);
      await expect(opening).rejects.toThrow(/Nothing was changed|is damaged/);
      expect((await readFile(path)).equals(before)).toBe(true);
      await (await openHouse(folder)).close();
    },
  );

  it('leaves the old file when it does not make what the release expects', async () => {
    const next = { ...(await nextRelease(path)), fingerprint: 'another' };
    const before = await readFile(path);
    await expect(openHouse(folder, next)).rejects.toThrow('This copy of Porchlight is not whole');
    expect((await readFile(path)).equals(before)).toBe(true);
  });

  it('is never undone by an older Porchlight: the house stays closed to it', async () => {
    await (await openHouse(folder, await nextRelease(path))).close();
    await expect(openHouse(folder)).rejects.toThrow('newer Porchlight');
  });
});
