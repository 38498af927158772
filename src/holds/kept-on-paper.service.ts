import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { BoardService } from '../beds/board.service.js';
import type { House } from '../domain/house.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import type { FormBody } from '../web/form-body.js';
import type { BedAnswer } from '../web/bed-choice.js';
import { bedQuestion, type Question, timeQuestion } from '../web/paper-questions.js';
import type { Arrived } from '../web/typed-moment.js';
import { NewHoldForm } from './holds.forms.js';
import { HoldsService, type NewHold } from './holds.service.js';
import { bedAnswers, holdFields } from './new-hold.views.js';

/** On paper: a bed was promised to somebody until an hour that is still to come (R14, R52). */
@Injectable()
export class KeptOnPaper implements PaperKind<NewHold> {
  readonly label = 'A bed was kept';
  readonly act = 'holds.make';
  readonly time = 'happenedAt';
  readonly about = null;

  constructor(
    private readonly holds: HoldsService,
    private readonly board: BoardService,
    kinds: PaperKinds,
  ) {
    kinds.when('kept', this);
  }

  fresh(house: House, now: Temporal.Instant): FormBody {
    const today = house.time.houseDay(now).toString();
    return new Map([
      ['firstNight', [today]],
      ['nights', ['1']],
    ]);
  }

  form(body: FormBody, arrived: Arrived): NewHoldForm {
    return new NewHoldForm(body, arrived);
  }

  async questions(form: TypedForm, { house, now }: PaperDesk): Promise<Question[]> {
    const today = house.time.houseDay(now);
    const beds = await this.board.now(today);
    const { guestName, firstNight, nights, keepUntil, reach, reason } = holdFields(form, null, today);
    return [
      { part: 'field', view: guestName },
      bedQuestion(form, 'Bed', bedAnswers(form, beds, today).map(asNamed)),
      { part: 'field', view: firstNight },
      { part: 'field', view: nights },
      { part: 'field', view: keepUntil },
      { part: 'field', view: reach },
      { part: 'area', view: reason },
      timeQuestion(form, this.time, 'When was it promised?'),
    ];
  }

  record(tx: EntityManager, wanted: NewHold, { at, who, house }: PaperFacts) {
    return this.holds.make(tx, { ...wanted, promisedAt: at }, who, house);
  }
}

const asNamed = ({ bed: { id, name }, detail }: BedAnswer) => ({ id, name, detail });
