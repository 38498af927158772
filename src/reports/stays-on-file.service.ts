import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { absentNightsOf, readAbsentNights } from '../beds/absent-nights.service.js';
import type { House } from '../domain/house.js';
import type { Period } from '../domain/period.js';
import type { PlannedPoint, StayToExport, ToldAnswer } from '../domain/stay-to-export.js';
import { importedOf } from '../imports/imports.service.js';
import { keyOf, recordsOf } from '../guests/linked-records.service.js';

/** Few enough to be made into text without holding up anyone else's page. */
const AT_ONCE = 500;

/**
 * The stays that were in the house in the period or left in it, a page at a time; also those that were undone. A page
 * of the report and a file are made from these same rows; call it inside `ReportReader.together`.
 */
export async function* staysOnFile(reader: EntityManager, { start, end }: Period, house: House) {
  const days = [end, start].map(String);
  let after = '';
  for (;;) {
    const rows = await reader.query<Row[]>(STAYS, [after, ...days, AT_ONCE]);
    yield rows.map((row) => stayOf(row, house));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.id;
  }
}

/** As it stands in the file: days are text, lists are JSON. */
interface Row extends Omit<StayToExport, ReadAnew> {
  arrivalDay: string;
  departureDay: string | null;
  firstPlannedDay: string;
  plannedDay: string;
  nextArrivalDay: string | null;
  diedAt: string | null;
  isUndone: number;
  isImported: number;
  followUps: string;
  support: string;
  answers: string;
  connections: string;
  absent: string;
}

type ReadAnew =
  | 'arrivalDay'
  | 'departureDay'
  | 'firstPlannedDay'
  | 'plannedDay'
  | 'nextArrivalDay'
  | 'diedOn'
  | 'isUndone'
  | 'isImported'
  | 'followUps'
  | 'absences'
  | 'support'
  | 'answers'
  | 'connections';

/** Of the same person, whichever of their records they stand on (R46). */
const EARLIER_STAYS = `SELECT count(*) FROM stays e WHERE e.guest_id IN ${recordsOf(keyOf('s.guest_id'))}
  AND e.undone_at IS NULL
  AND (e.arrived_at, coalesce(e.left_at, '9'), e.id) < (s.arrived_at, coalesce(s.left_at, '9'), s.id)`;

/** When the same person came again after this stay. */
const NEXT_ARRIVAL = `SELECT min(n.arrival_day) FROM stays n WHERE n.guest_id IN ${recordsOf(keyOf('s.guest_id'))}
  AND n.undone_at IS NULL AND n.id <> s.id AND n.arrived_at >= s.left_at`;

const DIED_AT = `SELECT died_at FROM deaths WHERE guest_id IN ${recordsOf(keyOf('s.guest_id'))} AND undone_at IS NULL`;

const FOLLOW_UPS = `SELECT json_group_array(json_object('point', point, 'dueOn', due_on, 'closedAs', closed_as,
    'until', c.expires_on))
  FROM follow_ups f JOIN consents c ON c.id = f.consent_id WHERE f.stay_id = s.id AND closed_as IS NOT 'undone'`;

/** Of what was told, the last that was not undone. */
const TOLD = (column: string): string => `SELECT t.${column} FROM support_told t
  WHERE t.stay_id = s.id AND t.undone_at IS NULL ORDER BY t.number DESC LIMIT 1`;

const SUPPORT = `SELECT json_group_array(json_object('kind', kind, 'answer', answer)) FROM support_kinds
  WHERE told_id = (${TOLD('id')})`;

/** Own words stay where they are (R38). What was told at a follow-up is of the day of the talk, not of the day it was written down. */
const ANSWERS = `SELECT json_group_array(json_object('moment', t.moment, 'onDay', ifnull(
      (SELECT max(a.house_day) FROM attempts a WHERE a.follow_up_id = t.follow_up_id AND a.undone_at IS NULL), t.house_day),
    'code', w.code, 'version', w.version, 'outcome', w.outcome, 'choice', w.choice, 'count', w.count))
  FROM answer_sets t JOIN answers w ON w.set_id = t.id WHERE t.stay_id = s.id AND t.undone_at IS NULL`;

const CONNECTIONS = `SELECT json_group_array(json_object('way', c.way, 'answer',
    (SELECT a.answer FROM connection_answers a WHERE a.connection_id = c.id AND a.undone_at IS NULL
      ORDER BY a.number DESC LIMIT 1)))
  FROM connections c WHERE c.stay_id = s.id AND c.undone_at IS NULL`;

const STAYS = `SELECT s.id, s.arrival_day AS arrivalDay, s.departure_day AS departureDay,
  s.first_planned_day AS firstPlannedDay, s.planned_day AS plannedDay, s.undone_at IS NOT NULL AS isUndone, ${importedOf('s.id')} AS isImported, s.stayed_before AS stayedBefore,
  s.referral_source AS referralSource,
  coalesce(d.ending, 'not_asked') AS ending, coalesce(d.destination, 'not_asked') AS destination,
  coalesce(d.in_touch, 'not-asked') AS inTouch,
  (${EARLIER_STAYS}) AS staysBefore,
  (SELECT count(*) FROM bed_segments b WHERE b.stay_id = s.id AND b.undone_at IS NULL) AS beds,
  ${keyOf('s.guest_id')} AS guestKey, (${NEXT_ARRIVAL}) AS nextArrivalDay, (${DIED_AT}) AS diedAt,
  (${FOLLOW_UPS}) AS followUps, (${SUPPORT}) AS support, (${TOLD('wellness')}) AS wellness,
  (${ANSWERS}) AS answers, (${CONNECTIONS}) AS connections, ${absentNightsOf('s.id')} AS absent
  FROM stays s LEFT JOIN departures d ON d.stay_id = s.id AND d.undone_at IS NULL
  WHERE s.id > ? AND s.arrival_day < ? AND (s.departure_day IS NULL OR s.departure_day >= ?)
  ORDER BY s.id LIMIT ?`;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const dayOrNone = (text: string | null): Temporal.PlainDate | null => (text === null ? null : day(text));

/** A list as SQL made it: whatever is a day in it is text still. */
type InJson<Item, Days extends keyof Item> = Omit<Item, Days> & Record<Days, string>;

function stayOf({ absent, diedAt, ...row }: Row, { time }: House): StayToExport {
  const followUps = JSON.parse(row.followUps) as (InJson<PlannedPoint, 'dueOn' | 'until'> & {
    until: string | null;
  })[];
  const answers = JSON.parse(row.answers) as InJson<ToldAnswer, 'onDay'>[];
  return {
    ...row,
    absences: readAbsentNights(absent),
    support: JSON.parse(row.support) as StayToExport['support'],
    connections: JSON.parse(row.connections) as StayToExport['connections'],
    answers: answers.map((one) => ({ ...one, onDay: day(one.onDay) })),
    arrivalDay: day(row.arrivalDay),
    departureDay: dayOrNone(row.departureDay),
    firstPlannedDay: day(row.firstPlannedDay),
    plannedDay: day(row.plannedDay),
    nextArrivalDay: dayOrNone(row.nextArrivalDay),
    diedOn: diedAt === null ? null : time.houseDay(Temporal.Instant.from(diedAt)),
    isUndone: row.isUndone === 1,
    isImported: row.isImported === 1,
    followUps: followUps.map((one) => ({ ...one, dueOn: day(one.dueOn), until: dayOrNone(one.until) })),
  };
}
