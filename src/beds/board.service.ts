import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Bed } from '../domain/bed.js';
import type { BedFacts, Claim } from '../domain/bed-board.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { Stay } from '../domain/stay.js';
import { Turnover } from '../domain/turnover.js';

/** What the board shows of one bed. */
export interface BedNow extends BedFacts {
  stay: Stay | null;
  guest: Guest | null;
  turnover: Turnover | null;
  /** The stay whose end the bed is being made ready after. */
  lastStayId: string | null;
}

/** The guest in a bed, on the way to a page. */
export const nameOf = ({ guest, bed }: BedNow): GuestName => new GuestName(guest?.name ?? null, bed.name);

/** What each bed is doing. */
@Injectable()
export class BoardService {
  constructor(private readonly pages: PageReader) {}

  /** Every bed in the house's own order with who is in it, its turnover and its claims from `today` on: two queries. */
  async now(today: Temporal.PlainDate, reader: EntityManager = this.pages.manager): Promise<BedNow[]> {
    const [beds, claims] = await Promise.all([this.occupied(reader), this.claims(reader, today)]);
    return beds.map((bed) => ({ ...bed, claims: claims.get(bed.bed.id) ?? [] }));
  }

  private async occupied(reader: EntityManager): Promise<Omit<BedNow, 'claims'>[]> {
    const { entities, raw } = await reader
      .createQueryBuilder(Bed, 'bed')
      .leftJoin(BedSegment, 'part', 'part.bedId = bed.id AND part.toAt IS NULL AND part.undoneAt IS NULL')
      .leftJoinAndMapOne('bed.stay', Stay, 'stay', 'stay.id = part.stayId')
      .leftJoinAndMapOne('bed.guest', Guest, 'guest', 'guest.id = stay.guestId')
      .leftJoinAndMapOne(
        'bed.turnover',
        Turnover,
        'turnover',
        'turnover.bedId = bed.id AND turnover.endedAt IS NULL',
      )
      .leftJoin(BedSegment, 'last', 'last.id = turnover.segmentId')
      .addSelect('last.stayId', 'last_stay')
      .orderBy('bed.position')
      .getRawAndEntities<{ last_stay: string | null }>();
    return (entities as (Bed & { stay?: Stay; guest?: Guest; turnover?: Turnover })[]).map(
      ({ stay = null, guest = null, turnover = null, ...bed }, place) => ({
        bed: Object.assign(Object.create(Bed.prototype) as Bed, bed),
        stay,
        guest,
        turnover,
        notReadySince: turnover?.sinceAt ?? null,
        lastStayId: raw[place]?.last_stay ?? null,
      }),
    );
  }

  private async claims(reader: EntityManager, today: Temporal.PlainDate): Promise<Map<string, Claim[]>> {
    const rows = await reader.query<ClaimRow[]>(CLAIMS_AHEAD, [today.toString()]);
    const byBed = new Map<string, Claim[]>();
    for (const { bedId, kind, isOpenEnded, ...nights } of rows) {
      const [firstNight, endNight] = [day(nights.firstNight), day(nights.endNight)];
      const claim = { kind, firstNight, endNight, isOpenEnded: isOpenEnded === 1 };
      byBed.set(bedId, [...(byBed.get(bedId) ?? []), claim]);
    }
    return byBed;
  }
}

interface ClaimRow {
  bedId: string;
  kind: Claim['kind'];
  firstNight: string;
  endNight: string;
  isOpenEnded: number;
}

/** Claims that are not over, without those of the guests who are here: they are shown by their stay. */
const CLAIMS_AHEAD = `SELECT c.bed_id AS bedId, c.kind, c.first_night AS firstNight, c.end_night AS endNight,
    x.id IS NOT NULL AND x.last_night IS NULL AS isOpenEnded
  FROM claims c LEFT JOIN closures x ON x.id = c.id
  WHERE c.end_night > ? AND c.id NOT IN (SELECT id FROM bed_segments WHERE to_at IS NULL AND undone_at IS NULL)
  ORDER BY c.first_night`;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
