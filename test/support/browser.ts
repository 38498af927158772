import axe, { type AxeResults, type RunOnly } from 'axe-core';
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
export const checkAccessibility = (page: Page): Promise<string[]> =>
  checkFor(page, { type: 'tag', values: standards });

/** The same, only whether everything can be told from its ground: all that another theme can change. */
export const checkContrast = (page: Page): Promise<string[]> =>
  checkFor(page, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });

async function checkFor(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only): Promise<AxeResults['violations']> => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    // What passed stays in the page: it is long, and nobody asks for it
    return (await inPage.run({ runOnly: only, resultTypes: ['violations'] })).violations;
  }, runOnly);
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      [`${id} (${impact}): ${help}: ${target.join(' ')}`, failureSummary ?? ''].join('\n').trim(),
    ),
  );
}
