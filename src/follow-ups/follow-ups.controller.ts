import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk, TheHouse, Who } from '../web/who.js';
import { TryForm } from './follow-ups.forms.js';
import { FollowUpsService } from './follow-ups.service.js';
import { followUpsView } from './follow-ups.views.js';
import { filterOf } from './list-filter.views.js';
import { followUpView, writtenDown } from './follow-up.views.js';
import { TriesService } from './tries.service.js';

/** Who asked to be called after leaving, and what came of each try. */
@Controller('follow-ups')
export class FollowUpsController {
  constructor(
    private readonly followUps: FollowUpsService,
    private readonly tries: TriesService,
    private readonly people: PeopleService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('followUps.view')
  async index(@Query() query: Record<string, unknown>, @TheDesk() { who, house, now }: Desk) {
    const show = filterOf(query);
    const [open, done] = await Promise.all([
      this.followUps.open(house, now),
      this.followUps.done(house, now),
    ]);
    // It tells of everyone who left and agreed: looking is written down before the page is sent (R44)
    await this.acts.log(who, 'followUps.list');
    return new Page('follow-ups/index', followUpsView({ open, done, show, mine: who.id, house, now }));
  }

  @Get(':id')
  @Permit('followUps.view', { isRecord: true })
  async show(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const draft = await this.drafts.find(who.id, paths.followUp(id));
    const form = this.form(draft?.body ?? new Map(), request, house);
    return this.page(id, form, request, who, house, { status: 200, savedAt: draft?.savedAt ?? null });
  }

  @Post(':id/attempts')
  @Permit('followUps.try', { isRecord: true })
  async createAttempt(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = this.form(body, request, house);
    const done = await form.submit((tried) =>
      this.acts.once(who, 'followUps.try', body, (tx) => this.tries.write(tx, id, tried, who, house)),
    );
    if (done) return new SeeOther(done.address, { message: writtenDown(form.result), undo: done.undo });
    return this.page(id, form, request, who, house, { status: form.status, savedAt: null });
  }

  private async page(
    id: string,
    form: TryForm,
    { visit }: FastifyRequest,
    who: Actor,
    house: House,
    { status, savedAt }: { status: number; savedAt: Parameters<typeof followUpView>[1]['savedAt'] },
  ): Promise<Page> {
    const whole = await this.followUps.find(id, house, visit.now);
    const view = followUpView(form, {
      house,
      now: visit.now,
      whole,
      myName: who.name,
      names: await this.people.names(whole.tries.map(({ personId }) => personId)),
      savedAt,
      undoable: await this.tries.undoable(whole.followUp.stayId, visit.now),
      formToken: this.tokens.draw({ personId: who.id, place: paths.followUp(id) }),
      undoToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('follow-ups/show', view, status);
  }

  private form(body: FormBody, { visit }: FastifyRequest, house: House): TryForm {
    return new TryForm(body, { time: house.time, now: visit.now });
  }
}
