import type { Temporal } from 'temporal-polyfill';
import { isBefore, isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { clockTime, day, dayShort, nightOf } from './dates.js';

/**
 * The house day in an address whose list is asked for; the current one where none is. Throws a RuleViolation for `day` when
 * there is no such day yet; `of` says what has none ('calls').
 */
export function dayAsked(asked: unknown, today: Temporal.PlainDate, of: string): Temporal.PlainDate {
  if (asked === undefined) return today;
  const houseDay = typeof asked === 'string' ? parseDay(asked) : null;
  if (houseDay && !isBefore(today, houseDay)) return houseDay;
  throw new RuleViolation('day', `There are no ${of} of this day. Choose a day up to ${day(today)}`);
}

/** 'since Sun 22, 4 am'; for a day that is over 'from Sun 22, 4 am to Mon 23, 4 am'. */
export function periodOf({ time }: House, houseDay: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const startOf = (date: Temporal.PlainDate) => `${dayShort(date)}, ${clockTime(time, time.startOf(date))}`;
  if (isSameDay(houseDay, today)) return `since ${startOf(houseDay)}`;
  return `from ${startOf(houseDay)} to ${startOf(houseDay.add({ days: 1 }))}`;
}

/** '10:40 pm'; across midnight, where the time alone would be of the wrong day, 'Mon 23, 1:10 am'. */
export function whenOf(
  { at, houseDay }: { at: Temporal.Instant; houseDay: Temporal.PlainDate },
  { time }: House,
): string {
  const wall = time.local(at).day;
  const shown = clockTime(time, at);
  return isSameDay(wall, houseDay) ? shown : `${dayShort(wall)}, ${shown}`;
}

/** What a list of one house day is called, and where it and the current one stand. */
interface DayList {
  what: string;
  now: string;
  of: (houseDay: string) => string;
}

/** The list of the night before and, unless it is the current one, of the night after. */
export function nightsAround(houseDay: Temporal.PlainDate, today: Temporal.PlainDate, list: DayList) {
  const before = houseDay.subtract({ days: 1 });
  const after = houseDay.add({ days: 1 });
  const label = (date: Temporal.PlainDate) => `${list.what} of the ${nightOf(date)}`;
  return {
    before: { href: list.of(before.toString()), label: label(before) },
    after: isBefore(today, after)
      ? null
      : { href: isSameDay(after, today) ? list.now : list.of(after.toString()), label: label(after) },
  };
}
