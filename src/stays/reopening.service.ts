import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { whyNotCorrect } from '../domain/correction.js';
import { laterDay } from '../domain/days.js';
import { Departure } from '../domain/departure.js';
import type { Wanted } from '../domain/guard.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { nightsLeft } from '../domain/stay-acts.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import type { Reopened } from './corrections.forms.js';
import { DeathsService } from './deaths.service.js';
import { PartsService } from './parts.service.js';
import { correctionFacts, StaysService, type StayWhole } from './stays.service.js';
import { TurnoversService } from './turnovers.service.js';

/** The guest was still here: a departure that was recorded is undone, however long ago (R53). */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly deaths: DeathsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * What was agreed at that leaving is taken back, as an undo does it (R24). Throws BedTaken when somebody had the bed since,
   * GuestAlreadyHere, ChangedMeanwhile or a Conflict that says why not (409).
   */
  async reopen(tx: EntityManager, id: string, to: Reopened, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const whole = await this.stays.findToCorrect(id, tx, to.version);
    const { stay, death } = whole;
    const why = whyNotCorrect('reopen', correctionFacts(whole, who.role));
    if (why !== null) throw new Conflict(why);
    const leftAt = stay.leftAt!;
    stay.takeBackDeparture();
    const left = death ? await this.deaths.takeBack(tx, death, house) : await this.lineOf(tx, id);
    await this.guard.check(tx, this.wanted(whole, to.bedId, house));
    await this.stays.keep(tx, stay);
    await tx.update(Departure, { stayId: id, undoneAt: IsNull() }, { undoneAt: now });
    await this.plans.takeBack(tx, id, now);
    await this.plans.giveBack(tx, (left?.details.ended ?? '').split(' ').filter(Boolean));
    await this.standings.settle(tx, stay.guestId, house);
    const bedId = await this.goOn(tx, whole, to.bedId, left, house);
    const actId = await this.acts.record(tx, who, house, {
      kind: 'stay.reopened',
      stayId: id,
      bedId,
      details: { at: leftAt.toString() },
      reason: to.reason,
    });
    if (left) await tx.update(Act, { number: left.number }, { undoneByAct: actId });
    return { address: paths.stay(id), subjectId: id, undo: null };
  }

  /** Every night from the one they were said not to have slept here. */
  private wanted({ stay, parts }: StayWhole, bedId: string | null, house: House): Wanted {
    const { part } = parts.at(-1)!;
    const today = house.time.houseDay(this.clock.now());
    const nights = { bedId: bedId ?? part.bedId, firstNight: part.toDay!, own: [part.id] };
    const wanted = nightsLeft(stay, nights, today);
    // They are in the bed now: whoever else is stands in the way by name, also on the day they were to leave
    return { ...wanted, endNight: laterDay(wanted.endNight, today.add({ days: 1 })) };
  }

  /** In the bed they left, or from then on in another: that one was never theirs again. Answers the bed. */
  private async goOn(
    tx: EntityManager,
    { stay, parts }: StayWhole,
    bedId: string | null,
    left: Act | null,
    house: House,
  ): Promise<string> {
    const { part } = parts.at(-1)!;
    const now = this.clock.now();
    const today = house.time.houseDay(now);
    if (bedId !== null && bedId !== part.bedId) {
      await this.parts.begin(tx, { stay, bedId, after: part }, today);
      return bedId;
    }
    await this.turnovers.takeBack(tx, part.id, left?.details.turnover ?? null, now);
    await this.parts.reopen(tx, part, stay, today);
    return part.bedId;
  }

  /** The line of history that recorded the leaving; null in a file that does not have it. */
  private lineOf(tx: EntityManager, stayId: string): Promise<Act | null> {
    const where = { stayId, kind: 'stay.left' as const, undoneByAct: IsNull() };
    return tx.findOne(Act, { where, order: { number: 'DESC' } });
  }
}
