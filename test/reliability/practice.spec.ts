import { createHash } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PRACTICE_PASSPHRASE, PRACTICE_WORDS, practicePeople } from '../../src/domain/practice.js';
import { Desk, page, read } from '../support/desk.js';
import { tempFolder } from '../support/files.js';
import { openHouse } from '../support/open-house.js';
import { RunningHouse } from '../support/running-house.js';

const DEMO = { HOUSE_DEMO: 'yes' };

/** A year of invented stays takes most of a minute, on a busy machine more. */
const LONG = 90_000;

describe('starting a practice house', () => {
  let folder: string;
  let started: RunningHouse | null = null;

  /** The folder of a house that somebody set up and left. */
  beforeEach(async () => {
    const house = await openHouse();
    folder = house.folder;
    await house.stop();
  });

  afterEach(async () => {
    await started?.end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const hashOf = async (...names: string[]) =>
    createHash('sha256')
      .update(await readFile(join(folder, ...names)))
      .digest('hex');

  it(
    'serves a year of it, says how to sign in, and leaves the house beside it as it is',
    async () => {
      const before = await hashOf('house.sqlite');
      started = new RunningHouse(folder, DEMO);
      const desk = new Desk(await started.address(LONG));
      for (const words of [PRACTICE_WORDS, PRACTICE_PASSPHRASE, ...practicePeople.map(({ name }) => name)])
        expect(started.output).toContain(words);
      const $ = await desk.visit('/sign-in');
      const [rosa] = $('[name=person]')
        .toArray()
        .filter((each) => $(each).closest('label').text().includes('Rosa'));
      await desk.signIn($(rosa).attr('value')!, PRACTICE_PASSPHRASE);
      expect(read(page(await desk.get('/')), 'h1')).toBe('Beds: 1 free now');
      expect(await started.end('SIGTERM')).toBe(0);
      expect(await hashOf('house.sqlite')).toBe(before);
    },
    LONG + 10_000,
  );

  it('is refused in one sentence where a real house stands in its folder, which stays as it is', async () => {
    const parent = await tempFolder();
    await rename(folder, join(parent, 'practice'));
    folder = parent;
    const before = await hashOf('practice', 'house.sqlite');
    started = new RunningHouse(folder, DEMO);
    expect(await started.end()).toBe(1);
    expect(started.output).toMatch(/^\S+ is not a practice house, so it was left as it is: [^\n]+\n$/);
    expect(await hashOf('practice', 'house.sqlite')).toBe(before);
  });
});
