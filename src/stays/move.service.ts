import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { nightsOf } from '../domain/bed-segment.js';
import { laterDay } from '../domain/days.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { type Judged, LimitsService } from '../house/limits.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService, reasonWith } from './exceptions.service.js';
import { PartsService } from './parts.service.js';
import { type StayHere, StaysService } from './stays.service.js';
import { TurnoversService } from './turnovers.service.js';

/** What a move and a swap have in common. */
export interface Moved {
  movedAt: Temporal.Instant;
  reason: string;
  exception: AgreedException | null;
  /** Of the stay the page was drawn from; null when the sender saw none. */
  version: number | null;
}

export interface Move extends Moved {
  bedId: string;
}

/** A guest goes to another bed: the nights from that house day on are the new bed's (R20). */
@Injectable()
export class MoveService {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly exceptions: ExceptionsService,
    private readonly limits: LimitsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The old bed then needs getting ready (R10). Throws BedTaken or NeedsException (409), ChangedMeanwhile, a RuleViolation (422),
   * a Conflict when the guest has left.
   */
  async move(tx: EntityManager, id: string, move: Move, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const today = house.time.houseDay(now);
    const isFarBack = house.isFarBack('movedAt', move.movedAt, now);
    const whole = await this.stays.findHere(id, tx, move.version);
    const { stay, part: before, bed } = whole;
    if (bed.id === move.bedId)
      throw new RuleViolation('bedId', 'They are in this bed already. Choose another');
    before.end('movedAt', move.movedAt, house);
    const wanted = { bedId: move.bedId, firstNight: before.toDay!, own: [before.id] };
    await this.guard.check(tx, nightsLeft(stay, wanted, today));
    const past = await this.limits.newlyPast(otherBed(whole, move.bedId), tx);
    const agreed = isFarBack || past ? await this.exceptions.agreed(tx, move.exception, past) : null;
    await this.stays.keep(tx, stay);
    await this.parts.end(tx, before);
    const part = await this.parts.begin(tx, { stay, bedId: move.bedId, after: before }, today);
    const { ended: turnover } = await this.turnovers.start(tx, before, move.movedAt);
    const details = { from: bed.id, at: move.movedAt.toString(), before: before.id, part: part.id, turnover };
    const undo = await this.acts.record(tx, who, house, {
      kind: 'stay.moved',
      stayId: id,
      bedId: move.bedId,
      details: { ...details, agreedBy: agreed?.agreedBy ?? null },
      reason: reasonWith(move.reason, agreed),
      canBeUndone: true,
    });
    return { address: paths.stay(id), subjectId: id, undo };
  }
}

/** The nights of a stay whose last part was ended: those that are left are slept in `bedId` instead (R20). */
export function otherBed({ stay, parts, part }: StayHere, bedId: string): Judged {
  const slept = nightsOf(
    parts.map((each) => each.part),
    stay.plannedDay,
  );
  const left = { firstNight: part.toDay!, endNight: laterDay(stay.plannedDay, part.toDay!) };
  return {
    guestId: stay.guestId,
    stayId: stay.id,
    before: [...slept, { ...left, bedId: part.bedId }],
    after: [...slept, { ...left, bedId }],
  };
}
