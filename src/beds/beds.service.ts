import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { updateVersion } from '../database/update-version.js';
import { Bed, readFeatures } from '../domain/bed.js';
import { BedSegment } from '../domain/bed-segment.js';
import { StillClaimed } from '../domain/conflict.js';
import { isBefore } from '../domain/days.js';
import type { House } from '../domain/house.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Turnover } from '../domain/turnover.js';
import { GuardService } from '../ledger/guard.service.js';
import { day } from '../web/dates.js';
import { NotHere } from '../web/refusals.js';

/** The beds of the house. */
@Injectable()
export class BedsService {
  constructor(
    private readonly pages: PageReader,
    private readonly guard: GuardService,
  ) {}

  all(reader: EntityManager = this.pages.manager): Promise<Bed[]> {
    return reader.find(Bed, { order: { position: 'ASC' } });
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Bed> {
    const bed = await reader.findOneBy(Bed, { id });
    if (!bed) throw new NotHere();
    return bed;
  }

  /** The beds that `bed` stands in one room with, itself first; those that are out of use for good are left aside. */
  async roomOf(bed: Bed, today: Temporal.PlainDate, reader?: EntityManager): Promise<Bed[]> {
    if (bed.room === null) return [bed];
    const all = await this.all(reader);
    return [
      bed,
      ...all.filter((each) => each.id !== bed.id && each.room === bed.room && each.isInUse(today)),
    ];
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
   * Changes name, room, place, what it offers or last night. Throws a RuleViolation when the name is taken, a guest is in
   * the bed or the house does not offer a feature, StillClaimed with every later claim (R12), ChangedMeanwhile when `version` is not the bed's.
   */
  async change(
    tx: EntityManager,
    id: string,
    version: number,
    to: Pick<Bed, 'name' | 'room' | 'position' | 'features' | 'lastNight'>,
    { lists }: House,
  ): Promise<void> {
    await this.checkName(tx, to.name, id);
    const bed = await this.find(id, tx);
    const features = readFeatures(to.features, lists.of('bed-features'), bed.features);
    if (to.lastNight) await this.checkLastNight(tx, bed, to.lastNight);
    await updateVersion(tx, Bed, { id, version }, { ...to, features });
  }

  /**
   * Makes a bed that is getting ready ready (R10). Answers its turnover, or null when it was ready already. Throws a
   * RuleViolation for `happenedAt` when the bed was left later.
   */
  async makeReady(
    tx: EntityManager,
    bedId: string,
    personId: string,
    at: Temporal.Instant,
  ): Promise<Turnover | null> {
    const turnover = await tx.findOneBy(Turnover, { bedId, endedAt: IsNull() });
    if (!turnover) return null;
    turnover.end('happenedAt', at, personId);
    await tx.update(Turnover, { id: turnover.id }, { endedAt: at, readyBy: personId });
    return turnover;
  }

  private async checkName(tx: EntityManager, name: string, except = ''): Promise<void> {
    const taken = await tx
      .createQueryBuilder(Bed, 'bed')
      .where('bed.name = :name COLLATE NOCASE AND bed.id <> :except', { name, except })
      .getExists();
    if (taken) throw new RuleViolation('name', 'Another bed has this name. Choose a different one');
  }

  private async checkLastNight(tx: EntityManager, bed: Bed, lastNight: Temporal.PlainDate): Promise<void> {
    if (isBefore(lastNight, bed.firstNight.subtract({ days: 1 }))) {
      throw new RuleViolation(
        'lastNight',
        `This bed is in use from ${day(bed.firstNight)}. Choose a later day`,
      );
    }
    await this.checkUnclaimed(tx, bed.id, lastNight);
  }

  private async checkUnclaimed(
    tx: EntityManager,
    bedId: string,
    lastNight: Temporal.PlainDate,
  ): Promise<void> {
    const isHere = await tx.existsBy(BedSegment, { bedId, toAt: IsNull(), undoneAt: IsNull() });
    if (isHere) throw new RuleViolation('lastNight', 'A guest is in this bed. It can go once they have left');
    const guarded = await this.guard.beds(lastNight.add({ days: 1 }), tx);
    const { bed, claims } = guarded.find((each) => each.bed.id === bedId)!;
    const later = claims.filter(({ firstNight, endNight }) => isBefore(firstNight, endNight));
    if (later.length > 0) throw new StillClaimed(bed, later);
  }
}
