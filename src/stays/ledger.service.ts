import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import type { BedSegment } from '../domain/bed-segment.js';
import type { Stay } from '../domain/stay.js';

/** Writes the ledger of bed-nights: one claim for each part of a stay, with the part's id. Never by `save()`. */
@Injectable()
export class LedgerService {
  /** Throws BedTaken or GuestAlreadyHere when a night has another claim: the file itself refuses (R5, R7). */
  async claim(tx: EntityManager, part: BedSegment, stay: Stay, endNight: Temporal.PlainDate): Promise<void> {
    await tx.query(
      `INSERT INTO claims (id, kind, bed_id, guest_key, first_night, end_night) VALUES (?, 'stay', ?, ?, ?, ?)`,
      [part.id, part.bedId, stay.guestId, dayText.to(part.fromDay), dayText.to(endNight)],
    );
  }

  /** Frees nights or takes more of them, as the part of the stay now says. */
  async endOn(tx: EntityManager, partId: string, endNight: Temporal.PlainDate): Promise<void> {
    await tx.query('UPDATE claims SET end_night = ? WHERE id = ?', [dayText.to(endNight), partId]);
  }

  /** An undone stay claims nothing any more; its line stays. */
  async letGo(tx: EntityManager, partId: string): Promise<void> {
    await tx.query('UPDATE claims SET end_night = first_night WHERE id = ?', [partId]);
  }

  /** Guests who stay on past their planned day occupy each night as it begins (R8). The first thing in each unit of work. */
  async settle(tx: EntityManager, today: Temporal.PlainDate): Promise<void> {
    const tomorrow = dayText.to(today.add({ days: 1 }));
    await tx.query(
      `UPDATE claims SET end_night = ?1 WHERE end_night < ?1 AND id IN (
        SELECT part.id FROM bed_segments part JOIN stays stay ON stay.id = part.stay_id
        WHERE part.to_at IS NULL AND part.undone_at IS NULL AND stay.planned_day < ?2)`,
      [tomorrow, dayText.to(today)],
    );
  }
}
