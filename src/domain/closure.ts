import type { Temporal } from 'temporal-polyfill';
import type { Bed } from './bed.js';
import { isBefore, laterDay } from './days.js';
import type { House } from './house.js';
import type { HouseList } from './house-list.js';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';
import { FURTHEST_PLAN } from './stay.js';

/** Why a bed is out of use (R11), as it ships. Only the bed's own page shows it. */
export const closureReasons: readonly ListEntry[] = [
  { code: 'deep_clean', label: 'Deep cleaning' },
  { code: 'repair', label: 'Something is broken' },
  { code: 'no_staff', label: 'Not enough staff' },
  { code: 'other_use', label: 'Room needed otherwise' },
  { code: 'not_shown', label: 'A reason we don’t show' },
];

/** How a closure ended before its last night: the bed is used again, it never began, or it was a slip. */
export type ClosureEnding = 'used-again' | 'cancelled' | 'undone';

/** What can be changed of a closure; without a last night it lasts until somebody ends it. */
export type ClosureDates = Pick<Closure, 'firstNight' | 'lastNight' | 'reason' | 'note'>;

/** A bed out of use from its first night to its last, that one included, or until somebody ends it (R11). */
export class Closure {
  id: string;
  bedId: string;
  firstNight: Temporal.PlainDate;
  lastNight: Temporal.PlainDate | null;
  reason: string;
  note: string | null;
  /** A coordinator's; what is closed from now on by a shift waits for a coordinator's look. */
  isPlanned: boolean;
  madeBy: string;
  madeAt: Temporal.Instant;
  seenBy: string | null = null;
  seenAt: Temporal.Instant | null = null;
  endedAt: Temporal.Instant | null = null;
  /** The house day on which it ended: from that night on the bed is in use again. */
  endedOn: Temporal.PlainDate | null = null;
  ending: ClosureEnding | null = null;
  version = 1;

  /** Throws a RuleViolation when the first night is over, the last comes before it, or a night is too far away. */
  constructor(
    facts: ClosureDates & Pick<Closure, 'id' | 'bedId' | 'isPlanned' | 'madeBy'>,
    house: House,
    now: Temporal.Instant,
  ) {
    Object.assign(this, facts);
    this.madeAt = now;
    const today = house.time.houseDay(now);
    if (isBefore(this.firstNight, today)) throw overAlready('firstNight');
    closureReasonsOf(house).check('reason', this.reason, NO_REASON);
    checkDates(facts, today);
  }

  /** The day the bed is in use again, as far as anyone plans: open closures claim up to the bed's last night or 400 days (R12). */
  endNight(bed: Pick<Bed, 'lastNight'>, today: Temporal.PlainDate): Temporal.PlainDate {
    return closedUntil(this, bed, today);
  }

  hasBegun(today: Temporal.PlainDate): boolean {
    return !isBefore(today, this.firstNight);
  }

  /** Keeps the bed from nobody any more: ended by a person, or its last night is over. */
  isOver(today: Temporal.PlainDate): boolean {
    return this.ending !== null || (this.lastNight !== null && isBefore(this.lastNight, today));
  }

  /** Made on a shift, and no coordinator has looked at it yet (R11). */
  get isUnseen(): boolean {
    return !this.isPlanned && this.seenBy === null && this.ending === null;
  }

  /**
   * Takes these dates, reason and note; answers what changed, each from and to, or null when all is as it was (R11). Throws
   * a RuleViolation for nights that are over or too far away.
   */
  change(to: ClosureDates, house: House, today: Temporal.PlainDate): Record<string, string | null> | null {
    const changes = changesOf(this, to);
    if (changes === null) return null;
    if (this.isOver(today)) throw new RuleViolation('main', 'This is over. Close the bed anew');
    if (changes.firstNightTo !== undefined && isBefore(earlierOf(this.firstNight, to.firstNight), today)) {
      throw overAlready('firstNight');
    }
    if (to.lastNight && isBefore(to.lastNight, today)) throw overAlready('lastNight');
    closureReasonsOf(house).check('reason', to.reason, NO_REASON, this.reason);
    checkDates(to, today);
    Object.assign(this, to);
    return changes;
  }

  /** Ends it: the bed is in use again from this house day on, or the closure never begins. Throws for one that is over. */
  end(at: Temporal.Instant, house: House): void {
    const today = house.time.houseDay(at);
    if (this.isOver(today)) throw new RuleViolation('main', 'This is over already');
    this.endAs(this.hasBegun(today) ? 'used-again' : 'cancelled', at, house);
  }

  /** It was a slip, and counts for nothing (R24). */
  undo(at: Temporal.Instant, house: House): void {
    this.endAs('undone', at, house);
  }

  private endAs(ending: ClosureEnding, at: Temporal.Instant, house: House): void {
    this.ending = ending;
    this.endedAt = at;
    this.endedOn = house.time.houseDay(at);
  }
}

/** The end of the nights a closure claims; see `Closure.endNight`. It wants one night at least, also of a bed that is gone by then. */
export function closedUntil(
  { firstNight, lastNight }: Pick<ClosureDates, 'firstNight' | 'lastNight'>,
  bed: Pick<Bed, 'lastNight'>,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const furthest = today.add({ days: FURTHEST_PLAN });
  const end = (lastNight ?? bed.lastNight)?.add({ days: 1 }) ?? furthest;
  const planned = lastNight || isBefore(end, furthest) ? end : furthest;
  return laterDay(planned, firstNight.add({ days: 1 }));
}

const NO_REASON = 'Choose a reason';

const closureReasonsOf = ({ lists }: House): HouseList => lists.of('closure-reasons');

function checkDates({ firstNight, lastNight }: ClosureDates, today: Temporal.PlainDate): void {
  if (lastNight && isBefore(lastNight, firstNight)) {
    throw new RuleViolation('lastNight', 'The last night comes before the first. Choose a later one');
  }
  const furthest = today.add({ days: FURTHEST_PLAN });
  const [field, last] = lastNight ? ['lastNight', lastNight] : ['firstNight', firstNight];
  if (!isBefore(last, furthest)) {
    throw new RuleViolation(field, `Choose a night within ${FURTHEST_PLAN} days`);
  }
}

/** Codes and days only; of a note no more than that it changed: its text stands beside the line. */
function changesOf(from: ClosureDates, to: ClosureDates): Record<string, string | null> | null {
  const changes: Record<string, string | null> = {};
  for (const name of ['firstNight', 'lastNight', 'reason'] as const) {
    const [before, after] = [textOf(from[name]), textOf(to[name])];
    if (before !== after) Object.assign(changes, { [`${name}From`]: before, [`${name}To`]: after });
  }
  if (from.note !== to.note) changes.note = 'changed';
  return Object.keys(changes).length > 0 ? changes : null;
}

const textOf = (value: Temporal.PlainDate | string | null): string | null => value?.toString() ?? null;

const earlierOf = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isBefore(other, one) ? other : one;

const overAlready = (field: string) =>
  new RuleViolation(field, 'This night is over. Choose one that is still to come');
