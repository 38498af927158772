import type { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import type { leftAboutAnswers } from './departure.js';
import { RuleViolation } from './rule-violation.js';
import type { Stay } from './stay.js';

/** A guest who died, here or after they left (R50). One that was written by mistake stays on file, marked. */
export class Death {
  id: string;
  guestId: string;
  /** The stay on whose page it was written down. */
  stayId: string;
  diedAt: Temporal.Instant;
  /** How well the time is known; 'not-known' is the time they were found, or we heard of it. */
  about: (typeof leftAboutAnswers)[number];
  writtenAt: Temporal.Instant;
  personId: string;
  undoneAt: Temporal.Instant | null = null;

  /** Throws a RuleViolation for `diedAt` when it lies before they came, or before they left alive. */
  constructor(
    facts: Pick<Death, 'id' | 'diedAt' | 'about' | 'writtenAt' | 'personId'>,
    stay: Pick<Stay, 'id' | 'guestId' | 'arrivedAt' | 'leftAt'>,
  ) {
    checkTime('diedAt', facts.diedAt, stay);
    this.id = facts.id;
    this.guestId = stay.guestId;
    this.stayId = stay.id;
    this.diedAt = facts.diedAt;
    this.about = facts.about;
    this.writtenAt = facts.writtenAt;
    this.personId = facts.personId;
  }
}

function checkTime(
  field: string,
  at: Temporal.Instant,
  { arrivedAt, leftAt }: Pick<Stay, 'arrivedAt' | 'leftAt'>,
): void {
  if (isEarlier(at, arrivedAt))
    throw new RuleViolation(field, 'This is before they came. Enter a later time');
  if (leftAt && isEarlier(at, leftAt))
    throw new RuleViolation(field, 'They left after that. Enter a later time');
}
