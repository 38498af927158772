import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { node, root, stop } from './child.js';
import { inTurn } from './turns.js';

const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const sources = [
  'src',
  'views',
  'scripts/assets.js',
  'scripts/font.js',
  'nest-cli.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Makes dist what the sources say; does nothing when it is. A build that failed leaves no stamp and is done again. */
export async function built() {
  if (!isBuilt()) await inTurn(async () => isBuilt() || (await build()));
}

const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOfSources();

async function build() {
  process.stderr.write('Building Porchlight.\n');
  const state = stateOfSources();
  // Not left to nest's deleteOutDir: `npm run dev` would then delete the assets too.
  rmSync(dist, { recursive: true, force: true });
  const code = await node(['node_modules/@nestjs/cli/bin/nest.js', 'build'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) stop('The build failed; the mistakes are listed above.');
  const assets = new URL('./assets.js', import.meta.url);
  if (existsSync(assets)) await (await import(assets.href)).buildAssets();
  writeFileSync(stamp, state);
}

/** Name, size and age of every source: also notices files that went away or came back older. */
function stateOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(name) {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [name] : [];
  return readdirSync(join(root, name))
    .sort()
    .flatMap((each) => filesIn(join(name, each)));
}
