import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../src/domain/person.js';
import { type House, PASSPHRASE } from '../support/open-house.js';

interface Wishes {
  role?: Role;
  name?: string;
  context?: BrowserContextOptions;
}

/** How most desks are met: no script is needed anywhere. */
export const WITHOUT_SCRIPTS: BrowserContextOptions = { javaScriptEnabled: false };

/** A browser window of its own, on the board, with someone signed in. Close its context after use. */
export async function sitDown(browser: Browser, house: House, wishes: Wishes = {}): Promise<Page> {
  const { role = 'staff', context = WITHOUT_SCRIPTS } = wishes;
  const { person } = await house.signIn(role, wishes.name);
  const page = await openWindow(browser, house, context);
  await signIn(page, person.name);
  return page;
}

/** A window nobody is signed in on. */
export async function openWindow(browser: Browser, house: House, options = WITHOUT_SCRIPTS): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: house.url, ...options });
  context.setDefaultTimeout(5000);
  return context.newPage();
}

export async function signIn(page: Page, name: string, passphrase = PASSPHRASE): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('radio', { name: new RegExp(`^${name} `) }).check();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Cover the screen' }).waitFor();
}

/** The path of the open page. */
export const where = (page: Page): string => new URL(page.url()).pathname;
