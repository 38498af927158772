import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, root } from './child.js';

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const packed = join(root, 'node_modules', '@sparticuz', 'chromium');
const cache = join(root, 'node_modules', '.cache', 'test-browser');

/**
 * The browser the tests use and the environment it needs: CHROME_PATH, else an installed one, else the one that comes
 * inside a package, unpacked once. Throws a plain sentence where none of them can run.
 * @returns {Promise<{ executablePath: string, env: Record<string, string | undefined> }>}
 */
export async function testBrowser() {
  const executablePath = process.env.CHROME_PATH || usualPlaces.find((place) => existsSync(place));
  if (executablePath) return { executablePath, env: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Set CHROME_PATH to a Chrome, Chromium or Edge: none is installed in its usual place.');
  }
  const folder = await unpacked();
  return { executablePath: join(folder, 'chromium'), env: packedEnvironment(folder) };
}

/** Unpacks aside and renames, so that an unpacking that was cut short is never used. */
async function unpacked() {
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpacking-'));
  await unpackInto(aside);
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Another test run was quicker.
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** In a process of its own: the package takes its target from the environment, and sets library paths while loading. */
async function unpackInto(aside) {
  const entry = pathToFileURL(join(packed, 'build', 'esm', 'index.js')).href;
  const code = await node(
    ['--input-type=module', '--eval', `await (await import('${entry}')).default.executablePath()`],
    {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
    },
  );
  if (code !== 0) throw new Error('The test browser could not be unpacked; the reason is above.');
  chmodSync(aside, 0o755);
}

function packedEnvironment(folder) {
  writeFontSettings(folder);
  return {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    FONTCONFIG_PATH: join(folder, 'fonts'),
  };
}

/** The package's own settings name folders that exist only where it was made for. */
function writeFontSettings(folder) {
  const settings = join(folder, 'fonts', 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
  if (readFileSync(settings, 'utf8') !== text) writeFileSync(settings, text);
}
