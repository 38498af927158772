import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown, where, WITHOUT_SCRIPTS } from './sit-down.js';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 320, height: 700 },
];

const STAY = /^\/stays\/[\w-]+$/;

/** Set up Sun 22 November 2026, 10:40 pm in Chicago; Jo Rivera is in Birch until Wed 25. */
describe.each(SIZES)('a leaving by keyboard, scripts off, $width px wide', (viewport) => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let keys: Keyboard;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    house = await openHouse({ beds: 'Birch\nCedar' });
    const theirs = await house.signIn();
    await theirs.fill('/check-in', { name: 'Jo Rivera', departureDay: '2026-11-25' });
    house.clock.advance({ minutes: 30 });
    page = await sitDown(browser, house, { name: 'Rosa', context: { ...WITHOUT_SCRIPTS, viewport } });
    keys = new Keyboard(page);
  });

  afterEach(async () => {
    await page.context().close();
    await house.close();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const answer = (name: string | RegExp) => page.getByRole('radio', { name, exact: true });
  const flash = async () => String(await page.locator('.flash p').first().textContent());
  const statusOf = (bed: string) => page.locator(`[data-bed=${bed}]`).getAttribute('data-status');

  async function toTheForm(): Promise<void> {
    await keys.skip();
    await keys.enter(link('J.R.’s page in Birch'));
    await keys.skip();
    await keys.enter(link('Record leaving'));
  }

  async function howAndWhere(): Promise<void> {
    await keys.choose('ending', answer('Left earlier by choice'));
    await keys.choose('destination', answer('Family'));
  }

  async function fillIn(field: string, text: string): Promise<void> {
    await keys.tabTo(page.getByLabel(field));
    await keys.write(text);
  }

  async function sayYes(): Promise<void> {
    await keys.choose('followUpConsent', page.locator('[name=followUpConsent][value=yes]'));
    await keys.tabTo(page.getByLabel('30 days after leaving'));
    await keys.press('Space');
    await keys.choose('channel', answer('Call'));
    await fillIn('If we reach out: number or address', '555-0171');
  }

  async function sayMore(): Promise<void> {
    await keys.tabTo(page.getByText('More about being in touch'));
    await keys.press('Enter');
    await keys.tabTo(page.getByLabel('Who rings?'));
    await keys.write('Ro');
    await keys.choose('ifGone', answer('Then nobody'));
    await fillIn('Language to use', 'Español');
    await keys.tabTo(page.getByLabel('Others use this phone too'));
    await keys.press('Space');
    await fillIn('Last day on which this holds', '02012027');
  }

  const agreed = () =>
    house.rows(`SELECT f.point, p.name AS caller, f.if_gone AS gone, c.language, c.shared_phone AS shared,
        c.expires_on AS until FROM consents c JOIN follow_ups f ON f.consent_id = c.id
        LEFT JOIN people p ON p.id = f.caller_id WHERE f.closed_at IS NULL AND c.withdrawn_at IS NULL`);

  it('is short: how, where, and Enter', async () => {
    const began = Date.now();
    await toTheForm();
    await howAndWhere();
    await keys.tabTo(page.getByLabel('Things left'));
    await keys.send();
    expect(where(page)).toMatch(STAY);
    expect(await flash()).toContain('left Birch');
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(keys.presses).toBeLessThanOrEqual(45);
    expect(keys.clicks).toBe(3);
  });

  it('takes everything there is to say, and is undone whole', async () => {
    await toTheForm();
    await fillIn('“How are you leaving, and what is next?”', 'To my sister, by bus');
    await howAndWhere();
    await keys.choose('keysBack', page.locator('[name=keysBack][value=yes]'));
    await fillIn('Things left', 'A green coat');
    await keys.choose('bedNext', answer('Ready at once: nothing to do'));
    await sayYes();
    await sayMore();
    await keys.enter(button('Record leaving'));
    expect(await flash()).toContain('The bed is ready.');
    expect(await agreed()).toEqual([
      { point: '30d', caller: 'Rosa', gone: 'nobody', language: 'Español', shared: 1, until: '2027-02-01' },
    ]);
    const said = 'SELECT own_words AS words, keys_back AS keys, things_left AS things FROM departures';
    expect(await house.rows(said)).toEqual([
      { words: 'To my sister, by bus', keys: 'yes', things: 'A green coat' },
    ]);
    await keys.enter(button(/^Undo/).first());
    expect(await agreed()).toEqual([]);
    expect(await house.rows('SELECT 1 FROM turnovers WHERE ready_by IS NOT NULL')).toEqual([]);
    await page.goto('/');
    expect(await statusOf('Birch')).toBe('staying');
  });

  it('says what is wrong in the folded part, open, with a link that leads there', async () => {
    await toTheForm();
    await howAndWhere();
    await sayYes();
    await keys.tabTo(page.getByText('More about being in touch'));
    await keys.press('Enter');
    await fillIn('Last day on which this holds', '11202026');
    await keys.enter(button('Record leaving'));
    expect(await page.locator('#expires').isVisible()).toBe(true);
    const problem = page.getByRole('alert').getByRole('link', { name: 'This day is over' });
    await keys.tabTo(problem);
    await keys.press('Enter');
    // The next key is in the field
    await keys.isPutOn(page.locator('#expires'));
    expect(await house.rows('SELECT 1 FROM departures')).toEqual([]);
  });

  it('is got ready days ahead, and takes the keys and one press at the door', async () => {
    await toTheForm();
    await howAndWhere();
    await sayYes();
    await sayMore();
    await keys.enter(button(/^Keep it ready/));
    expect(await flash()).toContain('has not left yet');
    expect(await agreed()).toEqual([]);
    await keys.enter(link('Record leaving'));
    await keys.choose('keysBack', page.locator('[name=keysBack][value=yes]'));
    await keys.enter(button('Record leaving'));
    expect(await agreed()).toMatchObject([{ point: '30d', caller: 'Rosa', until: '2027-02-01' }]);
  });
});
