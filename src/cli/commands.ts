import { backUp, verify } from './file.js';
import { addPerson, resetPerson } from './people.js';

export interface Command {
  /** One line for `--help`. */
  help: string;
  usage: string;
  run(args: readonly string[]): Promise<number>;
}

/** What `npm run house -- COMMAND` can do. Exit code 0: done; 1: found something wrong; 2: wrong words; 3: Porchlight is running. */
export const commands: Record<string, Command> = {
  'person:add': {
    help: 'adds someone who works here; asks for their passphrase',
    usage: 'person:add NAME staff|coordinator|manager',
    run: addPerson,
  },
  'person:reset': {
    help: 'gives someone a new passphrase, and lets them in again',
    usage: 'person:reset NAME',
    run: resetPerson,
  },
  backup: {
    help: 'copies the house file beside the running house and checks the copy',
    usage: 'backup [--json]',
    run: backUp,
  },
  verify: {
    help: 'reads the whole house file and says whether it is sound',
    usage: 'verify [--json]',
    run: verify,
  },
};
