import type { Browser, Page } from 'playwright-core';
import { checkAccessibility, openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { openWindow, signIn } from './sit-down.js';

describe('plain words while somebody writes', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse();
    await house.signIn('staff', 'Rosa');
    page = await openWindow(browser, house, {});
    await signIn(page, 'Rosa');
    await page.goto('/me');
    await page.getByRole('button', { name: 'Offer them while I write' }).click();
    await page.getByText('Plain words are offered while you write.').waitFor();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const offered = () => page.locator('#kept .wording');

  it.each(['/', '/shift', '/notes', '/happened/new'])(
    'are offered at %s, and go when it is said plainly',
    async (path) => {
      await page.goto(path);
      const text = page.locator('#kept textarea').first();
      await text.fill('The <b>client</b> refused tea');
      await page.getByText('“client” · maybe: guest, or the name they go by').waitFor();
      expect(await offered().locator('p').allTextContents()).toHaveLength(2);
      expect(await checkAccessibility(page)).toEqual([]);
      await text.fill('They chose not to have tea');
      await page.getByText('maybe:').first().waitFor({ state: 'detached' });
      expect(await offered().textContent()).toBe('');
    },
  );

  it('says nothing where nobody answers, and stops nobody', async () => {
    await page.goto('/notes');
    await page.route('**/wording', (route) => route.abort());
    await page.getByLabel('Note', { exact: true }).fill('The client rang');
    await page.waitForRequest((request) => request.url().endsWith('/wording'));
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved.').waitFor();
    await page.unroute('**/wording');
  });
});
