import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown, where } from './sit-down.js';

/** A link that is followed or a button that is pressed is a click; what is typed or chosen is none. */
describe('how many clicks it takes from the board, by keyboard alone, with scripts off', () => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  /** Sam is in Birch until Wed 25, Maple is kept for Dara. */
  beforeEach(async () => {
    house = await openHouse({ beds: 'Birch\nCedar\nFern\nMaple' });
    const theirs = await house.signIn();
    const $ = await theirs.visit('/');
    const bedId = (name: string) => String($(`[data-bed=${name}]`).attr('data-bed-id'));
    await theirs.fill('/check-in', { bedId: bedId('Birch'), name: 'Sam', departureDay: '2026-11-25' });
    const kept = { bedId: bedId('Maple'), guestName: 'Dara', firstNight: '2026-11-22', nights: '2' };
    await theirs.fill('/holds/new', { ...kept, keepUntil: '2026-11-22T23:30' }, '/holds');
    page = await sitDown(browser, house);
    keys = new Keyboard(page);
  });

  afterEach(async () => {
    await page.context().close();
    await house.close();
  });

  afterAll(() => browser.close());

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const heading = () => page.locator('h1').textContent();
  const statusOf = (bed: string) => page.locator(`[data-bed=${bed}]`).getAttribute('data-status');

  it('two check in the one a bed is kept for', async () => {
    await keys.enter(link(/^Check in D. to Maple/u));
    await keys.enter(button('Check in'));
    expect(await heading()).toBe('D. in Maple');
    expect(keys.clicks).toBe(2);
  });

  it('three keep a bed, over the timeline', async () => {
    await keys.enter(link('Timeline'));
    await keys.enter(link(/Hold Birch from Wed.25/u));
    await keys.enter(button('Keep the bed'));
    expect(where(page)).toMatch(/^\/holds\/[\w-]+$/u);
    expect(await house.rows('SELECT id FROM holds')).toHaveLength(2);
    expect(keys.clicks).toBe(3);
  });

  it('three at the most give another leaving day', async () => {
    await keys.enter(link('S.’s page in Birch'));
    // Opening the folded question is a click too
    await keys.tabTo(page.locator('summary', { hasText: 'Change the leaving day' }));
    await keys.press('Enter');
    keys.clicks += 1;
    await keys.choose('departureDay', page.getByRole('radio', { name: /Thu.26/u }));
    await keys.enter(button('Save the day'));
    expect(await house.rows('SELECT planned_day AS day FROM stays')).toEqual([{ day: '2026-11-26' }]);
    expect(keys.clicks).toBeLessThanOrEqual(3);
  });

  it('four at the most move a guest to another bed', async () => {
    await keys.enter(link('S.’s page in Birch'));
    await keys.enter(link(/^Move to another bed/u));
    await keys.choose('bedId', page.getByRole('radio', { name: /^Fern/u }));
    await keys.tabTo(page.locator('#reason'));
    await keys.write('Quieter');
    await keys.enter(button(/^Move/u));
    expect(await heading()).toBe('S. in Fern');
    expect(keys.clicks).toBeLessThanOrEqual(4);
  });

  it('one makes a bed ready', async () => {
    const theirs = await house.signIn();
    const stay = String((await theirs.visit('/'))('[data-bed=Birch] a[href^="/stays/"]').attr('href'));
    house.clock.advance({ minutes: 30 });
    await theirs.fill(`${stay.split('/departure')[0]}/departure`, {
      ending: 'planned',
      destination: 'family',
    });
    await page.goto('/');
    expect(await statusOf('Birch')).toBe('getting-ready');
    await keys.enter(button(/^Ready\s*: Birch/u));
    expect(await statusOf('Birch')).toBe('free');
    expect(keys.clicks).toBe(1);
  });
});
