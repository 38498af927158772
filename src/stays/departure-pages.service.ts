import { Injectable } from '@nestjs/common';
import type { SeenSince } from '../domain/conflict.js';
import { PageReader } from '../database/page-reader.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PlansService } from '../follow-ups/plans.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { alreadyLeftView } from './already-left.views.js';
import { DepartureForm } from './departure.forms.js';
import { departureView } from './departure.views.js';
import { ExceptionsService } from './exceptions.service.js';
import { ReadyToLeaveService } from './ready-to-leave.service.js';
import { StaysService, type StayWhole } from './stays.service.js';
import { TasksService } from './tasks.service.js';

/** What has to be answered before it can be recorded. */
export interface DepartureAsks {
  status: number;
  needsYes?: boolean;
  seenSince?: SeenSince;
}

/** Gathers what the page of leaving shows. */
@Injectable()
export class DeparturePages {
  constructor(
    private readonly stays: StaysService,
    private readonly ready: ReadyToLeaveService,
    private readonly tasks: TasksService,
    private readonly exceptions: ExceptionsService,
    private readonly plans: PlansService,
    private readonly reader: PageReader,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  /** What this person began (R31), else what the guest said so far, else nothing. */
  async begin(id: string, desk: Desk): Promise<Page | SeeOther> {
    const whole = await this.stays.find(id);
    const { form, isBegun } = await this.begun(id, desk);
    // What was begun stays readable beside what somebody else recorded meanwhile
    if (isBegun && whole.departure) return this.already(form, whole, desk, 200);
    if (!whole.stay.isHere) return new SeeOther(paths.stay(id));
    return this.page(id, form, desk, { status: 200 });
  }

  private async begun(id: string, desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.departure(id));
    const ready = await this.ready.find(id);
    if (!draft) return { form: this.form(ready?.body ?? new Map(), desk), isBegun: false };
    const form = this.form(draft.body, desk);
    // Begun before somebody else wrote down what they said: both are shown (R26)
    if ((form.readySeen ?? 0) !== (ready?.version ?? 0)) form.outdate();
    return { form, isBegun: true };
  }

  /** Somebody else recorded it first: both stand side by side (R26). */
  async already(form: DepartureForm, whole: StayWhole, { house }: Desk, status: number): Promise<Page> {
    const { consent } = whole;
    const [people, plan] = await Promise.all([
      this.people.workingHere(),
      consent ? this.plans.chosen(this.reader.manager, consent.id) : [],
    ]);
    return new Page('stays/already', alreadyLeftView(form, { house, whole, plan, people }), status);
  }

  async page(id: string, form: DepartureForm, { who, house, now }: Desk, asks: DepartureAsks): Promise<Page> {
    const place = paths.departure(id);
    const isAsked = asks.needsYes || form.body.has('exceptionReason');
    const draft = asks.status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = departureView(form, {
      house,
      now,
      whole: await this.stays.find(id),
      ready: await this.ready.find(id),
      people: await this.people.workingHere(),
      tasks: await this.tasks.of(id),
      seenSince: asks.seenSince ?? null,
      exception: isAsked ? await this.exceptions.question(null) : null,
      draftSavedAt: draft?.savedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('stays/departure', view, asks.status);
  }

  form(body: FormBody, { house, now }: Desk): DepartureForm {
    return new DepartureForm(body, { time: house.time, now });
  }
}
