import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { Scene } from './scene.js';
import { sitDown } from './sit-down.js';

const YES = { followUpConsent: 'yes', 'point[]': '3d', channel: 'call', detail: '555-0171' };

/** Nia left on Mon 23 Nov 2026; it is Thu 26, noon. */
describe('a try to reach someone at the desk (R34)', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse();
    const scene = new Scene(house);
    await scene.sit('staff', '2026-11-23T16:00:00Z');
    await scene.leave(await scene.stay('Maple', 'Nia'), YES);
    house.clock.moveTo('2026-11-26T18:00:00Z');
    page = await sitDown(browser, house);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const results = () => house.rows<{ result: string }>('SELECT result FROM attempts WHERE undone_at IS NULL');

  it('shows the number only once our own is withheld', async () => {
    await page.goto('/follow-ups');
    await page.getByRole('link', { name: 'N.' }).click();
    const number = page.getByText('555-0171');
    expect(await number.isVisible()).toBe(false);
    await page.getByText('Our number is withheld: show theirs').click();
    expect(await number.isVisible()).toBe(true);
  });

  it('is not written down by Enter: that asks what came of it', async () => {
    const keys = new Keyboard(page);
    await page.getByText('Another time, or it was earlier?').click();
    await keys.enter(page.locator('[name=nextTry]'));
    expect(await page.locator('#errors').textContent()).toContain('Choose what came of it');
    expect(await results()).toEqual([]);
  });

  it('takes three clicks from the board, and one to undo it', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: '1 follow-up to make' }).click();
    await page.getByRole('link', { name: 'N.' }).click();
    await page.getByRole('button', { name: 'No answer', exact: true }).click();
    expect(await page.locator('.flash p').textContent()).toBe('Written down: no answer.');
    expect(await results()).toEqual([{ result: 'no_answer' }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await results()).toEqual([]);
  });
});
