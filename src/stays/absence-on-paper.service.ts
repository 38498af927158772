import { Injectable } from '@nestjs/common';
import { type PaperKind, PaperKinds } from '../paper/paper-kinds.service.js';
import { timeQuestion } from '../web/paper-questions.js';
import { AwayForm, BackForm, NotSeenForm } from './absence.forms.js';
import { AbsencesService, type Away, type Back, type NotSeen } from './absences.service.js';
import { awayQuestions } from './on-paper.views.js';
import { PaperAsks } from './paper-asks.service.js';

/** On paper: a guest went for the night, nobody saw them, or they came back (R21, R52). */
@Injectable()
export class AbsenceOnPaper {
  constructor(
    private readonly absences: AbsencesService,
    private readonly asks: PaperAsks,
    kinds: PaperKinds,
  ) {
    kinds.when('away', this.away());
    kinds.when('notSeen', this.notSeen());
    kinds.when('back', this.back());
  }

  private away(): PaperKind<Away> {
    return {
      label: 'Away for a night',
      act: 'stays.away',
      time: 'awayAt',
      about: { field: 'stayId', missing: 'Choose who went' },
      form: (body, arrived) => new AwayForm(body, arrived),
      questions: async (form, desk) => [...(await this.asks.about(form, desk)), ...awayQuestions(form)],
      record: (tx, told, { about, at, who, house }) =>
        this.absences.away(tx, about, { ...told, saidAt: at }, who, house),
    };
  }

  private notSeen(): PaperKind<NotSeen> {
    return {
      label: 'Not seen',
      act: 'stays.notSeen',
      time: 'since',
      about: { field: 'stayId', missing: 'Choose who was not seen' },
      form: (body, arrived) => new NotSeenForm(body, arrived),
      questions: async (form, desk) => [
        ...(await this.asks.about(form, desk)),
        timeQuestion(form, 'since', 'Nobody has seen them since'),
      ],
      record: (tx, told, { about, who, house }) => this.absences.notSeen(tx, about, told, who, house),
    };
  }

  private back(): PaperKind<Back> {
    return {
      label: 'Back, or seen again',
      act: 'stays.back',
      time: 'at',
      about: { field: 'stayId', missing: 'Choose who came back' },
      form: (body, arrived) => new BackForm(body, arrived),
      questions: async (form, desk) => [
        ...(await this.asks.about(form, desk)),
        timeQuestion(form, 'at', 'When did they come back?'),
      ],
      record: (tx, told, { about, at, who, house }) =>
        this.absences.back(tx, about, { ...told, saidAt: at }, who, house),
    };
  }
}
