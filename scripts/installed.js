import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { child, node, root, stop } from './child.js';
import { inTurn } from './turns.js';

const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed');
/** npm writes this last of all, so an install that was cut short has none. */
const npmsOwn = join(modules, '.package-lock.json');
const [major, minor] = process.versions.node.split('.').map(Number);

/** Makes node_modules what package-lock.json says, for this machine and this Node. Needs nothing installed. */
export async function installed() {
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Porchlight needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  if (!isInstalled()) await inTurn(async () => isInstalled() || (await install()));
}

const isInstalled = () => isOurInstall() || isInstalledByHand();

const isOurInstall = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();

/** `npm install` or `npm ci` typed by hand, after the lock file last changed and after our own install. */
const isInstalledByHand = () =>
  existsSync(join(modules, '@nestjs', 'cli')) &&
  changedAt(npmsOwn) >= changedAt(lockFile) &&
  changedAt(npmsOwn) > changedAt(stamp);

const changedAt = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function wanted() {
  const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${lock} node-${major} ${process.platform}-${process.arch}\n`;
}

async function install() {
  const word = existsSync(modules) ? 'The list of packages changed' : 'First start';
  process.stderr.write(`${word}: fetching what Porchlight needs. This takes a few minutes.\n`);
  const code = await npm(['ci', '--no-audit', '--no-fund', '--include=dev']);
  if (code !== 0) {
    stop(
      'Fetching the packages failed; npm says why above. It needs the network. Where no ready-made sqlite3 ' +
        'is served for this machine it is compiled, which needs python3, make and a C++ compiler ' +
        '(on Debian: apt install python3 make g++).',
    );
  }
  writeFileSync(stamp, wanted());
}

/** The npm that started this script, or else the one on the path. Its words go to stderr: stdout is the command's. */
function npm(args) {
  const options = { stdio: ['ignore', 2, 2] };
  const own = process.env.npm_execpath ?? '';
  if (own.endsWith('npm-cli.js')) return node([own, ...args], options);
  const shell = process.platform === 'win32';
  return child('npm', args, { ...options, shell }).catch(() =>
    stop('Porchlight needs npm, which comes with Node, and cannot find it.'),
  );
}
