import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { signIn, WITHOUT_SCRIPTS, openWindow } from './sit-down.js';

const NARROW = { width: 320, height: 700 };
const WIDE = { width: 1366, height: 768 };
const LONG = 'Wilhelmina Featherstonehaugh';
const WORDS = ['Beds', 'Calls', 'Shift', 'Follow-ups', 'Find'];
const BEHIND_MORE = [LONG, 'Settings', 'People', 'Help', 'Night colours', 'Sign out'];

describe('what stands around every page', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    const manager = await house.signIn('manager', LONG);
    await manager.fill('/settings/house', { onCallLine: 'Dana 555-0100' });
    page = await openWindow(browser, house, WITHOUT_SCRIPTS);
    await signIn(page, LONG);
  });

  beforeEach(() => page.goto('/'));

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const header = () => page.locator('header');
  const height = async (of: Locator) => (await of.boundingBox())!.height;
  const inHeader = (name: string) =>
    header().locator('a, button, summary').filter({ visible: true, hasText: name }).first();

  it('leaves most of a narrow screen to the page', async () => {
    await page.setViewportSize(NARROW);
    expect(await height(header())).toBeLessThanOrEqual(170);
    await page.getByRole('button', { name: 'Show names' }).click();
    expect(await height(header())).toBeLessThanOrEqual(170);
    await page.getByRole('button', { name: 'Hide names' }).click();
  });

  it('stands in two rows on a wide one, for a manager with a long name, names shown or not', async () => {
    await page.setViewportSize(WIDE);
    expect(await height(header())).toBeLessThanOrEqual(110);
    for (const name of [...WORDS, ...BEHIND_MORE]) expect(await inHeader(name).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Show names' }).click();
    expect(await height(header())).toBeLessThanOrEqual(110);
    await page.getByRole('button', { name: 'Hide names' }).click();
  });

  it.each([NARROW, WIDE])('has no target under 44 px in height at $width px', async (size) => {
    await page.setViewportSize(size);
    const more = page.locator('summary', { hasText: 'More' });
    if (await more.isVisible()) await more.click();
    const targets = await header().locator('a, button, summary').filter({ visible: true }).all();
    expect(targets.length).toBeGreaterThan(12);
    for (const target of targets) {
      const name = await target.innerText();
      expect([name, Math.round(await height(target)) >= 44]).toEqual([name, true]);
    }
  });

  it('is reached by keyboard in the order it is seen, the rest behind one word', async () => {
    await page.setViewportSize(NARROW);
    const keys = new Keyboard(page);
    const seen: { name: string; top: number }[] = [];
    await keys.press('Tab', 'Tab');
    for (const name of [...WORDS, 'Show names', 'Cover the screen', 'More']) {
      await keys.tabTo(inHeader(name));
      seen.push({ name, top: (await inHeader(name).boundingBox())!.y });
    }
    expect(seen.map(({ top }) => top)).toEqual(seen.map(({ top }) => top).sort((one, two) => one - two));
    await keys.press('Enter');
    const before = keys.presses;
    for (const name of BEHIND_MORE) await keys.tabTo(inHeader(name));
    expect(keys.presses - before).toBe(BEHIND_MORE.length);
  });

  it('shows what is behind the one word only when asked, on a narrow screen', async () => {
    await page.setViewportSize(NARROW);
    expect(await inHeader('Sign out').count()).toBe(0);
    await page.locator('summary', { hasText: 'More' }).click();
    await inHeader('Sign out').waitFor();
    expect(await page.evaluate<number>('document.scrollingElement.scrollWidth')).toBeLessThanOrEqual(320);
  });

  it('leaves the button of check-in on the first screen', async () => {
    await page.setViewportSize(WIDE);
    await page.goto('/check-in');
    const { y, height: tall } = (await page
      .getByRole('button', { name: 'Check in', exact: true })
      .boundingBox())!;
    expect(y + tall).toBeLessThanOrEqual(WIDE.height);
  });

  it('keeps “Someone is asking about a person” one click away everywhere (R49)', async () => {
    for (const size of [NARROW, WIDE]) {
      await page.setViewportSize(size);
      expect(await inHeader('Someone is asking about a person').isVisible()).toBe(true);
    }
  });
});
