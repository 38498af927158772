import { node } from './child.js';
import { installed } from './installed.js';

const parts = {
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  lint: ['node_modules/eslint/bin/eslint.js', '.'],
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  build: ['scripts/build.js'],
};

await installed();
for (const [part, args] of Object.entries(parts)) {
  const passed = (await node(args)) === 0;
  console.log(`${passed ? 'passed' : 'failed'}: ${part}`);
  if (!passed) process.exitCode = 1;
}
