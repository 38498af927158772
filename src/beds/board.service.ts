import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { absentNightsOf, readAbsentNights } from './absent-nights.service.js';
import { Absence } from '../domain/absence.js';
import type { AbsentNights } from '../domain/absent-nights.js';
import { Bed } from '../domain/bed.js';
import type { BedFacts } from '../domain/bed-board.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { Guest } from '../domain/guest.js';
import { GuestName } from '../domain/guest-name.js';
import { Stay } from '../domain/stay.js';
import { Turnover } from '../domain/turnover.js';
import { type ClaimNow, claimsAhead } from './claims-ahead.service.js';

/** What the board shows of one bed. */
export interface BedNow extends BedFacts {
  claims: readonly ClaimNow[];
  stay: Stay | null;
  guest: Guest | null;
  turnover: Turnover | null;
  /** How the guest is out of the house, while nobody recorded that they are back (R21). */
  absence: Absence | null;
  /** All nights of the stay on which they were, this one too. */
  absences: readonly AbsentNights[];
  /** When somebody last looked and saw them, and on which house day; null when nobody did (R8). */
  seenAt: Temporal.Instant | null;
  seenOn: Temporal.PlainDate | null;
  /** The house day from which on the guest is in this bed; null with nobody in it. */
  fromDay: Temporal.PlainDate | null;
  /** The stay whose end the bed is being made ready after. */
  lastStayId: string | null;
}

/** The guest in a bed, on the way to a page. */
export const nameOf = ({ guest, bed }: BedNow): GuestName => new GuestName(guest?.name ?? null, bed.name);

/** What each bed is doing. */
@Injectable()
export class BoardService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Every bed in the house's own order with who is in it, its turnover and its claims from `today` on, without holds whose hour
   * has come (R14): two queries.
   */
  async now(today: Temporal.PlainDate, reader: EntityManager = this.pages.manager): Promise<BedNow[]> {
    const [beds, claims] = await Promise.all([
      this.occupied(reader),
      claimsAhead(reader, today, this.clock.now()),
    ]);
    return beds.map((bed) => ({ ...bed, claims: claims.get(bed.bed.id) ?? [] }));
  }

  /** Every bed in the house's own order with who is in it and its turnover, without its claims: one query. */
  async occupied(reader: EntityManager = this.pages.manager): Promise<Omit<BedNow, 'claims'>[]> {
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
      .leftJoinAndMapOne(
        'bed.absence',
        Absence,
        'absence',
        'absence.stayId = stay.id AND absence.backAt IS NULL AND absence.undoneAt IS NULL',
      )
      .leftJoin(BedSegment, 'last', 'last.id = turnover.segmentId')
      .addSelect('last.stayId', 'last_stay')
      .addSelect('part.from_day', 'from_day')
      .addSelect(LOOKED, 'looked')
      .addSelect(absentNightsOf('part.stay_id'), 'absent')
      .orderBy('bed.position')
      .getRawAndEntities<BesideBed>();
    return (entities as BedWithPeople[]).map((bed, place) => withoutClaims(bed, raw[place]!));
  }
}

type BedWithPeople = Bed & { stay?: Stay; guest?: Guest; turnover?: Turnover; absence?: Absence };

interface BesideBed {
  last_stay: string | null;
  from_day: string | null;
  looked: string | null;
  absent: string;
}

function withoutClaims(
  { stay, guest, turnover, absence, ...bed }: BedWithPeople,
  { last_stay, from_day, looked, absent }: BesideBed,
): Omit<BedNow, 'claims'> {
  return {
    bed: Object.assign(Object.create(Bed.prototype) as Bed, bed),
    stay: stay ?? null,
    guest: guest ?? null,
    turnover: turnover ?? null,
    notReadySince: turnover?.sinceAt ?? null,
    fromDay: from_day === null ? null : Temporal.PlainDate.from(from_day),
    lastStayId: last_stay,
    absence: absence ?? null,
    absences: readAbsentNights(absent),
    ...lookOf(looked),
  };
}

/** The last look at the guest, or that they are back: whoever wrote that down saw them. */
const LOOKED = `(SELECT a.house_day || ' ' || a.at FROM acts a
  WHERE a.stay_id = part.stay_id AND a.kind IN ('stay.seen', 'stay.back') AND a.undone_by_act IS NULL
  ORDER BY a.number DESC LIMIT 1)`;

/** A house day and a moment with a space between them. */
function lookOf(looked: string | null): Pick<BedNow, 'seenAt' | 'seenOn'> {
  if (looked === null) return { seenAt: null, seenOn: null };
  const [day, at] = looked.split(' ');
  return { seenAt: Temporal.Instant.from(at!), seenOn: Temporal.PlainDate.from(day!) };
}
