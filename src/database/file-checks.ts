import { open, readdir } from 'node:fs/promises';
import { type DataFolder, sizeOf } from './data-folder.js';
import type { RawFile } from './raw-file.js';
import { CannotOpen } from './refusals.js';

/** 'PORC', written by the first migration. */
const MADE_BY_PORCHLIGHT = 1_347_375_683;
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/** Whether this folder never had a house. Throws CannotOpen when it had one whose file is gone: no empty one replaces it. */
export async function isNewHouse({ house, backups, folder }: DataFolder): Promise<boolean> {
  if ((await sizeOf(house)) !== null) return false;
  const hadOne = (await sizeOf(`${house}-wal`)) !== null || (await readdir(backups)).length > 0;
  if (hadOne) {
    throw new CannotOpen(
      `house.sqlite is missing from ${folder}: put it back, or restore the newest backup.`,
    );
  }
  return true;
}

/** What the first bytes say, before SQLite touches the file. Throws CannotOpen. */
export async function checkHeader(house: string): Promise<void> {
  const header = await firstBytes(house);
  if (header.length === 0) throw new CannotOpen(`${house} is empty: restore the newest backup.`);
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new CannotOpen(`${house} is not a house file, or it is damaged: restore the newest backup.`);
  }
  if (header.length < HEADER_BYTES || header.readUInt32BE(68) !== MADE_BY_PORCHLIGHT) {
    throw new CannotOpen(`${house} was not made by Porchlight: put the right file there.`);
  }
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** After a clean stop nothing is left beside the file. */
export const wasLeftOpen = async (house: string): Promise<boolean> =>
  ((await sizeOf(`${house}-wal`)) ?? 0) > 0;

/** Throws CannotOpen when a page or a reference is damaged. `deep` also compares every index with its table. */
export async function checkSound(file: RawFile, path: string, depth: 'quick' | 'deep'): Promise<void> {
  const pragma = depth === 'deep' ? 'integrity_check(1)' : 'quick_check(1)';
  const found = await file.rows<Record<string, string>>(`PRAGMA ${pragma}`);
  const isSound = found.length === 1 && Object.values(found[0]!)[0] === 'ok';
  if (!isSound || (await file.rows('PRAGMA foreign_key_check')).length > 0) throw damaged(path);
}

export const damaged = (path: string): CannotOpen =>
  new CannotOpen(`${path} is damaged and was left as it is: restore the newest backup.`);
