import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** Why a note can be kept off a guest's print-out; there are no others (R27). */
export const hidingReasons: readonly ListEntry[] = [
  { code: 'names_someone', label: 'It names someone else' },
  { code: 'guest_asked', label: 'They asked that it not be on paper' },
];

export type HidingReason = 'names_someone' | 'guest_asked';

/** No note is kept off paper longer than this, in days, counted from the day on which it is written. */
export const MOST_DAYS_HIDDEN = 90;

/** A note that is kept off its guest's print-out until a day (R27). */
export class HiddenNote {
  guestNoteId: string;
  reason: HidingReason;
  /** The day from which it is on the print-out. */
  untilDay: Temporal.PlainDate;
  lookedAt: Temporal.Instant | null = null;
  lookedBy: string | null = null;
  openedAt: Temporal.Instant | null = null;
  openedBy: string | null = null;

  /** Throws a RuleViolation for `hiddenUntil` that is not after `today`, or too far away. */
  constructor(
    facts: { guestNoteId: string; reason: HidingReason; untilDay: Temporal.PlainDate | null },
    today: Temporal.PlainDate,
  ) {
    const { untilDay } = facts;
    if (untilDay === null)
      throw new RuleViolation('hiddenUntil', 'Enter the day from which they can have it on paper');
    if (!isBefore(today, untilDay))
      throw new RuleViolation('hiddenUntil', 'Enter a day that is still to come');
    if (isBefore(today.add({ days: MOST_DAYS_HIDDEN }), untilDay))
      throw new RuleViolation('hiddenUntil', `Enter a day within ${MOST_DAYS_HIDDEN} days`);
    this.guestNoteId = facts.guestNoteId;
    this.reason = facts.reason;
    this.untilDay = untilDay;
  }

  isHidden(today: Temporal.PlainDate): boolean {
    return this.openedAt === null && isBefore(today, this.untilDay);
  }

  /** A coordinator looks at it within a day (R27); until then it waits for one. */
  get waitsForALook(): boolean {
    return this.lookedAt === null && this.openedAt === null;
  }
}
