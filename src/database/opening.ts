import { DataSource } from 'typeorm';
import { type DataFolder, dataFolder } from './data-folder.js';
import { pageReaderOptions, reportReaderOptions, writerOptions } from './database-options.js';
import { checkHeader, checkSound, isNewHouse, wasLeftOpen } from './file-checks.js';
import { checkFingerprint } from './fingerprint.js';
import { HouseLock } from './lock.js';
import { dueMigrations, makeHouse, migrateHouse, settleFile } from './migrate.js';
import { inPlainWords } from './plain-words.js';
import { refuseRealHouse, removePractice } from './practice-folder.js';
import { RawFile, withFile } from './raw-file.js';
import { type Release, thisRelease } from './release.js';

export { CannotOpen } from './refusals.js';

/** The house file, checked and open: one connection that writes, one that reads for pages, one for reports. */
export interface OpenHouse {
  writer: DataSource;
  pages: DataSource;
  reports: DataSource;
  /** Made with the file: what signs sessions, what signs forms. */
  secrets: { session: string; form: string };
  /** Leaves one whole file and frees the lock. Twice is once. */
  close(): Promise<void>;
}

/**
 * Opens the house in this folder, or makes one where there never was any. Throws CannotOpen with one plain sentence when
 * something is not as it should be; the file is then left as it was.
 */
export async function openHouse(dataDir: string, release: Release = thisRelease): Promise<OpenHouse> {
  try {
    const files = await dataFolder(dataDir);
    const lock = await HouseLock.take(files.lock);
    return await behindLock(files, lock, release);
  } catch (error) {
    throw inPlainWords(error, dataDir);
  }
}

/**
 * Opens a new, empty house in a folder that holds nothing or an earlier practice house, which goes. Throws CannotOpen, and
 * touches nothing, when any house file in it does not say of itself that it is practice, or is open elsewhere.
 */
export async function openPracticeHouse(dataDir: string): Promise<OpenHouse> {
  try {
    await refuseRealHouse(dataDir);
    const files = await dataFolder(dataDir);
    const lock = await HouseLock.take(files.lock);
    return await behindLock(files, lock, thisRelease, () => removePractice(dataDir));
  } catch (error) {
    throw inPlainWords(error, dataDir);
  }
}

async function behindLock(
  files: DataFolder,
  lock: HouseLock,
  release: Release,
  prepare: () => Promise<void> = () => Promise.resolve(),
): Promise<OpenHouse> {
  try {
    await prepare();
    if (await isNewHouse(files)) await makeHouse(files, release);
    else await checkHouse(files, release);
    return await connect(files, lock);
  } catch (error) {
    await lock.free();
    throw error;
  }
}

async function checkHouse(files: DataFolder, release: Release): Promise<void> {
  const { house } = files;
  await checkHeader(house);
  const wasCutShort = await wasLeftOpen(house);
  const due = await withFile(RawFile.reading(house), async (file) => {
    const due = await dueMigrations(file, house, release);
    await checkSound(file, house, wasCutShort || due.length > 0 ? 'deep' : 'quick');
    if (due.length === 0) await checkFingerprint(file, house, release.fingerprint);
    return due;
  });
  if (due.length > 0) await migrateHouse(files, release, due);
}

/** The writer first: readers cannot make what stands beside the file. Last to close, so that it tidies up after all. */
async function connect({ house }: DataFolder, lock: HouseLock): Promise<OpenHouse> {
  const writer = new DataSource(writerOptions(house));
  const pages = new DataSource(pageReaderOptions(house));
  const reports = new DataSource(reportReaderOptions(house));
  const closeAll = async () => {
    for (const each of [reports, pages, writer]) if (each.isInitialized) await each.destroy();
    await settleFile(house);
    await lock.free();
  };
  try {
    for (const each of [writer, pages, reports]) await each.initialize();
    const secrets = await readSecrets(writer);
    let closing: Promise<void> | null = null;
    return { writer, pages, reports, secrets, close: () => (closing ??= closeAll()) };
  } catch (error) {
    for (const each of [reports, pages, writer]) if (each.isInitialized) await each.destroy();
    throw error;
  }
}

async function readSecrets(writer: DataSource): Promise<OpenHouse['secrets']> {
  const rows = await writer.query<{ name: string; value: string }[]>('SELECT name, value FROM secrets');
  const { session, form } = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  return { session: session!, form: form! };
}
