import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SeenSince } from '../domain/conflict.js';
import {
  type PaperDesk,
  type PaperFacts,
  type PaperKind,
  PaperKinds,
  type TypedForm,
} from '../paper/paper-kinds.service.js';
import type { Arrived } from '../web/typed-moment.js';
import { DepartureForm } from './departure.forms.js';
import { DepartureService, type Leaving } from './departure.service.js';
import { leftBeforeView } from './left-before.views.js';
import { GOES_WITH_THEM, leftQuestions } from './on-paper.views.js';
import { PaperAsks } from './paper-asks.service.js';

/** On paper: a guest left (R23, R52). */
@Injectable()
export class LeftOnPaper implements PaperKind<Leaving> {
  readonly label = 'Someone left';
  readonly act = 'stays.depart';
  readonly time = 'leftAt';
  readonly about = { field: 'stayId', missing: 'Choose who left' } as const;

  constructor(
    private readonly departures: DepartureService,
    private readonly asks: PaperAsks,
    kinds: PaperKinds,
  ) {
    kinds.when('left', this);
  }

  form(body: TypedForm['body'], arrived: Arrived): DepartureForm {
    return new DepartureForm(body, arrived);
  }

  async questions(form: TypedForm, desk: PaperDesk) {
    const seen = desk.error instanceof SeenSince ? desk.error : null;
    // Whose leaving it is stands in the question before it
    const before = leftBeforeView(form, seen, { house: desk.house, guest: null });
    return [
      ...(await this.asks.about(form, desk, GOES_WITH_THEM)),
      ...(before ? [{ part: 'left-before' as const, view: before }] : []),
      ...leftQuestions(form, desk.house),
    ];
  }

  record(tx: EntityManager, leaving: Leaving, { about, who, house }: PaperFacts) {
    return this.departures.depart(tx, about, leaving, who, house);
  }
}
