import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dayText, instantText } from '../database/columns.js';
import { DIED } from '../domain/departure-lists.js';
import { PageReader } from '../database/page-reader.js';
import { guestsNamed } from '../guests/name-search.service.js';

/** What tells one stay from another, and no more. */
export interface FoundStay {
  id: string;
  guestName: string | null;
  /** The bed of its last night. */
  bedName: string;
  arrivedAt: Temporal.Instant;
  arrivalDay: Temporal.PlainDate;
  plannedDay: Temporal.PlainDate;
  /** Both null while the guest is here. */
  leftAt: Temporal.Instant | null;
  departureDay: Temporal.PlainDate | null;
  /** The stay ended with a death (R50). */
  isDeath: boolean;
}

/** Somebody a bed is kept for. */
export interface Expected {
  /** Of the hold. */
  id: string;
  guestName: string | null;
  bedName: string;
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
  keepUntil: Temporal.Instant;
}

/** What is remembered of a stay: folded words of the name, the first day of the month they came in, a bed it was slept in. */
export interface Sought {
  words: readonly string[];
  month: Temporal.PlainDate | null;
  bedId: string | null;
}

/** Some stays, and whether there are more than these. */
export interface Found {
  stays: FoundStay[];
  hasMore: boolean;
}

const MOST = 30;

/** Finds stays for the people of the house; an undone stay is never among them. */
@Injectable()
export class FindService {
  constructor(private readonly pages: PageReader) {}

  /** Who is here, in the house's own order of beds. */
  async here(): Promise<FoundStay[]> {
    return (await this.pages.rows<Row>(HERE)).map(read);
  }

  /** The latest departures, newest first; those before the stay `beforeId`, unless that is no stay that ended. */
  async left(beforeId: string): Promise<Found> {
    const [before] = await this.pages.rows<{ day: string; at: string }>(ENDED, [beforeId]);
    const end = before ? [before.day, before.at, beforeId] : END_OF_TIME;
    return atMost(await this.pages.rows<Row>(LEFT, end));
  }

  /** Who is expected: the beds that are kept, by their first night. */
  async coming(now: Temporal.Instant): Promise<Expected[]> {
    const rows = await this.pages.rows<ExpectedRow>(COMING, [instantText.to(now)]);
    return rows.map(({ firstNight, endNight, keepUntil, ...row }) => ({
      ...row,
      firstNight: Temporal.PlainDate.from(firstNight),
      endNight: Temporal.PlainDate.from(endNight),
      keepUntil: Temporal.Instant.from(keepUntil),
    }));
  }

  /** Those of these ids, whoever left or came last first. */
  async these(ids: readonly string[]): Promise<FoundStay[]> {
    return (await this.pages.rows<Row>(THESE, [JSON.stringify(ids)])).map(read);
  }

  /** Stays of which all is true that is remembered, the newest first; for names see `guestsNamed`. */
  async sought({ words, month, bedId }: Sought): Promise<Found> {
    const parts: { sql: string; values: readonly unknown[] }[] = [];
    if (words.length > 0) {
      const named = guestsNamed(words);
      parts.push({ sql: `s.guest_id IN (${named.sql})`, values: named.values });
    }
    if (month) {
      const next = month.add({ months: 1 });
      const values = [dayText.to(month), dayText.to(next)];
      parts.push({ sql: 's.arrival_day >= ? AND s.arrival_day < ?', values });
    }
    if (bedId) parts.push({ sql: IN_BED, values: [bedId] });
    const where = parts.map(({ sql }) => ` AND ${sql}`).join('');
    const values = parts.flatMap((part) => part.values);
    return atMost(await this.pages.rows<Row>(`${STAYS}${where} ${NEWEST}`, values));
  }
}

const IN_BED = 's.id IN (SELECT stay_id FROM bed_segments WHERE bed_id = ? AND undone_at IS NULL)';

const COMING = `SELECT h.id, coalesce(g.name, h.guest_name) AS guestName, b.name AS bedName, h.first_night AS firstNight,
    h.end_night AS endNight, h.keep_until AS keepUntil
  FROM holds h JOIN beds b ON b.id = h.bed_id LEFT JOIN guests g ON g.id = h.guest_id
  WHERE h.ending IS NULL AND h.keep_until > ? ORDER BY h.first_night, b.position`;

type ExpectedRow = Record<'id' | 'bedName' | 'firstNight' | 'endNight' | 'keepUntil', string> & {
  guestName: string | null;
};

type Row = Record<'id' | 'bedName' | 'arrivedAt' | 'arrivalDay' | 'plannedDay', string> &
  Record<'guestName' | 'leftAt' | 'departureDay', string | null> & { died: number };

const STAYS = `SELECT s.id, g.name AS guestName, b.name AS bedName, s.arrived_at AS arrivedAt, s.arrival_day AS arrivalDay,
    s.left_at AS leftAt,    s.planned_day AS plannedDay, s.departure_day AS departureDay, EXISTS (SELECT 1 FROM departures d
      WHERE d.stay_id = s.id AND d.undone_at IS NULL AND d.ending = '${DIED}') AS died
  FROM stays s
  JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id =
    (SELECT last.id FROM bed_segments last WHERE last.stay_id = s.id AND last.undone_at IS NULL
      ORDER BY last.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  WHERE s.undone_at IS NULL`;

const HERE = `${STAYS} AND s.left_at IS NULL ORDER BY b.position`;

const ENDED = 'SELECT departure_day AS day, left_at AS at FROM stays WHERE id = ? AND left_at IS NOT NULL';

/** After every departure there can be. */
const END_OF_TIME = ['9999', '9999', '9999'];

// One more than is shown tells whether there are more. The end lets the index of departures be read backwards
const LEFT = `${STAYS} AND (s.departure_day, s.left_at, s.id) < (?, ?, ?)
  ORDER BY s.departure_day DESC, s.left_at DESC, s.id DESC LIMIT ${MOST + 1}`;

const THESE = `${STAYS} AND s.id IN (SELECT value FROM json_each(?)) ORDER BY s.arrived_at DESC, s.id DESC`;

const NEWEST = `ORDER BY s.arrived_at DESC, s.id DESC LIMIT ${MOST + 1}`;

const atMost = (rows: Row[]): Found => ({
  stays: rows.slice(0, MOST).map(read),
  hasMore: rows.length > MOST,
});

const read = ({ died, ...row }: Row): FoundStay => ({
  ...row,
  isDeath: died === 1,
  arrivedAt: Temporal.Instant.from(row.arrivedAt),
  arrivalDay: Temporal.PlainDate.from(row.arrivalDay),
  plannedDay: Temporal.PlainDate.from(row.plannedDay),
  leftAt: row.leftAt === null ? null : Temporal.Instant.from(row.leftAt),
  departureDay: row.departureDay === null ? null : Temporal.PlainDate.from(row.departureDay),
});
