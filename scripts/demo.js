import { built } from './built.js';
import { houseEnvironment, houseFlags, node } from './child.js';
import { installed } from './installed.js';

await installed();
await built();
process.stderr.write('Making a practice house, a year of invented stays. This takes a few seconds.\n');
process.exitCode = await node([...houseFlags, 'dist/main.js', ...process.argv.slice(2)], {
  env: { ...houseEnvironment, HOUSE_DEMO: 'yes' },
});
