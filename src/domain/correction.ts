import type { BedSegment } from './bed-segment.js';
import { mayDo } from './permissions.js';
import type { Role } from './person.js';
import type { Stay } from './stay.js';

/** What a coordinator can put right in a stay (R53), in the order in which a page asks. */
export const corrections = [
  'arrivedAt',
  'leftAt',
  'ending',
  'destination',
  'bed',
  'guest',
  'reopen',
] as const;
export type Correction = (typeof corrections)[number];

/** What decides whether something can be corrected. */
export interface CorrectionFacts {
  stay: Pick<Stay, 'leftAt' | 'undoneAt'>;
  parts: readonly Pick<BedSegment, 'toAt'>[];
  role: Role;
}

/** For each correction whether this person can make it now: `why` is null, or why not, in words for the page (R25, R53). */
export const correctionsOf = (facts: CorrectionFacts): { correction: Correction; why: string | null }[] =>
  corrections.map((correction) => ({ correction, why: whyNotCorrect(correction, facts) }));

/** Why this cannot be corrected, or null when it can. */
export function whyNotCorrect(correction: Correction, { stay, parts, role }: CorrectionFacts): string | null {
  if (stay.undoneAt) return 'This check-in was undone.';
  if (!mayDo(role, correction === 'reopen' ? 'stays.reopen' : 'stays.correct'))
    return 'A coordinator can put this right.';
  if (ofTheEnd.includes(correction) && stay.leftAt === null) return 'They are still here.';
  if (correction === 'bed' && parts.every(({ toAt }) => toAt === null))
    return 'They are in their first bed. Move them instead.';
  return null;
}

const ofTheEnd: readonly Correction[] = ['leftAt', 'ending', 'destination', 'reopen'];
