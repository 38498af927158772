import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Response } from 'supertest';
import { checkAccessibility, checkContrast, checkHtml, openBrowser } from '../support/browser.js';
import { page as read } from '../support/desk.js';
import type { House } from '../support/open-house.js';
import { Scene, type State } from './scene.js';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 320, height: 700 },
];
const THEMES = ['day', 'night'];

/** What was found on a page, by where it was looked at; only what is wrong is listed. */
type Findings = Record<string, string[]>;

/** Looks at answers of a house as people see them: in a real browser, by day and by night, on a wide and a narrow screen. */
class Eyes {
  private answer: Response | null = null;
  private refused: string[] = [];

  private constructor(private readonly page: Page) {}

  static async of(browser: Browser, house: { url: string }): Promise<Eyes> {
    const context = await browser.newContext({ baseURL: house.url, reducedMotion: 'reduce' });
    // Sent once, not again to every page
    await context.addInitScript(axe.source);
    const looks = new Eyes(await context.newPage());
    await looks.page.route(`${house.url}/look`, (route) => {
      const { status, headers, text } = looks.answer!;
      const policy = (headers as Record<string, string>)['content-security-policy']!;
      return route.fulfill({
        status,
        body: text,
        headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      });
    });
    looks.page.on('console', (message) => looks.hear(message.text()));
    return looks;
  }

  /** Shows this answer, whatever was sent for it, as the browser that sent it would. */
  async look(answer: Response): Promise<Findings> {
    this.answer = answer;
    this.refused = [];
    await this.page.goto('/look');
    await this.page.evaluate(
      'document.fonts.ready.then(() => document.querySelectorAll("details").forEach((each) => (each.open = true)))',
    );
    const findings: Findings = { html: checkHtml(answer.text), headings: await this.headings() };
    for (const theme of THEMES) {
      for (const size of SIZES) findings[`${theme}, ${size.width} px`] = await this.check(theme, size);
    }
    findings.refused = this.refused;
    return Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0));
  }

  private async check(theme: string, size: { width: number; height: number }): Promise<string[]> {
    await this.page.setViewportSize(size);
    await this.page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
    const look = theme === 'day' ? checkAccessibility : checkContrast;
    return [...(await this.sideways(size.width)), ...(await look(this.page))];
  }

  private async sideways(width: number): Promise<string[]> {
    const needed = await this.page.evaluate<number>('document.scrollingElement.scrollWidth');
    return needed > width ? [`scrolls sideways: ${needed} px wide`] : [];
  }

  private async headings(): Promise<string[]> {
    const count = await this.page.locator('h1').count();
    return count === 1 ? [] : [`${count} headings of the first level`];
  }

  /** The browser also tells that a page came with 404 or 422; that is meant. */
  private hear(text: string): void {
    if (!text.startsWith('Failed to load resource')) this.refused.push(text);
  }
}

/** One test for each state, in this order, in one house: nothing in it may keep anybody out. */
export function lookAtEvery(states: readonly State[], open: () => Promise<House>): void {
  let browser: Browser;
  let scene: Scene;
  let eyes: Eyes;

  beforeAll(async () => {
    browser = await openBrowser();
    scene = new Scene(await open());
    eyes = await Eyes.of(browser, scene.house);
  });

  afterAll(async () => {
    await browser.close();
    await scene.house.close();
  });

  it.each(states)('%s: “%s”', async (_name, words, open) => {
    const answer = await open(scene);
    expect(read(answer)('main').text().replace(/\s+/gu, ' ')).toContain(words);
    expect(await eyes.look(answer)).toEqual({});
  });
}
