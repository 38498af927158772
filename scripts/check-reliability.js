// Tries the promises that tests of a moment cannot: npm run check:reliability -- [--full] [--seed N]
import { parseArgs } from 'node:util';
import { built } from './built.js';
import { houseEnvironment, houseFlags, node, stop } from './child.js';
import { installed } from './installed.js';

const { values } = parseArgs({ options: { full: { type: 'boolean' }, seed: { type: 'string' } } });
if (values.seed !== undefined && !/^\d{1,9}$/.test(values.seed)) stop('The seed is a number, such as 7.');

await installed();
await built();
const seeds = values.seed ?? (values.full ? '1, 2, 3' : '1');
console.log(`${values.full ? 'All of it' : 'The short form'}, with the seed ${seeds}.`);
process.exitCode = await node(
  [
    '--experimental-vm-modules',
    ...houseFlags,
    'node_modules/jest/bin/jest.js',
    '-i',
    '--verbose',
    'test/reliability',
    'test/database/hostile',
  ],
  {
    env: {
      ...houseEnvironment,
      RELIABILITY: values.full ? 'full' : 'short',
      RELIABILITY_SEED: values.seed ?? '',
    },
  },
);
for (const promise of ['a power cut (P5)', 'a disk that fails at the N-th write (P6)'])
  console.log(`not run here: ${promise}`);
