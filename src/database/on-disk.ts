import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Returns once the file, or the names in the folder, are on the disk. Never for a file that SQLite has open: closing a
 * second handle drops SQLite's locks.
 */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a finished file its name, so that after a power cut there is the old file or the new one, never a part. */
export async function putInPlace(finished: string, name: string): Promise<void> {
  await flush(finished);
  await rename(finished, name);
  await flush(dirname(name));
}
