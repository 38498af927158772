import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import type { StayBetween } from '../domain/linked-guests.js';

/** A stay of a guest, without what was undone. */
export interface GuestStay extends StayBetween {
  id: string;
  /** On which record it stands. */
  guestId: string;
  plannedDay: Temporal.PlainDate;
}

type Days = 'arrivalDay' | 'plannedDay' | 'departureDay';
type Row = Omit<GuestStay, Days> &
  Record<Exclude<Days, 'departureDay'>, string> & { departureDay: string | null };

/** All stays of some records. */
@Injectable()
export class GuestStays {
  constructor(private readonly pages: PageReader) {}

  /** The newest first. */
  async of(guestIds: readonly string[], reader: EntityManager = this.pages.manager): Promise<GuestStay[]> {
    return (await reader.query<Row[]>(STAYS, [JSON.stringify(guestIds)])).map(read);
  }
}

const STAYS = `SELECT s.id, s.guest_id AS guestId, g.name AS guestName, b.name AS bedName, s.arrival_day AS arrivalDay,
    s.planned_day AS plannedDay, s.departure_day AS departureDay
  FROM stays s JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  WHERE s.guest_id IN (SELECT value FROM json_each(?)) AND s.undone_at IS NULL
  ORDER BY s.arrived_at DESC, s.id`;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const read = ({ arrivalDay, plannedDay, departureDay, ...row }: Row): GuestStay => ({
  ...row,
  arrivalDay: day(arrivalDay),
  plannedDay: day(plannedDay),
  departureDay: departureDay === null ? null : day(departureDay),
});
