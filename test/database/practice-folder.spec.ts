import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { migrations } from '../../src/database/migrations/index.js';
import { openHouse, openPracticeHouse } from '../../src/database/opening.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { CannotOpen } from '../../src/database/refusals.js';
import { houseFolder, tempFolder } from '../support/files.js';

const change = (file: string, sql: string) => withFile(RawFile.writing(file), (raw) => raw.exec(sql));

const setUp = (isPractice: boolean) => `INSERT INTO house
  (id, name, time_zone, rollover_hour, back_dating_days, shift_starts, version, is_practice)
  VALUES (1, 'Willow House', 'America/Chicago', 4, 7, '8 14 22', 1, ${Number(isPractice)})`;

const ADA = `INSERT INTO guests VALUES ('ada', 'Ada', 'ada', NULL, '2026-03-02T15:00:00Z', 1)`;

/** Every file below a folder with what is in it. */
async function everything(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.sort().map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(file))
          .digest('hex')}`,
    ),
  );
}

describe('the folder of a practice house', () => {
  let folder: string;
  const house = () => join(folder, 'house.sqlite');
  const guests = (file = house()) =>
    withFile(RawFile.reading(file), (raw) => raw.rows('SELECT id FROM guests'));

  beforeEach(async () => {
    folder = await houseFolder();
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function isRefused(): Promise<string> {
    const before = await everything(folder);
    const refusal: unknown = await openPracticeHouse(folder).then(
      (open) => open.close(),
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(CannotOpen);
    expect(await everything(folder)).toEqual(before);
    return (refusal as CannotOpen).message;
  }

  const remade = async () => (await openPracticeHouse(folder)).close();

  it('is never that of a real house: it stays as it is, byte for byte', async () => {
    await change(house(), `${setUp(false)}; ${ADA}`);
    const words = await isRefused();
    expect(words).toContain('is not a practice house, so it was left as it is');
    expect(words).not.toContain('\n');
    expect(await guests()).toEqual([{ id: 'ada' }]);
  });

  it('is never that of a real house that was stopped by a power cut', async () => {
    await change(house(), `${setUp(true)}; PRAGMA journal_mode = WAL`);
    const running = await RawFile.writing(house());
    await running.exec(`PRAGMA wal_autocheckpoint = 0; DROP TRIGGER the_house_stays_what_it_is;
      UPDATE house SET is_practice = 0; ${ADA}`);
    const cut = await tempFolder();
    await cp(folder, cut, { recursive: true });
    await running.close();
    await expect(openPracticeHouse(cut)).rejects.toThrow('is not a practice house');
    expect(await guests(join(cut, 'house.sqlite'))).toEqual([{ id: 'ada' }]);
    await rm(cut, { recursive: true, force: true });
  });

  it.each<[string, () => Promise<void>]>([
    ['is damaged', async () => writeFile(house(), (await readFile(house())).subarray(0, 40_000))],
    ['is no house file', () => writeFile(house(), 'Shopping: tea, bread, lamps')],
    ['is empty', () => writeFile(house(), '')],
    ['is older than practice houses', olderHouse],
    ['is a copy of a real house', realCopy],
    ['is something else among the copies', strangeCopy],
  ])('is left as it is when a file in it %s', async (_, prepare) => {
    await prepare();
    expect(await isRefused()).toContain(folder);
  });

  async function olderHouse() {
    await rm(house());
    const database = new DataSource({
      type: 'sqlite',
      database: house(),
      migrations: migrations.slice(0, 1),
    });
    await database.initialize();
    await database.runMigrations({ transaction: 'all' });
    await database.destroy();
  }

  async function realCopy() {
    await change(house(), setUp(false));
    await mkdir(join(folder, 'backups'));
    await cp(house(), join(folder, 'backups', 'house-2026.sqlite'));
    await rm(house());
  }

  async function strangeCopy() {
    await change(house(), setUp(true));
    await mkdir(join(folder, 'backups'));
    await writeFile(join(folder, 'backups', 'letters.txt'), 'Dear Ada');
  }

  it('is refused while another process has the practice house open', async () => {
    await change(house(), `${setUp(true)}; ${ADA}`);
    const open = await openHouse(folder);
    await expect(openPracticeHouse(folder)).rejects.toThrow('already running');
    await open.close();
    expect(await guests()).toEqual([{ id: 'ada' }]);
  });

  it('is made anew, copies and all, when what is in it says that it is practice', async () => {
    await change(house(), `${setUp(true)}; ${ADA}`);
    await mkdir(join(folder, 'backups'));
    await cp(house(), join(folder, 'backups', 'house-2026.sqlite'));
    await remade();
    expect(await guests()).toEqual([]);
    expect(await readdir(join(folder, 'backups'))).toEqual([]);
  });

  it('is made anew when a start was cut short before anybody was in it, and where nothing was yet', async () => {
    await remade();
    await rm(folder, { recursive: true });
    await remade();
    expect(await guests()).toEqual([]);
  });

  it('is told apart from a file in its place', async () => {
    await rm(folder, { recursive: true });
    await writeFile(folder, 'no folder');
    await expect(openPracticeHouse(folder)).rejects.toThrow('is not a folder');
  });
});
