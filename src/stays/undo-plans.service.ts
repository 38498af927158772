import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { UndoService } from '../acts/undo.service.js';
import type { Act } from '../domain/act.js';
import type { BedSegment } from '../domain/bed-segment.js';
import { BedTaken, CannotUndo } from '../domain/conflict.js';
import { Clock } from '../domain/clock.js';
import type { Obstacle, Wanted } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import { parseDay } from '../domain/house-time.js';
import type { Stay } from '../domain/stay.js';
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
    if (stay.isStayingOn(today)) await this.keepTonight(tx, stay, part, today);
    await this.stays.keep(tx, stay);
    await this.ledger.endOn(tx, part.id, stay.endDay(today));
    return paths.stay(stay.id);
  }

  /**
   * They stay on again, and the claim of their bed would go back with the planned day: to before it begins, when they came to
   * this bed since then. So this day is planned first, and the night that has begun is theirs beyond it.
   */
  private async keepTonight(
    tx: EntityManager,
    stay: Stay,
    part: BedSegment,
    today: Temporal.PlainDate,
  ): Promise<void> {
    const { plannedDay } = stay;
    stay.plannedDay = today;
    await this.stays.keep(tx, stay);
    await this.ledger.endOn(tx, part.id, today.add({ days: 1 }));
    stay.version += 1;
    stay.plannedDay = plannedDay;
  }
}

/** Throws CannotUndo when a night that the undoing needs was claimed since (R24). */
export async function checkStillFree(guard: GuardService, tx: EntityManager, wanted: Wanted): Promise<void> {
  try {
    await guard.check(tx, wanted);
  } catch (error) {
    if (!(error instanceof BedTaken)) throw error;
    throw new CannotUndo(goneWords(error.obstacle));
  }
}

function goneWords(obstacle: Obstacle | null): string {
  const isGiven = obstacle?.by && obstacle.by.kind !== 'closure';
  const what = isGiven ? 'was given to somebody else for' : 'is not in use on';
  return `${obstacle?.bed.name ?? 'The bed'} ${what} some of these nights.`;
}
