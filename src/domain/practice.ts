import type { Role } from './person.js';

/** Who works in a practice house. Its sign-in page and the terminal name them, so that anyone can try each role. */
export const practicePeople: readonly { name: string; role: Role }[] = [
  { name: 'Marta', role: 'manager' },
  { name: 'Ines', role: 'coordinator' },
  { name: 'Theo', role: 'staff' },
  { name: 'Rosa', role: 'staff' },
];

/** Everyone's, and no secret: nobody in a practice house is real. */
export const PRACTICE_PASSPHRASE = 'a lamp on every porch';

/** What stands on every page of a practice house, and on what is printed from it. */
export const PRACTICE_WORDS = 'Practice house. Everyone here is invented.';
