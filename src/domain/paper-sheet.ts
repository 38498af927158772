import type { Temporal } from 'temporal-polyfill';
import { OutOfOrder } from './conflict.js';
import { isEarlier } from './days.js';
import { RuleViolation } from './rule-violation.js';

/** What a line on paper can be about, in the order in which the page offers them (R52). */
export const paperKinds = [
  'arrived',
  'left',
  'moved',
  'away',
  'notSeen',
  'back',
  'ready',
  'note',
  'call',
  'closed',
  'kept',
] as const;
export type PaperKindCode = (typeof paperKinds)[number];

/** What was written by hand while the computer was down, from its first line until somebody says that all of it is in. */
export class PaperSheet {
  id: string;
  begunAt: Temporal.Instant;
  begunBy: string;
  endedAt: Temporal.Instant | null = null;
  endedBy: string | null = null;

  constructor(facts: Pick<PaperSheet, 'id' | 'begunAt' | 'begunBy'>) {
    this.id = facts.id;
    this.begunAt = facts.begunAt;
    this.begunBy = facts.begunBy;
  }
}

/** Who wrote it by hand: somebody who works here, or a name that stands on the paper; one of the two. */
export interface PaperWriter {
  writerId: string | null;
  writerName: string | null;
}

/** One line of a sheet: when it happened, who wrote it, and the act or the note it became. */
export class PaperLine implements PaperWriter {
  /** In the order in which they were keyed in. */
  number: number;
  id: string;
  sheetId: string;
  kind: PaperKindCode;
  happenedAt: Temporal.Instant;
  writerId: string | null;
  writerName: string | null;
  actId: string | null;
  noteId: string | null;
  keyedBy: string;
  keyedAt: Temporal.Instant;

  constructor(facts: Omit<PaperLine, 'number'>) {
    Object.assign(this, facts);
  }
}

export const WHO_WROTE_IT = 'Choose who wrote it, or write their name';

/** Throws a RuleViolation unless exactly one of the two is said. */
export function writerOf(personId: string, name: string): PaperWriter {
  if (personId === '' && name === '') throw new RuleViolation('writer', WHO_WROTE_IT);
  if (personId !== '' && name !== '')
    throw new RuleViolation('writerName', 'Choose someone above, or write a name, not both');
  return { writerId: personId || null, writerName: name || null };
}

/**
 * Throws OutOfOrder when `at` lies before the last line of the sheet and nobody said yet that this is right: the order in
 * which things happened decides who has which bed.
 */
export function checkOrder(at: Temporal.Instant, lastAt: Temporal.Instant | null, isSaid: boolean): void {
  if (lastAt !== null && isEarlier(at, lastAt) && !isSaid) throw new OutOfOrder(at, lastAt);
}
