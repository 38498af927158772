import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Stay } from '../domain/stay.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { LimitsService } from '../house/limits.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { ExceptionsService, reasonWith } from './exceptions.service.js';
import { type Moved, otherBed } from './move.service.js';
import { PartsService } from './parts.service.js';
import { type StayHere, StaysService } from './stays.service.js';

export interface Swap extends Moved {
  otherStayId: string;
}

/** Two guests change beds in one step or not at all; no bed is left to get ready (R20). */
@Injectable()
export class SwapService {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly exceptions: ExceptionsService,
    private readonly limits: LimitsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Each guest keeps the nights they planned, so one bed may be wanted longer than before. Throws BedTaken or NeedsException
   * (409), ChangedMeanwhile, a RuleViolation (422), a Conflict when the guest has left.
   */
  async swap(tx: EntityManager, id: string, swap: Swap, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const isFarBack = house.isFarBack('movedAt', swap.movedAt, now);
    const one = await this.stays.findHere(id, tx, swap.version);
    const other = await this.otherOf(tx, id, swap.otherStayId);
    for (const { part } of [one, other]) part.end('movedAt', swap.movedAt, house);
    await this.check(tx, one, other, house);
    await this.check(tx, other, one, house);
    const past =
      (await this.limits.newlyPast(otherBed(one, other.bed.id), tx)) ??
      (await this.limits.newlyPast(otherBed(other, one.bed.id), tx));
    const agreed = isFarBack || past ? await this.exceptions.agreed(tx, swap.exception, past) : null;
    for (const each of [one, other]) {
      await this.stays.keep(tx, each.stay);
      await this.parts.end(tx, each.part);
    }
    const line = {
      at: swap.movedAt.toString(),
      // Both lines of history carry it, so that they are undone together
      swap: one.part.id,
      agreedBy: agreed?.agreedBy ?? null,
    };
    const reason = reasonWith(swap.reason, agreed);
    const undo = await this.take(tx, one, other, { line, reason, who, house });
    await this.take(tx, other, one, { line, reason, who, house });
    return { address: paths.stay(id), subjectId: id, undo };
  }

  private async otherOf(tx: EntityManager, id: string, otherId: string): Promise<StayHere> {
    const other = await tx.findOneBy(Stay, { id: otherId });
    if (!other?.isHere || otherId === id) {
      throw new RuleViolation('otherStayId', 'Choose the bed of somebody else who is here');
    }
    return this.stays.findHere(otherId, tx, null);
  }

  private check(tx: EntityManager, mine: StayHere, theirs: StayHere, house: House): Promise<void> {
    const own = [mine.part.id, theirs.part.id];
    const wanted = { bedId: theirs.bed.id, firstNight: mine.part.toDay!, own };
    return this.guard.check(tx, nightsLeft(mine.stay, wanted, house.time.houseDay(this.clock.now())));
  }

  /** Begins the part in the other's bed and writes the line of history; answers its id. */
  private async take(
    tx: EntityManager,
    { stay, part: before, bed }: StayHere,
    other: StayHere,
    said: { line: Record<string, string | null>; reason: string | null; who: Actor; house: House },
  ): Promise<string> {
    const today = said.house.time.houseDay(this.clock.now());
    const part = await this.parts.begin(tx, { stay, bedId: other.bed.id, after: before }, today);
    return this.acts.record(tx, said.who, said.house, {
      kind: 'stay.swapped',
      stayId: stay.id,
      bedId: other.bed.id,
      details: { ...said.line, with: other.stay.id, from: bed.id, before: before.id, part: part.id },
      reason: said.reason,
      canBeUndone: true,
    });
  }
}
