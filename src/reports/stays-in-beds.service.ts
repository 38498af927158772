import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import type { AbsenceOnFile, PartOnFile, StayInBeds } from '../domain/occupancy-facts.js';
import type { Period } from '../domain/period.js';
import { keyOf, recordsOf } from '../guests/linked-records.service.js';
import { dayIn, secondsIn } from './in-numbers.service.js';

/** A stay with the hold it used up, from which its first request is found. */
export interface StayOnFile extends StayInBeds {
  holdId: string | null;
  /** When the bed was kept, and when the arrival was written down, in seconds. */
  heldAt: number | null;
  toldAt: number | null;
}

/** The stays that had a night in the period, came in it or left in it, without the undone: one statement. */
export async function staysInBeds(reader: EntityManager, { start, end }: Period): Promise<StayOnFile[]> {
  const rows = await reader.query<Row[]>(STAYS, [dayText.to(start), dayText.to(end)]);
  return rows.map(({ parts, absences, isFirstOnFile, ...row }) => ({
    ...row,
    askedAt: row.heldAt,
    wasHeld: row.holdId !== null,
    isFirstOnFile: isFirstOnFile === 1,
    parts: JSON.parse(parts) as PartOnFile[],
    absences: JSON.parse(absences) as AbsenceOnFile[],
  }));
}

interface Row extends Omit<StayOnFile, 'parts' | 'absences' | 'isFirstOnFile' | 'askedAt' | 'wasHeld'> {
  parts: string;
  absences: string;
  isFirstOnFile: number;
}

const PARTS = `SELECT json_group_array(json_object('bedId', bed_id, 'fromDay', ${dayIn('from_day')},
    'fromAt', ${secondsIn('from_at')}, 'toDay', ${dayIn('to_day')}, 'toAt', ${secondsIn('to_at')}))
  FROM bed_segments WHERE stay_id = s.id AND undone_at IS NULL`;

const ABSENCES = `SELECT json_group_array(json_object('kind', kind, 'sinceDay', ${dayIn('since_day')},
    'backDay', ${dayIn('back_day')}))
  FROM absences WHERE stay_id = s.id AND undone_at IS NULL`;

/** Of the same person, whichever of their records it stands on (R46). */
const EARLIER = `SELECT 1 FROM stays e WHERE e.guest_id IN ${recordsOf(keyOf('s.guest_id'))} AND e.undone_at IS NULL
  AND (e.arrived_at, coalesce(e.left_at, '9'), e.id) < (s.arrived_at, coalesce(s.left_at, '9'), s.id)`;

/** The line of history that says that they came, and with it the bed that was kept for them. */
const ARRIVAL = `SELECT number FROM acts WHERE stay_id = s.id AND kind = 'stay.arrived' AND undone_by_act IS NULL
  ORDER BY number DESC LIMIT 1`;

const STAYS = `SELECT s.id, ${keyOf('s.guest_id')} AS guest, s.stayed_before AS stayedBefore,
    ${dayIn('s.arrival_day')} AS arrivalDay, ${dayIn('s.planned_day')} AS plannedDay,
    ${dayIn('s.departure_day')} AS departureDay, ${secondsIn('s.arrived_at')} AS arrivedAt,
    s.arrival_day >= ?1 AND NOT EXISTS (${EARLIER}) AS isFirstOnFile,
    h.id AS holdId, ${secondsIn('h.made_at')} AS heldAt, ${secondsIn('a.at')} AS toldAt,
    (${PARTS}) AS parts, (${ABSENCES}) AS absences
  FROM stays s LEFT JOIN acts a ON a.number = (${ARRIVAL}) LEFT JOIN holds h ON h.id = a.details ->> 'hold'
  WHERE s.undone_at IS NULL AND s.arrival_day < ?2 AND (s.departure_day >= ?1 OR s.departure_day IS NULL)`;
