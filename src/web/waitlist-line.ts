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

/** And of callers who asked to be rung: counts only, no name (R15). Null when nobody waits for it. */
export function ringLine({ waiting, due }: { waiting: number; due: number }) {
  if (waiting === 0) return null;
  return {
    words: `${waiting} to ring back`,
    more: due > 0 ? ` · ${due} ${due === 1 ? 'waits' : 'wait'} now` : '',
    href: paths.calls(),
  };
}
