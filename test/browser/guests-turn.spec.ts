import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { Keyboard } from './keyboard.js';
import { sitDown, where, WITHOUT_SCRIPTS } from './sit-down.js';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 320, height: 700 },
];

describe.each(SIZES)('the guest’s turn by keyboard, scripts off, $width px wide', (viewport) => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let stay: string;
  let keys: Keyboard;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    house = await openHouse();
    page = await sitDown(browser, house, { name: 'Rosa', context: { ...WITHOUT_SCRIPTS, viewport } });
    const theirs = await house.signIn();
    stay = (await theirs.fill('/check-in', { name: 'Jo Rivera', departureDay: '2026-11-25' })).headers
      .location!;
    await theirs.fill(`${stay}/notes`, { text: 'Likes the porch', writtenBy: 'both' });
    keys = new Keyboard(page);
    await page.goto(stay);
    await keys.enter(page.getByRole('link', { name: 'Hand the screen to J.R.' }));
  });

  afterEach(async () => {
    await page.context().close();
    await house.close();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = () => page.locator('h1').textContent();
  const kept = () => house.rows('SELECT code, outcome, choice, words FROM answers ORDER BY code');

  async function handOver(): Promise<void> {
    await keys.choose('purpose', page.getByRole('radio', { name: 'Questions at leaving' }));
    await keys.enter(button('Hand it over'));
  }

  async function answer(label: string): Promise<void> {
    await keys.choose('answer', page.getByRole('radio', { name: label, exact: true }));
    await keys.enter(button('Next'));
  }

  async function takeBack(): Promise<void> {
    await keys.enter(page.getByRole('link', { name: 'Give the screen back' }));
    await keys.tabTo(page.getByLabel('Rosa’s passphrase'));
    await keys.write(PASSPHRASE);
    await keys.send();
  }

  it('is answered, read, kept and given back', async () => {
    await handOver();
    await keys.enter(button('garden'));
    await answer('Most of the time');
    await answer('I’d rather not say');
    await keys.enter(button('Skip this question'));
    await keys.enter(button('Back'));
    expect(await heading()).toBe('How connected do you feel with other people just now?');
    await answer('Quite');
    await keys.enter(button('What is written about me'));
    await keys.tabTo(page.locator('summary'));
    await keys.press('Enter');
    await keys.choose('answer', page.getByRole('radio', { name: 'That’s right' }));
    await keys.enter(button('Say it'));
    expect(await page.locator('main').textContent()).toContain('They said, alone');
    await keys.enter(button('Go on with the questions'));
    await keys.enter(button('Stop for now'));
    await keys.enter(button('Keep my answers'));
    expect(await heading()).toBe('Thank you. Your answers are kept.');
    // Back in the browser shows what is now, not what was
    await page.goBack();
    expect([where(page), await heading()]).toEqual(['/g', 'Thank you. Your answers are kept.']);
    await takeBack();
    expect(await kept()).toEqual([
      { code: 'connected', outcome: 'answered', choice: 2, words: null },
      { code: 'say', outcome: 'not-said', choice: null, words: null },
      { code: 'welcome', outcome: 'answered', choice: 2, words: null },
    ]);
    await page.goto('/');
    await page.goBack();
    expect(await page.locator('main').textContent()).not.toContain('Most of the time');
  });

  it('covers itself, opens by the word, and is wiped when it stays quiet', async () => {
    await handOver();
    await keys.enter(button('garden'));
    await answer('Most of the time');
    house.clock.advance({ minutes: 6 });
    await page.reload();
    expect(await heading()).toBe('The screen is covered');
    expect(await page.locator('body').textContent()).not.toMatch(/Most of the time|J\.R\.|Question/);
    await keys.enter(button('garden'));
    expect(await heading()).toBe('Did you have a say in how your stay went?');
    // The board, typed into the address, is the turn
    await page.goto('/');
    expect([where(page), await page.locator('nav').count()]).toEqual(['/g', 0]);
    house.clock.advance({ minutes: 31 });
    await page.reload();
    expect(await heading()).toBe('It was quiet for a while.');
    await takeBack();
    expect(await house.rows('SELECT * FROM turn_answers')).toEqual([]);
    expect(where(page)).toBe(`${stay}/turn`);
  });

  it('is taken back for a call, handed over again, and thrown away', async () => {
    await handOver();
    await keys.enter(button('garden'));
    await answer('Sometimes');
    await takeBack();
    await keys.choose('purpose', page.getByRole('radio', { name: /^Go on/ }));
    await keys.enter(button('Hand it over'));
    await keys.enter(button('garden'));
    await keys.enter(button('Back'));
    expect(await page.getByRole('radio', { name: 'Sometimes' }).isChecked()).toBe(true);
    await keys.enter(button('Stop for now'));
    await keys.enter(button('Throw them away'));
    expect(await heading()).toBe('Nothing is kept.');
    expect([await kept(), await house.rows('SELECT * FROM turn_answers')]).toEqual([[], []]);
  });
});

describe('the cover of a quiet turn', () => {
  it('comes by itself, with scripts off', async () => {
    const browser = await openBrowser();
    const house = await openHouse();
    const page = await sitDown(browser, house, { name: 'Rosa' });
    const theirs = await house.signIn();
    const stay = (await theirs.fill('/check-in', { name: 'Jo', departureDay: '2026-11-25' })).headers
      .location!;
    await page.goto(`${stay}/turn`);
    await page.getByText('Questions at leaving').click();
    await page.getByRole('button', { name: 'Hand it over' }).click();
    await page.getByRole('button', { name: 'garden' }).click();
    // Two seconds of quiet are left to it
    house.clock.advance({ minutes: 4, seconds: 58 });
    await page.reload();
    const arrived = page.waitForEvent('load');
    house.clock.advance({ seconds: 3 });
    await arrived;
    expect(await page.locator('h1').textContent()).toBe('The screen is covered');
    await browser.close();
    await house.close();
  });
});
