import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import type { Claim } from '../domain/bed-board.js';
import { firstNightNow } from '../ledger/begun-nights.service.js';

/** A claim with what a page says of a hold: who it is for, and until when (R14). */
export interface ClaimNow extends Claim {
  id: string;
  guestName: string | null;
  /** Null for a closure. */
  keepUntil: Temporal.Instant | null;
  /** Somebody said where to ring the one it is kept for; told where the board asks. */
  canRing?: boolean;
}

/** The claims on each bed that have nights from `today` on, without holds whose hour has come by `now`, by the bed's id: one query. */
export async function claimsAhead(
  reader: EntityManager,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<Map<string, ClaimNow[]>> {
  const byBed = new Map<string, ClaimNow[]>();
  const rows = await reader.query<ClaimRow[]>(CLAIMS_AHEAD, [today.toString(), instantText.to(now)]);
  for (const { bedId, ...row } of rows) byBed.set(bedId, [...(byBed.get(bedId) ?? []), read(row)]);
  return byBed;
}

interface ClaimRow {
  bedId: string;
  id: string;
  kind: Claim['kind'];
  firstNight: string;
  endNight: string;
  guestName: string | null;
  keepUntil: string | null;
  canRing: number;
  isOpenEnded: number;
}

/**
 * Claims that are not over, without those of the guests who are here: they are shown by their stay. One that lost its last
 * night to a guest who stays on is told, one that somebody ended has nothing to do with the bed any more.
 */
const CLAIMS_AHEAD = `SELECT c.bed_id AS bedId, c.id, c.kind, ${firstNightNow('?1')} AS firstNight, c.end_night AS endNight,
    coalesce(g.name, h.guest_name) AS guestName, h.keep_until AS keepUntil, h.reach IS NOT NULL AS canRing,
    x.id IS NOT NULL AND x.last_night IS NULL AS isOpenEnded
  FROM claims c LEFT JOIN holds h ON h.id = c.id LEFT JOIN guests g ON g.id = h.guest_id
    LEFT JOIN closures x ON x.id = c.id
  WHERE c.end_night > ?1 AND ifnull(h.keep_until, '9999') > ?2 AND h.ending IS NULL AND x.ending IS NULL
    AND c.id NOT IN (SELECT id FROM bed_segments WHERE to_at IS NULL AND undone_at IS NULL)
  ORDER BY c.first_night`;

const read = ({
  firstNight,
  endNight,
  keepUntil,
  canRing,
  isOpenEnded,
  ...row
}: Omit<ClaimRow, 'bedId'>): ClaimNow => ({
  ...row,
  firstNight: Temporal.PlainDate.from(firstNight),
  endNight: Temporal.PlainDate.from(endNight),
  canRing: canRing === 1,
  isOpenEnded: isOpenEnded === 1,
  keepUntil: keepUntil === null ? null : Temporal.Instant.from(keepUntil),
});
