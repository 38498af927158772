import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import { aboutGuest } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
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
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.of(id, desk, { status: 200 });
  }

  @Post()
  @Permit('guests.talkFirst', { isRecord: true })
  async create(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const line = new TalkFirstForm(body);
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
      return this.pages.of(id, desk, { status: 409, line, refused: sentenceOf(error) });
    }
    return this.pages.of(id, desk, { status: line.status, line });
  }
}
