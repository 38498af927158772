import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { PlannedService } from '../house/planned.service.js';
import { PeopleService } from '../people/people.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { OnShiftForm } from './on-shift.forms.js';
import { OnShiftService } from './on-shift.service.js';
import { onShiftView } from './on-shift.views.js';

/** Who is on shift and on call, now and next (R30). */
@Controller('shift/people')
export class OnShiftController {
  constructor(
    private readonly planned: PlannedService,
    private readonly onShift: OnShiftService,
    private readonly people: PeopleService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('shift.view')
  async show(@Req() { visit }: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.shiftPeople());
    const form = new OnShiftForm(draft?.body ?? new Map(), house, visit.now);
    return this.page(form, { who, house, now: visit.now, draft });
  }

  @Post()
  @Permit('shift.people')
  async put(
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new OnShiftForm(body, house, visit.now);
    const done = await form.submit((to) =>
      this.acts.once(who, 'shift.people', body, async (tx) => {
        const undo = await this.onShift.put(tx, to, who, house);
        return { address: paths.shiftPeople(), subjectId: to.personId, undo };
      }),
    );
    if (!done) return this.page(form, { who, house, now: visit.now, draft: null }, form.status);
    return new SeeOther(done.address, { message: 'Put down.', undo: done.undo });
  }

  @Post(':id/off')
  @Permit('shift.people')
  async takeOff(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const done = await this.acts.once(who, 'shift.people', body, async (tx) => {
      const undo = await this.onShift.takeOff(tx, id, who, house);
      return { address: paths.shiftPeople(), subjectId: id, undo };
    });
    const message = done.undo ? 'Taken off.' : 'Taken off already.';
    return new SeeOther(done.address, { message, undo: done.undo });
  }

  private async page(form: OnShiftForm, { who, house, now, draft }: Asked, status = 200): Promise<Page> {
    const [ahead, people] = await Promise.all([this.planned.ahead(now), this.people.workingHere()]);
    const formToken = this.tokens.draw({ personId: who.id, place: paths.shiftPeople() });
    return new Page(
      'on-shift/index',
      onShiftView(form, { house, now, ahead, people, draft, formToken }),
      status,
    );
  }
}

interface Asked {
  who: Actor;
  house: House;
  now: Temporal.Instant;
  draft: Draft | null;
}
