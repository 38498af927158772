import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService, type Done } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { SeeOther } from '../web/answer.js';
import { day } from '../web/dates.js';
import { aboutStay, type Flash } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { DepartureDayForm } from './departure-day.forms.js';
import { DepartureDayPages } from './departure-day-pages.service.js';
import { DepartureDayService } from './departure-day.service.js';
import { StaysService } from './stays.service.js';

/** Another day to leave: longer or shorter. */
@Controller('stays/:id/departure-day')
export class DepartureDayController {
  constructor(
    private readonly stays: StaysService,
    private readonly days: DepartureDayService,
    private readonly pages: DepartureDayPages,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.plan', { isRecord: true })
  async newDepartureDay(
    @Param('id') id: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    if (!(await this.stays.find(id)).stay.isHere) return new SeeOther(paths.stay(id));
    const draft = await this.drafts.find(who.id, paths.departureDay(id));
    return this.pages.page(id, new DepartureDayForm(draft?.body), who, house, visit, { status: 200 });
  }

  @Post()
  @Permit('stays.plan', { isRecord: true })
  async createDepartureDay(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new DepartureDayForm(body);
    try {
      const done = await form.submit((values) =>
        this.acts.once(who, 'stays.plan', body, (tx) => this.days.change(tx, id, values, who, house)),
      );
      if (done) return new SeeOther(done.address, await this.told(id, done));
    } catch (error) {
      return this.pages.answer(error, id, form, who, house, visit);
    }
    return this.pages.page(id, form, who, house, visit, { status: form.status });
  }

  private async told(id: string, { undo }: Done): Promise<Flash> {
    const { plannedDay } = (await this.stays.find(id)).stay;
    const before = undo === null ? ' leaves as planned, ' : ' leaves on another day now, ';
    return { message: [aboutStay(id), `${before}${day(plannedDay)}.`], undo };
  }
}
