import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BoardService } from '../beds/board.service.js';
import { BedTaken, MaybeKnown, NotReadyYet, TalkFirstAsked } from '../domain/conflict.js';
import { GuestsService } from '../guests/guests.service.js';
import { HoldsService } from '../holds/holds.service.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import { TalkFirstService } from '../talk-first/talk-first.service.js';
import type { Question } from '../web/paper-questions.js';
import type { Arrived } from '../web/typed-moment.js';
import { CheckInForm } from './check-in.forms.js';
import { type CheckIn, CheckInService } from './check-in.service.js';
import { type ArrivalAsked, arrivedQuestions } from './on-paper.views.js';
import { PaperAsks } from './paper-asks.service.js';

/** On paper: somebody came, as on the check-in form on paper (R17, R52). */
@Injectable()
export class ArrivedOnPaper implements PaperKind<CheckIn> {
  readonly label = 'Someone came';
  readonly act = 'stays.checkIn';
  readonly time = 'arrivedAt';
  readonly about = null;

  constructor(
    private readonly checkIns: CheckInService,
    private readonly guests: GuestsService,
    private readonly holds: HoldsService,
    private readonly board: BoardService,
    private readonly talks: TalkFirstService,
    private readonly asks: PaperAsks,
    kinds: PaperKinds,
  ) {
    kinds.when('arrived', this);
  }

  form(body: TypedForm['body'], arrived: Arrived): CheckInForm {
    return new CheckInForm(body, arrived);
  }

  async questions(form: TypedForm, desk: PaperDesk): Promise<Question[]> {
    const { house, now, error } = desk;
    const [beds, exception] = await Promise.all([this.asks.inUse(desk), this.asks.exception(form, desk)]);
    const isAlike = error instanceof MaybeKnown || form.body.has('askedSame');
    const isUnmade = error instanceof NotReadyYet || form.body.has('confirmNotReady');
    return arrivedQuestions(form, {
      house,
      now,
      beds,
      exception,
      alike: isAlike ? await this.guests.likelySame(form.typed('name')) : [],
      notReady: isUnmade ? await this.chosen(form) : null,
      talkFirst: await this.talkFirst(form, desk),
      held: await this.held(form, error),
    });
  }

  /** As at the door: asked where a coordinator asked for it, and once it was answered (R16). */
  private async talkFirst(form: TypedForm, { house, now, error }: PaperDesk) {
    if (!(error instanceof TalkFirstAsked) && !form.body.has('talked')) return null;
    return this.talks.inForce(form.typed('guestId'), house.time.houseDay(now));
  }

  /** Whom the bed is kept for is asked only where that stands in the way, and once it was answered. */
  private async held(form: TypedForm, error: unknown): Promise<ArrivalAsked['held']> {
    const by = error instanceof BedTaken ? (error.obstacle?.by ?? null) : null;
    const id = by?.kind === 'hold' ? by.id : form.typed('holdId');
    if (id === '') return null;
    const hold = await this.holds.find(id);
    const bed = (await this.board.occupied()).find((each) => each.bed.id === hold.bedId)!.bed;
    return { hold, guestName: await this.holds.nameOf(hold), bedName: bed.name };
  }

  private async chosen(form: TypedForm) {
    const found = (await this.board.occupied()).find(({ bed }) => bed.id === form.typed('bedId'));
    return found ? { ...found, claims: [] } : null;
  }

  async prepare(said: CheckIn): Promise<CheckIn> {
    const values = await this.checkIns.withHeldName(said);
    await this.checkIns.checkKnown(values);
    return values;
  }

  /** The leaving day was said as they came, and is over by now perhaps. */
  record(tx: EntityManager, values: CheckIn, { at, who, house }: PaperFacts) {
    return this.checkIns.checkIn(tx, { ...values, plannedAt: at }, who, house);
  }
}
