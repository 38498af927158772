import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Question } from '../domain/question.js';
import { Stay } from '../domain/stay.js';
import type { Turn } from '../domain/turn.js';
import { QuestionsService } from '../questions/questions.service.js';
import { RecordPages } from '../record/record-pages.service.js';
import { Page, PassingPage } from '../web/answer.js';
import type { Answered } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { HeldTurn } from '../web/visit.js';
import { aboutView, type NoteAsked } from './turn-about.views.js';
import { questionView } from './turn-question.views.js';
import { coveredView, doneView, endingView, startView } from './turn.views.js';
import { TurnsService } from './turns.service.js';

/** What a page of the turn is drawn from. */
export interface TurnDesk {
  held: HeldTurn;
  who: Actor;
  house: House;
  now: Temporal.Instant;
}

/** What went wrong on the page that is drawn again; null when it is drawn fresh. */
export interface Again {
  form: Answered;
  note: NoteAsked | null;
  status: number;
}

/** Draws whatever page the guest's turn is at; all of them stand at one address, so that Back shows none of them again. */
@Injectable()
export class TurnPages {
  constructor(
    private readonly turns: TurnsService,
    private readonly questions: QuestionsService,
    private readonly records: RecordPages,
    private readonly pages: PageReader,
  ) {}

  async show(desk: TurnDesk, again: Again | null = null): Promise<Page> {
    const { held, who, house, now } = desk;
    const turn = await this.turns.held(held);
    if (!turn) return new Page('turn/done', doneView('en', 'elsewhere', who.name));
    const { language } = turn;
    if (turn.isWipedAt(now, house.turnWipedAfter))
      return new Page('turn/done', doneView(language, 'wiped', who.name));
    if (turn.ended !== null) return new Page('turn/done', doneView(language, turn.ended, who.name));
    const questions = await this.questions.at(turn.moment);
    if (turn.isCoveredAt(now, questions)) return this.covered(turn, desk);
    const [template, view] = await this.open(turn, questions, desk, again);
    const leaves = { seconds: secondsUntil(turn, now, turn.coversAfter(questions)), to: paths.turn() };
    return new PassingPage(template, view, leaves, again?.status ?? 200);
  }

  private covered(turn: Turn, { who, house, now }: TurnDesk): Page {
    const seconds = secondsUntil(turn, now, house.turnWipedAfter);
    return new PassingPage('turn/covered', coveredView(turn, who.name), { seconds, to: paths.turn() });
  }

  private async open(
    turn: Turn,
    questions: readonly Question[],
    desk: TurnDesk,
    again: Again | null,
  ): Promise<[string, object]> {
    if (turn.mode === 'start') return ['turn/start', startView(turn)];
    if (turn.mode === 'about') return ['turn/about', await this.about(turn, desk, again)];
    const answers = await this.turns.answers(turn.id);
    const at = questions.findIndex(({ code }) => code === turn.atCode);
    if (turn.mode === 'ending' || at < 0) return ['turn/ending', endingView({ turn, questions, answers })];
    const answer = answers.find(({ code }) => code === turn.atCode) ?? null;
    const facts = { turn, question: questions[at]!, at: at + 1, of: questions.length, answer };
    return ['turn/question', questionView(facts, again?.form ?? null)];
  }

  private async about(turn: Turn, { who, house, now }: TurnDesk, again: Again | null) {
    const { guestId } = await this.pages.manager.findOneByOrFail(Stay, { id: turn.stayId });
    const record = await this.records.view(guestId, { house, now, role: who.role });
    return aboutView(turn, record, again);
  }
}

/** Until so many quiet minutes are over, and one second more. */
const secondsUntil = ({ seenAt }: Turn, now: Temporal.Instant, minutes: number): number =>
  Math.max(1, Math.ceil(minutes * 60 - seenAt.until(now).total('seconds')) + 1);
