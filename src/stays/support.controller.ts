import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { type Answer, SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { SupportForm } from './support.forms.js';
import { SupportPages } from './support-pages.service.js';
import { SupportService } from './support.service.js';

/** What was there for a guest during their stay, asked once with them at leaving. */
@Controller('stays/:id/support')
export class SupportController {
  constructor(
    private readonly pages: SupportPages,
    private readonly support: SupportService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('stays.support', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.begin(id, desk);
  }

  @Post()
  @Permit('stays.support', { isRecord: true })
  async tell(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk): Promise<Answer> {
    const { who, house } = desk;
    const form = new SupportForm(body);
    const done = await form.submit((told) =>
      this.acts.once(who, 'stays.support', body, (tx) => this.support.tell(tx, id, told, who, house)),
    );
    if (!done) return this.pages.page(id, form, desk, form.status);
    return new SeeOther(done.address, {
      message: ['What was there is kept: ', aboutStay(id), '.'],
      undo: done.undo,
    });
  }
}
