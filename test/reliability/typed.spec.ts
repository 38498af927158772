import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { PASSPHRASE, ServedHouse } from './served-house.js';

// R31
describe('what somebody was typing when the power went', () => {
  let browser: Browser;
  let house: ServedHouse;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await ServedHouse.open('Maple\nBirch', 1);
    await house.desks[0]!.fill(
      '/people/new',
      { name: 'Omar', role: 'staff', passphrase: PASSPHRASE },
      '/people',
    );
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  async function signIn(name: string): Promise<void> {
    await page.goto(`${house.url}/sign-in`);
    await page.getByRole('radio', { name: new RegExp(`^${name} `, 'u') }).check();
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Cover the screen' }).waitFor();
  }

  it('is back for its writer after the last beat, and for nobody else', async () => {
    await signIn('Marta');
    await page.goto(`${house.url}/notes`);
    const kept = page.waitForResponse((answer) => answer.url().endsWith('/drafts/keep'));
    const note = page.getByLabel('Note', { exact: true });
    await note.pressSequentially('The furnace clicks, the plumber comes', { delay: 60 });
    expect((await kept).status()).toBe(204);
    await note.pressSequentially(' on Monday');
    await house.killAndStart();

    // The session outlives it too: she goes on where she was
    await page.goto(`${house.url}/notes`);
    expect(await note.inputValue()).toMatch(/^The furnace clicks, the plumber/u);
    await page.getByText('Begun by you').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn('Omar');
    expect(await page.content()).not.toContain('furnace');
    await page.goto(`${house.url}/notes`);
    expect(await note.inputValue()).toBe('');
  });

  it('goes on being kept by the page that still stands open', async () => {
    await page.goto(`${house.url}/notes`);
    const note = page.getByLabel('Note', { exact: true });
    await house.killAndStart();
    await note.fill('Typed while it was dark');
    await page.getByText('Not kept just now.').waitFor();
  });
});
