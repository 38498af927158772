import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown, where } from './sit-down.js';

const SCREEN = { width: 1366, height: 768 };

describe('house notes at the desk, scripts off', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nAspen\nFern\nRowan' });
    page = await sitDown(browser, house, { name: 'Rosa' });
    await page.setViewportSize(SCREEN);
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const texts = async () =>
    (await house.rows<{ text: string }>('SELECT text FROM notes ORDER BY number')).map(({ text }) => text);

  it('shows six beds, the box and the telephone without scrolling', async () => {
    const theirs = await house.signIn();
    for (const name of ['Jo', 'Sam', 'Lou'])
      await theirs.fill('/check-in', { name, departureDay: '2026-11-25' });
    await page.goto('/');
    for (const part of [page.locator('[data-bed]').last(), page.getByRole('button', { name: 'Rang off' })]) {
      const { y, height } = (await part.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(SCREEN.height);
    }
  });

  it('are written with two clicks', async () => {
    await page.goto('/');
    await page.getByLabel('House note').click();
    await page.keyboard.type('Dryer is slow');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByText('Note saved.').waitFor();
    expect([where(page), await texts()]).toEqual(['/', ['Dryer is slow']]);
  });

  it('are written, and marked done, by keyboard alone', async () => {
    await page.goto('/shift');
    const keys = new Keyboard(page);
    await keys.skip();
    await keys.tabTo(page.getByLabel('House note'));
    await keys.write('Bins out');
    await keys.tabTo(page.getByLabel('Shown'));
    await keys.press('ArrowDown');
    await keys.enter(page.getByRole('button', { name: 'Save note' }));
    expect(where(page)).toBe('/shift');
    await keys.enter(page.getByRole('button', { name: /^Done\s*: Bins out/ }));
    expect(await page.locator('main').textContent()).toContain('Done by Rosa');
  });

  it('are one note after a double click', async () => {
    await page.goto('/');
    const before = (await texts()).length;
    await page.getByLabel('House note').fill('Milk');
    await page.getByRole('button', { name: 'Save note' }).dblclick();
    await page.getByText('Note saved.').waitFor();
    expect(await texts()).toHaveLength(before + 1);
  });

  it('are asked for their day without losing a word, and stay typed under the cover', async () => {
    await page.goto('/');
    await page.getByLabel('House note').fill('Plumber');
    await page.getByLabel('Shown').selectOption('date');
    await page.getByRole('button', { name: 'Save note' }).click();
    await page.getByLabel('Last day it is shown').fill('2026-11-26');
    await page.getByRole('button', { name: 'Night colours' }).click();
    expect(where(page)).toBe('/notes');
    expect(await page.getByLabel('Last day it is shown').inputValue()).toBe('2026-11-26');
    await page.getByRole('button', { name: 'Save note' }).click();
    expect(await page.locator('main').textContent()).toMatch(/Plumber.*until Thu.26.Nov/su);
  });

  it('print in full on one page, with hostile text as text and without a button', async () => {
    const desk = await house.signIn();
    const hostile = '<b onclick=alert(1)>Lamp</b>';
    for (let count = 0; count < 10; count += 1)
      await desk.fill('/notes', { text: `${hostile} ${count} on the landing is broken`, lives: 'done' });
    await page.goto('/shift');
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('main').innerText();
    for (let count = 0; count < 10; count += 1) expect(text).toContain(`${hostile} ${count} on the landing`);
    expect(await page.locator('button, textarea, select').filter({ visible: true }).count()).toBe(0);
    for (const format of ['A4', 'Letter']) {
      const pdf = (await page.pdf({ format })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
  });
});
