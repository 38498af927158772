import { Injectable } from '@nestjs/common';
import { Conflict } from '../domain/conflict.js';
import { isStayMoment, type StayMoment } from '../domain/question.js';
import type { Draft } from '../drafts/drafts.service.js';
import { AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { StaysService } from '../stays/stays.service.js';
import { Page } from '../web/answer.js';
import type { Answered } from '../web/fields.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import type { Desk } from '../web/who.js';
import { keyInView } from './key-in.views.js';

interface KeyIn extends Desk {
  moment: StayMoment;
  draft: Draft | null;
  status: number;
}

/** Gathers what is keyed in from a sheet. */
@Injectable()
export class KeyInPages {
  constructor(
    private readonly stays: StaysService,
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
    private readonly tokens: FormTokens,
  ) {}

  /**
   * The moment that is asked for, else the first without answers. Throws NotHere for an unknown stay or moment, a Conflict for one that
   * does not count.
   */
  async momentFor(stayId: string, asked: string): Promise<StayMoment> {
    const { stay } = await this.stays.find(stayId);
    if (stay.undoneAt) throw new Conflict('This check-in was undone.');
    if (isStayMoment(asked)) return asked;
    if (asked !== '') throw new NotHere();
    const sets = await this.answers.of(stayId);
    return sets.some(({ moment }) => moment === 'arrival') || !stay.isHere ? 'leaving' : 'arrival';
  }

  async page(stayId: string, form: Answered, { who, house, moment, draft, status }: KeyIn): Promise<Page> {
    const [whole, questions, sets] = await Promise.all([
      this.stays.find(stayId),
      this.questions.at(moment),
      this.answers.of(stayId),
    ]);
    const formToken = this.tokens.draw({ personId: who.id, place: paths.keyInAt(stayId, moment) });
    const facts = { whole, questions, sets, moment, house, draft, formToken };
    return new Page('turn/key-in', keyInView(form, facts), status);
  }
}
