import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BoardService } from '../beds/board.service.js';
import { BedTaken, MaybeKnown, NotReadyYet, TalkFirstAsked } from '../domain/conflict.js';
import type { Hold } from '../domain/hold.js';
import { GuestsService } from '../guests/guests.service.js';
import { HoldsService } from '../holds/holds.service.js';
import {
  type Keyed,
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import { TalkFirstService } from '../talk-first/talk-first.service.js';
import type { Question } from '../web/paper-questions.js';
import type { Arrived } from '../web/typed-moment.js';
import { leftSinceHint, leftSinceQuestion } from './came-and-left.views.js';
import { type Came, CameForm } from './came.forms.js';
import { CheckInService } from './check-in.service.js';
import { DepartureService } from './departure.service.js';
import { type ArrivalAsked, arrivedQuestions } from './on-paper.views.js';
import { PaperAsks } from './paper-asks.service.js';

/** On paper: somebody came, as on the check-in form on paper (R17, R52). */
@Injectable()
export class ArrivedOnPaper implements PaperKind<Came> {
  readonly label = 'Someone came';
  readonly act = 'stays.checkIn';
  readonly time = 'arrivedAt';
  readonly about = null;

  constructor(
    private readonly checkIns: CheckInService,
    private readonly departures: DepartureService,
    private readonly guests: GuestsService,
    private readonly holds: HoldsService,
    private readonly board: BoardService,
    private readonly talks: TalkFirstService,
    private readonly asks: PaperAsks,
    kinds: PaperKinds,
  ) {
    kinds.when('arrived', this);
  }

  form(body: TypedForm['body'], arrived: Arrived): CameForm {
    return new CameForm(body, arrived);
  }

  async questions(form: TypedForm, desk: PaperDesk): Promise<Question[]> {
    const { house, now, error } = desk;
    const [beds, exception] = await Promise.all([this.asks.inUse(desk), this.asks.exception(form, desk)]);
    const isAlike = error instanceof MaybeKnown || form.body.has('askedSame');
    const isUnmade = error instanceof NotReadyYet || form.body.has('confirmNotReady');
    const isTaken = error instanceof BedTaken;
    const asked = arrivedQuestions(form, {
      house,
      now,
      beds,
      exception,
      alike: isAlike ? await this.guests.likelySame(form.typed('name')) : [],
      notReady: isUnmade ? await this.chosen(form) : null,
      talkFirst: await this.talkFirst(form, desk),
      held: await this.held(form, desk),
    });
    return [...(isTaken ? [leftSinceHint] : []), ...asked, leftSinceQuestion(form, house, isTaken)];
  }

  /** As at the door: asked where a coordinator asked for it, and once it was answered (R16). */
  private async talkFirst(form: TypedForm, { house, now, error }: PaperDesk) {
    if (!(error instanceof TalkFirstAsked) && !form.body.has('talked')) return null;
    return this.talks.inForce(form.typed('guestId'), house.time.houseDay(now));
  }

  /** Whom the bed was kept for that night is asked only where that stands in the way, and once it was answered. */
  private async held(form: TypedForm, desk: PaperDesk): Promise<ArrivalAsked['held']> {
    const id = holdInTheWay(desk.error) ?? form.typed('holdId');
    const hold = id === '' ? null : await this.holds.find(id);
    if (!hold || isForOtherNights(hold, form, desk)) return null;
    const bed = (await this.board.occupied()).find((each) => each.bed.id === hold.bedId)!.bed;
    return { hold, guestName: await this.holds.nameOf(hold), bedName: bed.name };
  }

  private async chosen(form: TypedForm) {
    const found = (await this.board.occupied()).find(({ bed }) => bed.id === form.typed('bedId'));
    return found ? { ...found, claims: [] } : null;
  }

  async prepare(said: Came): Promise<Came> {
    const values = await this.checkIns.withHeldName(said);
    await this.checkIns.checkKnown(values);
    return { ...values, left: said.left };
  }

  /** The leaving day was said as they came, and is over by now perhaps; they may have left since, by the same line. */
  async record(tx: EntityManager, { left, ...came }: Came, { at, who, house }: PaperFacts): Promise<Keyed> {
    if (came.holdId !== '') (await this.holds.find(came.holdId, tx)).checkCovers(house.time.houseDay(at));
    const leftAt = left?.answers.leftAt;
    const done = await this.checkIns.checkIn(tx, { ...came, plannedAt: at, leftAt }, who, house);
    if (!left) return done;
    const line = { arrival: done.undo!, who, house };
    const undo = await this.departures.departWithArrival(tx, done.subjectId!, left, line);
    return { ...done, also: { kind: 'left', at: left.answers.leftAt, undo } };
  }
}

function holdInTheWay(error: unknown): string | null {
  const by = error instanceof BedTaken ? error.obstacle?.by : null;
  return by?.kind === 'hold' ? by.id : null;
}

/** As far as it is known yet when they came. */
function isForOtherNights(hold: Hold, { body }: TypedForm, { house: { time }, now }: PaperDesk): boolean {
  const asked = new CameForm(body, { time, now }).asked();
  return asked !== null && !hold.covers(asked.arrivalDay);
}
