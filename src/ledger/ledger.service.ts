import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { updateVersion } from '../database/update-version.js';
import type { BedSegment } from '../domain/bed-segment.js';
import { Hold } from '../domain/hold.js';
import type { House } from '../domain/house.js';
import { laterDay } from '../domain/days.js';
import { keyOf } from '../guests/linked-records.service.js';
import { FURTHEST_PLAN, type Stay } from '../domain/stay.js';
import { isOfAGuestStayingOn } from './begun-nights.service.js';

/** Nights d of one bed with `firstNight <= d < endNight` (R6). */
export interface BedNights {
  bedId: string;
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
}

/**
 * Writes the ledger of bed-nights: a claim for each part of a stay, with the part's id, for each hold and
 * each closure. Never by `save()`.
 */
@Injectable()
export class LedgerService {
  /** Throws BedTaken or GuestAlreadyHere when a night has another claim: the file itself refuses (R5, R7). */
  async claim(tx: EntityManager, part: BedSegment, stay: Stay, endNight: Temporal.PlainDate): Promise<void> {
    await tx.query(
      `INSERT INTO claims (id, kind, bed_id, guest_key, first_night, end_night)
        VALUES (?1, 'stay', ?2, ${keyOf('?3')}, ?4, ?5)`,
      [part.id, part.bedId, stay.guestId, dayText.to(part.fromDay), dayText.to(endNight)],
    );
  }

  /** Many at once, each part up to the day it ended. Throws as `claim` does. */
  async claimEnded(
    tx: EntityManager,
    parts: readonly { part: BedSegment; guestId: string }[],
  ): Promise<void> {
    const claims = parts.map(({ part: { id, bedId, fromDay, toDay }, guestId }) => ({
      id,
      bedId,
      guestId,
      from: dayText.to(fromDay),
      to: dayText.to(toDay),
    }));
    await tx.query(
      `INSERT INTO claims (id, kind, bed_id, guest_key, first_night, end_night)
        SELECT value ->> 'id', 'stay', value ->> 'bedId', ${keyOf(`value ->> 'guestId'`)}, value ->> 'from', value ->> 'to'
        FROM json_each(?)`,
      [JSON.stringify(claims)],
    );
  }

  /** Frees nights or takes more of them, as the part of the stay now says. */
  async endOn(tx: EntityManager, partId: string, endNight: Temporal.PlainDate): Promise<void> {
    await tx.query('UPDATE claims SET end_night = ? WHERE id = ?', [dayText.to(endNight), partId]);
  }

  /** What is undone or ended claims nothing any more; its line stays. */
  async letGo(tx: EntityManager, partId: string): Promise<void> {
    await tx.query('UPDATE claims SET end_night = first_night WHERE id = ?', [partId]);
  }

  /**
   * Keeps a bed for someone who is expected, from the first night to the one before `endNight`: for a guest who is known in their
   * name. Throws BedTaken (R5), or GuestAlreadyHere when that guest has another bed on one of the nights (R7).
   */
  hold(
    tx: EntityManager,
    nights: BedNights,
    id: string = randomUUID(),
    guestId: string | null = null,
  ): Promise<string> {
    return this.keep(tx, 'hold', nights, id, guestId);
  }

  /** Takes a bed out of use, from the first night to the one before `endNight`. Throws BedTaken (R5). */
  close(tx: EntityManager, nights: BedNights, id: string = randomUUID()): Promise<string> {
    return this.keep(tx, 'closure', nights, id, null);
  }

  /** From which night on a claim has nights: those before may have passed to a guest who stayed on (R8). */
  async firstNightOf(tx: EntityManager, id: string): Promise<Temporal.PlainDate> {
    const sql = 'SELECT first_night AS night FROM claims WHERE id = ?';
    const [row] = await tx.query<{ night: string }[]>(sql, [id]);
    return Temporal.PlainDate.from(row!.night);
  }

  /** Gives a closure other nights; an empty stretch frees all. Throws BedTaken when one of them has another claim (R5). */
  async moveTo(tx: EntityManager, id: string, nights: Omit<BedNights, 'bedId'>): Promise<void> {
    await tx.query('UPDATE claims SET first_night = ?, end_night = ? WHERE id = ?', [
      dayText.to(nights.firstNight),
      dayText.to(laterDay(nights.firstNight, nights.endNight)),
      id,
    ]);
  }

