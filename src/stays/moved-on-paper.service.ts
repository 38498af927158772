import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import type { Arrived } from '../web/typed-moment.js';
import { MoveForm } from './move.forms.js';
import { type Move, MoveService } from './move.service.js';
import { movedQuestions } from './on-paper.views.js';
import { PaperAsks } from './paper-asks.service.js';

/** On paper: a guest went to another bed (R20, R52). */
@Injectable()
export class MovedOnPaper implements PaperKind<Move> {
  readonly label = 'Someone moved';
  readonly act = 'stays.move';
  readonly time = 'movedAt';
  readonly about = { field: 'stayId', missing: 'Choose who moved' } as const;

  constructor(
    private readonly moves: MoveService,
    private readonly asks: PaperAsks,
    kinds: PaperKinds,
  ) {
    kinds.when('moved', this);
  }

  form(body: TypedForm['body'], arrived: Arrived): MoveForm {
    return new MoveForm(body, arrived);
  }

  async questions(form: TypedForm, desk: PaperDesk) {
    const [about, beds] = await Promise.all([this.asks.about(form, desk), this.asks.inUse(desk)]);
    return [...about, ...movedQuestions(form, beds)];
  }

  record(tx: EntityManager, move: Move, { about, who, house }: PaperFacts) {
    return this.moves.move(tx, about, move, who, house);
  }
}
