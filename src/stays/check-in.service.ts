import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { MaybeKnown, NotReadyYet, TalkFirstAsked } from '../domain/conflict.js';
import type { Guest } from '../domain/guest.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Stay, type StayedBefore } from '../domain/stay.js';
import { nightsOfArrival } from '../domain/stay-acts.js';
import type { Talked } from '../domain/talk-first.js';
import { Turnover } from '../domain/turnover.js';
import { GuestsService } from '../guests/guests.service.js';
import { HoldEndings } from '../holds/hold-endings.service.js';
import { HoldsService } from '../holds/holds.service.js';
import { type Judged, LimitsService } from '../house/limits.service.js';
import { TalkFirstService } from '../talk-first/talk-first.service.js';
import { paths } from '../web/paths.js';
import { type AgreedException, ExceptionsService } from './exceptions.service.js';
import { GuardService } from '../ledger/guard.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { StaysService } from './stays.service.js';

export interface CheckIn {
  bedId: string;
  departureDay: Temporal.PlainDate;
  name: string | null;
  /** There is none yet, also when the bed is kept under one. */
  isNameless: boolean;
  pronouns: string | null;
  stayedBefore: StayedBefore;
  /** A code of the house's list. */
  referralSource: string;
  arrivedAt: Temporal.Instant;
  /** A known guest, 'new' when declined, '' when nothing was chosen. */
  guestId: string;
  /** The hold they were expected by, '' when there was none: their check-in uses it up (R14). */
  holdId: string;
  /** The question whether it is somebody who stayed before was put: it is put once (R17). */
  isSameAsked: boolean;
  confirmNotReady: boolean;
  /** Whether a coordinator was talked with first, where one asked for it; null until the page asked (R16). */
  talked: { answer: Talked; line: string } | null;
  exception: AgreedException | null;
  /** When the leaving day was said, where that is not now: on paper, as they came (R52). */
  plannedAt?: Temporal.Instant;
  /** When they left again, where that is told with their coming: they are not here now (R52). */
  leftAt?: Temporal.Instant;
}