  /** A hold that ended by a slip has its nights again. Throws BedTaken when one of them was given since (R24). */
  async holdAgain(
    tx: EntityManager,
    { id, firstNight, endNight }: Pick<Hold, 'id' | 'firstNight' | 'endNight'>,
  ): Promise<void> {
    await tx.query('UPDATE claims SET first_night = ?, end_night = ? WHERE id = ?', [
      dayText.to(firstNight),
      dayText.to(endNight),
      id,
    ]);
  }

  /** What time alone has changed at `now`; the first thing in each unit of work (R14). */
  async settle(tx: EntityManager, house: House, now: Temporal.Instant): Promise<void> {
    await this.endLapsed(tx, house, now);
    const today = house.time.houseDay(now);
    await this.giveBegunNights(tx, today);
    await this.topUp(tx, today.add({ days: FURTHEST_PLAN }));
  }

  /** A hold whose hour has come holds nothing; it ended at that hour, whenever somebody next writes something. */
  private async endLapsed(tx: EntityManager, house: House, now: Temporal.Instant): Promise<void> {
    const lapsed = await tx
      .createQueryBuilder(Hold, 'hold')
      .where('hold.ending IS NULL AND hold.keepUntil <= :now', { now: instantText.to(now) })
      .getMany();
    for (const hold of lapsed) {
      hold.end('lapsed', hold.keepUntil, house);
      await this.letGo(tx, hold.id);
      const { id, version, ending, endedAt, endedOn } = hold;
      await updateVersion(tx, Hold, { id, version }, { ending, endedAt, endedOn });
    }
  }

  /**
   * Guests who stay on past their planned day occupy each night as it begins (R8): what else had those nights makes room
   * first and keeps its later ones, so that no unit is ever refused for it.
   */
  private async giveBegunNights(tx: EntityManager, today: Temporal.PlainDate): Promise<void> {
    const days = [dayText.to(today.add({ days: 1 })), dayText.to(today)];
    await tx.query(
      `UPDATE claims AS other SET first_night = min(other.end_night, ?1)
        WHERE other.kind <> 'stay' AND other.first_night < ?1 AND EXISTS (
          SELECT 1 FROM claims mine WHERE ${isOfAGuestStayingOn('?2')} AND mine.end_night < ?1
            AND other.end_night > mine.end_night
            AND (other.bed_id = mine.bed_id OR other.guest_key = mine.guest_key))`,
      days,
    );
    await tx.query(
      `UPDATE claims AS mine SET end_night = ?1 WHERE mine.end_night < ?1 AND ${isOfAGuestStayingOn('?2')}`,
      days,
    );
  }

  /** Closures without a last night claim as far as anyone can plan (R12), never over another claim or past the bed's last night. */
  private async topUp(tx: EntityManager, end: Temporal.PlainDate): Promise<void> {
    await tx.query(
      `UPDATE claims AS mine SET end_night = max(mine.end_night, min(?1,
          ifnull((SELECT date(last_night, '+1 day') FROM beds WHERE id = mine.bed_id), ?1),
          ifnull((SELECT min(night) FROM bed_nights other
            WHERE other.bed_id = mine.bed_id AND other.night >= mine.end_night), ?1)))
        WHERE mine.end_night < ?1
          AND mine.id IN (SELECT id FROM closures WHERE ending IS NULL AND last_night IS NULL)`,
      [dayText.to(end)],
    );
  }

  private async keep(
    tx: EntityManager,
    kind: 'hold' | 'closure',
    { bedId, firstNight, endNight }: BedNights,
    id: string,
    guestId: string | null,
  ): Promise<string> {
    await tx.query(
      `INSERT INTO claims (id, kind, bed_id, guest_key, first_night, end_night)
        VALUES (?1, ?2, ?3, ${keyOf('?4')}, ?5, ?6)`,
      [id, kind, bedId, guestId, dayText.to(firstNight), dayText.to(endNight)],
    );
    return id;
  }
}
