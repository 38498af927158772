import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { ExceptionLooks } from './exception-looks.service.js';
import { LookForm } from './exceptions.forms.js';
import { exceptionsView } from './exceptions.views.js';

/** What was agreed to in a coordinator's name while somebody else wrote it down (R22). */
@Controller('exceptions')
export class ExceptionsController {
  constructor(
    private readonly looks: ExceptionLooks,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('exceptions.look')
  index(@Req() request: FastifyRequest, @Who() who: Actor, @TheHouse() house: House) {
    return this.page(new LookForm(), request, who, house, 200);
  }

  @Post(':id/look')
  @Permit('exceptions.look', { isRecord: true })
  async look(
    @Param('id') actId: string,
    @Body() body: FormBody,
    @Req() request: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const form = new LookForm(body);
    const done = await form.submit(({ remark }) =>
      this.acts.once(who, 'exceptions.look', body, async (tx) => {
        await this.looks.look(tx, actId, remark, { id: who.id, now: request.visit.now });
        return { address: paths.exceptions(), subjectId: actId, undo: null };
      }),
    );
    if (done) return new SeeOther(done.address, { message: 'Looked at.', undo: null });
    return this.page(form, request, who, house, form.status);
  }

  private async page(
    form: LookForm,
    { visit: { now } }: FastifyRequest,
    who: Actor,
    house: House,
    status: number,
  ): Promise<Page> {
    const [waiting, lookedAt] = await Promise.all([
      this.looks.waitingFor(who.id),
      this.looks.lookedAtUpTo(house.time.houseDay(now)),
    ]);
    // It tells of guests: looking is written down before the page is sent (R44)
    await this.acts.log(who, 'exceptions.list');
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    const facts = { house, now, waiting, lookedAt, formToken };
    return new Page('exceptions/index', exceptionsView(form, facts), status);
  }
}
