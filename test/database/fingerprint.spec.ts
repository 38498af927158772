import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOf } from '../../src/database/fingerprint.js';
import { openHouse } from '../../src/database/opening.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { thisRelease } from '../../src/database/release.js';
import { freshFile, tempFolder } from '../support/files.js';

describe('the fingerprint of the house file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is the release’s for a file that has had every migration', async () => {
    const file = await freshFile(folder);
    const found = await withFile(RawFile.reading(file), fingerprintOf);
    if (found !== thisRelease.fingerprint)
      throw new Error(`set fingerprint in src/database/release.ts to '${found}'`);
  });

  it.each([
    ['a trigger is gone', 'DROP TRIGGER claims_move_their_nights'],
    ['an index is gone', 'DROP INDEX bed_nights_one_bed_per_guest'],
    ['a table is added', 'CREATE TABLE extra (id TEXT)'],
    ['a column is added', 'ALTER TABLE beds ADD COLUMN colour TEXT'],
  ])('differs when %s, and the house stays closed', async (_, sql) => {
    await (await openHouse(folder)).close();
    await withFile(RawFile.writing(join(folder, 'house.sqlite')), (file) => file.exec(sql));
    await expect(openHouse(folder)).rejects.toThrow('was changed by another program');
  });
});
