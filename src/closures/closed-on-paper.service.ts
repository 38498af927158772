import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BedsService } from '../beds/beds.service.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import { bedQuestion, type Question, timeQuestion } from '../web/paper-questions.js';
import { CloseNowForm } from './closures.forms.js';
import { type CloseNow, ClosuresService } from './closures.service.js';
import { anyRoomChoice, reasonFields } from './closures.views.js';

/** On paper: a bed or a room was closed from then on (R11, R52). */
@Injectable()
export class ClosedOnPaper implements PaperKind<CloseNow> {
  readonly label = 'A bed was closed';
  readonly act = 'beds.closeNow';
  readonly time = 'happenedAt';
  readonly about = { field: 'bedId', missing: 'Choose the bed' } as const;

  constructor(
    private readonly closures: ClosuresService,
    private readonly beds: BedsService,
    kinds: PaperKinds,
  ) {
    kinds.when('closed', this);
  }

  form(body: TypedForm['body']): CloseNowForm {
    return new CloseNowForm(body);
  }

  async questions(form: TypedForm, { house, now }: PaperDesk): Promise<Question[]> {
    const today = house.time.houseDay(now);
    const beds = (await this.beds.all()).filter((bed) => bed.isInUse(today));
    const { reason, note, lastNight } = reasonFields(form, house);
    return [
      bedQuestion(
        form,
        'Which bed?',
        beds.map(({ id, name, room }) => ({ id, name, detail: room })),
      ),
      ...(beds.some(({ room }) => room !== null)
        ? [{ part: 'choices' as const, view: anyRoomChoice(form) }]
        : []),
      { part: 'choices', view: reason },
      { part: 'area', view: note },
      { part: 'field', view: lastNight },
      timeQuestion(form, this.time, 'When was it closed?'),
    ];
  }

  record(tx: EntityManager, values: CloseNow, { about, at, who, house }: PaperFacts) {
    return this.closures.closeNow(tx, about, { ...values, at }, who, house);
  }
}
