import { Temporal } from 'temporal-polyfill';
import { isBefore } from './days.js';

/** Half-open, by house days (R6); one of no night is in the way only of what reaches over its day. */
export interface Days {
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
}

/** Finds what meets some days without looking at all there is: years of stays are asked about row by row. */
export class DaysCalendar<Entry extends Days> {
  private readonly months = new Map<string, Entry[]>();

  /** `key`: whose days these are, a bed or a guest. */
  add(key: string, entry: Entry): void {
    for (const month of monthsOf(entry)) {
      const known = this.months.get(`${key} ${month}`);
      if (known) known.push(entry);
      else this.months.set(`${key} ${month}`, [entry]);
    }
  }

  /** Those of this key that share a night with `days`, each once. */
  meeting(key: string, days: Days): Entry[] {
    const near = monthsOf(days).flatMap((month) => this.months.get(`${key} ${month}`) ?? []);
    return [...new Set(near)].filter((entry) => isMeeting(entry, days));
  }
}

const isMeeting = (one: Days, other: Days): boolean =>
  isBefore(one.firstNight, other.endNight) && isBefore(other.firstNight, one.endNight);

function monthsOf({ firstNight, endNight }: Days): string[] {
  const months: string[] = [];
  const last = Temporal.PlainYearMonth.from(endNight);
  let month = Temporal.PlainYearMonth.from(firstNight);
  while (Temporal.PlainYearMonth.compare(month, last) <= 0) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}
