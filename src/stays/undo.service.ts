import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Act } from '../domain/act.js';
import { BedSegment } from '../domain/bed-segment.js';
import { Clock } from '../domain/clock.js';
import { CannotUndo } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { Turnover } from '../domain/turnover.js';
import { GuestsService } from '../guests/guests.service.js';
import { NotHere } from '../web/refusals.js';
import { paths } from '../web/paths.js';
import { LedgerService } from './ledger.service.js';
import { StaysService } from './stays.service.js';

/** Takes an act back until the shift in which it was done ends (R24). It deletes nothing: the undone stays in history. */
@Injectable()
export class UndoService {
  constructor(
    private readonly stays: StaysService,
    private readonly ledger: LedgerService,
    private readonly guests: GuestsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Throws CannotUndo with the reason: too late, something was done since, somebody else is in the bed. */
  async undo(tx: EntityManager, actId: string, who: Actor, house: House): Promise<Done> {
    const act = await tx.findOneBy(Act, { id: actId });
    if (!act) throw new NotHere();
    const reason = act.whyNotUndo(this.clock.now(), await this.later(tx, act));
    if (reason) throw new CannotUndo(reason);
    const address = await this.takeBack(tx, act, house);
    const id = await this.acts.record(tx, who, house, {
      kind: 'act.undone',
      stayId: act.stayId,
      bedId: act.bedId,
    });
    await tx.update(Act, { number: act.number }, { undoneByAct: id });
    return { address, subjectId: act.stayId, undo: null };
  }

  /** What was done since with the same stay, or with the same bed where no stay is meant. */
  private later(tx: EntityManager, { stayId, bedId, number }: Act): Promise<Act[]> {
    return tx.findBy(Act, { ...(stayId ? { stayId } : { bedId: bedId! }), number: MoreThan(number) });
  }

  private async takeBack(tx: EntityManager, act: Act, house: House): Promise<string> {
    if (act.kind === 'stay.arrived') return this.takeBackArrival(tx, act.stayId!);
    if (act.kind === 'stay.left') return this.takeBackDeparture(tx, act, house);
    return this.takeBackReady(tx, act);
  }

  private async takeBackArrival(tx: EntityManager, stayId: string): Promise<string> {
    const { stay, parts } = await this.stays.find(stayId, tx);
    stay.undoneAt = this.clock.now();
    await this.stays.keep(tx, stay);
    for (const { part } of parts) {
      await tx.update(BedSegment, { id: part.id }, { undoneAt: stay.undoneAt });
      await this.ledger.letGo(tx, part.id);
    }
    await this.guests.forgetIfUnused(tx, stay.guestId);
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
    await tx.update(Consent, { stayId: stay.id, withdrawnAt: IsNull() }, { withdrawnAt: now });
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

  private async takeBackReady(tx: EntityManager, act: Act): Promise<string> {
    const isFree = !(await this.stays.inBed(tx, act.bedId!));
    if (!isFree) throw new CannotUndo('Someone is in this bed now.');
    await tx.update(Turnover, { id: act.details.turnover! }, { endedAt: null, readyBy: null });
    return paths.board();
  }
}
