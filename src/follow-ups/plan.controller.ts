import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { GuestStays } from '../guests/guest-stays.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { PlanChoices } from './plan-choice.service.js';
import { PlanForm } from './plan.forms.js';
import { planBody, planView } from './plan.views.js';

/** The plan a guest chooses, or changes, after they left (R33). */
@Controller('stays/:id/follow-up-plan')
export class PlanController {
  constructor(
    private readonly plans: PlanChoices,
    private readonly stays: GuestStays,
    private readonly people: PeopleService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('followUps.plan', { isRecord: true })
  async show(@Param('id') id: string, @TheDesk() desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.followUpPlan(id));
    const plan = await this.plans.of(id, desk.house);
    if (!plan) return new SeeOther(paths.stay(id));
    const form = new PlanForm(draft?.body ?? planBody(plan));
    return this.page(id, form, desk, { status: 200, savedAt: draft?.savedAt ?? null });
  }

  @Post()
  @Permit('followUps.plan', { isRecord: true })
  async choose(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new PlanForm(body);
    const done = await form.submit((choice) =>
      this.acts.once(who, 'followUps.plan', body, (tx) => this.plans.choose(tx, id, choice, who, house)),
    );
    if (done)
      return new SeeOther(done.address, {
        message: [aboutStay(id), ' · The plan is kept.'],
        undo: done.undo,
      });
    return this.page(id, form, desk, { status: form.status, savedAt: null });
  }

  private async page(
    id: string,
    form: PlanForm,
    { who, house, now }: Desk,
    { status, savedAt }: { status: number; savedAt: Parameters<typeof planView>[1]['savedAt'] },
  ): Promise<Page> {
    const plan = (await this.plans.of(id, house))!;
    const [stay] = (await this.stays.of([plan.stay.guestId])).filter((each) => each.id === id);
    const people = await this.people.workingHere();
    const formToken = this.tokens.draw({ personId: who.id, place: paths.followUpPlan(id) });
    return new Page(
      'follow-ups/plan',
      planView(form, { plan, stay: stay!, people, house, now, savedAt, formToken }),
      status,
    );
  }
}
