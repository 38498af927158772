import { Temporal } from 'temporal-polyfill';
import { firstShowing, localTimeOf, readIn, typedIn } from './local-time.js';
import type { LocalTime, Reading } from './local-time.js';

export { parseDay, toMinute } from './local-time.js';
export type { LocalTime, Reading } from './local-time.js';

/** The one place where instants and house days meet (R3). */
export class HouseTime {
  /** Throws RangeError unless the zone is a known IANA name and the rollover a whole hour from 4 to 10 (R1). */
  constructor(
    readonly zone: string,
    readonly rolloverHour: number,
  ) {
    if (!isKnownZone(zone)) throw new RangeError(`not a time zone: ${zone}`);
    // Clocks that go back do so before 4: with an earlier rollover a house day could come twice.
    if (!isWholeBetween(rolloverHour, 4, 10)) throw new RangeError(`not a rollover hour: ${rolloverHour}`);
  }

  /** The local date, or the day before while the local clock shows less than the rollover hour (R1). */
  houseDay(at: Temporal.Instant): Temporal.PlainDate {
    const shown = at.toZonedDateTimeISO(this.zone);
    return shown.toPlainDate().subtract({ days: shown.hour < this.rolloverHour ? 1 : 0 });
  }

  /** When this house day begins: the clock first shows the rollover hour, or jumps past it (R1). */
  startOf(houseDay: Temporal.PlainDate): Temporal.Instant {
    return firstShowing(this.zone, houseDay, this.rolloverHour);
  }

  /** When the clock first shows this whole hour (0 to 23) of the date on the wall, or jumps past it. */
  atHour(date: Temporal.PlainDate, hour: number): Temporal.Instant {
    return firstShowing(this.zone, date, hour);
  }

  /** What the house clock shows (R3). */
  local(at: Temporal.Instant): LocalTime {
    return localTimeOf(this.zone, at);
  }

  /**
   * What a typed 'YYYY-MM-DDTHH:mm' means in this house, from 2000 to 2099. An offset after it ('-05:00' or 'Z') picks
   * one of two; an offset this house does not have at that time makes it not a time (R3).
   */
  read(text: string): Reading {
    return readIn(this.zone, text);
  }

  /** The house clock as form fields hold it; `read` gives the same minute back, in the doubled hour too (R3). */
  typed(at: Temporal.Instant): string {
    return typedIn(this.zone, at);
  }

  /**
   * The first moment after `at` when the house clock shows one of these whole hours (0 to 23). On change nights a
   * skipped hour counts when the clock jumps past it, a doubled one the first time. Throws RangeError without hours.
   */
  nextHour(at: Temporal.Instant, hours: number[]): Temporal.Instant {
    return this.hoursAround(at, hours).find((moment) => Temporal.Instant.compare(moment, at) > 0)!;
  }

  /** The last such moment that is not after `at`: the hours divide all time into stretches without gap or overlap. */
  lastHour(at: Temporal.Instant, hours: number[]): Temporal.Instant {
    return this.hoursAround(at, hours).findLast((moment) => Temporal.Instant.compare(moment, at) <= 0)!;
  }

  /** Every moment from two days before `at` to two days after it when the house clock shows one of these hours, in order. */
  private hoursAround(at: Temporal.Instant, hours: number[]): Temporal.Instant[] {
    if (hours.length === 0 || !hours.every((hour) => isWholeBetween(hour, 0, 23)))
      throw new RangeError(`not hours of a day: ${hours.join(' ')}`);
    const today = at.toZonedDateTimeISO(this.zone).toPlainDate();
    return [-2, -1, 0, 1, 2]
      .map((days) => today.add({ days }))
      .flatMap((day) => hours.map((hour) => firstShowing(this.zone, day, hour)))
      .sort((one, other) => Temporal.Instant.compare(one, other));
  }
}

/** How many nights lie between two house days, the last not included (R2). 0 unless the end comes after the arrival. */
export function nightsBetween(arrival: Temporal.PlainDate, end: Temporal.PlainDate): number {
  return Math.max(0, arrival.until(end, { largestUnit: 'day' }).days);
}

/** The zones to offer, sorted, 'UTC' among them. A zone that is known but goes by a newer or older name may be missing. */
export function knownZones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort();
}

/** Whether this machine knows the IANA zone by exactly this spelling; offsets such as '+05:00' are not zones. */
export function isKnownZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

const isWholeBetween = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
