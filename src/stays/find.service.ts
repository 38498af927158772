import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DIED } from '../domain/departure-lists.js';
import { PageReader } from '../database/page-reader.js';

/** What tells one stay from another, and no more. */
export interface FoundStay {
  id: string;
  guestName: string | null;
  /** The bed of its last night. */
  bedName: string;
  arrivalDay: Temporal.PlainDate;
  plannedDay: Temporal.PlainDate;
  /** Null while the guest is here. */
  departureDay: Temporal.PlainDate | null;
  /** The stay ended with a death (R50). */
  isDeath: boolean;
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

  /** Stays of guests whose name has each of these folded words somewhere, the newest first. */
  async named(words: readonly string[]): Promise<Found> {
    return atMost(await this.pages.rows<Row>(NAMED, [JSON.stringify(words)]));
  }
}

type Row = Record<'id' | 'bedName' | 'arrivalDay' | 'plannedDay', string> &
  Record<'guestName' | 'departureDay', string | null> & { died: number };

const STAYS = `SELECT s.id, g.name AS guestName, b.name AS bedName, s.arrival_day AS arrivalDay,
    s.planned_day AS plannedDay, s.departure_day AS departureDay, EXISTS (SELECT 1 FROM departures d
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

// Not LIKE: % and _ are letters like any other
const NAMED = `${STAYS} AND g.folded_name IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM json_each(?) word WHERE instr(g.folded_name, word.value) = 0)
  ORDER BY s.arrived_at DESC, s.id DESC LIMIT ${MOST + 1}`;

const atMost = (rows: Row[]): Found => ({
  stays: rows.slice(0, MOST).map(read),
  hasMore: rows.length > MOST,
});

const read = ({ arrivalDay, plannedDay, departureDay, died, ...row }: Row): FoundStay => ({
  ...row,
  isDeath: died === 1,
  arrivalDay: Temporal.PlainDate.from(arrivalDay),
  plannedDay: Temporal.PlainDate.from(plannedDay),
  departureDay: departureDay === null ? null : Temporal.PlainDate.from(departureDay),
});
