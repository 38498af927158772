import { CannotOpen } from '../database/refusals.js';
import { WrongSettings } from '../settings.js';
import { type Command, commands } from './commands.js';

const [name = '--help', ...args] = process.argv.slice(2);

function help(): string {
  const lines = Object.values(commands).map(
    ({ usage, help }) => `  npm run house -- ${usage}\n      ${help}`,
  );
  return ['What the house file can be asked from the terminal:', '', ...lines].join('\n');
}

async function run(command: Command): Promise<number> {
  if (args.includes('--help')) {
    console.log(`npm run house -- ${command.usage}\n${command.help}`);
    return 0;
  }
  return command.run(args);
}

try {
  const command = Object.hasOwn(commands, name) ? commands[name]! : null;
  if (!command) console.log(help());
  process.exitCode = command ? await run(command) : name === '--help' ? 0 : 2;
} catch (error) {
  const isPlain = error instanceof CannotOpen || error instanceof WrongSettings;
  console.error(isPlain ? error.message : error);
  process.exitCode = isPlain && error.message.includes('running') ? 3 : 1;
}
