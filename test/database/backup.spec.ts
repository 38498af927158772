import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { verifiedCopy } from '../../src/database/backup.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { CannotOpen } from '../../src/database/refusals.js';
import { everyRow, peopledHouse } from './peopled-house.js';

describe('a checked copy', () => {
  let path: string;
  let copy: string;
  let file: RawFile;

  beforeEach(async () => {
    path = await peopledHouse();
    copy = join(dirname(path), `the manager's copy.sqlite`);
    file = await RawFile.writing(path);
    process.umask(0o077);
  });

  afterEach(async () => {
    await file.close();
    await rm(dirname(path), { recursive: true, force: true });
  });

  it('has every row, stands alone, and is for nobody else on the machine', async () => {
    await verifiedCopy(file, copy);
    expect(await withFile(RawFile.reading(copy), everyRow)).toBe(await everyRow(file));
    expect(((await stat(copy)).mode & 0o777).toString(8)).toBe('600');
    expect((await readdir(dirname(path))).filter((name) => name.includes('copy'))).toEqual([
      `the manager's copy.sqlite`,
    ]);
  });

  it('has nothing left of what was deleted', async () => {
    await file.exec(`PRAGMA secure_delete = 0; UPDATE guests SET name = 'a name to forget' WHERE id = 'ada'`);
    await file.exec(`UPDATE guests SET name = NULL, folded_name = NULL WHERE id = 'ada'`);
    await verifiedCopy(file, copy);
    expect((await readFile(copy)).includes('a name to forget')).toBe(false);
  });

  it('takes the place of an older one only when it is sound', async () => {
    await writeFile(copy, 'an older copy');
    await writeFile(`${copy}.part`, 'cut short');
    await file.exec(`INSERT INTO claims VALUES ('x', 'hold', 'attic', NULL, '2026-03-20', '2026-03-21')`);
    await expect(verifiedCopy(file, copy)).rejects.toBeInstanceOf(CannotOpen);
    expect(await readFile(copy, 'utf8')).toBe('an older copy');
    expect(existsSync(`${copy}.part`)).toBe(false);
  });
});
