import type { Temporal } from 'temporal-polyfill';

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
}
