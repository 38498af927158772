import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { GuestsService } from '../guests/guests.service.js';
import { SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { NameForm } from './stays.forms.js';
import { StayPages } from './stay-pages.service.js';

/** One stay: what is known of it, its history, and the name its guest goes by. */
@Controller()
export class StaysController {
  constructor(
    private readonly pages: StayPages,
    private readonly guests: GuestsService,
    private readonly acts: ActsService,
  ) {}

  @Get('stays/:id')
  @Permit('stays.view', { isRecord: true })
  show(
    @Param('id') id: string,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.stay(id, new NameForm(), who, house, visit);
  }

  @Post('guests/:id/name')
  @Permit('guests.name', { isRecord: true })
  async name(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new NameForm(body);
    const stayId = await this.pages.latestStayOf(id);
    const done = await form.submit(({ version, ...to }) =>
      this.acts.once(who, 'guests.name', body, async (tx) => {
        await this.guests.rename(tx, { id, version }, to);
        await this.acts.record(tx, who, house, { kind: 'guest.named', stayId });
        return { address: paths.stay(stayId), subjectId: id, undo: null };
      }),
    );
    if (!done) return this.pages.stay(stayId, form, who, house, visit, form.status);
    return new SeeOther(done.address, {
      message: ['The name is kept: ', aboutStay(stayId), '.'],
      undo: null,
    });
  }
}
