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
  'name',
  'reopen',
  'alive',
] as const;
export type Correction = (typeof corrections)[number];

/** What decides whether something can be corrected. */
export interface CorrectionFacts {
  stay: Pick<Stay, 'leftAt' | 'undoneAt'>;
  parts: readonly Pick<BedSegment, 'toAt'>[];
  role: Role;
  /** That the guest died: it ended this stay or another one of theirs, or it was after they left (R50). */
  death: 'ended it' | 'ended another' | 'later' | null;
}

/**
 * For each correction whether this person can make it now: `why` is null, or why not, in words for the page (R25, R53). That
 * somebody has not died is no question where nobody wrote it.
 */
export const correctionsOf = (facts: CorrectionFacts): { correction: Correction; why: string | null }[] =>
  corrections
    .filter((correction) => correction !== 'alive' || hasDiedSince(facts))
    .map((correction) => ({ correction, why: whyNotCorrect(correction, facts) }));

/** Why this cannot be corrected, or null when it can. */
export function whyNotCorrect(correction: Correction, facts: CorrectionFacts): string | null {
  if (facts.stay.undoneAt) return 'This check-in was undone.';
  if (!mayDo(facts.role, correction === 'reopen' ? 'stays.reopen' : 'stays.correct'))
    return 'A coordinator can put this right.';
  return inTheWay[correction]?.(facts) ?? null;
}

const hasDiedSince = ({ death }: CorrectionFacts): boolean => death === 'later' || death === 'ended another';

/** Where it ended a stay that one is opened again: the stay and the death are put right together. */
const whyNotAlive = ({ death }: CorrectionFacts): string | null => {
  if (death === 'ended another') return 'It ended another stay of theirs. Put it right on that page.';
  return death === 'later' ? null : 'Nobody wrote that they died.';
};

const whyHere = ({ stay }: CorrectionFacts): string | null =>
  stay.leftAt === null ? 'They are still here.' : null;
const whyDied = (facts: CorrectionFacts): string | null =>
  facts.death === 'ended it' ? 'The stay ended with a death.' : whyHere(facts);

const inTheWay: Partial<Record<Correction, (facts: CorrectionFacts) => string | null>> = {
  leftAt: whyHere,
  ending: whyDied,
  destination: whyDied,
  reopen: (facts) => (hasDiedSince(facts) ? 'They have died since.' : whyHere(facts)),
  alive: whyNotAlive,
  bed: ({ parts }) =>
    parts.every(({ toAt }) => toAt === null) ? 'They are in their first bed. Move them instead.' : null,
};
