import { built } from './built.js';
import { houseEnvironment, houseFlags, node } from './child.js';
import { installed } from './installed.js';

await installed();
// Some tests start the real house from dist as a process of its own.
await built();
process.exitCode = await node(
  ['--experimental-vm-modules', ...houseFlags, 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
  { env: houseEnvironment },
);
