import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { removeDatabase } from './data-folder.js';
import { checkHeader } from './file-checks.js';
import { RawFile, withFile } from './raw-file.js';
import { CannotOpen } from './refusals.js';

/** Throws CannotOpen when a house file of this folder, or a copy of one, is not practice. Writes nothing. */
export async function refuseRealHouse(folder: string): Promise<void> {
  for (const file of await housesIn(folder)) {
    if (await isPractice(file)) continue;
    throw new CannotOpen(
      `${file} is not a practice house, so it was left as it is: move it out of ${folder} first.`,
    );
  }
}

/** Removes the practice house of this folder and its copies. Throws CannotOpen, and removes nothing, when one is real. */
export async function removePractice(folder: string): Promise<void> {
  await refuseRealHouse(folder);
  for (const file of await housesIn(folder)) await removeDatabase(file);
}

/** The house file and every copy of it; whatever lies among the copies counts as one. */
async function housesIn(folder: string): Promise<string[]> {
  const [houses, copies] = await Promise.all([folder, join(folder, 'backups')].map(filesIn));
  return [...houses!.filter((file) => basename(file) === 'house.sqlite'), ...copies!];
}

/** None where there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).map((name) => join(folder, name));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code!)) return [];
    throw error;
  }
}

/** A file whose house was never set up has nobody in it: a start that was cut short leaves one. */
async function isPractice(path: string): Promise<boolean> {
  try {
    await checkHeader(path);
    const marks = await withFile(RawFile.reading(path), (file) =>
      file.rows<{ practice: number }>('SELECT is_practice AS practice FROM house'),
    );
    return marks.every(({ practice }) => practice === 1);
  } catch {
    // Whatever cannot be read is somebody's: damaged, older than practice houses, not a house at all
    return false;
  }
}
