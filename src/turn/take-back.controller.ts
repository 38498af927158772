import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { SignInService } from '../people/sign-in.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { freshSession } from '../web/fresh-session.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { SecretForm } from '../web/secret-form.js';
import { type Desk, TheDesk } from '../web/who.js';
import { takeBackView } from './take-back.views.js';
import { TurnsService } from './turns.service.js';

/** The screen goes back to whoever handed it over: with their secret, and nothing of the guest on the page. */
@Controller('g/back')
export class TakeBackController {
  constructor(
    private readonly signIn: SignInService,
    private readonly turns: TurnsService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('turn.own', { inTurn: true })
  ask(@Req() { visit }: FastifyRequest, @TheDesk() { who }: Desk) {
    if (!visit.turn) return new SeeOther(paths.board());
    return new Page('turn/back', takeBackView(new SecretForm(), who.name));
  }

  @Post()
  @Permit('turn.own', { inTurn: true })
  async takeBack(@Body() body: FormBody, @Req() request: FastifyRequest, @TheDesk() { who }: Desk) {
    const { turn: held } = request.visit;
    if (!held) return new SeeOther(paths.board());
    const form = new SecretForm(body);
    const person = await form.submit(({ secret }) =>
      this.signIn.recognise(who.id, secret, request.cookies.device ?? '', 'secret'),
    );
    if (!person) return new Page('turn/back', takeBackView(form, who.name), 422);
    let stayId: string | null = null;
    await this.acts.log(who, 'turn.takeBack', async (tx) => {
      stayId = await this.turns.takeBack(tx, held);
    });
    await freshSession(request, person.id);
    return new SeeOther(stayId ? paths.handOver(stayId) : paths.board());
  }
}
