import { chmod, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotOpen } from './refusals.js';

/** Where everything of one house stands. */
export interface DataFolder {
  folder: string;
  house: string;
  lock: string;
  backups: string;
  /** A house being made or brought up to date: never the house until it is renamed. */
  next: string;
}

const ONLY_OURS = 0o700;
const FILE_ONLY_OURS = 0o600;
const sideFiles = ['-wal', '-shm', '-journal'];

/** Makes the folder when it is missing; nobody else on this machine may look into it, or into any file made from now on. */
export async function dataFolder(folder: string): Promise<DataFolder> {
  process.umask(0o077);
  const backups = join(folder, 'backups');
  await mkdir(backups, { recursive: true, mode: ONLY_OURS }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST' || error.code === 'ENOTDIR')
      throw new CannotOpen(`${folder} is not a folder.`);
    throw error;
  });
  await Promise.all([folder, backups].map((each) => chmod(each, ONLY_OURS)));
  await Promise.all([folder, backups].map(closeFilesToOthers));
  const [house, lock, next] = ['house.sqlite', 'house.lock', 'house.sqlite.next'].map((name) =>
    join(folder, name),
  );
  return { folder, house: house!, lock: lock!, backups, next: next! };
}

async function closeFilesToOthers(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== '.gitkeep');
  await Promise.all(files.map(({ name }) => chmod(join(folder, name), FILE_ONLY_OURS)));
}

/** Bytes, or null when there is no such file. */
export async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes a file SQLite was writing together with what SQLite put beside it. */
export async function removeDatabase(file: string): Promise<void> {
  await Promise.all(['', ...sideFiles].map((ending) => rm(file + ending, { force: true })));
}
