import type { Browser, Page, Route } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { sitDown, signIn, where } from './sit-down.js';

const OF_A_STAY = /\/stays\/[\w-]+$/;

describe('a tired person with a mouse, scripts off', () => {
  let browser: Browser;
  let house: House;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  beforeEach(async () => {
    house = await openHouse();
    page = await sitDown(browser, house, { name: 'Rosa' });
  });

  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await house.close();
  });

  afterAll(() => browser.close());

  const press = (name: string, on = page) => on.getByRole('button', { name, exact: true }).click();

  async function fillIn(name: string, on = page): Promise<void> {
    await on.goto('/');
    await on.getByRole('link', { name: 'Welcome someone to Maple' }).click();
    await on.getByLabel('Name they go by').fill(name);
    await on.getByLabel('Chose not to say').check();
    await on.getByLabel('3 nights').check();
  }

  async function expectFilledIn(name: string): Promise<void> {
    expect(await page.getByLabel('Name they go by').inputValue()).toBe(name);
    expect(await page.getByLabel('Chose not to say').isChecked()).toBe(true);
    expect(await page.getByLabel('3 nights').isChecked()).toBe(true);
  }

  it('is told when the bed was given away meanwhile, and takes another with one click (R5)', async () => {
    const theirs = await sitDown(browser, house, { name: 'Theo' });
    await fillIn('Lou');
    await fillIn('Tim', theirs);
    await press('Check in', theirs);
    await theirs.waitForURL(OF_A_STAY);
    await press('Check in');
    expect(await page.locator('h1').textContent()).toBe('Maple was just given to T.');
    await press('Use Cedar');
    expect(await page.locator('h1').textContent()).toBe('L. in Cedar');
    const stays = await house.rows(`SELECT stayed_before, planned_day FROM stays`);
    expect(stays).toEqual(Array(2).fill({ stayed_before: 'not-said', planned_day: '2026-11-25' }));
  });

  it('makes one stay when the button is pressed again because nothing seems to happen (R17)', async () => {
    await fillIn('Lou');
    const button = page.getByRole('button', { name: 'Check in', exact: true });
    await button.scrollIntoViewIfNeeded();
    const { x, y } = (await button.boundingBox())!;
    const arrived = new Promise<void>((resolve) => {
      const swallow = async (route: Route) => {
        await route.fetch({ maxRedirects: 0 });
        resolve();
      };
      void page.route('**/check-in', swallow, { times: 1 });
    });
    await page.mouse.click(x + 5, y + 5);
    await arrived;
    await page.mouse.dblclick(x + 5, y + 5);
    await page.getByRole('heading', { name: 'L. in Maple' }).waitFor();
    expect(await house.rows('SELECT id FROM stays')).toHaveLength(1);
  });

  it('finds what was typed after covering the screen (R31)', async () => {
    await fillIn('Lou Halfway');
    await press('Cover the screen');
    expect(await page.locator('body').textContent()).not.toContain('Lou');
    await page.getByLabel('passphrase').fill(PASSPHRASE);
    await press('Uncover');
    await expectFilledIn('Lou Halfway');
  });

  it('finds what was typed after signing out, and nobody else does (R31)', async () => {
    await fillIn('Lou Halfway');
    await press('Sign out');
    const { person } = await house.signIn('staff', 'Theo');
    await signIn(page, person.name);
    expect(await page.locator('main').textContent()).not.toContain('begun');
    await press('Sign out');
    await signIn(page, 'Rosa');
    await page.getByRole('link', { name: 'Welcome someone, begun' }).click();
    await expectFilledIn('Lou Halfway');
  });

  it('keeps the page where it was when names are shown or colours change half-way', async () => {
    await fillIn('Lou Halfway');
    for (const name of ['Night colours', 'Show names']) {
      await page.getByRole('button', { name }).click();
      expect(where(page)).toBe('/check-in');
      await expectFilledIn('Lou Halfway');
    }
  });

  describe('printing', () => {
    const shown = (selector: string) => page.locator(selector).filter({ visible: true }).count();

    beforeEach(async () => {
      const manager = await house.signIn('manager');
      await manager.fill('/settings/house', { onCallLine: 'Dana 555-0100' });
      await fillIn('Lou Halfway');
      await press('Check in');
    });

    it.each(['the board', 'a stay'])(
      '%s has the date, the on-call line and initials, and no button',
      async (what) => {
        if (what === 'the board') await page.goto('/');
        for (const more of await page.locator('main summary').all()) await more.click();
        await page.emulateMedia({ media: 'print' });
        expect(await shown('button')).toBe(0);
        expect(await shown('input')).toBe(0);
        expect(await page.locator('header').innerText()).toMatch(
          /Sun.22.Nov, 10:40.pm.*On call: Dana 555-0100/su,
        );
        expect(await page.locator('main').innerText()).toContain('L.H.');
        expect(await page.locator('body').innerText()).not.toContain('Halfway');
      },
    );
  });
});
