import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Bed } from '../domain/bed.js';
import { Clock } from '../domain/clock.js';
import { type GuardedBed, guardNights, type KnownClaim, type Wanted } from '../domain/guard.js';

interface Row {
  id: string;
  kind: KnownClaim['kind'];
  bedId: string;
  name: string | null;
  firstNight: string;
  endNight: string;
  stayId: string | null;
  isOpenEnded: number;
}

/** Puts the ledger before the one guard (R13). */
@Injectable()
export class GuardService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Inside the open unit of work, before anything is written. Throws BedTaken with the ways out, or a RuleViolation. */
  async check(tx: EntityManager, wanted: Wanted): Promise<void> {
    guardNights(await this.beds(wanted.firstNight, tx), wanted);
  }

  /** Every bed in the house's own order with the claims that have nights from `from` on; holds that are over are none. */
  async beds(from: Temporal.PlainDate, reader: EntityManager = this.pages.manager): Promise<GuardedBed[]> {
    const [beds, claims, taken] = await Promise.all([
      reader.find(Bed, { order: { position: 'ASC' } }),
      reader.query<Row[]>(CLAIMS, [dayText.to(from), instantText.to(this.clock.now())]),
      reader.query<{ bedId: string; part: string }[]>(TAKEN),
    ]);
    const occupants = new Map(taken.map(({ bedId, part }) => [bedId, part]));
    return beds.map((bed) => ({
      bed,
      claims: claims.filter(({ bedId }) => bedId === bed.id).map(read),
      isOccupied: occupants.has(bed.id),
      occupant: occupants.get(bed.id) ?? null,
    }));
  }
}

const CLAIMS = `SELECT c.id, c.kind, c.bed_id AS bedId, coalesce(g.name, h.guest_name) AS name,
    c.first_night AS firstNight, c.end_night AS endNight, part.stay_id AS stayId,
    x.id IS NOT NULL AND x.last_night IS NULL AS isOpenEnded
  FROM claims c LEFT JOIN holds h ON h.id = c.id LEFT JOIN closures x ON x.id = c.id
  LEFT JOIN bed_segments part ON part.id = c.id LEFT JOIN stays t ON t.id = part.stay_id
  LEFT JOIN guests g ON g.id = coalesce(t.guest_id, h.guest_id)
  WHERE c.end_night > ?1 AND NOT (c.kind = 'hold' AND ifnull(h.keep_until, '9999') <= ?2)
  ORDER BY c.first_night`;

const TAKEN =
  'SELECT bed_id AS bedId, id AS part FROM bed_segments WHERE to_at IS NULL AND undone_at IS NULL';

const read = ({ firstNight, endNight, isOpenEnded, ...row }: Row): KnownClaim => ({
  ...row,
  firstNight: Temporal.PlainDate.from(firstNight),
  endNight: Temporal.PlainDate.from(endNight),
  isOpenEnded: isOpenEnded === 1,
});
