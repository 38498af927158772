import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { StaysOverlap } from '../domain/linked-guests.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { GuestPages } from './guest-pages.service.js';
import { LinkForm } from './links.forms.js';
import { LinksService } from './links.service.js';

/** Two records of one person, linked and taken apart (R46). */
@Controller('guests/:id')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly pages: GuestPages,
    private readonly acts: ActsService,
  ) {}

  @Post('links')
  @Permit('guests.link', { isRecord: true })
  async link(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new LinkForm(body);
    try {
      const done = await form.submit((link) =>
        this.acts.once(who, 'guests.link', body, (tx) => this.links.link(tx, id, link, who, house)),
      );
      if (done)
        return new SeeOther(done.address, {
          message: 'Linked. They count as one guest now.',
          undo: done.undo,
        });
    } catch (error) {
      return this.pages.guest(id, desk, { status: 409, link: form, ...whyNot(error) });
    }
    return this.pages.guest(id, desk, { status: form.status, link: form });
  }

  @Post('unlink')
  @Permit('guests.link', { isRecord: true })
  async unlink(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    try {
      const work = await this.acts.once(who, 'guests.link', body, (tx) =>
        this.links.unlink(tx, id, who, house),
      );
      return new SeeOther(work.address, { message: 'Taken apart. Each has what it had.', undo: work.undo });
    } catch (error) {
      return this.pages.guest(id, desk, { status: 409, ...whyNot(error) });
    }
  }
}

/** What stands in the way, for the page; any other error is thrown on. */
function whyNot(error: unknown) {
  return error instanceof StaysOverlap ? { overlap: error } : { refused: sentenceOf(error) };
}
