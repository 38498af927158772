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

const whereIn = (error: unknown): string =>
  error instanceof Error
    ? [
        error.constructor.name,
        ...(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)),
      ].join('\n')
    : 'Something went wrong';

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
  // The message of any other error may carry what was typed, and worse
  console.error(isPlain ? error.message : whereIn(error));
  process.exitCode = isPlain && error.message.includes('running') ? 3 : 1;
}
