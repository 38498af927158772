import { Temporal } from 'temporal-polyfill';
import { isBefore, isEarlier, laterDay } from './days.js';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';
import type { Stay } from './stay.js';
import type { NightsInBed } from './stay-limits.js';

/** The part of a stay that is spent in one bed; the parts of a stay tile it without a gap (R20). */
export class BedSegment {
  id: string;
  stayId: string;
  bedId: string;
  fromAt: Temporal.Instant;
  fromDay: Temporal.PlainDate;
  toAt: Temporal.Instant | null;
  toDay: Temporal.PlainDate | null;
  undoneAt: Temporal.Instant | null = null;
  /** 1 for the bed they came to, then one more with each move: several can begin in one minute. */
  place: number;

  /** Begins with the arrival, or where the part `after` ended; ends with a stay that is over. */
  constructor(facts: { id: string; stay: Stay; bedId: string; after?: BedSegment }) {
    const { stay, after } = facts;
    this.id = facts.id;
    this.stayId = stay.id;
    this.bedId = facts.bedId;
    this.fromAt = after?.toAt ?? stay.arrivedAt;
    this.fromDay = after?.toDay ?? stay.arrivalDay;
    this.toAt = stay.leftAt;
    this.toDay = stay.departureDay;
    this.place = (after?.place ?? 0) + 1;
  }

  /**
   * The guest leaves this bed at `at`: the night of that house day is not this bed's any more (R20). Throws a RuleViolation
   * for `field` when they were not in it yet.
   */
  end(field: string, at: Temporal.Instant, house: House): void {
    if (isEarlier(at, this.fromAt)) {
      throw new RuleViolation(field, 'They came to this bed later than that. Enter a later time');
    }
    this.toAt = at;
    this.toDay = laterDay(house.time.houseDay(at), this.fromDay);
  }

  /**
   * The first part begins with the arrival, at whichever time that was (R53). Throws a RuleViolation for `field` when they
   * were in another bed by then.
   */
  beginWith(field: string, { arrivedAt, arrivalDay }: Pick<Stay, 'arrivedAt' | 'arrivalDay'>): void {
    if (this.toAt && this.toDay && (isEarlier(this.toAt, arrivedAt) || isBefore(this.toDay, arrivalDay)))
      throw new RuleViolation(field, 'They were in another bed by then. Enter an earlier time');
    this.fromAt = arrivedAt;
    this.fromDay = arrivalDay;
  }

  /** They were still in it: its end was a slip (R24). */
  takeBackEnd(): void {
    this.toAt = null;
    this.toDay = null;
  }
}

/** The parts of a stay in the order they were slept in. */
export const inOrder = (parts: readonly BedSegment[]): BedSegment[] =>
  [...parts].sort((one, other) => one.place - other.place);

/** The nights of a stay by the beds they are slept in, the last part up to `endDay` unless it has ended (R20). */
export const nightsOf = (parts: readonly BedSegment[], endDay: Temporal.PlainDate): NightsInBed[] =>
  parts.map(({ bedId, fromDay, toDay }) => ({
    bedId,
    firstNight: fromDay,
    endNight: toDay ?? laterDay(endDay, fromDay),
  }));
