import { Body, Controller, Get, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { OutsideService } from '../house/outside.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { AgreementForm } from './agreement.forms.js';
import { outsideView } from './outside.views.js';

/** The address outside the house with which every feedback sheet ends. */
@Controller('settings/outside')
export class OutsideController {
  constructor(
    private readonly outside: OutsideService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  edit(@TheDesk() desk: Desk) {
    return this.page(new AgreementForm(), desk, 200);
  }

  @Post()
  @Permit('settings.manage')
  async keep(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = new AgreementForm(body, 500);
    const done = await form.submit((next) =>
      this.acts.once(desk.who, 'settings.manage', body, async (tx) => {
        await this.outside.keep(tx, next, desk.who.id);
        return { address: paths.outsideSettings(), subjectId: null, undo: null };
      }),
    );
    if (!done) return this.page(form, desk, form.status);
    return new SeeOther(done.address, { message: 'Kept. Every sheet ends with it.', undo: null });
  }

  private async page(form: AgreementForm, { who, house }: Desk, status: number): Promise<Page> {
    const newest = await this.outside.newest();
    const formToken = this.tokens.draw({ personId: who.id, place: '' });
    return new Page('settings-pages/outside', outsideView(form, { house, newest, formToken }), status);
  }
}
