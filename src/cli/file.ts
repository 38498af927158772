import { join } from 'node:path';
import { SystemClock } from '../clock/system-clock.js';
import { backUpHouse, verifyHouse } from '../database/beside.js';
import { readSettings } from '../settings.js';

/** `backup [--json]`: a checked copy, made beside the running house. */
export async function backUp(args: readonly string[]): Promise<number> {
  const { dataDir } = readSettings(process.env);
  const file = await backUpHouse(dataDir, new SystemClock().now());
  console.log(args.includes('--json') ? JSON.stringify({ file }) : `A checked copy stands at ${file}`);
  return 0;
}

/** `verify [--json]`: the whole file is read; exit code 1 when it is not sound. */
export async function verify(args: readonly string[]): Promise<number> {
  const { dataDir } = readSettings(process.env);
  const problem = await verifyHouse(dataDir);
  const file = join(dataDir, 'house.sqlite');
  if (args.includes('--json')) console.log(JSON.stringify({ file, sound: problem === null, problem }));
  else console.log(problem ?? `${file} is sound.`);
  return problem === null ? 0 : 1;
}
