import { Body, Controller, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { AdditionForm, CloseForm } from './incident-words.forms.js';
import { IncidentActs } from './incident-acts.service.js';
import { IncidentPages } from './incident-pages.service.js';
import { IncidentsService } from './incidents.service.js';

/** The end of something that happened, and what comes after it. */
@Controller('happened/:id')
export class ClosingController {
  constructor(
    private readonly incidents: IncidentsService,
    private readonly incidentActs: IncidentActs,
    private readonly pages: IncidentPages,
    private readonly acts: ActsService,
  ) {}

  @Post('add')
  @Permit('happened.change', { isRecord: true })
  async add(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    await this.incidents.findWhole(id, who);
    const addition = new AdditionForm(body);
    const done = await addition.submit((text) =>
      this.acts.once(who, 'happened.change', body, (tx) => this.incidentActs.add(tx, id, text, who)),
    );
    if (done) return new SeeOther(done.address, { message: 'Added.', undo: null });
    return this.pages.of(id, desk, { status: 422, addition });
  }

  @Post('close')
  @Permit('happened.close', { isRecord: true })
  async close(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    await this.incidents.findWhole(id, who);
    const form = new CloseForm(body);
    try {
      const done = await form.submit((version) =>
        this.acts.once(who, 'happened.close', body, (tx) =>
          this.incidentActs.close(tx, id, version, who, house),
        ),
      );
      if (done) return new SeeOther(done.address, { message: 'Closed.', undo: null });
    } catch (error) {
      return this.pages.of(id, desk, { status: 409, refused: sentenceOf(error) });
    }
    const refused = 'Somebody said more meanwhile. Read it, then close it.';
    return this.pages.of(id, desk, { status: 409, refused });
  }
}
