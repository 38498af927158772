import { testBrowser } from '../../scripts/test-browser.js';

/** Unpacks the browser before the workers start, so that they need not race for it. */
export default async function prepareTests() {
  // A machine without a browser still runs every other test; the browser's own tests say what is missing.
  await testBrowser().catch(() => undefined);
}
