import type { Temporal } from 'temporal-polyfill';
import type { AbsenceKind, AbsentNights } from './absent-nights.js';
import { isEarlier, laterDay } from './days.js';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';
import type { Stay } from './stay.js';

/** A guest is out of the house and their bed is kept (R21). No hour ends it, only what somebody records, or their leaving. */
export class Absence implements AbsentNights {
  id: string;
  stayId: string;
  kind: AbsenceKind;
  sinceAt: Temporal.Instant;
  sinceDay: Temporal.PlainDate;
  /** When they expect to be back; null for one who said nothing. */
  backBy: Temporal.Instant | null;
  /** What they asked us to do if they are not back when we expect them. */
  wish: string | null;
  backAt: Temporal.Instant | null = null;
  backDay: Temporal.PlainDate | null = null;
  /** `told-anew`: they said that they are away, or away for longer; the next absence goes on from there. */
  ending: 'back' | 'told-anew' | null = null;
  undoneAt: Temporal.Instant | null = null;

  /**
   * `seenAt` is when they were last seen, back or by a look. Throws a RuleViolation for `field` when `sinceAt` lies before the arrival
   * or before that.
   */
  constructor(
    facts: {
      id: string;
      stay: Pick<Stay, 'id' | 'arrivedAt'>;
      kind: AbsenceKind;
      sinceAt: Temporal.Instant;
      seenAt?: Temporal.Instant | null;
      backBy?: Temporal.Instant | null;
      wish?: string | null;
    },
    field: string,
    house: House,
  ) {
    const { stay, sinceAt, seenAt = null } = facts;
    if (isEarlier(sinceAt, stay.arrivedAt))
      throw new RuleViolation(field, 'They had not come yet. Enter a later time');
    if (seenAt && isEarlier(sinceAt, seenAt))
      throw new RuleViolation(field, 'They were seen after that. Enter a later time');
    this.id = facts.id;
    this.stayId = stay.id;
    this.kind = facts.kind;
    this.sinceAt = sinceAt;
    this.sinceDay = house.time.houseDay(sinceAt);
    this.backBy = facts.backBy ?? null;
    this.wish = facts.wish ?? null;
  }

  get isOpen(): boolean {
    return this.backAt === null && this.undoneAt === null;
  }

  /** Expected by now and not back: it is said, and changes nothing (R21). */
  isLate(now: Temporal.Instant): boolean {
    return this.isOpen && this.backBy !== null && isEarlier(this.backBy, now);
  }

  /** Said once more: they are away until then, and this is what we do if not. */
  saysTheSame(backBy: Temporal.Instant, wish: string | null): boolean {
    return this.backBy?.equals(backBy) === true && this.wish === wish;
  }

  /** Throws a RuleViolation for `field` when `at` lies before it began. */
  end(field: string, at: Temporal.Instant, ending: 'back' | 'told-anew', house: House): void {
    if (isEarlier(at, this.sinceAt))
      throw new RuleViolation(field, 'They were out of the house only after that. Enter a later time');
    this.backAt = at;
    this.backDay = laterDay(house.time.houseDay(at), this.sinceDay);
    this.ending = ending;
  }

  /** They are back already; `at` is when somebody else says they came, null when they do not say. */
  isBackSince(at: Temporal.Instant | null): boolean {
    return this.ending === 'back' && (at === null || at.equals(this.backAt!));
  }

  /** It goes on after all: its end was a slip (R24). */
  takeBackEnd(): void {
    this.backAt = null;
    this.backDay = null;
    this.ending = null;
  }
}

/** Throws a RuleViolation for `backBy` when that was over as they said it: whoever is expected is expected later. */
export function checkBackBy(backBy: Temporal.Instant, saidAt: Temporal.Instant): void {
  if (!isEarlier(saidAt, backBy))
    throw new RuleViolation('backBy', 'This time is over. Enter when they expect to be back');
}

/** The latest time of all, for `Not seen` in one click: this shift began, or they were seen in it. No earlier night changes. */
export const notSeenSince = (
  house: House,
  now: Temporal.Instant,
  seen: readonly (Temporal.Instant | null)[],
): Temporal.Instant => latestOf([house.shiftStart(now), ...seen])!;

/** When they were last known to be here, by being back or by somebody's look; null when nobody said either. */
export const lastSeen = (last: Absence | null, lookedAt: Temporal.Instant | null): Temporal.Instant | null =>
  latestOf([last?.backAt ?? null, lookedAt]);

const latestOf = (moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  moments.reduce((last, at) => (at && (last === null || isEarlier(last, at)) ? at : last), null);

/** The one that began last, or null; of several in one minute the one that lasted longest. */
export const latestAbsence = (absences: readonly Absence[]): Absence | null =>
  absences.reduce<Absence | null>((last, each) => (last && !isLater(each, last) ? last : each), null);

function isLater(one: Absence, other: Absence): boolean {
  if (!one.sinceAt.equals(other.sinceAt)) return isEarlier(other.sinceAt, one.sinceAt);
  return one.backAt === null || (other.backAt !== null && isEarlier(other.backAt, one.backAt));
}
