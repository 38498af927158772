import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { Act } from '../domain/act.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Stay } from '../domain/stay.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { PartsService } from './parts.service.js';
import { StaysService } from './stays.service.js';
import { TurnoversService } from './turnovers.service.js';
import { checkStillFree } from './undo-plans.service.js';

/** Moves and swaps that were recorded by mistake: each guest is in the bed they had (R24). */
@Injectable()
export class UndoMoves {
  constructor(
    undo: UndoService,
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {
    undo.when('stay.moved', (tx, act, house) => this.takeBackMove(tx, act, house));
    undo.when('stay.swapped', (tx, act, house, who) => this.takeBackSwap(tx, act, house, who));
  }

  private async takeBackMove(tx: EntityManager, act: Act, house: House): Promise<string> {
    await this.putBack(tx, [act], house);
    const { before, turnover } = act.details;
    await this.turnovers.takeBack(tx, before!, turnover ?? null, this.clock.now());
    return paths.stay(act.stayId!);
  }

  private async takeBackSwap(tx: EntityManager, act: Act, house: House, who: Actor): Promise<string> {
    const { swap, with: stayId } = act.details;
    const lines = await tx.findBy(Act, { stayId: stayId!, kind: 'stay.swapped' });
    // Those who swapped before and undid it may have swapped the same parts of their stays
    const twin = lines.find(({ details, undoneByAct }) => details.swap === swap && undoneByAct === null)!;
    const later = await tx.findBy(Act, { stayId: stayId!, number: MoreThan(twin.number) });
    const reason = twin.whyNotUndo(this.clock.now(), later);
    if (reason) throw new CannotUndo(`${reason} It was with the other guest.`);
    await this.putBack(tx, [act, twin], house);
    const { bedId, number } = twin;
    const id = await this.acts.record(tx, who, house, { kind: 'act.undone', stayId: stayId!, bedId });
    await tx.update(Act, { number }, { undoneByAct: id });
    return paths.stay(act.stayId!);
  }

  /** All of them leave the bed they went to before any is in the earlier one again. */
  private async putBack(tx: EntityManager, acts: readonly Act[], house: House): Promise<void> {
    const now = this.clock.now();
    const today = house.time.houseDay(now);
    const own = acts.map(({ details }) => details.part!);
    const back: { part: BedSegment; stay: Stay }[] = [];
    for (const { stayId, details } of acts) {
      const { stay } = await this.stays.findHere(stayId!, tx, null);
      const part = await tx.findOneByOrFail(BedSegment, { id: details.before! });
      const wanted = { bedId: part.bedId, firstNight: part.toDay!, own };
      await checkStillFree(this.guard, tx, nightsLeft(stay, wanted, today));
      await this.stays.keep(tx, stay);
      back.push({ part, stay });
    }
    for (const id of own) await this.parts.takeBack(tx, id, now);
    for (const { part, stay } of back) await this.parts.reopen(tx, part, stay, today);
  }
}
