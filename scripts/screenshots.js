// Takes the pictures of the README from a practice house of its own: npm run screenshots
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built.js';
import { houseEnvironment, houseFlags, root } from './child.js';
import { installed } from './installed.js';

const docs = join(root, 'docs');
const LONGEST = 60_000;

/** Who looks at what, and the file it becomes; an address this house does not have is left out. */
const pictures = [
  ['Rosa', '/', 'board'],
  ['Rosa', '/check-in', 'check-in'],
  ['Rosa', '/shift', 'shift'],
  ['Rosa', '/calls', 'calls'],
  ['Rosa', '/follow-ups', 'follow-ups'],
  ['Marta', '/reports/outcomes', 'outcomes'],
];

await installed();
await built();
const folder = mkdtempSync(join(tmpdir(), 'porchlight-pictures-'));
const house = spawn(process.execPath, [...houseFlags, 'dist/main.js'], {
  cwd: root,
  env: {
    ...houseEnvironment,
    HOUSE_DEMO: 'yes',
    HOUSE_DATA_DIR: folder,
    HOUSE_PORT: '0',
    HOUSE_PUBLIC_URL: '',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  await takeAll(await greeting());
} finally {
  const closed = house.exitCode === null && once(house, 'close');
  house.kill('SIGTERM');
  await closed;
  rmSync(folder, { recursive: true, force: true });
}

/** The address and the passphrase the house prints once it is open. */
async function greeting() {
  let said = '';
  house.stdout.on('data', (data) => (said += data));
  for (let waited = 0; waited < LONGEST && house.exitCode === null; waited += 50) {
    const [, address] = /open at (\S+)/.exec(said) ?? [];
    const [, passphrase] = /passphrase: (.+)/.exec(said) ?? [];
    if (address && passphrase) return { address, passphrase };
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error(`The practice house did not open. ${said}`);
}

async function takeAll({ address, passphrase }) {
  // Fetched with the tests' packages only, so not before they are known to be there
  const { chromium } = await import('playwright-core');
  const { testBrowser } = await import('./test-browser.js');
  const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run'];
  const browser = await chromium.launch({ ...(await testBrowser()), args });
  for (const person of new Set(pictures.map(([name]) => name))) {
    const page = await browser.newPage({ baseURL: address, viewport: { width: 1366, height: 768 } });
    await signIn(page, person, passphrase);
    for (const [, path, name] of pictures.filter(([who]) => who === person)) await take(page, path, name);
    await page.close();
  }
  await browser.close();
}

async function signIn(page, person, passphrase) {
  await page.goto('/sign-in');
  await page.getByRole('radio', { name: person }).check();
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/');
}

async function take(page, path, name) {
  const answer = await page.goto(path);
  if (answer.status() !== 200) {
    console.log(`left out: ${path} answers ${answer.status()}`);
    return;
  }
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(docs, `${name}.png`), fullPage: true });
  console.log(`docs/${name}.png`);
}
