import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { Scene } from './scene.js';
import { sitDown, where, WITHOUT_SCRIPTS } from './sit-down.js';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 320, height: 700 },
];

const NUMBER = '555-0171';
const YES = { followUpConsent: 'yes', 'point[]': ['3d', '30d'], channel: 'call', detail: NUMBER };

/** Nia left on Mon 23 Nov 2026 and wants to be called after 3 and 30 days; it is Thu 26, noon. */
describe.each(SIZES)('in touch by keyboard, scripts off, $width px wide', (viewport) => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let keys: Keyboard;
  let stay: string;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    house = await openHouse();
    const scene = new Scene(house);
    await scene.sit('staff', '2026-11-23T16:00:00Z');
    stay = await scene.stay('Maple', 'Nia');
    await scene.leave(stay, YES);
    house.clock.moveTo('2026-11-26T18:00:00Z');
    page = await sitDown(browser, house, { name: 'Rosa', context: { ...WITHOUT_SCRIPTS, viewport } });
    keys = new Keyboard(page);
  });

  afterEach(async () => {
    await page.context().close();
    await house.close();
  });

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const link = (name: string | RegExp) => page.getByRole('link', { name });
  const main = async () => String(await page.locator('main').textContent());
  const plan = () =>
    house.rows(`SELECT f.point, f.closed_as AS closed, p.name AS caller, f.if_gone AS gone FROM follow_ups f
      LEFT JOIN people p ON p.id = f.caller_id WHERE f.closed_as IS NOT 'undone' ORDER BY f.due_on`);
  const open = (point: string) => ({ point, closed: null, caller: null, gone: null });

  /** A desk nobody used for two hours signed itself out. */
  async function comeBack(): Promise<void> {
    await page.goto('/sign-in');
    await keys.choose('person', page.getByRole('radio', { name: /^Rosa / }));
    await keys.tabTo(page.getByLabel('Passphrase'));
    await keys.write(PASSPHRASE);
    await keys.send();
  }

  /** From the board, where the focus is on nothing yet. */
  async function toTheFollowUp(): Promise<void> {
    keys.clicks = 0;
    await keys.enter(link('1 follow-up to make'));
    await keys.enter(link(/^N\./));
  }

  it('a try takes three clicks from the board; the third without an answer closes it', async () => {
    await toTheFollowUp();
    const number = page.getByText(NUMBER);
    expect(await number.isVisible()).toBe(false);
    await keys.tabTo(page.locator('summary', { hasText: 'Our number is withheld' }));
    await keys.press('Enter');
    expect(await number.isVisible()).toBe(true);
    await keys.enter(button('No answer'));
    expect(keys.clicks).toBe(3);
    expect(await page.locator('.flash p').textContent()).toBe('Written down: no answer.');
    for (let day = 1; day <= 2; day += 1) {
      // Between two tries nothing is due
      await page.goto('/');
      expect(await link(/^1 follow-up to make/).count()).toBe(0);
      const [next] = await house.rows<{ at: string }>(
        `SELECT next_try_at AS at FROM follow_ups WHERE point = '3d'`,
      );
      house.clock.moveTo(next!.at);
      await comeBack();
      await toTheFollowUp();
      await keys.enter(button('No answer'));
      expect(keys.clicks).toBe(3);
    }
    expect(await plan()).toEqual([{ ...open('3d'), closed: 'not-reached' }, open('30d')]);
    await keys.enter(link('Done'));
    await keys.enter(link(/^N\./));
    expect(await main()).toContain('Closed: not reached.');
    expect(await main()).not.toContain(NUMBER);
    expect(await button('No answer').count()).toBe(0);
    await page.goto('/');
    expect(
      await link(/follow-up/)
        .filter({ hasText: 'to make' })
        .count(),
    ).toBe(0);
  });

  it('“please stop all” stops all, hides the number, and a slip is undone', async () => {
    await toTheFollowUp();
    await keys.enter(button('Please stop all'));
    const stopped = ['3d', '30d'].map((point) => ({ ...open(point), closed: 'stopped' }));
    expect(await plan()).toEqual(stopped);
    expect(await main()).not.toContain(NUMBER);
    await keys.enter(page.locator('.flash').getByRole('button', { name: 'Undo' }));
    expect(await plan()).toEqual([open('3d'), open('30d')]);
    await page.goto('/');
    await toTheFollowUp();
    await keys.enter(button('Please stop all'));
    for (const path of ['/', '/shift', '/follow-ups?part=all', '/follow-ups?part=done', stay]) {
      await page.goto(path);
      expect(await main()).not.toContain(NUMBER);
      if (path !== stay) expect(await link(/^N\./).count()).toBe(0);
    }
    expect(await plan()).toEqual(stopped);
  });

  it('the plan is changed with them, and taken back', async () => {
    await page.goto(stay);
    await keys.enter(link('Change the plan with them'));
    expect(where(page)).toBe(`${stay}/follow-up-plan`);
    await keys.tabTo(page.getByLabel('30 days after leaving'));
    await keys.press('Space');
    await keys.tabTo(page.getByLabel('180 days after leaving'));
    await keys.press('Space');
    await keys.tabTo(page.getByLabel('Who rings?'));
    await keys.write('Ro');
    await keys.enter(button('Keep the plan'));
    // Somebody was chosen: what if they are gone?
    await keys.choose('ifGone', page.getByRole('radio', { name: 'Then nobody' }));
    await keys.enter(button('Keep the plan'));
    const byRosa = (point: string) => ({ point, closed: null, caller: 'Rosa', gone: 'nobody' });
    expect(await plan()).toEqual([byRosa('3d'), byRosa('180d')]);
    expect(await page.locator('.flash p').textContent()).toContain('The plan is kept.');
    await keys.enter(page.locator('.flash').getByRole('button', { name: 'Undo' }));
    expect(await plan()).toEqual([open('3d'), open('30d')]);
  });
});
