import { paths } from './paths.js';

/** What board and shift page say of the waitlist: counts only, no name (R16). Null when nobody waits. */
export function waitlistLine({ waiting, due }: { waiting: number; due: number }) {
  if (waiting === 0) return null;
  return {
    words: `${waiting} on the waitlist`,
    more: due > 0 ? ` · ${due} to ask again` : '',
    href: paths.waitlist(),
  };
}
