import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { IncidentClosed } from '../domain/conflict.js';
import { WordingService } from '../house/wording.service.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { ViewLog } from '../web/view-audit.interceptor.js';
import { asksWording } from '../web/wording-hints.js';
import { type Desk, TheDesk } from '../web/who.js';
import { PartForm } from './incident-words.forms.js';
import { IncidentPartPages } from './incident-part-pages.service.js';
import { IncidentParts } from './incident-parts.service.js';

/** What one guest reads of it, on a page that names nobody else (R27). */
@Controller('happened/:id/with/:guest')
export class IncidentPartsController {
  constructor(
    private readonly parts: IncidentParts,
    private readonly pages: IncidentPartPages,
    private readonly acts: ActsService,
    private readonly wording: WordingService,
    private readonly views: ViewLog,
  ) {}

  @Get()
  @Permit('happened.view', { isRecord: true })
  async show(@Param('id') id: string, @Param('guest') guestId: string, @TheDesk() desk: Desk) {
    const { who } = desk;
    const page = await this.pages.of(id, guestId, desk);
    // It is a look at the guest's record as well (R44)
    await this.views.viewed(who.id, 'guests.happened.view', guestId);
    return page;
  }

  @Post()
  @Permit('happened.change', { isRecord: true })
  async write(
    @Param('id') id: string,
    @Param('guest') guestId: string,
    @Body() body: FormBody,
    @TheDesk() desk: Desk,
  ) {
    const { who, house } = desk;
    await this.pages.check(id, guestId, who);
    const form = new PartForm(body);
    if (asksWording(body)) {
      const wording = { hints: await this.wording.hints(form.part) };
      return this.pages.of(id, guestId, desk, { status: 200, form, wording });
    }
    try {
      const done = await form.submit((text) =>
        this.acts.once(who, 'happened.change', body, (tx) =>
          this.parts.write(tx, id, { guestId, text }, who, house),
        ),
      );
      if (done) return new SeeOther(done.address, { message: 'Kept. Read it together.', undo: null });
    } catch (error) {
      if (!(error instanceof IncidentClosed)) throw error;
      return this.pages.of(id, guestId, desk, { status: 409, form, refused: error.message });
    }
    return this.pages.of(id, guestId, desk, { status: form.status, form });
  }
}
