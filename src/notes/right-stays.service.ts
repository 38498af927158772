import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';

/** A stay a note can be about. */
export interface NearbyStay {
  id: string;
  guest: GuestName;
  bedName: string;
  hasLeft: boolean;
}

interface Row {
  id: string;
  name: string | null;
  bedName: string;
  hasLeft: number;
}

/** How many house days after leaving a note is still written about a stay. */
const DAYS_AFTER = 7;

/** The stays of those who are here, and of those who left a few days ago. */
@Injectable()
export class RightStays {
  constructor(private readonly pages: PageReader) {}

  /** Those who are here first, by bed. */
  async on(today: Temporal.PlainDate): Promise<NearbyStay[]> {
    const rows = await this.pages.rows<Row>(NEARBY, [dayText.to(today.subtract({ days: DAYS_AFTER }))]);
    return rows.map(({ id, name, bedName, hasLeft }) => ({
      id,
      bedName,
      guest: new GuestName(name, bedName),
      hasLeft: hasLeft === 1,
    }));
  }
}

const NEARBY = `SELECT s.id, g.name, b.name AS bedName, s.left_at IS NOT NULL AS hasLeft
  FROM (SELECT id, guest_id, left_at FROM stays WHERE left_at IS NULL AND undone_at IS NULL
    UNION ALL SELECT id, guest_id, left_at FROM stays WHERE departure_day >= ? AND undone_at IS NULL) s
  JOIN guests g ON g.id = s.guest_id
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  ORDER BY hasLeft, b.position, s.left_at DESC`;
