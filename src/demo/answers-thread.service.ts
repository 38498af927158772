import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Moment as Asked, Question } from '../domain/question.js';
import { answerTo, type QuestionAnswer } from '../domain/question-answer.js';
import { AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Dice } from './dice.js';
import { helpedWords, toChangeWords } from './invented-answers.js';
import type { Cast, Moment, Story, Thread, ToldStay } from './story.js';

/** What guests answered on their turn, and chose to keep: some at arrival, some at leaving, many not at all. */
@Injectable()
export class AnswersThread implements Thread {
  private dice = new Dice('answers');

  constructor(
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
    private readonly audit: AuditService,
  ) {}

  moments({ stays }: Story): Moment[] {
    this.dice = new Dice('answers');
    return stays.flatMap((stay) => {
      const end = stay.leaving?.answers.leftAt;
      if (!end || stay.arrivedAt.until(end).total('hours') < 6) return [];
      return [
        ...this.some(45, stay, 'arrival', stay.arrivedAt.add({ hours: 2 })),
        ...this.some(60, stay, 'leaving', end.subtract({ hours: 1 })),
      ];
    });
  }

  private some(percent: number, stay: ToldStay, asked: Asked, at: Temporal.Instant): Moment[] {
    if (!this.dice.chance(percent)) return [];
    return [{ at, tell: (tx, cast) => this.keep(tx, cast, { stay, asked, at }) }];
  }

  private async keep(
    tx: EntityManager,
    { house, onShift, stays }: Cast,
    { stay, asked, at }: { stay: ToldStay; asked: Asked; at: Temporal.Instant },
  ): Promise<void> {
    const [who, stayId] = [onShift(at), stays.get(stay)!];
    const answers = (await this.questions.at(asked, tx)).map((question) => this.answered(question, asked));
    const cameBy = this.dice.chance(80) ? 'screen' : 'sheet';
    await this.answers.keep(tx, { stayId, moment: asked, cameBy, language: 'en', answers }, who, house);
    await this.audit.write(tx, who.id, cameBy === 'screen' ? 'turn.keep' : 'answers.keyIn', stayId);
  }

  /** Somewhat more at leaving than at arrival; now and then nothing, in one of three ways. */
  private answered(question: Question, asked: Asked): QuestionAnswer {
    const no = this.dice.weighed([
      ['', 82],
      ['skipped', 9],
      ['not-said', 5],
      ['dont-know', 4],
    ] as const);
    if (no !== '') return answerTo(question, { answer: no, words: null });
    if (question.kind === 'words') {
      const words = this.dice.pick(question.code === 'change' ? toChangeWords : helpedWords);
      return answerTo(question, { answer: '', words });
    }
    const most = question.en.options.length;
    const least = asked === 'arrival' ? Math.min(2, most) : 1;
    const choice = Math.min(this.dice.between(least, most), this.dice.between(least, most));
    return answerTo(question, { answer: String(choice), words: null });
  }
}
