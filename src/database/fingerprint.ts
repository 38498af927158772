import { createHash } from 'node:crypto';
import type { RawFile } from './raw-file.js';
import { CannotOpen } from './refusals.js';

interface Part {
  type: string;
  name: string;
  sql: string;
}

/** One value for every table, index and trigger of a file: any difference in any of them gives another. */
export async function fingerprintOf(file: RawFile): Promise<string> {
  const parts = await file.rows<Part>(
    `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`,
  );
  const lines = parts.map(({ type, name, sql }) => [type, name, sql.replace(/\s+/g, ' ').trim()].join('\t'));
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** Throws CannotOpen when the file's tables, indexes or triggers are not those of this release. */
export async function checkFingerprint(file: RawFile, path: string, expected: string): Promise<void> {
  if ((await fingerprintOf(file)) === expected) return;
  throw new CannotOpen(
    `${path} was changed by another program: its tables or rules are not those of this Porchlight.`,
  );
}
