import type { Temporal } from 'temporal-polyfill';
import { SHIPPED_RULES } from './contact-rules.js';
import { isBefore, isEarlier } from './days.js';
import { HouseLists } from './house-lists.js';
import { HouseTime } from './house-time.js';
import { NOBODY_PLANNED, onCallWords } from './on-shift.js';
import { RuleViolation } from './rule-violation.js';

/** What a house decides for itself: its name, its time, its on-call line, how far plans and records reach. */
export class House {
  id = 1;
  name: string;
  timeZone: string;
  rolloverHour: number;
  onCallLine: string;
  /** How many house days back anyone on shift may record something (R4). */
  backDatingDays: number;
  /** The hours at which a shift ends and the next begins, such as '8 14 22'. */
  shiftStarts: string;
  /** How long making a bed ready is meant to take, in hours; null when the house sets itself no time (R10). */
  readyHours: number | null;
  /** What the house can offer when there is no bed, a line each (R15). */
  insteadOfABed: string;
  /** Anyone outside may read how many beds are free. */
  tellsAvailability: boolean;
  /** A note with a guest can be kept off their print-out for a while (R27). */
  hidesNotes: boolean;
  /** Each talk with a guest can be logged with a tap. */
  logsTalks: boolean;
  /** After so many quiet minutes what is half answered on a guest's turn is wiped. */
  turnWipedAfter: number;
  /** Its people are invented: every page says so, and it never becomes a real house. */
  isPractice: boolean;
  /** The ready answers as the house words them. */
  lists = HouseLists.shipped;
  /** How it keeps in touch after leaving. */
  contact = SHIPPED_RULES;
  /** Who is on shift and on call at the moment that is looked at. */
  planned = NOBODY_PLANNED;
  version = 1;

  constructor(facts: { name: string; timeZone: string; isPractice?: boolean }) {
    this.name = facts.name;
    this.timeZone = facts.timeZone;
    this.rolloverHour = 4;
    this.onCallLine = '';
    this.backDatingDays = 7;
    this.shiftStarts = '8 14 22';
    this.readyHours = null;
    this.insteadOfABed = '';
    this.tellsAvailability = false;
    this.hidesNotes = false;
    this.logsTalks = false;
    this.turnWipedAfter = 30;
    this.isPractice = facts.isPractice ?? false;
  }

  /** Whom to ring: whoever is on call by the plan, else the line of the house; '' for none. */
  get onCall(): string {
    return onCallWords(this.planned, this.onCallLine);
  }

  get time(): HouseTime {
    const key = `${this.timeZone} ${this.rolloverHour}`;
    const known = times.get(key) ?? new HouseTime(this.timeZone, this.rolloverHour);
    times.set(key, known);
    return known;
  }

  /** The hours at which shifts change, 0 to 23. */
  get shiftHours(): number[] {
    return this.shiftStarts.split(' ').map(Number);
  }

  /** When a bed that is getting ready since then is meant to be ready (R10), or null. */
  readyBy(since: Temporal.Instant): Temporal.Instant | null {
    return this.readyHours === null ? null : since.add({ hours: this.readyHours });
  }

  /** Until when what is done at `at` may be undone (R24): the end of the shift then running. */
  shiftEnd(at: Temporal.Instant): Temporal.Instant {
    return this.time.nextHour(at, this.shiftHours);
  }

  /** When the shift running at `at` began: each instant belongs to exactly one shift (R30). */
  shiftStart(at: Temporal.Instant): Temporal.Instant {
    return this.time.lastHour(at, this.shiftHours);
  }

  /** When the shift before the one running at `at` began. */
  shiftBefore(at: Temporal.Instant): Temporal.Instant {
    return this.shiftStart(this.shiftStart(at).subtract({ minutes: 1 }));
  }

  /**
   * Something is said to have happened at `at` (R4). Throws a RuleViolation for `field` when that is in the future.
   * Answers whether it is further back than anyone on shift may record by themselves.
   */
  isFarBack(field: string, at: Temporal.Instant, now: Temporal.Instant): boolean {
    if (isEarlier(now, at)) throw new RuleViolation(field, 'This is in the future. Enter a time up to now');
    const earliest = this.time.houseDay(now).subtract({ days: this.backDatingDays });
    return isBefore(this.time.houseDay(at), earliest);
  }

  /** The same where nobody is asked for more: throws a RuleViolation also for what is further back than that. */
  checkRecent(field: string, at: Temporal.Instant, now: Temporal.Instant): void {
    if (!this.isFarBack(field, at, now)) return;
    const days = this.backDatingDays;
    throw new RuleViolation(field, `This is too far back. Enter a time within the last ${days} days`);
  }
}

/** Looking a zone up takes longer than all that is then asked of it, and thousands of rows ask. */
const times = new Map<string, HouseTime>();
