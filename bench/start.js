// How long a second `npm start` takes until the house answers: node bench/start.js [runs]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const runs = Number(process.argv[2] ?? 7);
const port = 3999;
const LONGEST = 120_000;
const folder = await mkdtemp(join(tmpdir(), 'bench-'));

async function secondsToAnswer() {
  const begun = performance.now();
  const env = { ...process.env, HOUSE_DATA_DIR: folder, HOUSE_PORT: String(port) };
  const house = spawn('npm', ['start'], { env, stdio: 'ignore', detached: true });
  while (!(await answers())) {
    if (house.exitCode !== null || performance.now() - begun > LONGEST) throw new Error('it did not answer');
    await new Promise((go) => setTimeout(go, 10));
  }
  const seconds = (performance.now() - begun) / 1000;
  process.kill(-house.pid, 'SIGTERM');
  await once(house, 'close');
  while (await answers()) await new Promise((go) => setTimeout(go, 10));
  return seconds;
}

const answers = () =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );

await secondsToAnswer(); // builds when needed and makes the file
const seconds = [];
for (let run = 0; run < runs; run += 1) seconds.push(await secondsToAnswer());
seconds.sort((one, other) => one - other);
await rm(folder, { recursive: true, force: true });
const [least, middle, most] = [seconds[0], seconds[Math.floor(runs / 2)], seconds.at(-1)];
console.log(
  `second npm start until it answers, ${runs} runs: least ${least.toFixed(2)} s, median ${middle.toFixed(2)} s, most ${most.toFixed(2)} s`,
);
