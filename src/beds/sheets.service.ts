import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';

/** Whether the night's sheet was printed in this shift, or somebody said "not now" (R30). */
@Injectable()
export class SheetsService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  async isSettled(house: House, now: Temporal.Instant): Promise<boolean> {
    const rows = await this.pages.rows(SETTLED, [instantText.to(house.shiftStart(now))]);
    return rows.length > 0;
  }

  /** Whatever was said first in a shift settles it. */
  async settle(tx: EntityManager, how: 'printed' | 'not-now', who: Actor, house: House): Promise<void> {
    const now = this.clock.now();
    const start = instantText.to(house.shiftStart(now));
    if ((await tx.query<unknown[]>(SETTLED, [start])).length > 0) return;
    await tx.query('INSERT INTO sheets_settled (shift_start, how, at, person_id) VALUES (?, ?, ?, ?)', [
      start,
      how,
      instantText.to(toMinute(now)),
      who.id,
    ]);
  }
}

const SETTLED = 'SELECT 1 FROM sheets_settled WHERE shift_start = ?';
