import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { verifiedCopy } from './backup.js';
import { dataFolder, sizeOf } from './data-folder.js';
import { checkHeader, checkSound } from './file-checks.js';
import { checkFingerprint } from './fingerprint.js';
import { inPlainWords } from './plain-words.js';
import { RawFile, withFile } from './raw-file.js';
import { CannotOpen } from './refusals.js';
import { thisRelease } from './release.js';

/**
 * A checked copy of the house in this folder, named after `at`, made beside the running house by a process of its own:
 * inside the server, closing the file once more would drop SQLite's locks on it. Answers where the copy stands. Throws
 * CannotOpen when there is no house, or when it or the copy is not sound.
 */
export async function backUpHouse(dataDir: string, at: Temporal.Instant): Promise<string> {
  try {
    const { house, backups } = await existing(dataDir);
    const copy = join(backups, `house-${stamp(at)}.sqlite`);
    await withFile(RawFile.reading(house), (file) => verifiedCopy(file, copy));
    return copy;
  } catch (error) {
    throw inPlainWords(error, dataDir);
  }
}

/** Reads the whole file: null when it is sound, otherwise what is wrong in one sentence. */
export async function verifyHouse(dataDir: string): Promise<string | null> {
  try {
    const { house } = await existing(dataDir);
    await withFile(RawFile.reading(house), async (file) => {
      await checkSound(file, house, 'deep');
      await checkFingerprint(file, house, thisRelease.fingerprint);
    });
    return null;
  } catch (error) {
    const plain = inPlainWords(error, dataDir);
    if (plain instanceof CannotOpen) return plain.message;
    throw plain;
  }
}

async function existing(dataDir: string) {
  const files = await dataFolder(dataDir);
  if ((await sizeOf(files.house)) === null) throw new CannotOpen(`There is no house in ${dataDir} yet.`);
  await checkHeader(files.house);
  return files;
}

/** '2026-11-23T21-10-05Z': sorts by time and is a file name everywhere. */
const stamp = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'second' }).replaceAll(':', '-');
