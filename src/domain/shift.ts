import { Temporal } from 'temporal-polyfill';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';

/** One shift: from its start to the start of the next, which is not part of it. */
export interface Shift {
  start: Temporal.Instant;
  end: Temporal.Instant;
  /** The date on the wall when it begins. */
  day: Temporal.PlainDate;
  /** The hour of the house's settings at which it begins. */
  slot: number;
}

const MOST_TYPED = 30;

/**
 * The hours at which shifts change, as they are kept: '8 14 22'. Throws a RuleViolation for `shiftStarts` unless there are
 * two or three different whole hours.
 */
export function readShiftHours(typed: string): string {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== '');
  const hours = words.map(Number);
  const areHours = words.every((word) => /^\d{1,2}$/.test(word)) && hours.every((hour) => hour <= 23);
  const isTwoOrThree = [2, 3].includes(new Set(hours).size) && new Set(hours).size === hours.length;
  if (typed.length > MOST_TYPED || !areHours || !isTwoOrThree)
    throw new RuleViolation(
      'shiftStarts',
      'Enter two or three different hours from 0 to 23, such as 8 14 22',
    );
  return hours.sort((one, other) => one - other).join(' ');
}

/** The shift running at `at`: every instant belongs to exactly one (R30). */
export function shiftAt(house: House, at: Temporal.Instant): Shift {
  const start = house.shiftStart(at);
  const { day } = house.time.local(start);
  return { start, end: house.shiftEnd(start), day, slot: slotOf(house, day, start) };
}

/** The shift that begins on this date at this hour of the settings; null where none does. */
export function shiftOn(house: House, day: Temporal.PlainDate, slot: number): Shift | null {
  if (!house.shiftHours.includes(slot)) return null;
  return shiftAt(house, house.time.atHour(day, slot));
}

export const shiftBefore = (house: House, { start }: Shift): Shift =>
  shiftAt(house, start.subtract({ minutes: 1 }));

export const shiftAfter = (house: House, { end }: Shift): Shift => shiftAt(house, end);

/** Two hours that the clock jumps over begin at once: the last of them names the shift. */
function slotOf({ time, shiftHours }: House, day: Temporal.PlainDate, start: Temporal.Instant): number {
  return shiftHours.findLast((hour) => Temporal.Instant.compare(time.atHour(day, hour), start) === 0)!;
}
