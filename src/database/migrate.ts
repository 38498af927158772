import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { verifiedCopy } from './backup.js';
import { type DataFolder, removeDatabase, sizeOf } from './data-folder.js';
import { checkSound, damaged } from './file-checks.js';
import { fingerprintOf } from './fingerprint.js';
import { putInPlace } from './on-disk.js';
import { isOfTheDisk } from './plain-words.js';
import { RawFile, withFile } from './raw-file.js';
import { CannotOpen } from './refusals.js';
import type { Release } from './release.js';
import { silence } from './silence.js';

/** Names of the release's migrations that this file has not had. Throws CannotOpen when it had others, from a newer one. */
export async function dueMigrations(file: RawFile, path: string, { migrations }: Release): Promise<string[]> {
  const tables = await file.rows(`SELECT 1 FROM sqlite_schema WHERE name = 'migrations'`);
  if (tables.length === 0) throw damaged(path);
  const had = (await file.rows<{ name: string }>('SELECT name FROM migrations')).map(({ name }) => name);
  const known = migrations.map(({ name }) => name);
  if (had.some((name) => !known.includes(name))) {
    throw new CannotOpen(`${path} was made by a newer Porchlight: please install that version.`);
  }
  return known.filter((name) => !had.includes(name));
}

/** Makes the file of a new house. It has its name only when it is whole, so a start cut short leaves no house. */
export async function makeHouse(files: DataFolder, release: Release): Promise<void> {
  await removeDatabase(files.next);
  await withFile(RawFile.making(files.next), () => Promise.resolve());
  await bringUpToDate(files, release);
  await putInPlace(files.next, files.house);
}

/**
 * Brings an older file up to date: keeps a checked copy, works on another one aside, puts that in the place of the house
 * once everything is checked. However it fails, the old file stands as it was.
 */
export async function migrateHouse(
  files: DataFolder,
  release: Release,
  due: readonly string[],
): Promise<void> {
  const before = join(files.backups, `before-${due[0]}.sqlite`);
  await withFile(RawFile.reading(files.house), (house) => verifiedCopy(house, before));
  await removeDatabase(files.next);
  await copyFile(before, files.next);
  await bringUpToDate(files, release);
  await settleFile(files.house);
  await putInPlace(files.next, files.house);
}

const notWhole = 'This copy of Porchlight is not whole: its migrations do not make the file it expects.';

async function bringUpToDate({ next }: DataFolder, release: Release): Promise<void> {
  await runMigrations(next, release);
  await withFile(RawFile.reading(next), async (file) => {
    await checkSound(file, next, 'deep');
    if ((await fingerprintOf(file)) !== release.fingerprint) throw new CannotOpen(notWhole);
  });
}

async function runMigrations(file: string, { migrations }: Release): Promise<void> {
  const aside = new DataSource({
    type: 'sqlite',
    database: file,
    migrations: [...migrations],
    logger: silence,
  });
  await aside.initialize();
  try {
    await aside.runMigrations({ transaction: 'all' });
  } catch (cause) {
    throw isOfTheDisk(cause)
      ? cause
      : new CannotOpen('The house could not be brought up to date. Nothing was changed.', { cause });
  } finally {
    await aside.destroy();
  }
}

/** Moves what stands beside the file into it. Throws CannotOpen when something stays beside it. */
export async function settleFile(house: string): Promise<void> {
  if ((await sizeOf(`${house}-wal`)) === null) return;
  await withFile(RawFile.writing(house), (file) => file.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  if (((await sizeOf(`${house}-wal`)) ?? 0) > 0)
    throw new CannotOpen('Another program has the house file open.');
}