/** Welcoming someone: guest, stay, bed, claims, history in one act (R17). */
@Injectable()
export class CheckInService {
  constructor(
    private readonly guard: GuardService,
    private readonly guests: GuestsService,
    private readonly holds: HoldsService,
    private readonly endings: HoldEndings,
    private readonly stays: StaysService,
    private readonly ledger: LedgerService,
    private readonly exceptions: ExceptionsService,
    private readonly limits: LimitsService,
    private readonly talkFirst: TalkFirstService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** The same answers with the name the bed is kept under, when no other was said. Throws NotHere for an unknown hold. */
  async withHeldName(values: CheckIn): Promise<CheckIn> {
    if (values.holdId === '' || values.isNameless || values.name !== null) return values;
    return { ...values, name: await this.holds.nameOf(await this.holds.find(values.holdId)) };
  }

  /** Throws MaybeKnown when the person should be asked once whether it is somebody who stayed before (R17). */
  async checkKnown({ name, stayedBefore, guestId, isSameAsked }: CheckIn): Promise<void> {
    const isAsked = stayedBefore === 'yes' || stayedBefore === 'not-asked';
    if (name === null || guestId !== '' || isSameAsked || !isAsked) return;
    if ((await this.guests.likelySame(name)).length > 0) throw new MaybeKnown();
  }

  /** Throws TalkFirstAsked, BedTaken, HoldOver, GuestAlreadyHere, NotReadyYet or NeedsException (409), RuleViolation (422). */
  async checkIn(tx: EntityManager, values: CheckIn, who: Actor, house: House): Promise<Done> {
    const now = this.clock.now();
    const isFarBack = house.isFarBack('arrivedAt', values.arrivedAt, now);
    const stay = await this.newStay(tx, values, house, now);
    const talked = await this.talked(tx, values, stay, house.time.houseDay(now));
    const past = await this.limits.newlyPast(nightsAsked(stay, values.bedId), tx);
    const agreed = isFarBack || past ? await this.exceptions.agreed(tx, values.exception, past) : null;
    // Before the bed is asked for: what was kept for them is in nobody's way
    const hold = await this.useHold(tx, values, house);
    await this.checkBed(tx, values, stay, house.time.houseDay(now));
    const part = await this.stays.add(tx, stay, values.bedId);
    await this.ledger.claim(tx, part, stay, stay.endDay(house.time.houseDay(now)));
    const undo = await this.acts.record(tx, who, house, {
      kind: 'stay.arrived',
      stayId: stay.id,
      bedId: values.bedId,
      details: { plannedDay: stay.plannedDay.toString(), agreedBy: agreed?.agreedBy ?? null, hold, talked },
      reason: agreed?.reason ?? null,
      canBeUndone: true,
    });
    return { address: paths.stay(stay.id), subjectId: stay.id, undo };
  }

  /** What was answered where a coordinator asked to talk first; null where nobody did. */
  private async talked(
    tx: EntityManager,
    { talked }: CheckIn,
    { guestId }: Stay,
    today: Temporal.PlainDate,
  ): Promise<Talked | null> {
    const line = await this.talkFirst.inForce(guestId, today, tx);
    if (!line) return null;
    // Somebody else was chosen since: what was said is of another
    if (talked?.line !== line.id) throw new TalkFirstAsked('A coordinator asked to talk first');
    return talked.answer;
  }

  /** Answers the hold that is used up by it, or null. */
  private async useHold(tx: EntityManager, { holdId }: CheckIn, house: House): Promise<string | null> {
    return holdId !== '' && (await this.endings.use(tx, holdId, house)) ? holdId : null;
  }

  private async newStay(
    tx: EntityManager,
    values: CheckIn,
    house: House,
    now: Temporal.Instant,
  ): Promise<Stay> {
    const { stayedBefore, arrivedAt, departureDay: plannedDay, plannedAt = now, leftAt } = values;
    const facts = { id: randomUUID(), guestId: '', stayedBefore, arrivedAt, plannedDay };
    const stay = new Stay(facts, house, plannedAt);
    stay.hearBy(values.referralSource, house);
    if (leftAt) stay.leave(leftAt, house);
    stay.guestId = (await this.guestOf(tx, values)).id;
    return stay;
  }

  /** A known guest keeps their name; pronouns said anew at the door count. */
  private async guestOf(tx: EntityManager, { guestId, name, pronouns }: CheckIn): Promise<Guest> {
    if (guestId === '' || guestId === 'new') return this.guests.add(tx, { name, pronouns });
    const guest = await this.guests.find(guestId, tx);
    if (pronouns !== null && pronouns !== guest.pronouns) {
      await this.guests.rename(tx, guest, { name: guest.name, pronouns });
    }
    return guest;
  }

  private async checkBed(
    tx: EntityManager,
    { bedId, confirmNotReady }: CheckIn,
    stay: Stay,
    today: Temporal.PlainDate,
  ): Promise<void> {
    await this.guard.check(tx, nightsOfArrival(stay, bedId, today));
    // Of somebody who has left again nobody asks what the bed is like now
    const isReady = !stay.isHere || !(await tx.existsBy(Turnover, { bedId, endedAt: IsNull() }));
    if (!isReady && !confirmNotReady) throw new NotReadyYet('This bed is not made up yet');
  }
}

/** What somebody who comes wants: `bedId` from the arrival to the planned day, or to the day they left again. */
export const nightsAsked = (
  {
    guestId,
    arrivalDay,
    plannedDay,
    departureDay = null,
  }: Pick<Stay, 'guestId' | 'arrivalDay' | 'plannedDay'> & Partial<Pick<Stay, 'departureDay'>>,
  bedId: string,
): Judged => ({
  guestId,
  stayId: null,
  before: [],
  after: [{ bedId, firstNight: arrivalDay, endNight: departureDay ?? plannedDay }],
});
