import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { In } from 'typeorm';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { DIED } from '../domain/departure-lists.js';
import type { Departure } from '../domain/departure.js';
import { GuestName } from '../domain/guest-name.js';
import { keyOf } from '../domain/settling-in.js';
import { StayTask } from '../domain/stay-task.js';

/** A key that left the house with its guest. */
export interface KeyOut {
  stayId: string;
  guest: GuestName;
  bedName: string;
  number: string | null;
  lockbox: string | null;
  departureDay: Temporal.PlainDate;
}

interface Row {
  id: string;
  guestName: string | null;
  bedName: string;
  keysBack: Departure['keysBack'];
  departureDay: string;
}

/** After so many days a lock is changed rather than a key asked for; the stay's page still says it. */
const DAYS_ASKED_FOR = 31;

/** Of each who left lately and was given a key; of the dead nobody asks for one. */
const LEFT_WITH_A_KEY = `SELECT s.id, g.name AS guestName, b.name AS bedName, d.keys_back AS keysBack,
    s.departure_day AS departureDay
  FROM stays s
  JOIN guests g ON g.id = s.guest_id
  JOIN departures d ON d.stay_id = s.id AND d.undone_at IS NULL AND d.ending <> '${DIED}'
  JOIN bed_segments p ON p.id = (SELECT last.id FROM bed_segments last
    WHERE last.stay_id = s.id AND last.undone_at IS NULL ORDER BY last.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  WHERE s.departure_day >= ? AND s.left_at IS NOT NULL AND s.undone_at IS NULL
    AND EXISTS (SELECT 1 FROM stay_tasks t WHERE t.stay_id = s.id AND t.task = 'key')
  ORDER BY s.departure_day DESC, s.left_at DESC`;

/** Keys and lockboxes that are out of the house (R30). */
@Injectable()
export class KeysOut {
  constructor(private readonly pages: PageReader) {}

  /** The latest departure first. */
  async since(today: Temporal.PlainDate): Promise<KeyOut[]> {
    const from = today.subtract({ days: DAYS_ASKED_FOR });
    const rows = await this.pages.rows<Row>(LEFT_WITH_A_KEY, [dayText.to(from)]);
    const ids = rows.map(({ id }) => id);
    const said =
      ids.length > 0 ? await this.pages.manager.findBy(StayTask, { stayId: In(ids), task: 'key' }) : [];
    return rows.flatMap((row) => {
      const key = keyOf(
        said.filter(({ stayId }) => stayId === row.id),
        row,
      );
      return key && !key.isBack ? [outOf(row, key)] : [];
    });
  }
}

const outOf = (row: Row, { number, lockbox }: Pick<KeyOut, 'number' | 'lockbox'>): KeyOut => ({
  stayId: row.id,
  guest: new GuestName(row.guestName, row.bedName),
  bedName: row.bedName,
  number,
  lockbox,
  departureDay: Temporal.PlainDate.from(row.departureDay),
});
