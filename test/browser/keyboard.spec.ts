import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown, where } from './sit-down.js';

const STAY = /^\/stays\/[\w-]+$/;

describe('the desk by keyboard alone, with scripts off', () => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  beforeEach(async () => {
    house = await openHouse({ beds: 'Birch\nCedar\nFern\nMaple' });
    const theirs = await house.signIn();
    for (const name of ['Jo', 'Sam']) await theirs.fill('/check-in', { name, departureDay: '2026-11-25' });
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
  const answer = (name: string | RegExp) => page.getByRole('radio', { name });
  const heading = () => page.locator('h1').textContent();

  it('checks in to the first free bed with at most 25 keys beside the name', async () => {
    await keys.skip();
    await keys.enter(link('Welcome someone to Fern'));
    await keys.isPutOn(page.getByLabel('Name they go by'));
    await keys.write('Lou');
    await keys.choose('stayedBefore', answer('Chose not to say'));
    await keys.choose('departureDay', answer(/Thu.26/u));
    await keys.send();
    expect(where(page)).toMatch(STAY);
    expect(await heading()).toBe('L. in Fern');
    const stays = await house.rows(`SELECT planned_day FROM stays WHERE stayed_before = 'not-said'`);
    expect(stays).toEqual([{ planned_day: '2026-11-26' }]);
    expect(keys.presses).toBeLessThanOrEqual(25);
  });

  it.each(['#name', 'input[name=noName]', '#stayedBefore', '#bedId', '#departureDay'])(
    'sends the check-in with Enter on %s, and neither covers the screen nor signs out',
    async (place) => {
      await page.goto('/check-in');
      await keys.isPutOn(page.locator('#name'));
      await keys.write('Lou');
      await keys.choose('departureDay', page.locator('#departureDay'));
      await page.locator(place).focus();
      await keys.send();
      expect(where(page)).toMatch(STAY);
      expect(await button('Cover the screen').count()).toBe(1);
    },
  );

  it('answers Enter on a bed that is not made up: it is used', async () => {
    const theirs = await house.signIn();
    const stay = String((await theirs.visit('/'))('[data-bed=Birch] a[href^="/stays/"]').attr('href'));
    house.clock.advance({ minutes: 30 });
    await theirs.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    await page.goto('/');
    await page.getByRole('link', { name: 'Welcome someone to Birch' }).click();
    await keys.isPutOn(page.locator('#name'));
    await keys.write('Lou');
    await keys.choose('departureDay', page.locator('#departureDay'));
    await keys.send();
    await keys.isPutOn(button('Use Birch, and make it up now'));
    await keys.send();
    expect(await heading()).toBe('L. in Birch');
  });

  it('says with the focus what is missing, and takes it there', async () => {
    await page.goto('/check-in');
    await keys.isPutOn(page.locator('#name'));
    await keys.send();
    expect(where(page)).toBe('/check-in');
    await keys.isPutOn(page.getByRole('alert'));
    await keys.press('Tab', 'Enter');
    const first = await page.getByRole('alert').getByRole('link').first().getAttribute('href');
    await keys.isPutOn(page.locator(first!));
  });

  it('covers the screen and comes back to it', async () => {
    await keys.enter(button('Cover the screen'));
    expect(where(page)).toBe('/curtain');
    await keys.isPutOn(page.getByLabel('passphrase'));
    await keys.write(PASSPHRASE);
    await keys.send();
    expect(where(page)).toBe('/');
  });

  it('records a leaving with Enter, takes it back, records it again and makes the bed ready', async () => {
    const leave = async () => {
      await keys.skip();
      await keys.enter(link('Record leaving'));
      await keys.choose('ending', answer('Left earlier by choice'));
      await keys.choose('destination', answer('Family'));
      await keys.tabTo(page.getByLabel('Things left'));
      await keys.send();
      expect(await page.locator('main').textContent()).toContain('left Sun');
    };
    await keys.skip();
    await keys.enter(link('J.’s page'));
    await leave();
    await keys.enter(button(/^Undo/).first());
    expect(await heading()).toBe('J. in Birch');
    await leave();
    await keys.enter(link('Beds'));
    await keys.skip();
    await keys.enter(button(/^Ready\s*: Birch/));
    expect(await page.locator('[data-bed=Birch]').getAttribute('data-status')).toBe('free');
  });
});
