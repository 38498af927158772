import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { KeptDay, StayLimit } from '../domain/stay-limit.js';
import { type NightsInBed, type PastLimit, StayLimits } from '../domain/stay-limits.js';
import { keyOf, recordsOf } from '../guests/linked-records.service.js';
import { NotHere } from '../web/refusals.js';

/** Whose nights count, and the nights of the stay itself before and after what is asked for. */
export interface Judged {
  guestId: string;
  /** The stay that is changed, null for one that begins. */
  stayId: string | null;
  before: readonly NightsInBed[];
  after: readonly NightsInBed[];
}

interface LimitRow extends Omit<StayLimit, 'fromDay'> {
  fromDay: string;
}

/** How long somebody stays, as the house decided it (R22). */
@Injectable()
export class LimitsService {
  constructor(private readonly pages: PageReader) {}

  /** Every limit, those to come too, by the day they hold from; the days on which nobody is asked to leave. */
  async all(reader: EntityManager = this.pages.manager): Promise<StayLimits> {
    const [limits, kept] = await Promise.all([
      reader.query<LimitRow[]>(LIMITS),
      reader.query<{ day: string; name: string }[]>('SELECT day, name FROM kept_days ORDER BY day'),
    ]);
    return new StayLimits(
      limits.map((row) => ({ ...row, fromDay: Temporal.PlainDate.from(row.fromDay) })),
      kept.map(({ day, name }) => ({ day: Temporal.PlainDate.from(day), name })),
    );
  }

  /** What the nights asked for go past, or null: other stays of the same person count where the limit is a rolling one. */
  async newlyPast(
    { guestId, stayId, before, after }: Judged,
    reader: EntityManager = this.pages.manager,
  ): Promise<PastLimit | null> {
    const others = await this.othersOf(guestId, stayId, after[0]!.firstNight, reader);
    return (await this.all(reader)).newlyPast(before, after, others);
  }

  /** What a house begins with: a week, for whoever comes on any day. */
  begin(tx: EntityManager): Promise<unknown> {
    return tx.query(`INSERT INTO stay_limits SELECT ?, NULL, min(night), ?, NULL, NULL FROM nights`, [
      randomUUID(),
      FIRST_MOST_NIGHTS,
    ]);
  }

  /** Throws a RuleViolation for `fromDay` when one for the same beds holds from that day on already. */
  async add(tx: EntityManager, limit: Omit<StayLimit, 'id'>): Promise<void> {
    const from = dayText.to(limit.fromDay);
    const [same] = await tx.query<unknown[]>('SELECT 1 FROM stay_limits WHERE bed_id IS ? AND from_day = ?', [
      limit.bedId,
      from,
    ]);
    if (same)
      throw new RuleViolation('fromDay', 'From this day on there is one already. Take that one away first');
    await tx.query('INSERT INTO stay_limits VALUES (?, ?, ?, ?, ?, ?)', [
      randomUUID(),
      limit.bedId,
      from,
      limit.mostNights,
      limit.rollingNights,
      limit.rollingDays,
    ]);
  }

  /** One that nobody arrived under yet. Throws NotHere for another. */
  async takeAway(tx: EntityManager, id: string, today: Temporal.PlainDate): Promise<void> {
    const [open] = await tx.query<unknown[]>('SELECT 1 FROM stay_limits WHERE id = ? AND from_day > ?', [
      id,
      dayText.to(today),
    ]);
    if (!open) throw new NotHere();
    await tx.query('DELETE FROM stay_limits WHERE id = ?', [id]);
  }

  /** Says that nobody is asked to leave on this day; a day that has a name gets the new one. */
  keepDay(tx: EntityManager, { day, name }: KeptDay): Promise<unknown> {
    const sql = 'INSERT INTO kept_days VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET name = excluded.name';
    return tx.query(sql, [dayText.to(day), name]);
  }

  /** Throws NotHere when it is no such day. */
  async freeDay(tx: EntityManager, day: string): Promise<void> {
    const [kept] = await tx.query<unknown[]>('SELECT 1 FROM kept_days WHERE day = ?', [day]);
    if (!kept) throw new NotHere();
    await tx.query('DELETE FROM kept_days WHERE day = ?', [day]);
  }

  private async othersOf(
    guestId: string,
    stayId: string | null,
    arrivalDay: Temporal.PlainDate,
    reader: EntityManager,
  ): Promise<NightsInBed[]> {
    const since = dayText.to(arrivalDay.subtract({ days: FURTHEST_BACK }));
    const rows = await reader.query<{ bedId: string; first: string; end: string }[]>(OTHERS, [
      guestId,
      since,
      stayId ?? '',
    ]);
    return rows.map(({ bedId, first, end }) => ({
      bedId,
      firstNight: Temporal.PlainDate.from(first),
      endNight: Temporal.PlainDate.from(end),
    }));
  }
}

const FIRST_MOST_NIGHTS = 7;

/** No rolling limit looks further back, in days. */
const FURTHEST_BACK = 400;

const LIMITS = `SELECT id, bed_id AS bedId, from_day AS fromDay, most_nights AS mostNights,
    rolling_nights AS rollingNights, rolling_days AS rollingDays
  FROM stay_limits ORDER BY from_day, bed_id`;

const OTHERS = `SELECT c.bed_id AS bedId, c.first_night AS first, c.end_night AS end
  FROM stays s JOIN bed_segments part ON part.stay_id = s.id JOIN claims c ON c.id = part.id
  WHERE s.guest_id IN ${recordsOf(keyOf('?1'))} AND s.undone_at IS NULL AND s.id <> ?3 AND c.end_night > ?2`;
