import type { Temporal } from 'temporal-polyfill';
import { isBefore, isEarlier, isSameDay, laterDay } from './days.js';
import type { House } from './house.js';
import { NOT_ASKED } from './referral-sources.js';
import { RuleViolation } from './rule-violation.js';

export const stayedBeforeAnswers = ['yes', 'no', 'not-said', 'not-asked'] as const;
export type StayedBefore = (typeof stayedBeforeAnswers)[number];

/** Nobody plans further ahead than this, in nights (R12). */
export const FURTHEST_PLAN = 400;

/** One guest's time in the house, from a recorded arrival to a recorded departure (R2, R8, R18). */
export class Stay {
  id: string;
  guestId: string;
  stayedBefore: StayedBefore;
  /** A code of the house's list: how they heard of the house. */
  referralSource = NOT_ASKED;
  arrivedAt: Temporal.Instant;
  arrivalDay: Temporal.PlainDate;
  firstPlannedDay: Temporal.PlainDate;
  plannedDay: Temporal.PlainDate;
  leftAt: Temporal.Instant | null = null;
  departureDay: Temporal.PlainDate | null = null;
  undoneAt: Temporal.Instant | null = null;
  version = 1;

  /** Throws a RuleViolation when the planned day is not after the arrival, is over already or is too far away. */
  constructor(
    facts: {
      id: string;
      guestId: string;
      stayedBefore: StayedBefore;
      arrivedAt: Temporal.Instant;
      plannedDay: Temporal.PlainDate;
    },
    house: House,
    now: Temporal.Instant,
  ) {
    this.id = facts.id;
    this.guestId = facts.guestId;
    this.stayedBefore = facts.stayedBefore;
    this.arrivedAt = facts.arrivedAt;
    this.arrivalDay = house.time.houseDay(facts.arrivedAt);
    this.firstPlannedDay = facts.plannedDay;
    this.plan(facts.plannedDay, house.time.houseDay(now));
  }

  /** In the house until a departure is recorded: no date ends presence (R8). */
  get isHere(): boolean {
    return this.leftAt === null && this.undoneAt === null;
  }

  /** How they heard of the house. Throws a RuleViolation for `referralSource` when the house does not offer it. */
  hearBy(code: string, { lists }: House): void {
    lists.of('referral-sources').check('referralSource', code, 'Choose one of these answers');
    this.referralSource = code;
  }

  /** The first night that is no longer this stay's: nights d with `arrivalDay <= d < endDay` are (R2). */
  endDay(today: Temporal.PlainDate): Temporal.PlainDate {
    if (this.departureDay !== null) return this.departureDay;
    return this.isStayingOn(today) ? today.add({ days: 1 }) : this.plannedDay;
  }

  /** How many nights of it have begun or are planned; 0 for a stay within one house day (R2). */
  nights(today: Temporal.PlainDate): number {
    return this.arrivalDay.until(this.endDay(today), { largestUnit: 'day' }).days;
  }

  /** Planned to leave on this house day and still here. */
  isLeavingOn(today: Temporal.PlainDate): boolean {
    return this.isHere && isSameDay(this.plannedDay, today);
  }

  /** Still here after the planned day is over (R2, R8). */
  isStayingOn(today: Temporal.PlainDate): boolean {
    return this.isHere && isBefore(this.plannedDay, today);
  }

  /**
   * Plans to leave on `day`; what was planned first stays beside it (R18, R19). Throws a RuleViolation for `departureDay` when
   * it is not after the arrival, is over already or is too far away.
   */
  plan(day: Temporal.PlainDate, today: Temporal.PlainDate): void {
    this.checkPlan(day, today);
    this.plannedDay = day;
  }

  /** Records the departure, or corrects it. Throws a RuleViolation for `field` when it lies before the arrival (R23, R53). */
  leave(leftAt: Temporal.Instant, house: House, field = 'leftAt'): void {
    if (isEarlier(leftAt, this.arrivedAt)) {
      throw new RuleViolation(field, 'This is before the arrival. Enter a time after it');
    }
    this.leftAt = leftAt;
    this.departureDay = laterDay(house.time.houseDay(leftAt), this.arrivalDay);
  }

  /**
   * They came at another time than was written down (R53). Throws a RuleViolation for `field` when they had left by then, or
   * were to leave: what was planned stays as it was said (R18).
   */
  correctArrival(field: string, arrivedAt: Temporal.Instant, house: House): void {
    const day = house.time.houseDay(arrivedAt);
    const hasLeft = this.leftAt !== null && isEarlier(this.leftAt, arrivedAt);
    if (hasLeft || (this.departureDay && isBefore(this.departureDay, day)))
      throw new RuleViolation(field, 'They had left by then. Enter an earlier time');
    if (!isBefore(day, this.firstPlannedDay) || isBefore(this.plannedDay, day))
      throw new RuleViolation(field, 'They were to leave by then. Enter an earlier time');
    this.arrivedAt = arrivedAt;
    this.arrivalDay = day;
  }

  /** Has left, earlier or later than it was planned. */
  get leftOnAnotherDay(): boolean {
    return this.departureDay !== null && !isSameDay(this.departureDay, this.plannedDay);
  }

  /** The guest was still here after all: the undone departure counts in no figure (R24). */
  takeBackDeparture(): void {
    this.leftAt = null;
    this.departureDay = null;
  }

  private checkPlan(day: Temporal.PlainDate, today: Temporal.PlainDate): void {
    if (!isBefore(this.arrivalDay, day)) {
      throw new RuleViolation('departureDay', 'Choose a day after the arrival');
    }
    if (isBefore(day, today)) {
      throw new RuleViolation('departureDay', 'This day is over. Choose a day that is still to come');
    }
    if (isBefore(today.add({ days: FURTHEST_PLAN }), day)) {
      throw new RuleViolation('departureDay', `Choose a day within ${FURTHEST_PLAN} days`);
    }
  }
}

/** For so many house days after leaving, what is written can still be about somebody's stay. */
const NEAR_DAYS = 7;

/** The first leaving day of a stay that something written on `today` can still be about. */
export const nearSince = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.subtract({ days: NEAR_DAYS });
