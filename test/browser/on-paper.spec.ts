import type { Browser, Page } from 'playwright-core';
import { paths } from '../../src/web/paths.js';
import { openBrowser } from '../support/browser.js';
import type { Desk } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
import { openWindow, signIn, where } from './sit-down.js';

const PAPERS = ['Letter', 'A4'] as const;
const SIXTEEN =
  'Ash Beech Birch Cedar Elm Fern Hazel Juniper Larch Linden Maple Oak Pine Rowan Spruce Willow'.split(' ');

describe('on paper', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  /** Counted in what the browser would send to the printer. */
  async function sheetsOf(page: Page): Promise<number[]> {
    const files = await Promise.all(PAPERS.map((format) => page.pdf({ format })));
    return files.map((file) => file.toString('latin1').match(/\/Type\s*\/Page\b/gu)!.length);
  }

  async function welcome(desk: Desk, beds: string[]): Promise<string[]> {
    const board = await desk.visit('/');
    const stays: string[] = [];
    for (const [place, bed] of beds.entries()) {
      const bedId = board(`[data-bed=${bed}]`).attr('data-bed-id')!;
      const answers = { bedId, name: `Jo Riverabankson ${place}`, departureDay: '2026-11-25' };
      stays.push((await desk.fill(paths.checkIn(), answers)).headers.location!);
    }
    return stays;
  }

  describe('a usual house', () => {
    let house: House;
    let page: Page;
    let stay: string;
    let left: string;

    beforeAll(async () => {
      house = await openHouse({ beds: 'Maple\nCedar\nBirch\nAspen\nFern\nRowan' });
      const rosa = await house.signIn('manager', 'Rosa');
      await rosa.fill('/settings/house', { onCallLine: 'Dana 555-0100' });
      [stay, left] = (await welcome(rosa, ['Maple', 'Cedar', 'Birch'])) as [string, string];
      await rosa.fill(`${left}/departure`, {
        ending: 'planned',
        destination: 'family',
        ownWords: 'A slow week, long talks on the porch, and the first whole night of sleep since spring.',
      });
      page = await openWindow(browser, house, {});
      await signIn(page, 'Rosa');
      await page.getByRole('button', { name: 'Night colours' }).click();
    });

    afterAll(() => house.close());

    it.each([
      ['the board', () => '/'],
      ['a stay', () => stay],
      ['a stay that is over', () => left],
      ['the night sheet', () => paths.nightSheet()],
      ['the timeline', () => paths.timeline()],
      ['one night', () => paths.night('2026-11-22')],
      ['the paper check-in', () => paths.paperCheckIn()],
      ['the first-night card', () => paths.firstNight()],
      ['the questions at leaving', () => paths.questionSheet('leaving', 'en')],
      ['the questions at leaving in Spanish', () => paths.questionSheet('leaving', 'es')],
      ['the questions at a follow-up', () => paths.questionSheet('follow-up', 'en')],
      ['the first steps', () => paths.help()],
      ['the guest’s turn', () => paths.helpTurn()],
      ['the next steps', () => paths.nextSteps()],
      ['help with reports', () => paths.helpReports()],
      ['what can’t be kept', () => paths.cannotKeep()],
      ['if the computer is down', () => paths.computerDown()],
      ['if someone dies', () => paths.ifSomeoneDies()],
    ])('%s is one page, Letter and A4', async (_name, path) => {
      await page.goto(path());
      expect(where(page)).toBe(path().split('?')[0]);
      expect(await sheetsOf(page)).toEqual([1, 1]);
    });

    it.each(['/', '/beds/print', '/help/first-night', '/timeline'])(
      '%s is black on white, also from night colours',
      async (path) => {
        await page.goto(path);
        expect(await page.locator('html').getAttribute('data-theme')).toBe('night');
        await page.emulateMedia({ media: 'print' });
        const colours = await page.evaluate<string[][]>(`
          [...document.querySelectorAll('body, main *')].filter((each) => each.checkVisibility()).map((each) => {
            const { color, backgroundColor } = getComputedStyle(each);
            return [color, backgroundColor];
          })`);
        await page.emulateMedia({ media: null });
        expect(colours.length).toBeGreaterThan(20);
        expect([...new Set(colours.map(([ink]) => ink))].filter((ink) => !isDark(ink!))).toEqual([]);
        const grounds = new Set(colours.map(([, ground]) => ground));
        grounds.delete('rgba(0, 0, 0, 0)');
        expect([...grounds]).toEqual(['rgb(255, 255, 255)']);
      },
    );

    it('keeps the heads of its tables on every page', async () => {
      await page.goto(paths.nightSheet());
      await page.emulateMedia({ media: 'print' });
      const heads = await page.evaluate<string[]>(
        `[...document.querySelectorAll('thead')].map((each) => getComputedStyle(each).display)`,
      );
      await page.emulateMedia({ media: null });
      expect(heads).toEqual(['table-header-group', 'table-header-group']);
    });

    it('bears no day on a form that is kept for another', async () => {
      await page.goto(paths.paperCheckIn());
      await page.emulateMedia({ media: 'print' });
      const text = await page.locator('body').innerText();
      await page.emulateMedia({ media: null });
      expect(text).toContain('On call: Dana 555-0100');
      expect(text).not.toContain('Nov');
    });

    // Last: the hour is another one afterwards, and the page signed out
    it('a shift that is over is one page, and has nothing to press', async () => {
      const theo = await house.signIn('staff', 'Theo');
      for (const text of ['Bins out before 7 am', 'The dryer is slow', 'Milk is out', 'The tap drips'])
        await theo.fill('/notes', { text, lives: 'done' });
      await theo.fill(`${stay}/notes`, { text: 'Likes tea at night', writtenBy: 'both' });
      house.clock.advance({ hours: 10 });
      const later = await openWindow(browser, house, {});
      await signIn(later, 'Rosa');
      await later.goto(paths.shiftOf('2026-11-22', 22));
      expect(await later.locator('h1').textContent()).toContain('Shift, 10');
      expect(await sheetsOf(later)).toEqual([1, 1]);
      expect(await later.locator('main button').count()).toBe(0);
      await later.context().close();
    });
  });

  it('the handover of a night with 200 facts is two pages at most', async () => {
    const house = await openHouse({ beds: SIXTEEN.join('\n') });
    const theo = await house.signIn('staff', 'Theo');
    const stays = await welcome(theo, SIXTEEN);
    for (const [place, stay] of stays.entries()) {
      await theo.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
      const again = { bedId: '', name: `Sam Riverabankson ${place}`, departureDay: '2026-11-22' };
      const bedId = (await theo.visit('/'))(`[data-bed=${SIXTEEN[place]}]`).attr('data-bed-id')!;
      await theo.fill(paths.checkIn(), { ...again, bedId, confirmNotReady: 'yes' });
    }
    for (let line = 0; line < 152; line += 1)
      await theo.fill('/notes', { text: `Number ${line}: the dryer is slow, run it twice.`, lives: 'shift' });
    const page = await openWindow(browser, house, {});
    await signIn(page, 'Theo');
    await page.goto(paths.shift());
    expect(await page.locator('main li').count()).toBeGreaterThanOrEqual(200);
    const sheets = await sheetsOf(page);
    expect(sheets.map((count) => count <= 2)).toEqual([true, true]);
    await page.context().close();
    await house.close();
  });

  describe('a house of 16 beds, all taken, names shown', () => {
    let house: House;
    let page: Page;

    beforeAll(async () => {
      house = await openHouse({ beds: SIXTEEN.join('\n') });
      await welcome(await house.signIn(), SIXTEEN);
      await house.signIn('staff', 'Theo');
      page = await openWindow(browser, house, {});
      await signIn(page, 'Theo');
      await page.getByRole('button', { name: 'Show names' }).click();
    });

    afterAll(() => house.close());

    it('has its night sheet on one page, with lines to write on', async () => {
      await page.goto(paths.nightSheet());
      expect(await page.locator('main').innerText()).toContain('Jo Riverabankson 15');
      expect(await page.locator('.line').count()).toBeGreaterThanOrEqual(5);
      expect(await sheetsOf(page)).toEqual([1, 1]);
    });
  });
});

/** Dark enough to be read on white: each of red, green and blue at most 0x66. */
const isDark = (colour: string): boolean =>
  colour
    .match(/\d+/gu)!
    .slice(0, 3)
    .every((part) => Number(part) <= 0x66);
