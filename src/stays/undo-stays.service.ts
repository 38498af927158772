import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { Act } from '../domain/act.js';
import type { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Stay } from '../domain/stay.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { UndoHolds } from '../holds/undo-holds.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { PartsService } from './parts.service.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { StaysService } from './stays.service.js';
import { TurnoversService } from './turnovers.service.js';
import { checkStillFree } from './undo-plans.service.js';

/** A check-in or a leaving that was recorded by mistake (R24). */
@Injectable()
export class UndoStays {
  constructor(
    undo: UndoService,
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly guests: GuestsService,
    private readonly holds: UndoHolds,
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly ready: ReadyToLeaveService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {
    undo.when('stay.arrived', (tx, act, house, who) => this.takeBackArrival(tx, act, house, who));
    undo.when('stay.left', (tx, act, house) => this.takeBackDeparture(tx, act, house));
  }

  private async takeBackArrival(tx: EntityManager, act: Act, house: House, who: Actor): Promise<string> {
    const { stay, parts } = await this.stays.find(act.stayId!, tx);
    stay.undoneAt = this.clock.now();
    const leaving = stay.leftAt && (await this.leavingOf(tx, stay.id));
    if (leaving) await this.takeBackWith(tx, leaving, { stay, part: parts.at(-1)!.part }, house, who);
    await this.stays.keep(tx, stay);
    for (const { part } of parts) {
      await this.parts.takeBack(tx, part.id, stay.undoneAt);
    }
    await this.ready.forget(tx, stay.id);
    // What was kept for them is theirs again, once the bed is empty
    if (act.details.hold) await this.holds.giveBack(tx, act.details.hold, house);
    await this.guests.forgetIfUnused(tx, stay.guestId);
    return paths.board();
  }

  private leavingOf(tx: EntityManager, stayId: string): Promise<Act> {
    return tx.findOneByOrFail(Act, { stayId, kind: 'stay.left', undoneByAct: IsNull() });
  }

  /** The leaving that was told in one line with an arrival goes with it (R52). */
  private async takeBackWith(
    tx: EntityManager,
    leaving: Act,
    left: { stay: Stay; part: BedSegment },
    house: House,
    who: Actor,
  ): Promise<void> {
    left.stay.takeBackDeparture();
    await this.takeBackAnswers(tx, leaving, left, house);
    const { number, stayId, bedId } = leaving;
    const id = await this.acts.record(tx, who, house, { kind: 'act.undone', stayId, bedId });
    await tx.update(Act, { number }, { undoneByAct: id });
  }

  private async takeBackDeparture(tx: EntityManager, act: Act, house: House): Promise<string> {
    const { stay, parts } = await this.stays.find(act.stayId!, tx);
    // Of parts that took no time the one in the bed that was left
    const { part } = parts.findLast(({ bed }) => bed.id === act.bedId)!;
    if (await this.stays.inBed(tx, part.bedId)) throw new CannotUndo('Someone else is in this bed now.');
    const today = house.time.houseDay(this.clock.now());
    stay.takeBackDeparture();
    await this.checkNights(tx, stay, part, today);
    await this.stays.keep(tx, stay);
    await this.takeBackAnswers(tx, act, { stay, part }, house);
    await this.parts.reopen(tx, part, stay, today);
    return paths.stay(stay.id);
  }

  /** What was answered and agreed at a leaving, and the bed that was to make up after it. */
  private async takeBackAnswers(
    tx: EntityManager,
    { details }: Act,
    { stay, part }: { stay: Stay; part: BedSegment },
    house: House,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.update(Departure, { stayId: stay.id, undoneAt: IsNull() }, { undoneAt: now });
    await this.plans.takeBack(tx, stay.id, now);
    await this.plans.giveBack(tx, (details.ended ?? '').split(' ').filter(Boolean));
    await this.standings.settle(tx, stay.guestId, house);
    await this.turnovers.takeBack(tx, part.id, details.turnover ?? null, now);
  }

  /** Those they had left: the coming one only when they were to stay for it, so a hold may have it on the leaving day (R6). */
  private checkNights(
    tx: EntityManager,
    stay: Stay,
    { id, bedId, toDay }: BedSegment,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const nights = { bedId, firstNight: toDay!, endNight: stay.endDay(today), own: [id] };
    return checkStillFree(this.guard, tx, nights);
  }
}
