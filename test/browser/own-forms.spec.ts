import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse } from '../support/open-house.js';
import { openWindow, signIn, sitDown, where } from './sit-down.js';

/** A page somebody else wrote: it sends a form to the house as soon as its button is pressed. */
const lure = (address: string) => `<!DOCTYPE html><title>Elsewhere</title>
  <form method="post" action="${address}"><input name="theme" value="night"><button>A free lamp</button></form>`;

describe('a form in a real browser, with every protection on', () => {
  let browser: Browser;
  let house: House;
  let elsewhere: Server;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse();
    elsewhere = createServer((request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(lure(`${house.url}${request.url}`));
    }).listen(0, '127.0.0.1');
  });

  afterEach(() => page.context().close());

  afterAll(async () => {
    await browser.close();
    elsewhere.close();
    await house.close();
  });

  const port = () => (elsewhere.address() as AddressInfo).port;

  it.each([
    ['another port of this computer', () => `http://127.0.0.1:${port()}`],
    ['this computer by its other name', () => `http://localhost:${port()}`],
  ])('is refused when it comes from %s', async (_where, origin) => {
    page = await sitDown(browser, house);
    await page.goto(`${origin()}/theme`);
    const answer = page.waitForResponse(`${house.url}/theme`);
    await page.getByRole('button').click();
    expect((await answer).status()).toBe(403);
    await page.goto('/');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('day');
  });

  it('is let in when the house goes by the other name of its computer', async () => {
    const baseURL = house.url.replace('127.0.0.1', 'localhost');
    const { person } = await house.signIn();
    page = await openWindow(browser, house, { baseURL });
    await signIn(page, person.name);
    await page.getByRole('button', { name: 'Night colours' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('night');
  });

  it('shows nothing of the house when somebody goes back after signing out', async () => {
    page = await sitDown(browser, house, { name: 'Rosa' });
    await page.goto('/check-in');
    await page.locator('#name').fill('Lou');
    await page.locator('#departureDay').check();
    await page.getByRole('button', { name: 'Check in', exact: true }).click();
    await page.getByRole('heading', { name: 'L. in Maple' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    for (let count = 0; count < 3; count += 1) {
      await page.goBack();
      expect(where(page)).toBe('/sign-in');
      expect(await page.locator('body').textContent()).not.toMatch(/L\. in|Welcome someone|Maple/);
    }
    await signIn(page, 'Rosa');
    await page.goto('/sign-in');
    expect(where(page)).toBe('/');
  });

  it('signs nobody in on a window of its own', async () => {
    page = await openWindow(browser, house);
    await page.goto('/');
    expect(where(page)).toBe('/sign-in');
  });
});
