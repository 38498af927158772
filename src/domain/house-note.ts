import type { Temporal } from 'temporal-polyfill';
import { isBefore, isEarlier } from './days.js';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';

export const noteLives = ['shift', 'done', 'date'] as const;

/** How long a house note is shown: this shift and the next, until somebody did it, or up to a day, that day included (R30). */
export type NoteLife = (typeof noteLives)[number];

/** Nobody plans further ahead than this, in days (R12). */
const FURTHEST_DAY = 400;

/**
 * Until when a note of the shift running at `at` is shown: through the next shift, for whom it is written. One that
 * ended with its own shift would be gone at the very handover (R30).
 */
export const lastsUntil = (at: Temporal.Instant, house: House): Temporal.Instant =>
  house.shiftEnd(house.shiftEnd(at));

/** What the next shift must know, apart from anything about one guest (R27). Never edited (R28). */
export class HouseNote {
  /** From one counter, given when it is written (R29). */
  number: number;
  id: string;
  text: string;
  lives: NoteLife;
  shiftEndsAt: Temporal.Instant | null;
  untilDay: Temporal.PlainDate | null;
  /** When it happened, if that is another time (R29): it places the note among the others, nothing else. */
  eventAt: Temporal.Instant | null;
  writtenAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
  /** For good, until somebody takes it down: wi-fi, boiler. It lives until it is done (R30). */
  isPinned: boolean;
  doneAt: Temporal.Instant | null = null;
  doneBy: string | null = null;

  /**
   * `untilDay` counts only for a note that lives until a day. Throws a RuleViolation for `until` when such a note has none,
   * or one that is over or too far away (R12); for `eventAt` in the future or too far back (R4).
   */
  constructor(
    facts: {
      number: number;
      id: string;
      text: string;
      lives: NoteLife;
      untilDay: Temporal.PlainDate | null;
      eventAt?: Temporal.Instant | null;
      isPinned?: boolean;
      writtenAt: Temporal.Instant;
      personId: string;
    },
    house: House,
  ) {
    this.number = facts.number;
    this.id = facts.id;
    this.text = facts.text;
    this.lives = facts.lives;
    this.shiftEndsAt = facts.lives === 'shift' ? lastsUntil(facts.writtenAt, house) : null;
    this.untilDay = facts.lives === 'date' ? facts.untilDay : null;
    this.eventAt = facts.eventAt ?? null;
    this.writtenAt = facts.writtenAt;
    this.houseDay = house.time.houseDay(facts.writtenAt);
    this.personId = facts.personId;
    this.isPinned = facts.isPinned ?? false;
    if (facts.lives === 'date') this.checkUntil();
    if (this.eventAt) house.checkRecent('eventAt', this.eventAt, this.writtenAt);
  }

  /** Where it stands among the others: when it happened, or when it was written (R29). */
  get placedAt(): Temporal.Instant {
    return this.eventAt ?? this.writtenAt;
  }

  /** Whether the house shows it at `now`: while it lives, and until the end of the shift in which it was done (R30). */
  isShown(now: Temporal.Instant, house: House): boolean {
    if (this.shiftEndsAt) return isEarlier(now, this.shiftEndsAt);
    if (this.untilDay) return !isBefore(this.untilDay, house.time.houseDay(now));
    return this.doneAt === null || !isEarlier(this.doneAt, house.shiftStart(now));
  }

  private checkUntil(): void {
    const { untilDay, houseDay } = this;
    if (!untilDay) throw new RuleViolation('until', 'Enter the last day it is shown');
    if (isBefore(untilDay, houseDay)) {
      throw new RuleViolation('until', 'This day is over. Enter a day that is still to come');
    }
    if (isBefore(houseDay.add({ days: FURTHEST_DAY }), untilDay)) {
      throw new RuleViolation('until', `Enter a day within ${FURTHEST_DAY} days`);
    }
  }
}
