import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import type { BedOnFile, ClosureOnFile, NightsOnFile } from '../domain/occupancy-facts.js';
import type { House } from '../domain/house.js';
import type { Period } from '../domain/period.js';
import { holdsOnFile } from './holds-on-file.service.js';
import { dayIn, secondsIn } from './in-numbers.service.js';
import { type StayOnFile, staysInBeds } from './stays-in-beds.service.js';

/**
 * Who and what had the beds in a period, as it stands at `now`, by their own dates: figures do not wait for the ledger to be
 * written (R8). Four statements; call it inside `ReportReader.together`.
 */
export async function nightsOnFile(
  reader: EntityManager,
  period: Period,
  house: House,
  now: Temporal.Instant,
): Promise<NightsOnFile & { stays: readonly StayOnFile[] }> {
  return {
    beds: await reader.query<BedOnFile[]>(BEDS),
    closures: await reader.query<ClosureOnFile[]>(CLOSURES, [
      dayText.to(period.start),
      dayText.to(period.end),
    ]),
    stays: await staysInBeds(reader, period),
    holds: await holdsOnFile(reader, period, house, now),
  };
}

const BEDS = `SELECT id, name, ${dayIn('first_night')} AS firstNight, ${dayIn('last_night')} AS lastNight
  FROM beds ORDER BY position`;

/** Without what was undone, and what was over before it began (R11, R24). */
const CLOSURES = `SELECT c.bed_id AS bedId, ${dayIn('c.first_night')} AS firstNight, ${dayIn('c.last_night')} AS lastNight,
    ${secondsIn('c.made_at')} AS madeAt, ${secondsIn('c.ended_at')} AS endedAt, ${dayIn('c.ended_on')} AS endedOn
  FROM beds b CROSS JOIN closures c ON c.bed_id = b.id AND c.first_night < ?2
  WHERE c.ending IS NOT 'undone' AND ifnull(c.last_night, '9999') >= ?1 AND ifnull(c.ended_on, '9999') >= ?1`;
