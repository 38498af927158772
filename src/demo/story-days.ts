import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import type { HouseTime } from '../domain/house-time.js';

const ROLLOVER = '04:00';

/**
 * The moment of a house day when the clock shows 'HH:mm': what comes before the rollover is on the next date. The second
 * pass of an hour that comes twice; the moment after the jump for one that never comes.
 */
export function onHouseDay(time: HouseTime, houseDay: Temporal.PlainDate, clock: string): Temporal.Instant {
  const date = clock < ROLLOVER ? houseDay.add({ days: 1 }) : houseDay;
  return read(time, `${date.toString()}T${clock}`);
}

function read(time: HouseTime, typed: string): Temporal.Instant {
  const reading = time.read(typed);
  if (reading.kind === 'instant') return reading.at;
  if (reading.kind === 'doubled') return read(time, reading.choices[1].typed);
  if (reading.kind === 'skipped') return read(time, reading.jumpsTo);
  throw new RangeError(`not a time: ${typed}`);
}

/** The house days from `from` to the one before `until` in whose night the clock changes. */
export function changeNights(
  time: HouseTime,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const offset = (day: Temporal.PlainDate) => time.local(onHouseDay(time, day, '12:00')).offset;
  const found: Temporal.PlainDate[] = [];
  for (let day = from; isBefore(day, until); day = day.add({ days: 1 })) {
    if (offset(day) !== offset(day.add({ days: 1 }))) found.push(day);
  }
  return found;
}
