import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown } from './sit-down.js';

describe('logging a call at the desk (R15)', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse();
    page = await sitDown(browser, house);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const calls = () => house.rows<{ outcome: string }>('SELECT outcome FROM calls');

  it('takes two clicks from the board', async () => {
    await page.getByRole('link', { name: 'Calls', exact: true }).click();
    await page.getByRole('button', { name: 'Talked', exact: true }).click();
    expect(await page.locator('.flash p').textContent()).toBe('Noted: talked.');
    expect(await calls()).toEqual([{ outcome: 'talked' }]);
  });

  it('is not done by Enter on a question: that asks what came of it', async () => {
    const keys = new Keyboard(page);
    await page.goto('/calls');
    await keys.enter(page.locator('[name=line]:checked'));
    expect(await page.locator('#errors').textContent()).toContain('Choose what came of it');
    expect(await calls()).toHaveLength(1);
  });
});
