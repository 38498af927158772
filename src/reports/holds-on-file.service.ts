import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import { dayNumber } from '../domain/day-number.js';
import type { House } from '../domain/house.js';
import type { HoldOnFile } from '../domain/occupancy-facts.js';
import type { Period } from '../domain/period.js';
import { FURTHEST_PLAN } from '../domain/stay.js';
import { dayIn, secondsIn } from './in-numbers.service.js';

/** The holds that lasted into the period or were made in it, without the undone. One whose hour has come is over (R14). */
export async function holdsOnFile(
  reader: EntityManager,
  { start, end }: Period,
  { time }: House,
  now: Temporal.Instant,
): Promise<HoldOnFile[]> {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  // No hold ends later than its last night, and that is not further ahead than this
  const days = [dayText.to(start), dayText.to(end.add({ days: FURTHEST_PLAN + 1 }))];
  const rows = await reader.query<(HoldOnFile & { keepUntil: number })[]>(HOLDS, days);
  return rows.map(({ keepUntil, ...hold }) => {
    if (hold.ending !== null || seconds < keepUntil) return hold;
    const endedOn = dayNumber(time.houseDay(Temporal.Instant.fromEpochMilliseconds(keepUntil * 1000)));
    return { ...hold, ending: 'lapsed', endedAt: keepUntil, endedOn };
  });
}

const HELD = `SELECT bed_id AS bedId, ${dayIn('first_night')} AS firstNight, ${dayIn('end_night')} AS endNight,
    ${secondsIn('made_at')} AS madeAt, ending, ${secondsIn('ended_at')} AS endedAt, ${dayIn('ended_on')} AS endedOn,
    ${secondsIn('keep_until')} AS keepUntil
  FROM holds`;

const HOLDS = `${HELD} WHERE ended_on >= ?1 AND ended_on < ?2 AND ending <> 'undone'
  UNION ALL ${HELD} WHERE ending IS NULL AND keep_until > ''`;
