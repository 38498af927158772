import type { Temporal } from 'temporal-polyfill';
import { isEarlier } from './days.js';
import { RuleViolation } from './rule-violation.js';

/** A bed between a guest's leaving and "ready" (R10). It never stands in the way of a guest, it asks once. */
export class Turnover {
  id: string;
  bedId: string;
  segmentId: string;
  sinceAt: Temporal.Instant;
  endedAt: Temporal.Instant | null = null;
  /** Empty when a later departure or an undo ended it: only a "ready" is measured. */
  readyBy: string | null = null;

  constructor(facts: { id: string; bedId: string; segmentId: string; sinceAt: Temporal.Instant }) {
    this.id = facts.id;
    this.bedId = facts.bedId;
    this.segmentId = facts.segmentId;
    this.sinceAt = facts.sinceAt;
  }

  /** The bed is made up at `at`. Throws a RuleViolation for `field` when somebody was still in it then. */
  end(field: string, at: Temporal.Instant, readyBy: string): void {
    if (isEarlier(at, this.sinceAt))
      throw new RuleViolation(field, 'The bed was left later than that. Enter a later time');
    this.endedAt = at;
    this.readyBy = readyBy;
  }
}
