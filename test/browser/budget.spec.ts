import type { Browser, CDPSession, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { openWindow, where } from './sit-down.js';

const BEDS = Array.from({ length: 16 }, (_, index) => `Bed ${index + 1}`).join('\n');

/** What a page had the browser fetch: address and bytes over the wire, headers included. */
interface Fetched {
  url: string;
  bytes: number;
}

describe('what the board costs (first visit)', () => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let fetched: Fetched[];

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse({ beds: BEDS });
    const rosa = await house.signIn('manager', 'Rosa');
    for (let bed = 1; bed <= 12; bed += 1)
      await rosa.fill('/check-in', { name: `Guest ${bed}`, departureDay: '2026-11-25' });
    page = await openWindow(browser, house, {});
    fetched = await listen(page);
    await page.goto('/sign-in');
    await page.getByRole('radio', { name: /^Rosa / }).check();
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await forget(page);
    fetched.length = 0;
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.evaluate('document.fonts.ready');
    await page.waitForLoadState('networkidle');
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  const toBoard = () => fetched.filter(({ url }) => !url.endsWith('/sign-in'));

  it('is at most 6 requests and 60 kB over the wire, for a full house of 16 beds', () => {
    expect(where(page)).toBe('/');
    expect(toBoard().length).toBeGreaterThanOrEqual(4);
    expect(toBoard().length + ICON).toBeLessThanOrEqual(6);
    expect(toBoard().reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(60_000);
  });

  it('fetches the style sheet packed, and a letter file for each weight and no more', () => {
    const fonts = toBoard().filter(({ url }) => url.endsWith('.woff2'));
    expect(fonts.map(({ url }) => /latin[\w-]*?(?=\.)/u.exec(url)![0]).sort()).toEqual([
      'latin-400',
      'latin-600',
    ]);
    const [css] = toBoard().filter(({ url }) => url.endsWith('.css'));
    expect(css!.bytes).toBeLessThan(8_000);
  });

  it('draws letters and figures with our own files', async () => {
    const faces = await page.evaluate<string[]>(
      '[...document.fonts].filter(({ status }) => status === "loaded").map(({ family, weight }) => `${family} ${weight}`)',
    );
    expect(faces.sort()).toEqual(['Atkinson 600', 'Atkinson normal']);
    expect(await page.evaluate('document.fonts.check("16px Atkinson", "Bed 10")')).toBe(true);
  });
});

/** A headless browser shows no icon of a tab and does not fetch it; every other one does. */
const ICON = 1;

async function listen(page: Page): Promise<Fetched[]> {
  const fetched: Fetched[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    fetched.push({ url: urls.get(requestId)!, bytes: encodedDataLength }),
  );
  return fetched;
}

/** As if this browser had never been here, but for its session. */
async function forget(page: Page): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}
