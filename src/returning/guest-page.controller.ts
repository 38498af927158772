import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { GuestPages } from './guest-pages.service.js';
import { OtherNameForm } from './links.forms.js';

/** A guest with all their stays, on whichever record they stand. */
@Controller('guests/:id')
export class GuestPageController {
  constructor(
    private readonly pages: GuestPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('guests.view', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.guest(id, desk, { status: 200 });
  }

  /** Where a browser comes back to when names are shown below what one of the forms answered. */
  @Get(['find', 'links', 'unlink'])
  @Permit('guests.view')
  back(@Param('id') id: string) {
    return new SeeOther(paths.guest(id));
  }

  /** Another name they may have gone by, which never stands in an address; written down as a look, without it (R44). */
  @Post('find')
  @Permit('guests.link', { isRecord: true })
  async find(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    const otherName = new OtherNameForm(body);
    const lookedFor = await otherName.submit(async (folded) => {
      await this.acts.log(who, 'guests.find', undefined, id);
      return folded;
    });
    const status = lookedFor === null ? otherName.status : 200;
    return this.pages.guest(id, desk, { status, otherName, lookedFor });
  }
}
