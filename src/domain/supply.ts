import type { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';
import { RuleViolation } from './rule-violation.js';

/** So many days before something is good no more, the house says so. */
const SOON = 30;

/** At least once a year. */
export const MOST_DAYS = 366;

/** What a manager says of a supply; `place` null while nobody said where it is. */
export interface SupplyFacts {
  name: string;
  place: string | null;
  everyDays: number;
  goodUntil: Temporal.PlainDate | null;
  isOn: boolean;
}

/** Something that must be in its place and good in the night it is needed; somebody looks at it every so many days. */
export class Supply {
  id: string;
  name: string;
  place: string | null;
  everyDays: number;
  /** The last day on which it is good; null for what does not go off. */
  goodUntil: Temporal.PlainDate | null;
  /** The house day from which on it is looked at; null while it is switched off. */
  onSince: Temporal.PlainDate | null = null;
  version = 1;

  /** Throws a RuleViolation as `change` does. */
  constructor(facts: SupplyFacts & { id: string }, today: Temporal.PlainDate) {
    this.id = facts.id;
    this.change(facts, today);
  }

  /** Throws a RuleViolation for `everyDays`, or for `place` when it is switched on and nobody would know where to look. */
  change({ name, place, everyDays, goodUntil, isOn }: SupplyFacts, today: Temporal.PlainDate): void {
    if (!Number.isInteger(everyDays) || everyDays < 1 || everyDays > MOST_DAYS)
      throw new RuleViolation('everyDays', `Enter days from 1 to ${MOST_DAYS}`);
    if (isOn && place === null) throw new RuleViolation('place', 'Say where it is, so that anyone finds it');
    this.name = name;
    this.place = place;
    this.everyDays = everyDays;
    this.goodUntil = goodUntil;
    this.onSince = isOn ? (this.onSince ?? today) : null;
  }

  /** Whether somebody is to look at it on this house day; `lastOn` is the day somebody last did, null for never. */
  isDue(lastOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
    if (this.onSince === null) return false;
    return lastOn === null || !isBefore(today, lastOn.add({ days: this.everyDays }));
  }

  /** Whether it is good no more, or not for long. */
  goodness(today: Temporal.PlainDate): 'good' | 'soon' | 'past' {
    if (this.goodUntil === null) return 'good';
    if (isBefore(this.goodUntil, today)) return 'past';
    return isBefore(today.add({ days: SOON }), this.goodUntil) ? 'good' : 'soon';
  }

  /** Whether the handover names it: it is to be looked at, or to be replaced. */
  isNamed(lastOn: Temporal.PlainDate | null, today: Temporal.PlainDate): boolean {
    return this.onSince !== null && (this.isDue(lastOn, today) || this.goodness(today) !== 'good');
  }

  /** There is a new one. Throws a RuleViolation for `goodUntil` that is over. */
  renew(goodUntil: Temporal.PlainDate, today: Temporal.PlainDate): void {
    if (isBefore(goodUntil, today))
      throw new RuleViolation('goodUntil', 'This day is over. Is it an old one?');
    this.goodUntil = goodUntil;
  }
}
