import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { Conflict } from '../domain/conflict.js';
import { labelOf } from '../domain/list-entry.js';
import { supportKinds } from '../domain/support.js';
import { talkOf } from '../domain/talk.js';
import { SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { TalksService } from './talks.service.js';

/** A talk with a guest: one tap says which kind it was. */
@Controller('stays/:id/talks')
export class TalksController {
  constructor(
    private readonly talks: TalksService,
    private readonly acts: ActsService,
  ) {}

  @Post()
  @Permit('stays.support', { isRecord: true })
  async log(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house }: Desk) {
    const talk = talkOf(only(body, 'kind'), only(body, 'way'));
    if (!talk) throw new Conflict('Press one of the buttons: what was it?');
    const { address, undo } = await this.acts.once(who, 'stays.support', body, (tx) =>
      this.talks.log(tx, id, talk, who, house),
    );
    return new SeeOther(address, {
      message: `Logged: ${labelOf(supportKinds, talk.kind).toLowerCase()}.`,
      undo,
    });
  }
}
