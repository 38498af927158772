import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import { RuleViolation } from './rule-violation.js';

const MOST_MONTHS = 6;

/** The last day on which a line that begins on this one can still hold (R16). */
export const lastDayFor = (fromDay: Temporal.PlainDate): Temporal.PlainDate =>
  fromDay.add({ months: MOST_MONTHS });

/**
 * "Please talk with a coordinator first": a dated line about a guest, with a plain reason and an end (R16). It bars nobody.
 * The guest is told, can read it and answer it.
 */
export class TalkFirst {
  id: string;
  guestId: string;
  reason: string;
  fromDay: Temporal.PlainDate;
  /** The last house day on which it holds. */
  untilDay: Temporal.PlainDate;
  madeAt: Temporal.Instant;
  personId: string;
  toldAt: Temporal.Instant | null = null;
  toldBy: string | null = null;
  /** What the guest says to it, in their own words. */
  answer: string | null = null;
  endedAt: Temporal.Instant | null = null;
  endedBy: string | null = null;
  version = 1;

  /** Throws a RuleViolation for `untilDay` when that day is over, or further away than any line may reach. */
  constructor(
    facts: {
      id: string;
      guestId: string;
      reason: string;
      untilDay: Temporal.PlainDate;
      isTold: boolean;
      madeAt: Temporal.Instant;
      personId: string;
    },
    house: House,
  ) {
    this.id = facts.id;
    this.guestId = facts.guestId;
    this.reason = facts.reason;
    this.fromDay = house.time.houseDay(facts.madeAt);
    checkUntil(facts.untilDay, this.fromDay);
    this.untilDay = facts.untilDay;
    this.madeAt = toMinute(facts.madeAt);
    this.personId = facts.personId;
    if (facts.isTold) this.tell(null, { personId: facts.personId, at: facts.madeAt });
  }

  /** Whether it holds on this house day. */
  isInForce(today: Temporal.PlainDate): boolean {
    return this.endedAt === null && !isBefore(this.untilDay, today);
  }

  /** The guest was told, the first time counts; what they said to it stands as they said it last. */
  tell(answer: string | null, by: { personId: string; at: Temporal.Instant }): void {
    this.answer = answer ?? this.answer;
    if (this.toldAt) return;
    this.toldAt = toMinute(by.at);
    this.toldBy = by.personId;
  }

  end(by: { personId: string; at: Temporal.Instant }): void {
    this.endedAt = toMinute(by.at);
    this.endedBy = by.personId;
  }

  /** It holds on as it did (R24). */
  goOn(): void {
    this.endedAt = this.endedBy = null;
  }
}

/** Whether a coordinator was talked with before somebody was welcomed; either way they are. */
export const talkedAnswers = ['talked', 'not-reached'] as const;
export type Talked = (typeof talkedAnswers)[number];

function checkUntil(untilDay: Temporal.PlainDate, fromDay: Temporal.PlainDate): void {
  if (isBefore(untilDay, fromDay))
    throw new RuleViolation('untilDay', 'This day is over. Choose one to come');
  if (isBefore(lastDayFor(fromDay), untilDay))
    throw new RuleViolation('untilDay', `Choose a day within ${MOST_MONTHS} months`);
}
