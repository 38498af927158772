import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { callers, callLines, callOutcomes } from '../domain/call.js';
import type { House } from '../domain/house.js';
import { RuleViolation } from '../domain/rule-violation.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import { choices, listed, select } from '../web/fields.js';
import type { FormBody } from '../web/form-body.js';
import { type Question, timeQuestion } from '../web/paper-questions.js';
import type { Arrived } from '../web/typed-moment.js';
import { CallForm, type LoggedCall } from './calls.forms.js';
import { CallsService } from './calls.service.js';
import { moreFields } from './no-stay.views.js';

/** On paper: somebody rang, came to the door or wrote (R15, R52). */
@Injectable()
export class CallOnPaper implements PaperKind<LoggedCall> {
  readonly label = 'A call';
  readonly act = 'calls.log';
  readonly time = 'happenedAt';
  readonly about = null;

  constructor(
    private readonly calls: CallsService,
    kinds: PaperKinds,
  ) {
    kinds.when('call', this);
  }

  fresh({ time }: House, now: Temporal.Instant): FormBody {
    return new CallForm({ time, now }).body;
  }

  form(body: FormBody, arrived: Arrived): CallForm {
    return new CallForm(arrived, body);
  }

  questions(form: TypedForm, { house, now }: PaperDesk): Promise<Question[]> {
    const { minutes, name } = moreFields(form, house, now);
    const why = listed(house.lists.of('no-stay-reasons').live);
    const reasons = [{ value: '', label: 'A stay was not asked for, or offered' }, ...why];
    return Promise.resolve([
      { part: 'choices', view: choices(form, 'line', 'How', listed(callLines), { width: 'few' }) },
      { part: 'select', view: select(form, 'caller', 'Who', listed(callers)) },
      { part: 'choices-list', view: choices(form, 'outcome', 'What came of it', listed(callOutcomes)) },
      { part: 'select', view: select(form, 'noStayReason', 'Couldn’t offer a stay? Why', reasons) },
      { part: 'field', view: minutes },
      { part: 'field', view: name },
      timeQuestion(form, this.time, 'When was it?'),
    ]);
  }

  prepare(values: LoggedCall): Promise<LoggedCall> {
    const { outcome, noStayReason } = values.answers;
    if (outcome === 'no_stay' && noStayReason === null)
      throw new RuleViolation('noStayReason', 'Choose why no stay was offered');
    if (outcome !== 'no_stay' && noStayReason !== null)
      throw new RuleViolation('outcome', 'A reason is chosen below: was it “Couldn’t offer a stay”?');
    return Promise.resolve(values);
  }

  record(tx: EntityManager, { answers }: LoggedCall, { at, who, house }: PaperFacts) {
    return this.calls.log(tx, answers, who, house, { happenedAt: at });
  }
}
