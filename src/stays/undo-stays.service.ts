import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { Turnover } from '../domain/turnover.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { GuestsService } from '../guests/guests.service.js';
import { UndoHolds } from '../holds/undo-holds.service.js';
import { paths } from '../web/paths.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { StaysService } from './stays.service.js';

/** A check-in or a leaving that was recorded by mistake (R24). */
@Injectable()
export class UndoStays {
  constructor(
    undo: UndoService,
    private readonly stays: StaysService,
    private readonly ledger: LedgerService,
    private readonly guests: GuestsService,
    private readonly holds: UndoHolds,
    private readonly plans: PlansService,
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
      await tx.update(BedSegment, { id: part.id }, { undoneAt: stay.undoneAt });
      await this.ledger.letGo(tx, part.id);
    }
    await this.guests.forgetIfUnused(tx, stay.guestId);
    // What was kept for them is theirs again, once the bed is empty
    if (act.details.hold) await this.holds.giveBack(tx, act.details.hold, house);
    return paths.board();
  }

  private async takeBackDeparture(
    tx: EntityManager,
    { stayId, details }: Act,
    house: House,
  ): Promise<string> {
    const { stay, parts } = await this.stays.find(stayId!, tx);
    const { part } = parts.at(-1)!;
    if (await this.stays.inBed(tx, part.bedId)) throw new CannotUndo('Someone else is in this bed now.');
    const now = this.clock.now();
    stay.takeBackDeparture();
    await this.stays.keep(tx, stay);
    await tx.update(Departure, { stayId: stay.id, undoneAt: IsNull() }, { undoneAt: now });
    await this.plans.takeBack(tx, stay.id, now);
    await this.plans.giveBack(tx, (details.ended ?? '').split(' ').filter(Boolean));
    await this.takeBackTurnover(tx, part.id, details.turnover ?? null, now);
    await tx.update(BedSegment, { id: part.id }, { toAt: null, toDay: null });
    await this.ledger.endOn(tx, part.id, stay.endDay(house.time.houseDay(now)));
    return paths.stay(stay.id);
  }

  /** The bed was not made up for this guest either, unless somebody has made it ready since (R10). */
  private async takeBackTurnover(
    tx: EntityManager,
    segmentId: string,
    earlier: string | null,
    now: Temporal.Instant,
  ): Promise<void> {
    const wasMadeUp = await tx.existsBy(Turnover, { segmentId, readyBy: Not(IsNull()) });
    await tx.update(Turnover, { segmentId, endedAt: IsNull() }, { endedAt: toMinute(now) });
    if (earlier && !wasMadeUp) await tx.update(Turnover, { id: earlier }, { endedAt: null });
  }
}
