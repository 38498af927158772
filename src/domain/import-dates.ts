import type { Temporal } from 'temporal-polyfill';
import { parseDay } from './local-time.js';

export const dateOrders = ['day', 'month', 'year'] as const;
/** Which of its three numbers a date of a file begins with. */
export type DateOrder = (typeof dateOrders)[number];

/** A day as a file tells it, with the hour where it tells one: '14:05'. */
export interface ToldDay {
  day: Temporal.PlainDate;
  time: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const PARTED = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?=$|[\sT,])/;
const YEAR_FIRST = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?=$|[\sT,])/;
const DAY_NAMED = /^(\d{1,2})\.?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4})(?=$|[\sT,])/u;
const MONTH_NAMED = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?=$|[\sT,])/u;

/** The order these dates can only have; null when it cannot be told, or when they do not agree. */
export function orderOf(cells: readonly string[]): DateOrder | null {
  const parted = cells.flatMap((cell) => PARTED.exec(cell.trim()) ?? []).length;
  if (parted === 0) return 'year';
  const found = cells.map((cell) => PARTED.exec(cell.trim()));
  const isDayFirst = found.some((parts) => Number(parts?.[1]) > 12);
  const isMonthFirst = found.some((parts) => Number(parts?.[2]) > 12);
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'day' : 'month';
}

/** A cell as a day from 2000 to 2099, perhaps with a time; null for anything else. Two digits of a year mean 20.. */
export function readCell(cell: string, order: DateOrder): ToldDay | null {
  const text = cell.trim().replace(/\s+/gu, ' ');
  const found = datePart(text, order);
  const day = found && parseDay(found.iso);
  if (!day) return null;
  const rest = text.slice(found.length).replace(/^[T,\s]+/u, '');
  const time = rest === '' ? null : readTime(rest);
  return time === undefined ? null : { day, time };
}

interface Found {
  iso: string;
  length: number;
}

function datePart(text: string, order: DateOrder): Found | null {
  const iso = YEAR_FIRST.exec(text);
  if (iso) return found(iso, [iso[1]!, iso[2]!, iso[3]!]);
  const named = DAY_NAMED.exec(text);
  if (named) return found(named, [named[3]!, monthNumber(named[2]!), named[1]!]);
  const american = MONTH_NAMED.exec(text);
  if (american) return found(american, [american[3]!, monthNumber(american[1]!), american[2]!]);
  const parted = PARTED.exec(text);
  return parted && found(parted, inOrder(parted, order));
}

type Numbers = [year: string, month: string, day: string];

function inOrder([, one, two, three]: RegExpExecArray, order: DateOrder): Numbers {
  if (order === 'day') return [three!, two!, one!];
  return order === 'month' ? [three!, one!, two!] : [one!, two!, three!];
}

function found([whole]: RegExpExecArray, [year, month, day]: Numbers): Found {
  const full = year.length === 2 ? `20${year}` : year;
  return { iso: `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, length: whole.length };
}

const monthNumber = (word: string): string => String(MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1);

const CLOCK =
  /^(?<hours>\d{1,2})(?::(?<minutes>[0-5]\d))?(?::[0-5]\d)?(?:\.\d+)?\s*(?<half>[ap]\.?m\.?)?Z?$/i;

/** '14:05' for '2:05 pm' and for '14:05:30'; undefined for what is no time. */
function readTime(text: string): string | undefined {
  const groups = CLOCK.exec(text)?.groups;
  // A number alone is no hour: '2/3/2026 4'
  if (!groups || !(groups.half ?? groups.minutes)) return undefined;
  const hour = groups.half ? halfDay(Number(groups.hours), groups.half) : Number(groups.hours);
  return hour > 23 ? undefined : `${String(hour).padStart(2, '0')}:${groups.minutes ?? '00'}`;
}

function halfDay(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
