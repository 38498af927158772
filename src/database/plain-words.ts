import { join } from 'node:path';
import { damaged } from './file-checks.js';
import { CannotOpen } from './refusals.js';

const full = () => new CannotOpen('The disk is full: free some space, then start Porchlight again.');
const closedToUs = (folder: string) =>
  new CannotOpen(`Porchlight may not write in ${folder}: check who owns it.`);
const failing = (folder: string) => new CannotOpen(`The disk does not read or write ${folder} as it should.`);
const broken = (folder: string) => damaged(join(folder, 'house.sqlite'));
const inUse = () =>
  new CannotOpen('Another program has the house file open: close it, then start Porchlight again.');

/** By the codes of the system and of SQLite. */
const reasons: Record<string, (folder: string) => CannotOpen> = {
  SQLITE_FULL: full,
  ENOSPC: full,
  EDQUOT: full,
  EACCES: closedToUs,
  EPERM: closedToUs,
  EROFS: closedToUs,
  SQLITE_READONLY: closedToUs,
  SQLITE_CANTOPEN: closedToUs,
  SQLITE_IOERR: failing,
  EIO: failing,
  SQLITE_BUSY: inUse,
  SQLITE_LOCKED: inUse,
  SQLITE_NOTADB: broken,
  SQLITE_CORRUPT: broken,
  EISDIR: broken,
};

/** Trouble with the disk or the file, not with what was asked of it. */
export const isOfTheDisk = (error: unknown): boolean => String((error as { code?: unknown }).code) in reasons;

/** What kept the house from opening, as CannotOpen; a mistake of the program stays what it is, with its stack. */
export function inPlainWords(error: unknown, folder: string): unknown {
  if (error instanceof CannotOpen) return error;
  const { code } = error as { code?: unknown };
  return (typeof code === 'string' && reasons[code]?.(folder)) || error;
}
