import type { Temporal } from 'temporal-polyfill';
import { CannotUndo, HoldOver } from './conflict.js';
import { isBefore, isEarlier, laterDay } from './days.js';
import type { House } from './house.js';
import { toMinute } from './house-time.js';
import { RuleViolation } from './rule-violation.js';
import { FURTHEST_PLAN } from './stay.js';

/** How a hold ended: its guest came, a person let it go, its hour passed, or it was a slip. */
export type HoldEnding = 'used' | 'let-go' | 'lapsed' | 'undone';

/** The board asks this long before the hour: time enough to ring them, late enough to know more. */
const ASKED_BEFORE = { hours: 1 };
const LONGER = { hours: 1 };

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
  /** Where to ring them before its hour comes; null when nobody said. */
  reach: string | null;
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
      'id' | 'bedId' | 'guestName' | 'guestId' | 'firstNight' | 'keepUntil' | 'reach' | 'reason' | 'madeBy'
    > & { nights: number },
    house: House,
    now: Temporal.Instant,
  ) {
    const { nights, ...rest } = facts;
    Object.assign(this, rest);
    this.madeAt = now;
    this.endNight = this.firstNight.add({ days: nights });
    this.checkNights(nights, house.time.houseDay(now));
    this.checkHour(this.keepUntil, house, now);
  }

  /** Keeps nothing any more: it was ended, or its hour has come (R14). */
  isOver(now: Temporal.Instant): boolean {
    return this.ending !== null || !isEarlier(now, this.keepUntil);
  }

  /**
   * Somebody came on `day`, as it is told later on paper (R52). Throws HoldOver when it was kept for other nights: those stay
   * kept.
   */
  checkCovers(day: Temporal.PlainDate): void {
    if (!this.covers(day)) throw new HoldOver('It was kept for other nights, so it stays kept');
  }

  covers(day: Temporal.PlainDate): boolean {
    return !isBefore(day, this.firstNight) && isBefore(day, this.endNight);
  }

  /** The nights it still has on `today`: those that are over are nobody's any more. */
  nightsFrom(today: Temporal.PlainDate): {
    bedId: string;
    firstNight: Temporal.PlainDate;
    endNight: Temporal.PlainDate;
  } {
    const { bedId, firstNight, endNight } = this;
    return { bedId, firstNight: laterDay(firstNight, today), endNight };
  }

  /** Ends it at `at`; the nights from then on are free at once. */
  end(ending: HoldEnding, at: Temporal.Instant, house: House): void {
    this.ending = ending;
    this.endedAt = at;
    this.endedOn = house.time.houseDay(at);
  }

  /** Their guest was welcomed: it is used up (R14). Throws HoldOver when it was used before. */
  use(at: Temporal.Instant, house: House): void {
    if (this.ending === 'used') throw new HoldOver('The one it was kept for was welcomed already');
    // Whoever comes late is welcomed all the same: what lapsed or was let go stays as it was
    if (!this.isOver(at)) this.end('used', at, house);
  }

  /** A person lets it go. Throws HoldOver when it keeps nothing any more. */
  letGo(at: Temporal.Instant, house: House): void {
    if (this.isOver(at)) throw new HoldOver('It keeps nothing any more');
    this.end('let-go', at, house);
  }

  /** It was a slip from the start. Throws CannotUndo when its guest was welcomed since. */
  undo(at: Temporal.Instant, house: House): void {
    if (this.ending === 'used') throw new CannotUndo('The one it was kept for was welcomed since then.');
    this.end('undone', at, house);
  }

  /** What ended it was a slip: it is as it was, with its old hour, which may have come meanwhile (R24). */
  takeBackEnding(now: Temporal.Instant, house: House): void {
    this.ending = this.endedAt = this.endedOn = null;
    if (this.isOver(now)) this.end('lapsed', this.keepUntil, house);
  }

  /**
   * Keeps it until another hour, one that lapsed or was let go as well. Throws a RuleViolation for `keepUntil` when that is
   * past or after its nights, HoldOver when its guest was welcomed or it was a slip.
   */
  keepLonger(keepUntil: Temporal.Instant, house: House, now: Temporal.Instant): void {
    if (this.ending === 'used') throw new HoldOver('The one it was kept for was welcomed already');
    if (this.ending === 'undone') throw new HoldOver('It was undone. Keep the bed anew');
    this.checkHour(keepUntil, house, now);
    this.ending = this.endedAt = this.endedOn = null;
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

  private checkHour(keepUntil: Temporal.Instant, { time }: House, now: Temporal.Instant): void {
    if (!isEarlier(now, keepUntil)) {
      throw new RuleViolation('keepUntil', 'This hour is past. Enter a time that is still to come');
    }
    if (!isBefore(time.houseDay(keepUntil), this.endNight)) {
      throw new RuleViolation('keepUntil', 'The nights are over by then. Enter an earlier time');
    }
  }
}

/** The hour is near or has come: the board asks whether to keep it longer or to let it go (R14). */
export const isAsked = (keepUntil: Temporal.Instant, now: Temporal.Instant): boolean =>
  !isEarlier(now, keepUntil.subtract(ASKED_BEFORE));

/** The hour that is offered in one click: an hour later. Null when the nights are over by then. */
export function anHourLonger(
  { keepUntil, endNight }: Pick<Hold, 'keepUntil' | 'endNight'>,
  { time }: House,
): Temporal.Instant | null {
  const later = keepUntil.add(LONGER);
  return isBefore(time.houseDay(later), endNight) ? later : null;
}

const LATE = 23;

/**
 * Until when a bed is kept when nobody says an hour: 11 pm of its first night. When that is past, two hours from now, but
 * not into the next house day.
 */
export function usualHour(
  { time }: House,
  firstNight: Temporal.PlainDate,
  now: Temporal.Instant,
): Temporal.Instant {
  const begins = time.startOf(firstNight);
  const late = time.nextHour(begins, [LATE]);
  if (isEarlier(now, late)) return late;
  const soon = toMinute(now.add({ hours: 2 }));
  const end = time.startOf(firstNight.add({ days: 1 })).subtract({ minutes: 1 });
  return isEarlier(soon, end) ? soon : end;
}
