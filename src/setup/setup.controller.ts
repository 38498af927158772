import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { freshSession } from '../web/fresh-session.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';
import { NotHere } from '../web/refusals.js';
import { SetUpForm } from './setup.forms.js';
import { SetupService } from './setup.service.js';
import { setUpView } from './setup.views.js';

/** The first page of a new house. Gone once the house is open. */
@Controller('setup')
export class SetupController {
  private readonly zoneHere = Intl.DateTimeFormat().resolvedOptions().timeZone;

  constructor(private readonly setup: SetupService) {}

  @Get()
  @Open()
  show(@Req() { visit }: FastifyRequest) {
    if (visit.house) throw new NotHere();
    return new Page('setup/new', setUpView(new SetUpForm(), this.zoneHere));
  }

  @Post()
  @Open()
  async create(@Body() body: FormBody, @Req() request: FastifyRequest) {
    if (request.visit.house) throw new NotHere();
    const form = new SetUpForm(body);
    const person = await form.submit((values) => this.setup.open(values));
    if (!person) return new Page('setup/new', setUpView(form, this.zoneHere), 422);
    await freshSession(request, person.id);
    return new SeeOther(paths.board(), { message: 'Your house is open. Welcome.', undo: null });
  }
}
