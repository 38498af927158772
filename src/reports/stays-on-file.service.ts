import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { absentNightsOf, readAbsentNights } from '../beds/absent-nights.service.js';
import type { StayToExport } from '../domain/outcome-row.js';
import type { Period } from '../domain/period.js';
import { keyOf, recordsOf } from '../guests/linked-records.service.js';

/** Few enough to be made into text without holding up anyone else's page. */
const AT_ONCE = 500;

/**
 * The stays that arrived or left in the period, a page at a time. A page
 * of the report and a file are made from these same rows; call it inside `ReportReader.together`.
 */
export async function* staysOnFile(reader: EntityManager, { start, end }: Period) {
  const days = [start, end, start, end].map(String);
  let after = '';
  for (;;) {
    const rows = await reader.query<Row[]>(STAYS, [after, ...days, AT_ONCE]);
    yield rows.map(stayOf);
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

/** As it stands in the file: days are text. */
interface Row extends Omit<
  StayToExport,
  'arrivalDay' | 'departureDay' | 'firstPlannedDay' | 'isUndone' | 'followUps' | 'absences' | 'support'
> {
  arrivalDay: string;
  departureDay: string | null;
  firstPlannedDay: string;
  isUndone: number;
  followUps: string;
  support: string;
  absent: string;
}

/** Of the same person, whichever of their records they stand on (R46). */
const EARLIER_STAYS = `SELECT count(*) FROM stays e WHERE e.guest_id IN ${recordsOf(keyOf('s.guest_id'))}
  AND e.undone_at IS NULL
  AND (e.arrived_at, coalesce(e.left_at, '9'), e.id) < (s.arrived_at, coalesce(s.left_at, '9'), s.id)`;

const FOLLOW_UPS = `SELECT json_group_array(json_object('point', point, 'dueOn', due_on, 'closedAs', closed_as,
    'until', c.expires_on))
  FROM follow_ups f JOIN consents c ON c.id = f.consent_id WHERE f.stay_id = s.id AND closed_as IS NOT 'undone'`;

/** Of what was told, the last that was not undone. */
const SUPPORT = `SELECT json_group_array(json_object('kind', kind, 'answer', answer)) FROM support_kinds
  WHERE told_id = (SELECT t.id FROM support_told t WHERE t.stay_id = s.id AND t.undone_at IS NULL
    ORDER BY t.number DESC LIMIT 1)`;

const STAYS = `SELECT s.id, s.arrival_day AS arrivalDay, s.departure_day AS departureDay,
  s.first_planned_day AS firstPlannedDay, s.undone_at IS NOT NULL AS isUndone, s.stayed_before AS stayedBefore,
  s.referral_source AS referralSource,
  coalesce(d.ending, 'not_asked') AS ending, coalesce(d.destination, 'not_asked') AS destination,
  coalesce(d.in_touch, 'not-asked') AS inTouch,
  (${EARLIER_STAYS}) AS staysBefore,
  (SELECT count(*) FROM bed_segments b WHERE b.stay_id = s.id AND b.undone_at IS NULL) AS beds,
  (${FOLLOW_UPS}) AS followUps, (${SUPPORT}) AS support, ${absentNightsOf('s.id')} AS absent
  FROM stays s LEFT JOIN departures d ON d.stay_id = s.id AND d.undone_at IS NULL
  WHERE s.id > ? AND (s.arrival_day >= ? AND s.arrival_day < ? OR s.departure_day >= ? AND s.departure_day < ?)
  ORDER BY s.id LIMIT ?`;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

function stayOf({ absent, ...row }: Row): StayToExport {
  const followUps = JSON.parse(row.followUps) as (Omit<
    StayToExport['followUps'][number],
    'dueOn' | 'until'
  > & {
    dueOn: string;
    until: string | null;
  })[];
  return {
    ...row,
    absences: readAbsentNights(absent),
    support: JSON.parse(row.support) as StayToExport['support'],
    arrivalDay: day(row.arrivalDay),
    departureDay: row.departureDay === null ? null : day(row.departureDay),
    firstPlannedDay: day(row.firstPlannedDay),
    isUndone: row.isUndone === 1,
    followUps: followUps.map((one) => ({
      ...one,
      dueOn: day(one.dueOn),
      until: one.until === null ? null : day(one.until),
    })),
  };
}
