import type { Named } from '../house/planned.service.js';

/** Who is on shift and on call, a line each; null for a part with nobody in it. */
export function peopleLines(people: readonly Named[]) {
  const namesOf = (role: Named['entry']['role']): string =>
    [...new Set(people.filter(({ entry }) => entry.role === role).map(wordsOf))].join(', ');
  return { onShift: namesOf('shift') || null, onCall: namesOf('on-call') || null };
}

const wordsOf = ({ name, entry }: Named): string =>
  entry.role === 'on-call' && entry.phone ? `${name} ${entry.phone}` : name;
