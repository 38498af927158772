import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import { aboutGuest, type Flash } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { ConsentPages } from './consent-pages.service.js';
import { ConsentForm } from './consents.forms.js';
import { ConsentsService, type TakenBack } from './consents.service.js';
import { takenBackWords } from './said-before.views.js';

/** What a guest says yes to, one by one (R32). */
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly pages: ConsentPages,
    private readonly acts: ActsService,
  ) {}

  /** The numbers of what still stands are on it: whoever looks is written down (R44). */
  @Get('guests/:id/consents')
  @Permit('consents.view', { isRecord: true })
  show(@Param('id') id: string, @Query('purpose') purpose: unknown, @TheDesk() desk: Desk) {
    return this.pages.of(id, desk, { status: 200, purpose: typeof purpose === 'string' ? purpose : '' });
  }

  @Post('guests/:id/consents')
  @Permit('consents.give', { isRecord: true })
  async give(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new ConsentForm(body);
    try {
      const done = await form.submit((said) =>
        this.acts.once(who, 'consents.give', body, (tx) => this.consents.give(tx, id, said, who, house)),
      );
      if (done)
        return new SeeOther(done.address, {
          message: [aboutGuest(id), ' · Their yes is written down.'],
          undo: done.undo,
        });
    } catch (error) {
      return this.pages.of(id, desk, { status: 409, form, refused: sentenceOf(error) });
    }
    return this.pages.of(id, desk, { status: form.status, form });
  }

  /** One click; the message says what it removed. */
  @Post('consents/:id/withdraw')
  @Permit('consents.withdraw')
  async withdraw(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who, house }: Desk) {
    let taken: TakenBack | null = null;
    const done = await this.acts.once(who, 'consents.withdraw', body, async (tx) => {
      taken = await this.consents.withdraw(tx, id, who, house);
      return taken;
    });
    return new SeeOther(done.address, { message: messageOf(taken), undo: done.undo });
  }
}

const messageOf = (taken: TakenBack | null): Flash['message'] =>
  taken ? [aboutGuest(taken.consent.guestId), ` · ${takenBackWords(taken)}`] : 'Taken back.';
