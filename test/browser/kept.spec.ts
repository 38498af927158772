import type { Browser, Page, Request } from 'playwright-core';
import { checkAccessibility, openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { openWindow, signIn, sitDown } from './sit-down.js';

// R31: nothing of ours needs a script; this one makes what is lost smaller
describe('typing with scripts on', () => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let beats: Request[];

  beforeAll(async () => {
    browser = await openBrowser();
    house = await openHouse();
    await house.signIn('staff', 'Omar');
    await house.signIn('staff', 'Rosa');
  });

  afterAll(async () => {
    await browser.close();
    await house.close();
  });

  beforeEach(async () => {
    page = await openWindow(browser, house, {});
    await signIn(page, 'Rosa');
    beats = [];
    page.on('request', (request) => request.url().endsWith('/drafts/keep') && beats.push(request));
  });

  afterEach(() => page.context().close());

  const drafts = () => house.rows<{ place: string; fields: string }>('SELECT place, fields FROM drafts');
  const beat = () => page.waitForResponse((answer) => answer.url().endsWith('/drafts/keep'));
  const said = () => page.locator('#kept [role=status]').textContent();

  async function throwAway(): Promise<void> {
    await page.goto('/notes');
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByText('thrown away').waitFor();
  }

  it('is kept a moment after it stops, says so quietly, and is not sent again', async () => {
    await page.goto('/notes');
    expect(await said()).toBe('');
    const answer = beat();
    await page.getByLabel('Note', { exact: true }).pressSequentially('The dryer is slow', { delay: 20 });
    expect((await answer).status()).toBe(204);
    await page.getByText('Kept as you type.').waitFor();
    expect(await checkAccessibility(page)).toEqual([]);
    await page.waitForTimeout(1800);
    expect(beats.length).toBe(1);
    expect(await drafts()).toMatchObject([{ place: '/notes' }]);
    expect(JSON.stringify(await drafts())).toContain('The dryer is slow');
    await throwAway();
    await page.waitForTimeout(300);
    expect(await drafts()).toEqual([]);
  });

  it('is kept every few seconds while somebody goes on and on', async () => {
    await page.goto('/notes');
    await page
      .getByLabel('Note', { exact: true })
      .pressSequentially('a'.repeat(70), { delay: 100, timeout: 20_000 });
    expect(beats.length).toBeGreaterThanOrEqual(1);
    expect(beats.length).toBeLessThanOrEqual(2);
    await throwAway();
  });

  it('is kept when the page is left, and nothing is sent where nothing was typed', async () => {
    await page.goto('/notes');
    await page.goto('/shift');
    await page.waitForTimeout(300);
    expect(beats.length).toBe(0);
    await page.goto('/notes');
    await page.getByLabel('Note', { exact: true }).fill('Half a word');
    await page.getByRole('link', { name: 'Back to the shift' }).click();
    await page.waitForURL('**/shift');
    await page.goto('/notes');
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Half a word');
    await throwAway();
  });

  it('leaves nothing behind when the form is sent', async () => {
    for (const wait of [0, 1450, 1550]) {
      await page.goto('/notes');
      await page.getByLabel('Note', { exact: true }).fill(`After ${wait}`);
      await page.waitForTimeout(wait);
      await page.getByRole('button', { name: 'Save note' }).click();
      await page.getByText('Note saved.').waitFor();
      await page.waitForTimeout(100);
      expect(await drafts()).toEqual([]);
    }
  });

  it('is thrown away for good, also while more of it is on its way', async () => {
    await page.goto('/notes');
    await page.getByLabel('Note', { exact: true }).fill('Never mind');
    await beat();
    await page.goto('/notes');
    await page.getByLabel('Note', { exact: true }).fill('Never mind this');
    const sent = page.waitForRequest((request) => request.url().endsWith('/drafts/discard'));
    await page.getByRole('button', { name: 'Throw it away' }).click();
    // With this the house drops what comes later
    expect((await sent).postData()).toContain('formToken=');
    await page.getByText('thrown away').waitFor();
    await page.waitForTimeout(300);
    expect(await drafts()).toEqual([]);
  });

  it('is thrown away for good from the list on the board too, beside the box it was typed in', async () => {
    await page.goto('/');
    await page.getByLabel('House note').fill('Never mind');
    await beat();
    await page.goto('/');
    await page.getByLabel('House note').fill('Never mind this');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByText('thrown away').waitFor();
    await page.waitForTimeout(300);
    expect(await drafts()).toEqual([]);
  });

  it('stays when something else is thrown away beside it', async () => {
    await page.goto('/waitlist');
    await page.locator('#need').fill('No steps');
    await beat();
    await page.goto('/');
    await page.getByLabel('House note').fill('The dryer');
    await page.getByRole('button', { name: 'Throw away' }).click();
    await page.getByText('thrown away').waitFor();
    await page.waitForTimeout(300);
    expect(await drafts()).toMatchObject([{ place: '/notes' }]);
    await throwAway();
  });

  it('is Rosa’s when Omar sits down at the same desk: he neither sees nor overwrites it', async () => {
    await page.goto('/notes');
    await page.getByLabel('Note', { exact: true }).fill('Of Rosa');
    const other = await page.context().newPage();
    await other.goto('/');
    await other.getByRole('button', { name: 'Sign out' }).click();
    await signIn(other, 'Omar');
    // Her page still stands in the first tab, and goes on keeping
    await page.getByLabel('Note', { exact: true }).pressSequentially(' only');
    await page.waitForTimeout(1900);
    expect(await drafts()).toMatchObject([{ place: '/notes' }]);
    await other.goto('/notes');
    expect(await other.content()).not.toContain('Of Rosa');
    await other.getByLabel('Note', { exact: true }).fill('Of Omar');
    await other.waitForResponse((answer) => answer.url().endsWith('/drafts/keep'));
    expect(await drafts()).toHaveLength(2);

    await other.getByRole('button', { name: 'Sign out' }).click();
    await signIn(other, 'Rosa');
    await other.goto('/notes');
    expect(await other.getByLabel('Note', { exact: true }).inputValue()).toBe('Of Rosa only');
    await other.getByRole('button', { name: 'Throw it away' }).click();
  });

  it('never sends a passphrase', async () => {
    const boss = await sitDown(browser, house, { role: 'manager', context: {} });
    const sent: Request[] = [];
    boss.on('request', (request) => request.url().endsWith('/drafts/keep') && sent.push(request));
    await boss.goto('/people/new');
    await boss.getByLabel('Passphrase').first().fill(PASSPHRASE);
    await boss.waitForTimeout(1800);
    await boss.goto('/');
    await boss.waitForTimeout(200);
    expect(sent.length).toBe(0);
    await boss.context().close();
  });

  it('says so when nobody answers, and is kept as soon as somebody does', async () => {
    await page.goto('/notes');
    await page.route('**/drafts/keep', (route) => route.abort());
    await page.getByLabel('Note', { exact: true }).fill('In the dark');
    await page.getByText('Not kept just now.').waitFor();
    await page.unroute('**/drafts/keep');
    await page.getByText('Kept as you type.').waitFor();
    expect(JSON.stringify(await drafts())).toContain('In the dark');
    await throwAway();
  });
});
