import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { testBrowser } from '../../scripts/test-browser.js';

export { checkHtml } from './check-html.js';

/** Only what makes the browser quiet and small; nothing here may switch one of its protections off. */
const launchArguments = [
  // Root, as in most containers, cannot use the sandbox; the browser only ever opens our own pages.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** A real, headless browser. Close it in afterAll. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await testBrowser()), args: launchArguments });
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What on the open page keeps people out, one readable line each; empty when nothing does. Its CSP stays on. */
export async function checkAccessibility(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((values): Promise<AxeResults> => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return inPage.run({ runOnly: { type: 'tag', values } });
  }, standards);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [`${id} (${impact}): ${help}: ${target.join(' ')}`, failureSummary ?? ''].join('\n').trim(),
    ),
  );
}
