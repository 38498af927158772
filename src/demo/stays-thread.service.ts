import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { AuditService } from '../audit/audit.service.js';
import { BedsService } from '../beds/beds.service.js';
import { AbsencesService } from '../stays/absences.service.js';
import { referralSources } from '../domain/referral-sources.js';
import { CheckInService } from '../stays/check-in.service.js';
import { DepartureService } from '../stays/departure.service.js';
import { StaysService } from '../stays/stays.service.js';
import { inTouchOf, isReadyAtOnce } from './in-touch.js';
import type { Cast, Moment, Story, Thread, ToldStay } from './story.js';

/** Who came, who left, who made up the bed: each recorded as a shift records it. */
@Injectable()
export class StaysThread implements Thread {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly departures: DepartureService,
    private readonly absences: AbsencesService,
    private readonly stays: StaysService,
    private readonly beds: BedsService,
    private readonly acts: ActsService,
    private readonly audit: AuditService,
  ) {}

  moments({ stays }: Story): Moment[] {
    return stays.flatMap((stay) => [
      { at: stay.arrivedAt, tell: (tx: EntityManager, cast: Cast) => this.arrive(tx, cast, stay) },
      ...(stay.away
        ? [{ at: stay.away.awayAt, tell: (tx: EntityManager, cast: Cast) => this.goOut(tx, cast, stay) }]
        : []),
      ...(stay.leaving
        ? [
            {
              at: stay.leaving.answers.leftAt,
              tell: (tx: EntityManager, cast: Cast) => this.leave(tx, cast, stay),
            },
          ]
        : []),
      ...(stay.readyAt && !isReadyAtOnce(stay)
        ? [{ at: stay.readyAt, tell: (tx: EntityManager, cast: Cast) => this.makeReady(tx, cast, stay) }]
        : []),
    ]);
  }

  private async arrive(tx: EntityManager, { house, onShift, beds, guests, stays }: Cast, stay: ToldStay) {
    const who = onShift(stay.arrivedAt);
    const { name, pronouns, stayedBefore, arrivedAt, plannedDay: departureDay } = stay;
    // One after another: what is asked of nobody in particular needs no dice
    const referralSource = referralSources[stays.size % referralSources.length]!.code;
    const said = { name, pronouns, stayedBefore, referralSource, arrivedAt, departureDay };
    const found = {
      guestId: guests.get(stay.guest) ?? 'new',
      isNameless: name === null,
      holdId: '',
      isSameAsked: true,
    };
    const asked = { confirmNotReady: false, talked: null, exception: null };
    const bed = { bedId: beds.get(stay.bed)!, ...asked };
    const done = await this.checkIns.checkIn(tx, { ...said, ...found, ...bed }, who, house);
    await this.audit.write(tx, who.id, 'stays.checkIn', done.subjectId);
    const { guest } = await this.stays.find(done.subjectId!, tx);
    guests.set(stay.guest, guest.id);
    stays.set(stay, done.subjectId!);
  }

  private async goOut(tx: EntityManager, { house, onShift, stays }: Cast, stay: ToldStay) {
    const who = onShift(stay.away!.awayAt);
    const id = stays.get(stay)!;
    await this.absences.away(tx, id, { ...stay.away!, exception: null, version: null }, who, house);
    await this.audit.write(tx, who.id, 'stays.away', id);
  }

  private async leave(tx: EntityManager, { house, onShift, stays }: Cast, stay: ToldStay) {
    const { answers } = stay.leaving!;
    const who = onShift(answers.leftAt);
    const day = house.time.houseDay(answers.leftAt);
    const inTouch = inTouchOf(stay.leaving!, { day, caller: who.id });
    const id = stays.get(stay)!;
    await this.departures.depart(
      tx,
      id,
      { answers, inTouch, isBedReady: isReadyAtOnce(stay), exception: null, isTimeSure: false },
      who,
      house,
    );
    await this.audit.write(tx, who.id, 'stays.depart', id);
  }

  private async makeReady(tx: EntityManager, { house, onShift, beds }: Cast, stay: ToldStay) {
    const who = onShift(stay.readyAt!);
    const bedId = beds.get(stay.bed)!;
    const turnover = await this.beds.makeReady(tx, bedId, who.id, stay.readyAt!);
    const details = { turnover: turnover!.id };
    await this.acts.record(tx, who, house, { kind: 'bed.ready', bedId, details, canBeUndone: true });
    await this.audit.write(tx, who.id, 'beds.ready', bedId);
  }
}
