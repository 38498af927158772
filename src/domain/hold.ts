import type { Temporal } from 'temporal-polyfill';
import { isBefore, isEarlier } from './days.js';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';
import { FURTHEST_PLAN } from './stay.js';

/** How a hold ended: its guest came, a person let it go, its hour passed, or it was a slip. */
export type HoldEnding = 'used' | 'let-go' | 'lapsed' | 'undone';

/** A bed kept for somebody, with or without a name, until an hour that is said (R14). Its claim has the same id. */
export class Hold {
  id: string;
  bedId: string;
  guestName: string | null;
  guestId: string | null;
  firstNight: Temporal.PlainDate;
  /** The day they would leave: nights d with `firstNight <= d < endNight`. */
  endNight: Temporal.PlainDate;
  /** From this instant on it holds nothing, whether or not that is written yet. */
  keepUntil: Temporal.Instant;
  reason: string | null;
  madeBy: string;
  madeAt: Temporal.Instant;
  endedAt: Temporal.Instant | null = null;
  /** The house day on which it ended: nights after it were not held (measures: held, not used). */
  endedOn: Temporal.PlainDate | null = null;
  ending: HoldEnding | null = null;
  version = 1;

  /** Throws a RuleViolation when the first night is over, the hour is past, or the nights are none or too far away. */
  constructor(
    facts: Pick<
      Hold,
      'id' | 'bedId' | 'guestName' | 'guestId' | 'firstNight' | 'keepUntil' | 'reason' | 'madeBy'
    > & { nights: number },
    house: House,
    now: Temporal.Instant,
  ) {
    const { nights, ...rest } = facts;
    Object.assign(this, rest);
    this.madeAt = now;
    this.endNight = this.firstNight.add({ days: nights });
    this.checkNights(nights, house.time.houseDay(now));
    checkHour(this.keepUntil, now);
  }

  /** Keeps nothing any more: it was ended, or its hour has come (R14). */
  isOver(now: Temporal.Instant): boolean {
    return this.ending !== null || !isEarlier(now, this.keepUntil);
  }

  /** Ends it at `at`; the nights from then on are free at once. */
  end(ending: HoldEnding, at: Temporal.Instant, house: House): void {
    this.ending = ending;
    this.endedAt = at;
    this.endedOn = house.time.houseDay(at);
  }

  /** Keeps it until another hour. Throws a RuleViolation for `keepUntil` when that is past. */
  keepLonger(keepUntil: Temporal.Instant, now: Temporal.Instant): void {
    checkHour(keepUntil, now);
    this.keepUntil = keepUntil;
  }

  private checkNights(nights: number, today: Temporal.PlainDate): void {
    if (nights < 1) throw new RuleViolation('nights', 'Choose at least one night');
    if (isBefore(this.firstNight, today)) {
      throw new RuleViolation('firstNight', 'This night is over. Choose one that is still to come');
    }
    if (isBefore(today.add({ days: FURTHEST_PLAN }), this.endNight)) {
      throw new RuleViolation('firstNight', `Choose a night within ${FURTHEST_PLAN} days`);
    }
  }
}

function checkHour(keepUntil: Temporal.Instant, now: Temporal.Instant): void {
  if (!isEarlier(now, keepUntil)) {
    throw new RuleViolation('keepUntil', 'This hour is past. Enter a time that is still to come');
  }
}
