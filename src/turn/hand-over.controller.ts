import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import type { HeldTurn } from '../web/visit.js';
import { HandOverPages } from './hand-over-pages.service.js';
import { HandOverForm } from './turn.forms.js';
import { TurnsService } from './turns.service.js';

/** Hands the screen to a guest: from then on it shows their turn and nothing else. */
@Controller('stays/:id/turn')
export class HandOverController {
  constructor(
    private readonly pages: HandOverPages,
    private readonly turns: TurnsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('turn.handOver', { isRecord: true })
  ask(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.page(id, new HandOverForm(), desk, 200);
  }

  @Post()
  @Permit('turn.handOver', { isRecord: true })
  async handOver(
    @Param('id') id: string,
    @Body() body: FormBody,
    @Req() { session }: FastifyRequest,
    @TheDesk() desk: Desk,
  ) {
    const offered = await this.pages.offered(id);
    const form = new HandOverForm(body, offered);
    let held: HeldTurn | null = null;
    const done = await form.submit((wish) =>
      this.acts.once(desk.who, 'turn.handOver', body, async (tx) => {
        held = await this.turns.handOver(tx, { stayId: id, ...wish }, desk.who);
        return { address: paths.turn(), subjectId: id, undo: null };
      }),
    );
    if (!done) return this.pages.page(id, form, desk, 422);
    if (held) session.turn = held;
    delete session.namesUntil;
    delete session.flash;
    return new SeeOther(done.address);
  }
}
