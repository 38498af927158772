import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { instantText } from '../database/columns.js';
import { BedSegment } from '../domain/bed-segment.js';
import { isEarlier } from '../domain/days.js';
import { toMinute } from '../domain/house-time.js';
import { Turnover } from '../domain/turnover.js';

/** What begins when a bed is left, and what ends with it; null where nothing does. */
export interface Turnovers {
  begun: string | null;
  ended: string | null;
}

/** Beds to make up after a guest left or moved out of them (R10). */
@Injectable()
export class TurnoversService {
  /** A bed that was still getting ready from an earlier guest starts again. */
  async start(tx: EntityManager, { id, bedId }: BedSegment, sinceAt: Temporal.Instant): Promise<Turnovers> {
    const earlier = await tx.findOneBy(Turnover, { bedId, endedAt: IsNull() });
    if (earlier) await tx.update(Turnover, { id: earlier.id }, { endedAt: sinceAt });
    const begun = randomUUID();
    await tx.insert(Turnover, new Turnover({ id: begun, bedId, segmentId: id, sinceAt }));
    return { begun, ended: earlier?.id ?? null };
  }

  /**
   * As `start`, told later (R52): a bed that somebody had since or that was made up since has nothing to make up for it, and
   * how long it took is not known.
   */
  async startLate(tx: EntityManager, part: BedSegment, sinceAt: Temporal.Instant): Promise<Turnovers> {
    const [used] = await tx.query<unknown[]>(USED_SINCE, [part.bedId, part.id, instantText.to(sinceAt)]);
    return used ? { begun: null, ended: null } : this.start(tx, part, sinceAt);
  }

  /** Nothing was to do in it: ready by whoever wrote down that it was left, in no time (R10). Answers what it was given. */
  async readyAtOnce(tx: EntityManager, begun: string | null, readyBy: string): Promise<string | null> {
    if (begun !== null)
      await tx.query('UPDATE turnovers SET ended_at = since_at, ready_by = ?2 WHERE id = ?1', [
        begun,
        readyBy,
      ]);
    return begun;
  }

  /** They left this bed at another time than was written down (R53); one that is ready by then, or was at once, took no time. */
  async startedAt(
    tx: EntityManager,
    { id: segmentId }: BedSegment,
    before: Temporal.Instant,
    sinceAt: Temporal.Instant,
  ): Promise<void> {
    const atOnce = (await tx.query<{ id: string }[]>(AT_ONCE, [segmentId])).map(({ id }) => id);
    for (const { id, endedAt } of await tx.findBy(Turnover, { segmentId, sinceAt: before })) {
      const isAtOnce = atOnce.includes(id);
      const moved = { sinceAt: isAtOnce ? sinceAt : earliest(sinceAt, endedAt) };
      await tx.update(Turnover, { id }, isAtOnce ? { ...moved, endedAt: sinceAt } : moved);
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
    await tx.query(NOT_AT_ONCE, [segmentId]);
    const wasMadeUp = await tx.existsBy(Turnover, { segmentId, readyBy: Not(IsNull()) });
    await tx.update(Turnover, { segmentId, endedAt: IsNull() }, { endedAt: toMinute(now) });
    const before = earlier && !wasMadeUp ? await tx.findOneBy(Turnover, { id: earlier }) : null;
    if (!before || (await tx.existsBy(Turnover, { bedId: before.bedId, endedAt: IsNull() }))) return;
    await tx.update(Turnover, { id: before.id }, { endedAt: null });
  }
}

/** What was ready at once, by the leavings of the guest of a part. */
const AT_ONCE = `SELECT json_extract(a.details, '$.ready') AS id FROM acts a JOIN bed_segments s ON s.stay_id = a.stay_id
  WHERE s.id = ?1 AND a.kind = 'stay.left'`;

/** That it was ready at once was said in the act that is taken back. */
const NOT_AT_ONCE = `UPDATE turnovers SET ready_by = NULL WHERE segment_id = ?1 AND id IN (${AT_ONCE})`;

const USED_SINCE = `SELECT 1 FROM bed_segments WHERE bed_id = ?1 AND id <> ?2 AND undone_at IS NULL AND from_at >= ?3
  UNION ALL SELECT 1 FROM turnovers WHERE bed_id = ?1 AND ready_by IS NOT NULL AND ended_at >= ?3 LIMIT 1`;

const earliest = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other && isEarlier(other, one) ? other : one;
