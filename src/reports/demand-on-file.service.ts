import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { DIED } from '../domain/departure-lists.js';
import type { House } from '../domain/house.js';
import type { HouseList } from '../domain/house-list.js';
import type { NoStayGroup, NoStayReason } from '../domain/no-stay.js';
import type { NoStayOnFile, OccupancyFacts } from '../domain/occupancy-facts.js';
import type { Period } from '../domain/period.js';
import { dayIn, secondsIn } from './in-numbers.service.js';

type Demand = Pick<OccupancyFacts, 'noStays' | 'turnovers' | 'startAt' | 'endAt'>;

/** What was asked of the house and not given, and how long beds took to be ready: two statements. */
export async function demandOnFile(reader: EntityManager, period: Period, house: House): Promise<Demand> {
  const days = [dayText.to(period.start), dayText.to(period.end)];
  const [startAt, endAt] = [house.time.startOf(period.start), house.time.startOf(period.end)];
  const calls = await reader.query<CallRow[]>(CALLS, days);
  const turnovers = await reader.query<{ minutes: number | null }[]>(TURNOVERS, [
    instantText.to(startAt),
    instantText.to(endAt),
    DIED,
  ]);
  const reasons = house.lists.of('no-stay-reasons');
  return {
    noStays: calls.map(({ reason, ...call }) => ({ ...call, group: groupOf(reason, reasons) })),
    turnovers: turnovers.map(({ minutes }) => minutes),
    startAt: inSeconds(startAt),
    endAt: inSeconds(endAt),
  };
}

type CallRow = Omit<NoStayOnFile, 'group'> & { reason: string | null };

const inSeconds = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000);

/** Whose reason it was (R15); null where none was said. */
function groupOf(reason: string | null, { entries }: HouseList): NoStayGroup | null {
  const found = entries.find(({ code }) => code === reason);
  return (found as NoStayReason | undefined)?.group ?? null;
}

const CALLS = `SELECT ${secondsIn('at')} AS at, ${dayIn('house_day')} AS houseDay, no_stay_reason AS reason
  FROM calls WHERE house_day >= ?1 AND house_day < ?2 AND outcome = 'no_stay' AND undone_at IS NULL`;

/**
 * Beds that were left in the period, of leavings and moves that stand (R24). One that was ready before the corrected time of
 * leaving took no time (R53). After a death nothing is counted (R50).
 */
const TURNOVERS = `SELECT CASE WHEN t.ready_by IS NOT NULL
      THEN (${secondsIn('t.ended_at')} - ${secondsIn('t.since_at')}) / 60.0 END AS minutes
  FROM beds b CROSS JOIN turnovers t ON t.bed_id = b.id AND t.since_at >= ?1 AND t.since_at < ?2
    JOIN bed_segments p ON p.id = t.segment_id
    LEFT JOIN departures d ON d.stay_id = p.stay_id AND d.undone_at IS NULL
  WHERE p.undone_at IS NULL AND (t.since_at = p.to_at
      OR t.ready_by IS NOT NULL AND t.since_at = t.ended_at AND t.since_at < p.to_at)
    AND NOT (d.ending IS ?3 AND d.left_at IS p.to_at)`;
