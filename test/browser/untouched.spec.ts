import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { PASSPHRASE } from '../support/open-house.js';
import { type LivelyHouse, livelyHouse } from '../support/lively-house.js';
import { sitDown } from './sit-down.js';

// R31
describe('a form nobody changed', () => {
  let browser: Browser;
  let house: LivelyHouse;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await livelyHouse();
    page = await sitDown(browser, house, { name: 'Rosa' });
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const drafts = () => house.rows('SELECT place FROM drafts');
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const colours = () => press(/^(Night|Day) colours/);

  it.each<[string, () => string, string]>([
    ['check-in', () => `/check-in?bed=${house.bed}`, '#name'],
    ['leaving', () => `/stays/${house.stay}/departure`, '#ownWords'],
    ['a note', () => '/notes', '#text'],
    ['a try', () => `/follow-ups/${house.followUp}`, '#nextTry'],
  ])('is no draft after the colours were changed, and a touched one is: %s', async (_name, at, field) => {
    await page.goto(at());
    await colours();
    expect(page.url()).toBe(house.url + at());
    expect(await drafts()).toEqual([]);

    for (const more of await page.locator('#kept details:not([open]):visible').all())
      await more.locator('summary').click();
    await page.locator(field).fill(field === '#nextTry' ? '2026-11-26T10:00' : '<Sam & "Jo">\n\nsecond line');
    await colours();
    expect(await drafts()).toHaveLength(1);
    const kept = JSON.stringify(await house.rows('SELECT * FROM drafts'));
    house.clock.advance({ minutes: 1 });
    await page.goto(at());
    await colours();
    expect(JSON.stringify(await house.rows('SELECT * FROM drafts'))).toBe(kept);
    await page.goto(at());
    await press('Throw it away');
    expect(await drafts()).toEqual([]);
  });

  it('leads back to it with its bed when the screen was covered there', async () => {
    await page.goto(`/check-in?bed=${house.bed}`);
    await press('Cover the screen');
    await page.getByLabel('passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Welcome someone' }).waitFor();
    expect(await page.locator(`input[name=bedId][value="${house.bed}"]`).isChecked()).toBe(true);
    expect(await drafts()).toEqual([]);
  });

  it('is kept when it comes back with something to ask: there is typed text in it', async () => {
    await page.goto('/check-in');
    await page.locator('#name').fill('Lou');
    await press('Check in');
    await page.getByRole('alert').waitFor();
    await colours();
    expect(await drafts()).toEqual([{ place: '/check-in' }]);
    await page.goto('/check-in');
    expect(await page.locator('#name').inputValue()).toBe('Lou');
    await press('Throw it away');
  });
});
