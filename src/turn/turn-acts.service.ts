import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Language } from '../domain/question.js';
import { answerTo, type QuestionAnswer } from '../domain/question-answer.js';
import type { Turn } from '../domain/turn.js';
import { QuestionsService } from '../questions/questions.service.js';
import type { HeldTurn } from '../web/visit.js';
import type { Answering } from './turn.forms.js';
import { TurnsService } from './turns.service.js';

/** At whose desk the turn is, and which turn. */
export interface AtDesk {
  held: HeldTurn;
  who: Actor;
  house: House;
}

type Step = (tx: EntityManager, turn: Turn, codes: string[]) => Promise<void> | void;

/** What a guest does on their turn, each step kept as it is done. */
@Injectable()
export class TurnActs {
  constructor(
    private readonly turns: TurnsService,
    private readonly questions: QuestionsService,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Chose a word to open the screen with, or none, and begins. */
  begin(at: AtDesk, word: string | null): Promise<void> {
    return this.step(at, (_, turn, codes) => {
      if (turn.mode !== 'start') return;
      turn.word = word;
      if (turn.moment === null) turn.mode = 'about';
      else turn.goOn(codes, null);
    });
  }

  /**
   * Answers the question of the page, skips it, or goes elsewhere from it. Throws a RuleViolation for `answer` or `words` when
   * going on without an answer.
   */
  answer(at: AtDesk, sent: Answering): Promise<void> {
    return this.step(at, async (tx, turn, codes) => {
      const question = (await this.questions.at(turn.moment, tx)).find(({ code }) => code === sent.code);
      if (!question) return;
      const given =
        sent.go === 'next' ? answerTo(question, sent) : answeredSoFar(() => answerTo(question, sent));
      if (given) await this.turns.keepHalf(tx, turn.id, given);
      turn.atCode = question.code;
      if (sent.go === 'next' || sent.go === 'skip') turn.goOn(codes);
      else if (sent.go === 'back') turn.goBack(codes);
      else turn.mode = sent.go === 'about' ? 'about' : 'ending';
    });
  }

  /** To another page of the turn: what is written about them, back to the questions, the end. */
  go(at: AtDesk, to: string): Promise<void> {
    return this.step(at, (_, turn, codes) => {
      if (turn.mode === 'start' || turn.mode === 'done') return;
      if (to === 'about') turn.mode = 'about';
      else if (to === 'back') turn.goBack(codes);
      else if (turn.moment === null) turn.end('read');
      else turn.goAsking(codes);
    });
  }

  speak(at: AtDesk, language: Language): Promise<void> {
    return this.step(at, (_, turn) => void (turn.language = language));
  }

  cover(at: AtDesk): Promise<void> {
    return this.step(at, (_, turn) => void (turn.isCovered = turn.mode !== 'done'));
  }

  /** Tapped a word on the cover. */
  async open({ held, who }: AtDesk, word: string): Promise<void> {
    await this.acts.log(who, 'turn.own', async (tx) => {
      const turn = await this.turns.held(held, tx);
      if (turn?.ended !== null) return;
      turn.open(word, this.clock.now());
      await this.turns.save(tx, turn);
    });
  }

  /** One step of a turn that this screen holds, uncovered; anything else changes nothing. */
  async step(at: AtDesk, work: Step): Promise<void> {
    await this.acts.log(at.who, 'turn.own', async (tx) => {
      const turn = await this.turns.held(at.held, tx);
      if (turn?.ended !== null || turn.isCovered) return;
      const questions = await this.questions.at(turn.moment, tx);
      const codes = questions.map(({ code }) => code);
      const wasQuiet = turn.isCoveredAt(this.clock.now(), questions);
      await work(tx, turn, codes);
      // What they wrote is not lost for having been slow; the next page is for whoever knows the word
      if (wasQuiet && turn.ended === null) turn.isCovered = true;
      turn.seenAt = this.clock.now();
      await this.turns.save(tx, turn);
    });
  }
}

/** Going elsewhere keeps what is chosen already, and asks for nothing. */
function answeredSoFar(answer: () => QuestionAnswer): QuestionAnswer | null {
  try {
    return answer();
  } catch {
    return null;
  }
}
