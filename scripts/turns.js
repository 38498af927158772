import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root, stop } from './child.js';

const lock = join(root, '.busy');
const beat = 1_000;
const leftBehind = 5_000;

/**
 * Does `work` while no other start, test or check of this folder does any: they would pull node_modules and dist
 * from under each other. A holder that was killed stops touching the lock and is passed over after five seconds.
 */
export async function inTurn(work) {
  await taken();
  const touching = setInterval(() => utimesSync(lock, new Date(), new Date()), beat);
  const free = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', free);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    process.off('exit', free);
    free();
  }
}

async function taken() {
  let told = false;
  while (!take()) {
    if (!told) process.stderr.write('Waiting: another Porchlight command is preparing this folder.\n');
    told = true;
    if (isLeftBehind()) rmSync(lock, { recursive: true, force: true });
    else await pause(200);
  }
}

function take() {
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    return stop(`Porchlight cannot write in its own folder: ${error.message}`);
  }
}

function isLeftBehind() {
  const touched = statSync(lock, { throwIfNoEntry: false });
  return touched !== undefined && Date.now() - touched.mtimeMs > leftBehind;
}
