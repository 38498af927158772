import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Moment as Asked } from '../domain/question.js';
import { AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Dice } from './dice.js';
import { inventedAnswer } from './invented-answers.js';
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
    const answers = (await this.questions.at(asked, tx)).map((question) =>
      inventedAnswer(this.dice, question, asked),
    );
    const cameBy = this.dice.chance(80) ? 'screen' : 'sheet';
    const set = { stayId, moment: asked, followUpId: null, cameBy, language: 'en', answers } as const;
    await this.answers.keep(tx, set, who, house);
    await this.audit.write(tx, who.id, cameBy === 'screen' ? 'turn.keep' : 'answers.keyIn', stayId);
  }
}
