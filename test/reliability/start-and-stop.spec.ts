import { appendFile, chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Desk } from '../support/desk.js';
import { tempFolder } from '../support/files.js';
import { RunningHouse } from '../support/running-house.js';

const PASSPHRASE = 'three warm lamps on a porch';

describe('starting and stopping the real thing', () => {
  let folder: string;
  const houses: RunningHouse[] = [];

  const start = (settings: Record<string, string> = {}) => {
    const house = new RunningHouse(folder, settings);
    houses.push(house);
    return house;
  };

  beforeEach(async () => {
    folder = await tempFolder();
  });

  afterEach(async () => {
    await Promise.all(houses.splice(0).map((house) => house.end('SIGKILL')));
    await rm(folder, { recursive: true, force: true });
  });

  const openFourBeds = async () => {
    const house = start();
    const desk = new Desk(await house.address());
    const answers = { houseName: 'Willow House', timeZone: 'America/Chicago', personName: 'Marta' };
    const beds = 'Maple\nCedar\nBirch\nFern';
    const done = await desk.fill('/setup', {
      ...answers,
      beds,
      passphrase: PASSPHRASE,
      code: house.setUpCode,
    });
    expect(done.status).toBe(303);
    return { house, desk };
  };

  const board = async (desk: Desk) => {
    const $ = await desk.visit('/');
    return $('[data-bed]')
      .toArray()
      .map((bed) => [$(bed).attr('data-bed'), $(bed).attr('data-status')]);
  };

  it('keeps everything of a four-bed house when the process is killed', async () => {
    const { house, desk } = await openFourBeds();
    const $ = await desk.visit('/check-in');
    const day = String($('[name=departureDay]').last().val());
    const stays: string[] = [];
    for (const name of ['Jo Rivera', 'Sam', 'Dee']) {
      const done = await desk.fill('/check-in', { name, departureDay: day });
      stays.push(done.headers.location!);
    }
    await desk.fill(`${stays[1]}/departure`, { ending: 'early_choice', destination: 'friends' });
    const before = await board(desk);
    expect(await house.end('SIGKILL')).toBeNull();

    const again = start();
    const back = new Desk(await again.address());
    const signIn = await back.visit('/sign-in');
    await back.signIn(String(signIn('[name=person]').first().val()), PASSPHRASE);
    expect(await board(back)).toEqual(before);
    expect(before).toEqual([
      ['Maple', 'staying'],
      ['Cedar', 'getting-ready'],
      ['Birch', 'staying'],
      ['Fern', 'free'],
    ]);
    expect(await again.end('SIGTERM')).toBe(0);
  });

  it('stops cleanly on SIGTERM and leaves one whole file that only its owner can read', async () => {
    const { house } = await openFourBeds();
    expect(await house.end('SIGTERM')).toBe(0);
    await expect(stat(join(folder, 'house.sqlite-wal'))).rejects.toThrow(/ENOENT/);
    expect((await stat(join(folder, 'house.sqlite'))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is open once: a second one says so and leaves the first alone', async () => {
    const { desk } = await openFourBeds();
    const second = start();
    expect(await second.end()).toBe(1);
    expect(second.output.trim()).toBe('Porchlight is already running with this house.');
    expect((await desk.get('/')).status).toBe(200);
  });

  const refusal = async (house = start()) => {
    expect(await house.end()).toBe(1);
    expect(house.output).not.toMatch(/\n\s+at /);
    return house.output.trim();
  };

  it('says in a plain sentence what is wrong with a file, and makes no house in its place', async () => {
    const file = join(folder, 'house.sqlite');
    for (const [content, words] of [
      ['', 'is empty'],
      ['not a database at all, just some text that somebody put here by mistake', 'is not a house file'],
    ] as const) {
      await writeFile(file, content);
      expect(await refusal()).toContain(words);
      expect(await readFile(file, 'utf8')).toBe(content);
    }
  });

  it('says so when the file is damaged in the middle', async () => {
    const { house } = await openFourBeds();
    await house.end('SIGTERM');
    const file = join(folder, 'house.sqlite');
    const bytes = await readFile(file);
    bytes.fill(0xab, 4096 * 3, 4096 * 6);
    await writeFile(file, bytes);
    expect(await refusal()).toContain('damaged');
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  it('lists every wrong setting at once, and starts only with enough threads', async () => {
    const wrong = await refusal(
      start({ HOUSE_PORT: 'http', HOUSE_HOST: '0.0.0.0', HOUSE_LOG_LEVEL: 'loud' }),
    );
    expect(wrong.split('\n')).toHaveLength(3);
    expect(await refusal(start({ UV_THREADPOOL_SIZE: '4' }))).toContain('npm start');
  });

  it('says whose folder it is when it may not write there', async () => {
    await mkdir(join(folder, 'closed'));
    await appendFile(join(folder, 'closed', 'backups'), 'a file where a folder should be');
    const house = new RunningHouse(join(folder, 'closed'));
    houses.push(house);
    expect(await refusal(house)).toContain('is not a folder');
    await chmod(join(folder, 'closed'), 0o700);
  });
});
