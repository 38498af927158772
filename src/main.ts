import { startHouse } from './house-server.js';
import { CannotOpen } from './database/refusals.js';
import { WrongSettings } from './settings.js';

try {
  console.log((await startHouse(process.env)).join('\n'));
} catch (error) {
  // What a person can mend is said in a sentence; anything else keeps its stack for whoever maintains this
  const isPlain = error instanceof CannotOpen || error instanceof WrongSettings;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
