import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import { BedTaken, CannotUndo } from '../domain/conflict.js';
import { Clock } from '../domain/clock.js';
import type { Wanted } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';
import { StaysService } from './stays.service.js';

/** A planned day that was changed by mistake (R24). */
@Injectable()
export class UndoPlans {
  constructor(
    undo: UndoService,
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
  ) {
    undo.when('stay.planned', (tx, act, house) => this.takeBack(tx, act, house));
  }

  private async takeBack(tx: EntityManager, { stayId, details }: Act, house: House): Promise<string> {
    const { stay, part, bed } = await this.stays.findHere(stayId!, tx, null);
    const today = house.time.houseDay(this.clock.now());
    stay.plannedDay = parseDay(details.from!)!;
    await checkStillFree(
      this.guard,
      tx,
      nightsLeft(stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today),
    );
    await this.stays.keep(tx, stay);
    await this.ledger.endOn(tx, part.id, stay.endDay(today));
    return paths.stay(stay.id);
  }
}

/** Throws CannotUndo when a night that the undoing needs was claimed since (R24). */
export async function checkStillFree(guard: GuardService, tx: EntityManager, wanted: Wanted): Promise<void> {
  try {
    await guard.check(tx, wanted);
  } catch (error) {
    if (!(error instanceof BedTaken)) throw error;
    const bed = error.obstacle ? error.obstacle.bed.name : 'The bed';
    throw new CannotUndo(`${bed} was given to somebody else for some of these nights.`);
  }
}
