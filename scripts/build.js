import { built } from './built.js';
import { installed } from './installed.js';

await installed();
await built();
