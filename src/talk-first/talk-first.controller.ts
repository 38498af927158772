import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { ChangedMeanwhile, Conflict, SentBefore } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { SeeOther } from '../web/answer.js';
import { aboutGuest } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { TalkFirstForm } from './talk-first.forms.js';
import { TalkFirstPages } from './talk-first-pages.service.js';
import { TalkFirstService } from './talk-first.service.js';

/** "Please talk with a coordinator first", for one guest (R16). */
@Controller('guests/:id/talk-first')
export class TalkFirstController {
  constructor(
    private readonly lines: TalkFirstService,
    private readonly pages: TalkFirstPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('guests.view', { isRecord: true })
  show(
    @Param('id') id: string,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    return this.pages.of(id, { who, house, now }, { status: 200 });
  }

  @Post()
  @Permit('guests.talkFirst', { isRecord: true })
  async create(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { visit: { now } }: FastifyRequest,
    @Who() who: Actor,
    @TheHouse() house: House,
  ) {
    const line = new TalkFirstForm(body);
    const looks = { who, house, now };
    try {
      const done = await line.submit((said) =>
        this.acts.once(who, 'guests.talkFirst', body, (tx) => this.lines.write(tx, id, said, who, house)),
      );
      if (done)
        return new SeeOther(done.address, {
          message: [aboutGuest(id), ' · Written. It bars nobody.'],
          undo: done.undo,
        });
    } catch (error) {
      return this.pages.of(id, looks, { status: 409, line, refused: whyNot(error) });
    }
    return this.pages.of(id, looks, { status: line.status, line });
  }
}

/** That one holds already is told on the page; any other error is thrown on. */
function whyNot(error: unknown): string {
  const isTold =
    error instanceof Conflict && !(error instanceof SentBefore) && !(error instanceof ChangedMeanwhile);
  if (isTold) return error.message;
  throw error;
}
