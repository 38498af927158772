import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Bed } from '../domain/bed.js';
import { BedSegment } from '../domain/bed-segment.js';
import type { BedFacts, Claim } from '../domain/bed-board.js';
import { Guest } from '../domain/guest.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Stay } from '../domain/stay.js';
import { Turnover } from '../domain/turnover.js';
import { NotHere } from '../web/refusals.js';

/** What the board shows of one bed. */
export interface BedNow extends BedFacts {
  stay: Stay | null;
  guest: Guest | null;
  turnover: Turnover | null;
  /** The stay whose end the bed is being made ready after. */
  lastStayId: string | null;
}

/** The beds of the house and what each of them is doing. */
@Injectable()
export class BedsService {
  constructor(private readonly pages: PageReader) {}

  all(reader: EntityManager = this.pages.manager): Promise<Bed[]> {
    return reader.find(Bed, { order: { position: 'ASC' } });
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Bed> {
    const bed = await reader.findOneBy(Bed, { id });
    if (!bed) throw new NotHere();
    return bed;
  }

  /** Every bed in the house's own order with who is in it, its turnover and its claims from `today` on: two queries. */
  async now(today: Temporal.PlainDate, reader: EntityManager = this.pages.manager): Promise<BedNow[]> {
    const [beds, claims] = await Promise.all([this.occupied(reader), this.claims(reader, today)]);
    return beds.map((bed) => ({ ...bed, claims: claims.get(bed.bed.id) ?? [] }));
  }

  /** Adds a bed at the end of the house's order. Throws a RuleViolation when there is one of this name. */
  async add(
    tx: EntityManager,
    facts: { name: string; room: string | null },
    firstNight: Temporal.PlainDate,
  ): Promise<Bed> {
    await this.checkName(tx, facts.name);
    const position = (await tx.maximum(Bed, 'position')) ?? 0;
    const bed = new Bed({ id: randomUUID(), ...facts, position: position + 1, firstNight });
    await tx.insert(Bed, bed);
    return bed;
  }

  /**
   * Changes name, room, place or last night. Throws a RuleViolation when the name is taken or, for `lastNight`, when a guest
   * is in the bed or has a night of it later (R12); ChangedMeanwhile when `version` is not the bed's.
   */
  async change(
    tx: EntityManager,
    id: string,
    version: number,
    to: Pick<Bed, 'name' | 'room' | 'position' | 'lastNight'>,
  ): Promise<void> {
    await this.checkName(tx, to.name, id);
    if (to.lastNight) await this.checkUnclaimed(tx, id, to.lastNight);
    await updateVersion(tx, Bed, { id, version }, to);
  }

  /** Makes a bed that is getting ready ready (R10). Answers its turnover, or null when it was ready already. */
  async makeReady(
    tx: EntityManager,
    bedId: string,
    personId: string,
    at: Temporal.Instant,
  ): Promise<Turnover | null> {
    const turnover = await tx.findOneBy(Turnover, { bedId, endedAt: IsNull() });
    if (turnover) await tx.update(Turnover, { id: turnover.id }, { endedAt: at, readyBy: personId });
    return turnover;
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
    for (const { bedId, kind, firstNight, endNight } of rows) {
      const claim = { kind, firstNight: day(firstNight), endNight: day(endNight) };
      byBed.set(bedId, [...(byBed.get(bedId) ?? []), claim]);
    }
    return byBed;
  }

  private async checkName(tx: EntityManager, name: string, except = ''): Promise<void> {
    const taken = await tx
      .createQueryBuilder(Bed, 'bed')
      .where('bed.name = :name COLLATE NOCASE AND bed.id <> :except', { name, except })
      .getExists();
    if (taken) throw new RuleViolation('name', 'Another bed has this name. Choose a different one');
  }

  private async checkUnclaimed(
    tx: EntityManager,
    bedId: string,
    lastNight: Temporal.PlainDate,
  ): Promise<void> {
    const isHere = await tx.existsBy(BedSegment, { bedId, toAt: IsNull(), undoneAt: IsNull() });
    if (isHere) throw new RuleViolation('lastNight', 'A guest is in this bed. It can go once they have left');
    const sql = 'SELECT max(night) AS night FROM bed_nights WHERE bed_id = ? AND night > ?';
    const [later] = await tx.query<{ night: string | null }[]>(sql, [bedId, lastNight.toString()]);
    if (later?.night)
      throw new RuleViolation('lastNight', `This bed is taken up to the night of ${later.night}`);
  }
}

interface ClaimRow {
  bedId: string;
  kind: Claim['kind'];
  firstNight: string;
  endNight: string;
}

/** Claims that are not over, without those of the guests who are here: they are shown by their stay. */
const CLAIMS_AHEAD = `SELECT bed_id AS bedId, kind, first_night AS firstNight, end_night AS endNight FROM claims
  WHERE end_night > ? AND id NOT IN (SELECT id FROM bed_segments WHERE to_at IS NULL AND undone_at IS NULL)
  ORDER BY first_night`;

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
