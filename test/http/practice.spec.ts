import { PRACTICE_PASSPHRASE, PRACTICE_WORDS } from '../../src/domain/practice.js';
import { page, read } from '../support/desk.js';
import { livelyHouse, pagesOf } from '../support/lively-house.js';
import { type House, openHouse } from '../support/open-house.js';

/** Every page of such a house, as a manager and as nobody sees it, with the sentence over it; what is no page is left out. */
async function overEveryPage(isPractice: boolean): Promise<Map<string, string>> {
  const house = await livelyHouse('Lou Halfway', isPractice);
  const desks = [await house.signIn('manager'), house.desk()];
  const found = new Map<string, string>();
  for (const path of [...pagesOf(house), '/not-there', '/stays/not-there']) {
    for (const desk of desks) {
      const answer = await desk.get(path);
      if (!answer.text.startsWith('<!DOCTYPE')) continue;
      found.set(
        `${desk === desks[0] ? 'manager' : 'nobody'} ${path}`,
        read(page(answer), 'header .practice'),
      );
    }
  }
  await house.close();
  return found;
}

describe('the sentence that says that everyone is invented', () => {
  it('stands on every page of a practice house, signed in or not, also where something went wrong', async () => {
    const found = await overEveryPage(true);
    expect(found.size).toBeGreaterThan(20);
    for (const path of [
      'manager /',
      'nobody /sign-in',
      'nobody /help',
      'nobody /not-there',
      'manager /stays/not-there',
    ])
      expect(found.get(path)).toBe(PRACTICE_WORDS);
    expect([...found].filter(([, words]) => words !== PRACTICE_WORDS)).toEqual([]);
  });

  it('stands on no page of a real house', async () => {
    const found = await overEveryPage(false);
    expect([...found].filter(([, words]) => words !== '')).toEqual([]);
  });
});

describe('the door of a house', () => {
  let house: House;

  afterEach(() => house.close());

  it('tells who can be tried and with what in a practice house, also after a wrong passphrase', async () => {
    house = await openHouse({ isPractice: true });
    const desk = house.desk();
    for (const $ of [
      await desk.visit('/sign-in'),
      page(await desk.fill('/sign-in', { person: 'nobody', passphrase: 'wrong wrong wrong' })),
    ]) {
      expect(read($, 'main')).toContain('Look around as Marta, Ines, Theo or Rosa.');
      expect(read($, 'main')).toContain(PRACTICE_PASSPHRASE);
    }
  });

  it('tells nobody’s in a real house', async () => {
    house = await openHouse();
    expect(read(await house.desk().visit('/sign-in'), 'main')).not.toContain(PRACTICE_PASSPHRASE);
  });

  it('says so as well where a request is refused before anyone asked who it is from', async () => {
    const first = await openHouse({ isPractice: true });
    await first.stop();
    house = await openHouse({ folder: first.folder });
    const answer = await house.desk().get('/').set('Host', 'elsewhere.example');
    expect(answer.status).toBe(400);
    expect(read(page(answer), 'header .practice')).toBe(PRACTICE_WORDS);
  });
});
