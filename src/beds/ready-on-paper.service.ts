import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PaperFacts, type PaperKind, PaperKinds, type TypedForm } from '../paper/paper-kinds.service.js';
import { bedQuestion, type Question, timeQuestion } from '../web/paper-questions.js';
import { NothingMoreForm } from './ready.forms.js';
import { BoardService } from './board.service.js';
import { ReadyService } from './ready.service.js';

/** On paper: a bed was made ready (R10, R52). */
@Injectable()
export class ReadyOnPaper implements PaperKind<null> {
  readonly label = 'A bed was made ready';
  readonly act = 'beds.ready';
  readonly time = 'happenedAt';
  readonly about = { field: 'bedId', missing: 'Choose the bed' } as const;

  constructor(
    private readonly readies: ReadyService,
    private readonly board: BoardService,
    kinds: PaperKinds,
  ) {
    kinds.when('ready', this);
  }

  form(body: TypedForm['body']): NothingMoreForm {
    return new NothingMoreForm(body);
  }

  /** Those that are not made up: any other is ready already. */
  async questions(form: TypedForm): Promise<Question[]> {
    const waiting = (await this.board.occupied()).filter(({ turnover }) => turnover !== null);
    const beds = waiting.map(({ bed }) => ({ id: bed.id, name: bed.name }));
    const hint = beds.length === 0 ? 'No bed is getting ready. Type in first who left it.' : null;
    return [bedQuestion(form, 'Which bed?', beds, hint), timeQuestion(form, this.time, 'When was it ready?')];
  }

  record(tx: EntityManager, _none: null, { about, at, who, house }: PaperFacts) {
    return this.readies.ready(tx, about, who, house, at);
  }
}
