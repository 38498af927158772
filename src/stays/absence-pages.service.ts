import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Done } from '../acts/acts.service.js';
import { latestAbsence } from '../domain/absence.js';
import { NeedsException } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { type Answer, Page, SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Arrived } from '../web/typed-moment.js';
import { type AbsencePage, absenceView, doneWords } from './absence.views.js';
import { AbsencesService } from './absences.service.js';
import { ExceptionsService } from './exceptions.service.js';
import type { HappenedForm } from './happened.forms.js';
import { StaysService } from './stays.service.js';
import { TasksService } from './tasks.service.js';

/** Whose page it is, which of the three, and when it is asked for. */
export interface AbsencePlace {
  id: string;
  kind: AbsencePage;
  who: Actor;
  house: House;
  request: Pick<FastifyRequest, 'visit' | 'headers'>;
}

type FormOf<Values> = new (body: FormBody, arrived: Arrived) => HappenedForm<Values>;

/** Gathers what the pages of away, not seen and back show. */
@Injectable()
export class AbsencePages {
  constructor(
    private readonly stays: StaysService,
    private readonly absences: AbsencesService,
    private readonly tasks: TasksService,
    private readonly exceptions: ExceptionsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** The page as it is first seen, or with what its person began earlier; the stay's page when there is nothing to record. */
  async begin<Values>(place: AbsencePlace, form: FormOf<Values>): Promise<Answer> {
    const { id, kind, who, house, request } = place;
    if (!(await this.canBeSaid(id, kind))) return new SeeOther(paths.stay(id));
    const draft = await this.drafts.find(who.id, paths[kind](id));
    const arrived = { time: house.time, now: request.visit.now };
    return this.page(new form(draft?.body ?? new Map(), arrived), place, { status: 200 });
  }

  /** Nobody comes back who is not out, nobody is missed twice, and nobody is out who has left. */
  private async canBeSaid(id: string, kind: AbsencePage): Promise<boolean> {
    const { stay } = await this.stays.find(id);
    const isOut = latestAbsence(await this.absences.of(id))?.isOpen === true;
    return stay.isHere && (kind === 'away' || isOut === (kind === 'back'));
  }

  /** Sends the form and answers with the page to look at next. */
  async send<Values>(
    place: AbsencePlace,
    form: HappenedForm<Values>,
    act: (values: Values) => Promise<Done>,
  ): Promise<Answer> {
    try {
      const done = await form.submit(act);
      if (done) return this.next(done, place);
    } catch (error) {
      if (!(error instanceof NeedsException)) throw error;
      return this.page(form, place, { status: 409, exception: true });
    }
    return this.page(form, place, { status: form.status });
  }

  /** Back to where the button stood, board and shift page too. */
  private async next({ undo }: Done, { id, kind, house, request }: AbsencePlace): Promise<SeeOther> {
    const before = cameFrom(request, paths.stay(id));
    const last = latestAbsence(await this.absences.of(id));
    const address = [paths.board(), paths.shift()].includes(before) ? before : paths.stay(id);
    return new SeeOther(address, {
      message: [aboutStay(id), doneWords(kind, last, house, request.visit.now)],
      undo,
    });
  }

  private async page<Values>(
    form: HappenedForm<Values>,
    { id, kind, who, house, request }: AbsencePlace,
    asks: { status: number; exception?: boolean },
  ): Promise<Page> {
    const place = paths[kind](id);
    const [whole, absences] = await Promise.all([this.stays.find(id), this.absences.of(id)]);
    const isAsked = asks.exception || form.body.has('exceptionReason');
    const draft = asks.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = absenceView(form, {
      kind,
      house,
      now: request.visit.now,
      whole,
      absences,
      tasks: await this.tasks.of(id),
      exception: isAsked ? await this.exceptions.question(null) : null,
      draftSavedAt: draft?.savedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('stays/absence', view, asks.status);
  }
}
