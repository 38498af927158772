import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { nightsOf } from '../domain/bed-segment.js';
import { isSameDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { type Judged, LimitsService } from '../house/limits.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService, reasonWith } from './exceptions.service.js';
import { StaysService, type StayWhole } from './stays.service.js';

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
    private readonly limits: LimitsService,
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
    const whole = await this.stays.findHere(id, tx, to.version);
    const { stay, part, bed } = whole;
    stay.plan(to.departureDay, today);
    await this.guard.check(tx, nightsLeft(stay, { bedId: bed.id, firstNight: today, own: [part.id] }, today));
    const agreed = await this.agreed(tx, whole, to, before.plannedDay);
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

  /** Past a limit of the house wants a coordinator's yes; a stay that gets shorter never does (R22). */
  private async agreed(
    tx: EntityManager,
    { stay, parts }: StayWhole,
    to: DayChange,
    before: Temporal.PlainDate,
  ): Promise<AgreedException | null> {
    const past = await this.limits.newlyPast(anotherDay({ stay, parts }, before, stay.plannedDay), tx);
    return past ? this.exceptions.agreed(tx, to.exception, past) : null;
  }
}

/** The nights of a stay that was to end on `before` and is to end on `after`. */
export const anotherDay = (
  { stay, parts }: Pick<StayWhole, 'stay' | 'parts'>,
  before: Temporal.PlainDate,
  after: Temporal.PlainDate,
): Judged => {
  const [segments, { id: stayId, guestId }] = [parts.map(({ part }) => part), stay];
  return { guestId, stayId, before: nightsOf(segments, before), after: nightsOf(segments, after) };
};
