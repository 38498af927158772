import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { absentNightsOf, readAbsentNights } from '../beds/absent-nights.service.js';
import { BoardService, type BedNow } from '../beds/board.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { AbsentNights } from '../domain/absent-nights.js';
import type { Claim } from '../domain/bed-board.js';
import { type Tile, tilesOf } from '../domain/night-table.js';
import type { Period } from '../domain/period.js';
import { firstNightNow } from '../ledger/begun-nights.service.js';

/** A claim with what the pages of nights say of it. */
export interface NightClaim extends Claim {
  id: string;
  /** Who it is for, on the way to a GuestName; null for a closure and for somebody without a name. */
  guestName: string | null;
  stayId: string | null;
  /** Null for claims that are no hold. */
  holdId: string | null;
  keepUntil: Temporal.Instant | null;
  /** The house day on which the stay ended; null for one that goes on and for what is none. */
  departureDay: Temporal.PlainDate | null;
  /** Nights of the stay on which its guest was out of the house (R21). */
  absences: readonly AbsentNights[];
}

/** One bed with its nights in a period. */
export interface BedTiles extends BedNow {
  claims: readonly NightClaim[];
  /** The nights of the guest who is in it. */
  own: NightClaim | null;
  tiles: readonly Tile<NightClaim>[];
}

/** The nights of all beds, whatever period is asked for. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly pages: PageReader,
    private readonly board: BoardService,
  ) {}

  /** The beds the house has in this period, or somebody is in, in its own order: one query for people, one for claims. */
  async of(period: Period, today: Temporal.PlainDate, now: Temporal.Instant): Promise<BedTiles[]> {
    const [beds, claims] = await Promise.all([this.board.occupied(), this.claims(period, today, now)]);
    return beds
      .map((bed) => ({ ...bed, claims: claims.get(bed.bed.id) ?? [], own: ownOf(bed, today) }))
      .map((each) => ({ ...each, tiles: tilesOf(each, period, today) }))
      .filter(({ tiles }) => tiles.some(({ status }) => status !== 'gone'));
  }

  private async claims(
    { start, end }: Period,
    today: Temporal.PlainDate,
    now: Temporal.Instant,
  ): Promise<Map<string, NightClaim[]>> {
    const values = [dayText.to(start), dayText.to(end), instantText.to(now), dayText.to(today)];
    const byBed = new Map<string, NightClaim[]>();
    for (const { bedId, ...row } of await this.pages.rows<Row>(CLAIMS, values)) {
      byBed.set(bedId, [...(byBed.get(bedId) ?? []), read(row)]);
    }
    return byBed;
  }
}

/** The nights of the guest in a bed, as the stay itself says: those that have begun without waiting for the ledger (R8). */
function ownOf(
  { stay, guest, fromDay, absences }: Omit<BedNow, 'claims'>,
  today: Temporal.PlainDate,
): NightClaim | null {
  if (!stay || !fromDay) return null;
  const nights = { firstNight: fromDay, endNight: stay.endDay(today) };
  const none = { holdId: null, keepUntil: null, departureDay: null };
  const theirs = { guestName: guest?.name ?? null, stayId: stay.id, absences };
  return { id: stay.id, kind: 'stay', ...nights, ...none, ...theirs };
}

interface Row {
  id: string;
  kind: Claim['kind'];
  bedId: string;
  firstNight: string;
  endNight: string;
  guestName: string | null;
  stayId: string | null;
  holdId: string | null;
  keepUntil: string | null;
  departureDay: string | null;
  absent: string;
}

/**
 * What has a night from ?1 to ?2, that one too: a bed can be wanted from the morning after. Without guests who are here, whom their
 * stay shows, and without holds whose hour has come (R14). A claim that lost its last night to a guest who stays on has no night
 * left and is told as on the board (R8), unless somebody ended it.
 */
const CLAIMS = `SELECT c.id, c.kind, c.bed_id AS bedId, ${firstNightNow('?4')} AS firstNight, c.end_night AS endNight,
    coalesce(g.name, h.guest_name) AS guestName, p.stay_id AS stayId, h.id AS holdId, h.keep_until AS keepUntil,
    t.departure_day AS departureDay, ${absentNightsOf('p.stay_id')} AS absent
  FROM claims c LEFT JOIN holds h ON h.id = c.id LEFT JOIN bed_segments p ON p.id = c.id
    LEFT JOIN closures x ON x.id = c.id LEFT JOIN stays t ON t.id = p.stay_id LEFT JOIN guests g ON g.id = coalesce(t.guest_id, h.guest_id)
  WHERE c.id IN (SELECT claim_id FROM bed_nights WHERE night BETWEEN ?1 AND ?2
      UNION ALL SELECT id FROM claims WHERE end_night > ?4 AND first_night = end_night AND kind <> 'stay')
    AND (c.first_night < c.end_night OR (h.ending IS NULL AND x.ending IS NULL))
    AND NOT (c.kind = 'stay' AND p.to_at IS NULL) AND NOT (c.kind = 'hold' AND ifnull(h.keep_until, '9999') <= ?3)
  ORDER BY c.first_night`;

const read = ({
  firstNight,
  endNight,
  keepUntil,
  departureDay,
  absent,
  ...row
}: Omit<Row, 'bedId'>): NightClaim => ({
  ...row,
  firstNight: Temporal.PlainDate.from(firstNight),
  endNight: Temporal.PlainDate.from(endNight),
  keepUntil: keepUntil === null ? null : Temporal.Instant.from(keepUntil),
  departureDay: departureDay === null ? null : Temporal.PlainDate.from(departureDay),
  absences: readAbsentNights(absent),
});
