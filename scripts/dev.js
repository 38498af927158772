import { built } from './built.js';
import { houseEnvironment, node } from './child.js';
import { installed } from './installed.js';

await installed();
// For the assets, which the watching compiler does not make.
await built();
process.exitCode = await node(
  ['node_modules/@nestjs/cli/bin/nest.js', 'start', '--watch', ...process.argv.slice(2)],
  {
    env: houseEnvironment,
  },
);
