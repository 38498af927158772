import { checkSound } from './file-checks.js';
import { removeDatabase } from './data-folder.js';
import { putInPlace } from './on-disk.js';
import { RawFile, withFile } from './raw-file.js';

/**
 * A whole copy of an open file as it stands now, made aside, checked, on the disk, then named: a file of that name is
 * always a good copy. Throws CannotOpen when the copy is not sound. Rows that were deleted are not in it.
 */
export async function verifiedCopy(from: RawFile, toFile: string): Promise<void> {
  const aside = `${toFile}.part`;
  await removeDatabase(aside);
  try {
    await from.exec(`VACUUM INTO '${aside.replaceAll("'", "''")}'`);
    await withFile(RawFile.reading(aside), (copy) => checkSound(copy, aside, 'deep'));
    await putInPlace(aside, toFile);
  } finally {
    await removeDatabase(aside);
  }
}
