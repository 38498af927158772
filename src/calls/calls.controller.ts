import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { cameFrom } from '../web/came-from.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { WaitlistService } from '../waitlist/waitlist.service.js';
import { CallPages } from './call-pages.service.js';
import { CallForm, RungForm } from './calls.forms.js';
import { CallsService } from './calls.service.js';
import { notedWords } from './calls.views.js';
import { RingBacks } from './ring-backs.service.js';
import { rungWords } from './ring-back.views.js';

/** Who rang, came to the door or wrote: one click writes it down, here and on the board (R15). */
@Controller('calls')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly rings: RingBacks,
    private readonly waitlist: WaitlistService,
    private readonly pages: CallPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('calls.view')
  index(
    @Query('day') day: unknown,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    if (day === undefined) return this.pages.begin(visit, who, house);
    return this.pages.of(day, visit, who, house);
  }

  @Post()
  @Permit('calls.log')
  async create(
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new CallForm(arrived(house, request.visit), body);
    if (form.wantsReason) return this.pages.noStay(form, request.visit, who, house);
    const done = await form.submit(({ answers, waits }) =>
      this.acts.once(who, 'calls.log', body, async (tx) => {
        const entry = waits && (await this.waitlist.add(tx, waits, who, house)).subjectId;
        return this.calls.log(tx, answers, who, house, { entry });
      }),
    );
    if (!done) return this.pages.again(form, request.visit, who, house);
    const address = form.wait === 'yes' ? paths.waitlist() : cameFrom(request, paths.calls());
    return new SeeOther(address, { message: notedWords(form.outcome), undo: done.undo });
  }

  @Post(':id/ring')
  @Permit('calls.ring')
  async ring(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new RungForm(body);
    const done = await form.submit((rung) =>
      this.acts.once(who, 'calls.ring', body, (tx) => this.rings.ring(tx, id, rung, who, house)),
    );
    if (!done) return this.pages.notRung(form, visit, who, house);
    return new SeeOther(done.address, { message: rungWords(form.reached), undo: done.undo });
  }
}

const arrived = ({ time }: House, { now }: FastifyRequest['visit']) => ({ time, now });
