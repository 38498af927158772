import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of its own that opens the built house in `folder`, says 'loaded' before and 'open' after, and stays. */
const opens = `
  const [folder] = process.argv.slice(1);
  const { openHouse } = await import('./dist/database/opening.js');
  const { UnitOfWork } = await import('./dist/database/unit-of-work.js');
  console.log('loaded');
  const house = await openHouse(folder);
  const unit = new UnitOfWork(house.writer);
  await unit.run((tx) => tx.query("INSERT INTO tries VALUES (hex(randomblob(8)), 1, '2026-03-02T15:00:00Z')"));
  console.log('open');
  setInterval(() => undefined, 1000);
`;

/** Starts it and waits until it says `word`. */
export async function openingChild(folder: string, word: 'loaded' | 'open'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', opens, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  for await (const line of createInterface({ input: child.stdout })) if (line === word) return child;
  throw new Error('the child ended before it said so');
}

/** As a power switch would: no handler runs. Returns when the process is gone. */
export async function killAtOnce(child: ChildProcess): Promise<void> {
  const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  child.kill('SIGKILL');
  await gone;
}
