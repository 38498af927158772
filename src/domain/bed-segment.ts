import type { Temporal } from 'temporal-polyfill';
import type { Stay } from './stay.js';

/** The part of a stay that is spent in one bed; the parts of a stay tile it without a gap (R20). */
export class BedSegment {
  id: string;
  stayId: string;
  bedId: string;
  fromAt: Temporal.Instant;
  fromDay: Temporal.PlainDate;
  toAt: Temporal.Instant | null = null;
  toDay: Temporal.PlainDate | null = null;
  undoneAt: Temporal.Instant | null = null;

  constructor(facts: { id: string; stay: Stay; bedId: string }) {
    this.id = facts.id;
    this.stayId = facts.stay.id;
    this.bedId = facts.bedId;
    this.fromAt = facts.stay.arrivedAt;
    this.fromDay = facts.stay.arrivalDay;
  }
}
