import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { AlreadyLeft } from '../domain/conflict.js';
import { Consent } from '../domain/consent.js';
import { checkAnswers, Departure, type DepartureAnswers } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { checkInTouch, type InTouch, isSamePlan } from '../domain/in-touch.js';
import type { Actor } from '../domain/person.js';
import type { Stay } from '../domain/stay.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { StandingsService } from '../follow-ups/standings.service.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService } from './exceptions.service.js';
import { LooksService } from './looks.service.js';
import { PartsService } from './parts.service.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { StaysService, type StayWhole } from './stays.service.js';
import { TasksService } from './tasks.service.js';
import { type Turnovers, TurnoversService } from './turnovers.service.js';

export interface Leaving {
  answers: DepartureAnswers;
  /** How, where and when we may be in touch; null without the guest's yes (R32). */
  inTouch: InTouch | null;
  /** Nothing is to do in the bed: it is ready as they leave (R10). */
  isBedReady: boolean;
  exception: AgreedException | null;
  /** Asked about somebody who saw them later, it was said that the time is right (R8). */
  isTimeSure: boolean;
}

interface Line {
  who: Actor;
  house: House;
  agreed: AgreedException | null;
  turnovers: Turnovers;
  arrival?: string;
}

/** Recording that a guest left (R23). Never refused for a claim, however late it comes (R8). */
@Injectable()
export class DepartureService {
  constructor(
    private readonly stays: StaysService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly exceptions: ExceptionsService,
    private readonly plans: PlansService,
    private readonly standings: StandingsService,
    private readonly tasks: TasksService,
    private readonly looks: LooksService,
    private readonly ready: ReadyToLeaveService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Two desks that record the same make one departure; other answers throw AlreadyLeft (409). Throws a RuleViolation when the
   * time does not fit, SeenSince when somebody saw them later, NeedsException when it is further back than anyone on shift records alone.
   */
  async depart(tx: EntityManager, stayId: string, leaving: Leaving, who: Actor, house: House): Promise<Done> {
    const whole = await this.stays.find(stayId, tx);
    const address = paths.stay(stayId);
    if (await this.isRecorded(tx, whole, leaving)) return { address, subjectId: stayId, undo: null };
    if (!whole.stay.isHere) throw new AlreadyLeft('This guest has left already');
    await this.check(tx, stayId, leaving, house);
    const agreed = await this.agreed(tx, leaving, house);
    const { part } = whole.parts.at(-1)!;
    whole.stay.leave(leaving.answers.leftAt, house);
    await this.checkInTouch(tx, whole.stay, leaving, house);
    part.end('leftAt', leaving.answers.leftAt, house);
    await this.stays.keep(tx, whole.stay);
    await this.parts.end(tx, part);
    const turnovers = await this.turnovers.start(tx, part, whole.stay.leftAt!);
    const undo = await this.record(tx, whole, leaving, { who, house, agreed, turnovers });
    return { address, subjectId: stayId, undo };
  }

  /**
   * The leaving of a stay that was written with it: `arrival` is the act they came by (R52). Answers the act. Throws a
   * RuleViolation or NeedsException as `depart` does.
   */
  async departWithArrival(
    tx: EntityManager,
    stayId: string,
    leaving: Leaving,
    { arrival, who, house }: { arrival: string; who: Actor; house: House },
  ): Promise<string> {
    checkAnswers(leaving.answers, house);
    const agreed = await this.agreed(tx, leaving, house);
    const whole = await this.stays.find(stayId, tx);
    await this.checkInTouch(tx, whole.stay, leaving, house);
    const turnovers = await this.turnovers.startLate(tx, whole.parts.at(-1)!.part, whole.stay.leftAt!);
    return this.record(tx, whole, leaving, { who, house, agreed, turnovers, arrival });
  }

  /** What was answered, and the line of history; answers its id. */
  private async record(tx: EntityManager, whole: StayWhole, leaving: Leaving, line: Line): Promise<string> {
    const { agreed, turnovers, who, house, arrival = null } = line;
    await this.write(tx, whole.stay, leaving, house);
    const { ending, destination, inTouch } = leaving.answers;
    const now = toMinute(this.clock.now());
    const ended = inTouch === 'no' ? await this.plans.withdrawAll(tx, whole.guest.id, now) : [];
    await this.standings.settle(tx, whole.guest.id, house);
    const details = {
      ending,
      destination,
      turnover: turnovers.ended,
      ready: leaving.isBedReady ? await this.turnovers.readyAtOnce(tx, turnovers.begun, who.id) : null,
      ended: ended.join(' '),
      agreedBy: agreed?.agreedBy ?? null,
    };
    return this.acts.record(tx, who, house, {
      kind: 'stay.left',
      stayId: whole.stay.id,
      bedId: whole.parts.at(-1)!.bed.id,
      details: { ...details, arrival },
      reason: agreed?.reason ?? null,
      canBeUndone: true,
    });
  }

  private async check(
    tx: EntityManager,
    id: string,
    { answers, isTimeSure }: Leaving,
    house: House,
  ): Promise<void> {
    checkAnswers(answers, house);
    if (!isTimeSure) await this.looks.checkUnseen(tx, id, answers.leftAt);
  }

  private async checkInTouch(tx: EntityManager, { departureDay }: Stay, { inTouch }: Leaving, house: House) {
    if (inTouch === null) return;
    const today = house.time.houseDay(this.clock.now());
    checkInTouch(inTouch, { departureDay: departureDay!, today });
    await this.plans.checkCaller(tx, inTouch.caller);
  }

  private async agreed(tx: EntityManager, leaving: Leaving, house: House): Promise<AgreedException | null> {
    const isFarBack = house.isFarBack('leftAt', leaving.answers.leftAt, this.clock.now());
    return isFarBack ? this.exceptions.agreed(tx, leaving.exception) : null;
  }

  private async write(
    tx: EntityManager,
    stay: Stay,
    { answers, inTouch }: Leaving,
    house: House,
  ): Promise<void> {
    await tx.insert(Departure, new Departure({ id: randomUUID(), stayId: stay.id, answers }));
    await this.tasks.letGo(tx, stay.id);
    await this.ready.forget(tx, stay.id);
    const rules = { departureDay: stay.departureDay!, mostTries: house.contact.mostTries };
    if (inTouch) await this.plans.make(tx, this.consent(stay, inTouch), inTouch, rules);
  }

  private consent(stay: Stay, { contact, terms }: InTouch): Consent {
    return new Consent({
      id: randomUUID(),
      guestId: stay.guestId,
      stayId: stay.id,
      contact,
      terms,
      givenAt: toMinute(this.clock.now()),
      givenOn: stay.departureDay!,
    });
  }

  /** The same answers, agreed in the same way: a corrected number or another moment is not the same leaving (R23). */
  private async isRecorded(
    tx: EntityManager,
    { departure, consent }: StayWhole,
    { answers, inTouch }: Leaving,
  ): Promise<boolean> {
    if (!departure?.saysTheSameAs(answers)) return false;
    if (consent === null || inTouch === null) return consent === inTouch;
    const isAgreed = consent.saysTheSameAs(inTouch.contact) && consent.hasTerms(inTouch.terms);
    return isAgreed && isSamePlan(await this.plans.chosen(tx, consent.id), inTouch);
  }
}
