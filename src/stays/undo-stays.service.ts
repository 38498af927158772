import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import type { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import type { Stay } from '../domain/stay.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { UndoHolds } from '../holds/undo-holds.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { PartsService } from './parts.service.js';
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
    private readonly clock: Clock,
  ) {
    undo.when('stay.arrived', (tx, act, house) => this.takeBackArrival(tx, act, house));
    undo.when('stay.left', (tx, act, house) => this.takeBackDeparture(tx, act, house));
  }

  private async takeBackArrival(tx: EntityManager, act: Act, house: House): Promise<string> {
    const { stay, parts } = await this.stays.find(act.stayId!, tx);
    stay.undoneAt = this.clock.now();
    await this.stays.keep(tx, stay);
    for (const { part } of parts) {
      await this.parts.takeBack(tx, part.id, stay.undoneAt);
    }
    await this.guests.forgetIfUnused(tx, stay.guestId);
    // What was kept for them is theirs again, once the bed is empty
    if (act.details.hold) await this.holds.giveBack(tx, act.details.hold, house);
    return paths.board();
  }

  private async takeBackDeparture(
    tx: EntityManager,
    { stayId, bedId, details }: Act,
    house: House,
  ): Promise<string> {
    const { stay, parts } = await this.stays.find(stayId!, tx);
    // Of parts that took no time the one in the bed that was left
    const { part } = parts.findLast(({ bed }) => bed.id === bedId)!;
    if (await this.stays.inBed(tx, part.bedId)) throw new CannotUndo('Someone else is in this bed now.');
    const now = this.clock.now();
    const today = house.time.houseDay(now);
    stay.takeBackDeparture();
    await this.checkNights(tx, stay, part, today);
    await this.stays.keep(tx, stay);
    await tx.update(Departure, { stayId: stay.id, undoneAt: IsNull() }, { undoneAt: now });
    await this.plans.takeBack(tx, stay.id, now);
    await this.plans.giveBack(tx, (details.ended ?? '').split(' ').filter(Boolean));
    await this.standings.settle(tx, stay.guestId, house);
    await this.turnovers.takeBack(tx, part.id, details.turnover ?? null, now);
    await this.parts.reopen(tx, part, stay, today);
    return paths.stay(stay.id);
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
