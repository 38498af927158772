import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';
import { nearSince, type Stay } from '../domain/stay.js';
import { LinkedRecords } from './linked-records.service.js';

/** A stay that something written can be about; an undone one goes by the bed it had. */
export interface NearbyStay {
  stayId: string;
  guestId: string;
  /** To be compared with what is written, never to be shown. */
  name: string | null;
  guest: GuestName;
  bedName: string;
  isHere: boolean;
}

type Row = Omit<NearbyStay, 'guest' | 'isHere'> & { isHere: number };

/** The stays of those who are here, and of those who left a few days ago. */
@Injectable()
export class NearbyStays {
  constructor(
    private readonly pages: PageReader,
    private readonly records: LinkedRecords,
  ) {}

  /** Those who are here first, by bed; then those who left, the latest first. `also` are stays wanted in any case. */
  async on(
    today: Temporal.PlainDate,
    reader: EntityManager = this.pages.manager,
    also: readonly string[] = [],
  ): Promise<NearbyStay[]> {
    const since = dayText.to(nearSince(today));
    return (await reader.query<Row[]>(NEARBY, [since, JSON.stringify(also)])).map(read);
  }

  /** Exactly these stays, also one that was undone, in the same order. */
  async these(stayIds: readonly string[], reader: EntityManager = this.pages.manager): Promise<NearbyStay[]> {
    return (await reader.query<Row[]>(THESE, [JSON.stringify(stayIds)])).map(read);
  }

  /** Everybody but the guest of this stay, linked records too, and the name they go by. */
  async around(
    { guestId }: Stay,
    today: Temporal.PlainDate,
    reader: EntityManager,
  ): Promise<{ others: NearbyStay[]; own: string | null }> {
    const [{ ids }, nearby, [guest]] = await Promise.all([
      this.records.of(guestId, reader),
      this.on(today, reader),
      reader.query<{ name: string | null }[]>('SELECT name FROM guests WHERE id = ?', [guestId]),
    ]);
    return { others: nearby.filter((stay) => !ids.includes(stay.guestId)), own: guest?.name ?? null };
  }
}

const read = (row: Row): NearbyStay => ({
  ...row,
  guest: new GuestName(row.name, row.bedName),
  isHere: row.isHere === 1,
});

const STAYS = `SELECT s.id AS stayId, g.id AS guestId, g.name, b.name AS bedName, s.left_at IS NULL AS isHere
  FROM stays s JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id ORDER BY part.undone_at IS NOT NULL, part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id`;

const ORDER = 'ORDER BY s.left_at IS NULL DESC, s.left_at DESC, b.position, b.name, s.id';

/** Each part by an index of its own. */
const NEARBY = `${STAYS} WHERE s.undone_at IS NULL AND s.id IN (
    SELECT open.id FROM stays open WHERE open.left_at IS NULL AND open.undone_at IS NULL
    UNION ALL SELECT gone.id FROM stays gone WHERE gone.departure_day >= ?1
    UNION ALL SELECT value FROM json_each(?2)) ${ORDER}`;

const THESE = `${STAYS} WHERE s.id IN (SELECT value FROM json_each(?1)) ${ORDER}`;
