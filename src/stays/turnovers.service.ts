import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { instantText } from '../database/columns.js';
import { BedSegment } from '../domain/bed-segment.js';
import { isEarlier } from '../domain/days.js';
import { toMinute } from '../domain/house-time.js';
import { Turnover } from '../domain/turnover.js';

/** Beds to make up after a guest left or moved out of them (R10). */
@Injectable()
export class TurnoversService {
  /** A bed that was still getting ready from an earlier guest starts again. Answers the turnover that ends so. */
  async start(
    tx: EntityManager,
    { id, bedId }: BedSegment,
    sinceAt: Temporal.Instant,
  ): Promise<string | null> {
    const earlier = await tx.findOneBy(Turnover, { bedId, endedAt: IsNull() });
    if (earlier) await tx.update(Turnover, { id: earlier.id }, { endedAt: sinceAt });
    await tx.insert(Turnover, new Turnover({ id: randomUUID(), bedId, segmentId: id, sinceAt }));
    return earlier?.id ?? null;
  }

  /**
   * As `start`, told later (R52): a bed that somebody had since or that was made up since has nothing to make up for it, and
   * how long it took is not known.
   */
  async startLate(tx: EntityManager, part: BedSegment, sinceAt: Temporal.Instant): Promise<string | null> {
    const [used] = await tx.query<unknown[]>(USED_SINCE, [part.bedId, part.id, instantText.to(sinceAt)]);
    return used ? null : this.start(tx, part, sinceAt);
  }

  /** They left this bed at another time than was written down (R53); one that is ready by then took no time. */
  async startedAt(
    tx: EntityManager,
    { id: segmentId }: BedSegment,
    before: Temporal.Instant,
    sinceAt: Temporal.Instant,
  ): Promise<void> {
    for (const { id, endedAt } of await tx.findBy(Turnover, { segmentId, sinceAt: before })) {
      await tx.update(Turnover, { id }, { sinceAt: earliest(sinceAt, endedAt) });
    }
  }

  /** They were in another bed (R53): that one gets ready, unless it does already or has somebody in it. */
  async wasIn(tx: EntityManager, { id: segmentId, bedId }: BedSegment, now: Temporal.Instant): Promise<void> {
    const open = { segmentId, endedAt: IsNull() };
    const isSettled =
      (await tx.existsBy(Turnover, { bedId, endedAt: IsNull() })) ||
      (await tx.existsBy(BedSegment, { bedId, toAt: IsNull(), undoneAt: IsNull() }));
    await tx.update(Turnover, open, isSettled ? { endedAt: toMinute(now) } : { bedId });
  }

  /** The bed was not made up for this guest either, unless somebody has made it ready since, or is to do so after another. */
  async takeBack(
    tx: EntityManager,
    segmentId: string,
    earlier: string | null,
    now: Temporal.Instant,
  ): Promise<void> {
    const wasMadeUp = await tx.existsBy(Turnover, { segmentId, readyBy: Not(IsNull()) });
    await tx.update(Turnover, { segmentId, endedAt: IsNull() }, { endedAt: toMinute(now) });
    const before = earlier && !wasMadeUp ? await tx.findOneBy(Turnover, { id: earlier }) : null;
    if (!before || (await tx.existsBy(Turnover, { bedId: before.bedId, endedAt: IsNull() }))) return;
    await tx.update(Turnover, { id: before.id }, { endedAt: null });
  }
}

const USED_SINCE = `SELECT 1 FROM bed_segments WHERE bed_id = ?1 AND id <> ?2 AND undone_at IS NULL AND from_at >= ?3
  UNION ALL SELECT 1 FROM turnovers WHERE bed_id = ?1 AND ready_by IS NOT NULL AND ended_at >= ?3 LIMIT 1`;

const earliest = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other && isEarlier(other, one) ? other : one;
