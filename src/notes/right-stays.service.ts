import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';
import type { Stay } from '../domain/stay.js';
import { LinkedRecords } from '../guests/linked-records.service.js';

/** A stay a note can be about. */
export interface NearbyStay {
  id: string;
  guestId: string;
  /** To be compared with what is written, never to be shown. */
  name: string | null;
  guest: GuestName;
  bedName: string;
  hasLeft: boolean;
}

interface Row {
  id: string;
  guestId: string;
  name: string | null;
  bedName: string;
  hasLeft: number;
}

/** How many house days after leaving a note is still written about a stay. */
const DAYS_AFTER = 7;

/** The stays of those who are here, and of those who left a few days ago. */
@Injectable()
export class RightStays {
  constructor(
    private readonly pages: PageReader,
    private readonly records: LinkedRecords,
  ) {}

  /** Those who are here first, by bed. */
  async on(today: Temporal.PlainDate, reader: EntityManager = this.pages.manager): Promise<NearbyStay[]> {
    const rows = await reader.query<Row[]>(NEARBY, [dayText.to(today.subtract({ days: DAYS_AFTER }))]);
    return rows.map((row) => ({
      ...row,
      guest: new GuestName(row.name, row.bedName),
      hasLeft: row.hasLeft === 1,
    }));
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

const NEARBY = `SELECT s.id, g.id AS guestId, g.name, b.name AS bedName, s.left_at IS NOT NULL AS hasLeft
  FROM (SELECT id, guest_id, left_at FROM stays WHERE left_at IS NULL AND undone_at IS NULL
    UNION ALL SELECT id, guest_id, left_at FROM stays WHERE departure_day >= ? AND undone_at IS NULL) s
  JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  ORDER BY hasLeft, b.position, s.left_at DESC`;
