import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import { SeeOther } from '../web/answer.js';
import { aboutStay } from '../web/flash.js';
import type { FormBody } from '../web/form-body.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { ConnectionPages } from './connection-pages.service.js';
import { ConnectionForm, HowItWasForm } from './connections.forms.js';
import { ConnectionsService } from './connections.service.js';
import { HowItWasService } from './how-it-was.service.js';

/** Connections to the community made with a guest, and how they were. */
@Controller('stays/:id/connections')
export class ConnectionsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly answers: HowItWasService,
    private readonly pages: ConnectionPages,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('connections.view', { isRecord: true })
  index(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.list(id, desk, null);
  }

  @Post()
  @Permit('connections.make', { isRecord: true })
  async make(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new ConnectionForm(body);
    try {
      const done = await form.submit((facts) =>
        this.acts.once(who, 'connections.make', body, (tx) =>
          this.connections.make(tx, id, facts, who, house),
        ),
      );
      if (done)
        return new SeeOther(done.address, {
          message: [aboutStay(id), ' · The connection is kept.'],
          undo: done.undo,
        });
    } catch (error) {
      return this.pages.list(id, desk, { form, status: 409, refused: sentenceOf(error) });
    }
    return this.pages.list(id, desk, { form, status: form.status });
  }

  @Get(':connection')
  @Permit('connections.ask', { isRecord: true })
  ask(@Param('id') id: string, @Param('connection') connection: string, @TheDesk() desk: Desk) {
    return this.pages.howItWas(id, connection, desk, { form: new HowItWasForm(), status: 200 });
  }

  @Post(':connection')
  @Permit('connections.ask', { isRecord: true })
  async answer(
    @Param('id') stayId: string,
    @Param('connection') id: string,
    @Body() body: FormBody,
    @TheDesk() desk: Desk,
  ) {
    const { who, house } = desk;
    const form = new HowItWasForm(body);
    try {
      const done = await form.submit((said) =>
        this.acts.once(who, 'connections.ask', body, (tx) =>
          this.answers.answer(tx, { stayId, id }, said, who, house),
        ),
      );
      if (done)
        return new SeeOther(done.address, {
          message: [aboutStay(stayId), ' · What they said is kept.'],
          undo: done.undo,
        });
    } catch (error) {
      return this.pages.howItWas(stayId, id, desk, { form, status: 409, refused: sentenceOf(error) });
    }
    return this.pages.howItWas(stayId, id, desk, { form, status: form.status });
  }
}
