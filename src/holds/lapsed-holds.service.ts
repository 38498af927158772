import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';

/** A hold whose hour has come. */
export interface Lapsed {
  id: string;
  bedName: string;
  guestName: string | null;
  keepUntil: Temporal.Instant;
}

/** Whether or not that is written yet. */
const LAPSED = `SELECT h.id, b.name AS bedName, coalesce(g.name, h.guest_name) AS guestName, h.keep_until AS keepUntil
  FROM holds h JOIN beds b ON b.id = h.bed_id LEFT JOIN guests g ON g.id = h.guest_id
  WHERE (h.ended_on >= ?1 AND h.ending = 'lapsed' AND h.keep_until >= ?2 AND h.keep_until < ?3)
    OR (h.ending IS NULL AND h.keep_until >= ?2 AND h.keep_until <= ?4 AND h.keep_until < ?3)
  ORDER BY h.keep_until`;

/** What the shift is told of holds that ended by themselves. */
@Injectable()
export class LapsedHolds {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Those whose hour has come since then, or up to `end`, in that order: nothing else ended them (R14, R45). */
  async since(since: Temporal.Instant, house: House, end: Temporal.Instant | null = null): Promise<Lapsed[]> {
    const now = this.clock.now();
    const values = [
      dayText.to(house.time.houseDay(since)),
      instantText.to(since),
      instantText.to(end ?? now.add({ minutes: 1 })),
      instantText.to(now),
    ];
    const rows = await this.pages.rows<Omit<Lapsed, 'keepUntil'> & { keepUntil: string }>(LAPSED, values);
    return rows.map((row) => ({ ...row, keepUntil: Temporal.Instant.from(row.keepUntil) }));
  }
}
