import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import { type Correction, whyNotCorrect } from '../domain/correction.js';
import { Death } from '../domain/death.js';
import { checkAnswer, Departure } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { paths } from '../web/paths.js';
import { CorrectGuest } from './correct-guest.service.js';
import type { Corrected } from './corrections.forms.js';
import { DeathsService } from './deaths.service.js';
import { PartsService } from './parts.service.js';
import { correctionFacts, StaysService, type StayWhole } from './stays.service.js';
import { TurnoversService } from './turnovers.service.js';

/** The line of history, the old value and the new one in it: codes, moments and references only. */
interface Change {
  details: Record<string, string>;
  /** What else belongs to that line, once it has its id. */
  after?: (actId: string) => Promise<unknown>;
}
type Way = (tx: EntityManager, whole: StayWhole, to: Corrected, house: House) => Promise<Change>;

/** Putting right what was written down wrongly, the old value kept beside the new (R53). */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly stays: StaysService,
    private readonly guard: GuardService,
    private readonly parts: PartsService,
    private readonly turnovers: TurnoversService,
    private readonly plans: PlansService,
    private readonly guests: CorrectGuest,
    private readonly deaths: DeathsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  private readonly ways: Record<Exclude<Correction, 'reopen'>, Way> = {
    arrivedAt: (...asked) => this.arrival(...asked),
    leftAt: (...asked) => this.leaving(...asked),
    ending: (tx, whole, to, house) => this.answer(tx, whole, to, 'ending', house),
    destination: (tx, whole, to, house) => this.answer(tx, whole, to, 'destination', house),
    bed: (tx, whole, to) => this.bed(tx, whole, to),
    guest: (tx, whole, to, house) => this.guests.correct(tx, whole, to, house),
    name: (tx, whole, to) => this.guests.rename(tx, whole, to),
    alive: (tx, whole, _to, house) => this.alive(tx, whole, house),
  };

  /**
   * A coordinator signs it, however far back it lies (R4). Throws BedTaken, GuestAlreadyHere, MaybeKnown, ChangedMeanwhile or a
   * Conflict that says why not (409), a RuleViolation (422).
   */
  async correct(tx: EntityManager, id: string, to: Corrected, who: Actor, house: House): Promise<Done> {
    const whole = await this.stays.findToCorrect(id, tx, to.version);
    const why = whyNotCorrect(to.field, correctionFacts(whole, who.role));
    if (why !== null) throw new Conflict(why);
    house.isFarBack('value', to.at, this.clock.now());
    const change = await this.ways[to.field as Exclude<Correction, 'reopen'>](tx, whole, to, house);
    const { from, to: now } = change.details;
    if (from !== undefined && from === now)
      throw new RuleViolation('value', 'This is what is written down already');
    const actId = await this.acts.record(tx, who, house, {
      kind: 'stay.corrected',
      stayId: id,
      bedId: whole.parts.at(-1)!.part.bedId,
      details: { field: to.field, ...change.details },
      reason: to.reason,
    });
    await change.after?.(actId);
    return { address: paths.stay(id), subjectId: id, undo: null };
  }

  private async arrival(
    tx: EntityManager,
    { stay, parts }: StayWhole,
    { at }: Corrected,
    house: House,
  ): Promise<Change> {
    const [{ part }] = parts as [StayWhole['parts'][number]];
    const from = stay.arrivedAt;
    stay.correctArrival('value', at, house);
    part.beginWith('value', stay);
    const today = house.time.houseDay(this.clock.now());
    await this.guard.check(tx, nightsOf(part, part.toDay ?? stay.endDay(today)));
    await this.stays.keep(tx, stay);
    await this.parts.correct(tx, part);
    return { details: { from: from.toString(), to: at.toString() } };
  }

  /** The bed gets ready from then on; follow-ups nobody touched move along (R33). */
  private async leaving(
    tx: EntityManager,
    { stay, parts }: StayWhole,
    { at }: Corrected,
    house: House,
  ): Promise<Change> {
    const { part } = parts.at(-1)!;
    const from = stay.leftAt!;
    stay.leave(at, house, 'value');
    part.end('value', at, house);
    await this.guard.check(tx, nightsOf(part, part.toDay!));
    await this.stays.keep(tx, stay);
    await tx.update(Departure, { stayId: stay.id, undoneAt: IsNull() }, { leftAt: at, leftAbout: 'exact' });
    await tx.update(Death, { stayId: stay.id, undoneAt: IsNull(), diedAt: from }, { diedAt: at });
    await this.parts.correct(tx, part);
    await this.turnovers.startedAt(tx, part, from, at);
    await this.plans.moveTo(tx, stay.id, stay.departureDay!);
    return { details: { from: from.toString(), to: at.toString() } };
  }

  private async answer(
    tx: EntityManager,
    { stay, departure }: StayWhole,
    { value }: Corrected,
    name: 'ending' | 'destination',
    house: House,
  ): Promise<Change> {
    checkAnswer(name, value, house, { field: 'value', kept: departure![name] });
    await this.stays.keep(tx, stay);
    await tx.update(Departure, { stayId: stay.id, undoneAt: IsNull() }, { [name]: value });
    return { details: { from: departure![name], to: value } };
  }

  private async bed(tx: EntityManager, { stay, parts }: StayWhole, to: Corrected): Promise<Change> {
    const part = parts.find((each) => each.part.id === to.part)?.part;
    if (!part?.toDay) throw new RuleViolation('value', 'This is the bed they are in. Move them instead');
    const from = part.bedId;
    part.bedId = to.value;
    await this.guard.check(tx, nightsOf(part, part.toDay));
    await this.stays.keep(tx, stay);
    await this.parts.correct(tx, part);
    await this.turnovers.wasIn(tx, part, this.clock.now());
    return { details: { from, to: to.value, part: part.id } };
  }

  private async alive(tx: EntityManager, { stay, death }: StayWhole, house: House): Promise<Change> {
    await this.stays.keep(tx, stay);
    const { number } = await this.deaths.takeBack(tx, death!, house);
    return { details: {}, after: (undoneByAct) => tx.update(Act, { number }, { undoneByAct }) };
  }
}

const nightsOf = (
  { id, bedId, fromDay }: StayWhole['parts'][number]['part'],
  endNight: StayWhole['parts'][number]['part']['fromDay'],
) => ({ bedId, firstNight: fromDay, endNight, own: [id] });
