import { Temporal } from 'temporal-polyfill';
import type { HouseTime, LocalTime } from '../domain/house-time.js';
import { counted } from './counted.js';

// Fixed tables, not Intl: what people read must not change with the computer's language data.
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Keeps a date or a time on one line. */
const together = (...words: (string | number)[]): string => words.join('\u00a0');

const weekdayOf = (day: Temporal.PlainDate): string => WEEKDAYS[day.dayOfWeek - 1]!;
const monthOf = (day: Temporal.PlainDate): string => MONTHS[day.month - 1]!;

/** 'Mon 23 Nov'; with the year when that is not the year of `reference`, usually the current house day. */
export function day(date: Temporal.PlainDate, reference: Temporal.PlainDate = date): string {
  const year = date.year === reference.year ? [] : [date.year];
  return together(weekdayOf(date), date.day, monthOf(date).slice(0, 3), ...year);
}

/** 'Mon 23' */
export const dayShort = (date: Temporal.PlainDate): string => together(weekdayOf(date), date.day);

/** 'November 2026' */
export const month = (date: Temporal.PlainDate): string => together(monthOf(date), date.year);

const inFull = (date: Temporal.PlainDate): string => together(date.day, monthOf(date), date.year);

/** 'Mon 23 November 2026' */
export const dayInFull = (date: Temporal.PlainDate): string => together(weekdayOf(date), inFull(date));

/** '1 to 14 February 2026', '1 July to 30 September 2026'; what both days share is said once. */
export function span(first: Temporal.PlainDate, last: Temporal.PlainDate): string {
  if (first.equals(last)) return inFull(last);
  const begins = [first.day, monthOf(first), first.year];
  const said = first.year !== last.year ? 3 : first.month !== last.month ? 2 : 1;
  return `${together(...begins.slice(0, said))} to ${inFull(last)}`;
}

/** 'night of Sun 22 to Mon 23': the night that starts on this house day (R1). */
export const nightOf = (date: Temporal.PlainDate): string =>
  `night of ${dayShort(date)} to ${dayShort(date.add({ days: 1 }))}`;

/** '1 night', '3 nights' */
export const nights = (count: number): string => counted(count, 'night').replace(' ', '\u00a0');

/** '10:40 pm', '11 pm', '12 noon'; a time that comes twice in one night says which: '1:30 am (first)' (R3). */
export const clockTime = (time: HouseTime, at: Temporal.Instant): string => hourShown(time.local(at));

function hourShown({ hour, minute, which }: LocalTime): string {
  const twelve = hour % 12 || 12;
  const digits = minute === 0 ? twelve : `${twelve}:${String(minute).padStart(2, '0')}`;
  return together(digits, halfOfDay(hour, minute), ...(which === 'only' ? [] : [`(${which})`]));
}

/** 12 am and 12 pm are misread by tired people. */
function halfOfDay(hour: number, minute: number): string {
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
  return hour < 12 ? 'am' : 'pm';
}

/** 'Sun 22 Nov, 10:40 pm', by the date on the wall; the year as in `day`. */
export function moment(time: HouseTime, at: Temporal.Instant, reference?: Temporal.PlainDate): string {
  const local = time.local(at);
  return `${day(local.day, reference)}, ${hourShown(local)}`;
}

/** ', night of Sat 21 to Sun 22' behind a date on the wall that is not the house day of the moment; '' where it is (R1). */
export const nightBehind = (date: Temporal.PlainDate, houseDay: Temporal.PlainDate): string =>
  date.equals(houseDay) ? '' : `, ${nightOf(houseDay)}`;

/** 'Sun 22, 10:40 pm', by the date on the wall. */
export function momentShort(time: HouseTime, at: Temporal.Instant): string {
  const local = time.local(at);
  return `${dayShort(local.day)}, ${hourShown(local)}`;
}

/** How many days a weekday alone tells which day is meant. */
const DAYS_OF_A_WEEKDAY = 6;

/** 'Sun 22, 10:40 pm' while the weekday tells which day is meant; further from `today` as in `moment`. */
export function momentNear(time: HouseTime, at: Temporal.Instant, today: Temporal.PlainDate): string {
  const { days } = time.local(at).day.until(today, { largestUnit: 'day' });
  return Math.abs(days) <= DAYS_OF_A_WEEKDAY ? momentShort(time, at) : moment(time, at, today);
}

/** '10 am Mon 23', by the date on the wall. */
export const hourOn = (time: HouseTime, at: Temporal.Instant): string =>
  together(clockTime(time, at), dayShort(time.local(at).day));

/** '45 min', '2 h', '26 h 5 min': how long something took. */
export function lasted(from: Temporal.Instant, to: Temporal.Instant): string {
  const minutes = Math.round(to.since(from).total('minutes'));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return together(...(hours > 0 ? [hours, 'h'] : []), ...(rest > 0 || hours === 0 ? [rest, 'min'] : []));
}

/** '2026-11-22T22:40-06:00', for `<time datetime>`. */
export function machine(time: HouseTime, at: Temporal.Instant): string {
  const { day: date, hour, minute, offset } = time.local(at);
  return `${date.toString()}T${new Temporal.PlainTime(hour, minute).toString().slice(0, 5)}${offset}`;
}
