import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { isBefore, isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Stay } from '../domain/stay.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService, reasonWith } from './exceptions.service.js';
import { StaysService } from './stays.service.js';

export interface DayChange {
  departureDay: Temporal.PlainDate;
  reason: string | null;
  exception: AgreedException | null;
  /** Of the stay the page was drawn from; null when the sender saw none. */
  version: number | null;
}

/** Extending and shortening a stay are one act: another planned day (R19). */
@Injectable()
export class DepartureDayService {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly ledger: LedgerService,
    private readonly exceptions: ExceptionsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Nights that are given up are free at once; the day that was planned already is no change. Throws BedTaken or
   * NeedsException (409), ChangedMeanwhile, a RuleViolation (422), a Conflict when the guest has left.
   */
  async change(tx: EntityManager, id: string, to: DayChange, who: Actor, house: House): Promise<Done> {
    const address = paths.stay(id);
    const today = house.time.houseDay(this.clock.now());
    const { stay: before } = await this.stays.findHere(id, tx, null);
    if (isSameDay(before.plannedDay, to.departureDay) && !before.isStayingOn(today)) {
      return { address, subjectId: id, undo: null };
    }
    const { stay, part, bed } = await this.stays.findHere(id, tx, to.version);
    stay.plan(to.departureDay, today);
    await this.guard.check(tx, nightsLeft(stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today));
    const agreed = await this.agreed(tx, before, stay, to.exception, house);
    await this.stays.keep(tx, stay);
    await this.ledger.endOn(tx, part.id, stay.endDay(today));
    const undo = await this.acts.record(tx, who, house, {
      kind: 'stay.planned',
      stayId: id,
      bedId: bed.id,
      details: {
        from: before.plannedDay.toString(),
        to: stay.plannedDay.toString(),
        agreedBy: agreed?.agreedBy ?? null,
      },
      reason: reasonWith(to.reason, agreed),
      canBeUndone: true,
    });
    return { address, subjectId: id, undo };
  }

  /** Longer than the house has wants a coordinator's yes; a stay that gets shorter never does (R22). */
  private async agreed(
    tx: EntityManager,
    before: Stay,
    stay: Stay,
    exception: AgreedException | null,
    house: House,
  ): Promise<AgreedException | null> {
    const isLonger = isBefore(before.plannedDay, stay.plannedDay);
    return isLonger && stay.isLongerThan(house.mostNights) ? this.exceptions.agreed(tx, exception) : null;
  }
}
