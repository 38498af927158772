import type { Temporal } from 'temporal-polyfill';
import { CannotUndo } from './conflict.js';
import { isBefore } from './days.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** They got the bed the others wait for (R16). */
const TAKES_TURN = 'bed_found';

/** How somebody's waiting can end, as it ships. */
export const waitlistOutcomes: readonly ListEntry[] = [
  { code: TAKES_TURN, label: 'A bed was found for them' },
  { code: 'elsewhere', label: 'Found something else' },
  { code: 'not_wanted', label: 'Does not want it any more' },
  { code: 'not_reached', label: 'Could not be reached' },
];

/** Nobody is asked again later than this, in days: a list nobody looks at helps nobody. */
const LONGEST_WAIT = 60;

/** How an entry ended that came of a call which was undone: in no list, and counted nowhere. */
export const ENTRY_UNDONE = 'undone';

/** Somebody who wants to stay and waits for a bed, in the order they asked (R16). Only a person ends the waiting. */
export class WaitlistEntry {
  /** The order in which they asked; given by the file. */
  number: number;
  id: string;
  /** Null once it is forgotten (R47). */
  name: string | null;
  need: string | null;
  askedAt: Temporal.Instant;
  askedOn: Temporal.PlainDate;
  personId: string;
  askAgainOn: Temporal.PlainDate;
  outcome: string | null = null;
  reason: string | null = null;
  closedAt: Temporal.Instant | null = null;
  closedBy: string | null = null;
  version = 1;

  /** Asked again the next day unless another is said. Throws a RuleViolation for `askAgainOn` as `askAgain` does. */
  constructor(
    facts: {
      id: string;
      name: string;
      need: string | null;
      askedAt: Temporal.Instant;
      personId: string;
      askAgainOn: Temporal.PlainDate | null;
    },
    house: House,
  ) {
    this.id = facts.id;
    this.name = facts.name;
    this.need = facts.need;
    this.askedAt = toMinute(facts.askedAt);
    this.askedOn = house.time.houseDay(facts.askedAt);
    this.personId = facts.personId;
    this.askAgain(facts.askAgainOn ?? this.askedOn.add({ days: 1 }), this.askedOn);
  }

  get isWaiting(): boolean {
    return this.outcome === null;
  }

  /** Nobody has asked them again by the day that was said: the shift rings or lets go (R16). */
  isDue(today: Temporal.PlainDate): boolean {
    return this.isWaiting && !isBefore(today, this.askAgainOn);
  }

  /** For how many house days they have been waiting; 0 on the day they asked. */
  daysWaiting(today: Temporal.PlainDate): number {
    return this.askedOn.until(today, { largestUnit: 'day' }).days;
  }

  /** Throws a RuleViolation for `askAgainOn` when that day is over or further away than anyone should wait unasked. */
  askAgain(day: Temporal.PlainDate, today: Temporal.PlainDate): void {
    if (isBefore(day, today)) {
      throw new RuleViolation('askAgainOn', 'This day is over. Choose one that is still to come');
    }
    if (isBefore(today.add({ days: LONGEST_WAIT }), day)) {
      throw new RuleViolation('askAgainOn', `Choose a day within ${LONGEST_WAIT} days`);
    }
    this.askAgainOn = day;
  }

  /**
   * Ends the waiting. Whoever gets the bed before somebody who asked earlier goes with a reason: throws a RuleViolation for
   * `reason` without one, for `outcome` when there is no such ending or the waiting is over (R16).
   */
  close(
    to: { outcome: string; reason: string | null },
    earlier: readonly WaitlistEntry[],
    by: { personId: string; at: Temporal.Instant; house: House },
  ): void {
    by.house.lists.of('waitlist-outcomes').check('outcome', to.outcome, 'Choose how the waiting ended');
    if (to.outcome === TAKES_TURN && earlier.some(({ isWaiting }) => isWaiting) && to.reason === null) {
      throw new RuleViolation('reason', 'Somebody asked earlier. Say why this person goes first');
    }
    this.outcome = to.outcome;
    this.reason = to.reason;
    this.closedAt = toMinute(by.at);
    this.closedBy = by.personId;
  }

  /** The call it came of was a slip (R24). Throws CannotUndo once somebody did something with it. */
  takeBack(by: { personId: string; at: Temporal.Instant }): void {
    if (!this.isWaiting || this.version > 1)
      throw new CannotUndo('Something was done about their waiting since then.');
    this.outcome = ENTRY_UNDONE;
    this.closedAt = toMinute(by.at);
    this.closedBy = by.personId;
  }

  /** The waiting goes on where it was (R24). */
  reopen(): void {
    this.outcome = this.reason = this.closedAt = this.closedBy = null;
  }
}
