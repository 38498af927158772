import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { freshSession } from '../web/fresh-session.js';
import { paths } from '../web/paths.js';
import { Open } from '../web/permit.js';
import { SignInForm } from './people.forms.js';
import { PeopleService } from './people.service.js';
import { signInView } from './people.views.js';
import { SignInService } from './sign-in.service.js';

@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly people: PeopleService,
    private readonly signIn: SignInService,
  ) {}

  @Get()
  @Open()
  async show(@Req() request: FastifyRequest) {
    const { house, person, isCovered } = request.visit;
    if (!house) return new SeeOther(paths.setUp());
    if (person) return new SeeOther(isCovered ? paths.curtain() : paths.board());
    return this.page(new SignInForm(), request);
  }

  @Post()
  @Open()
  async create(@Body() body: FormBody, @Req() request: FastifyRequest) {
    const form = new SignInForm(body);
    const { visit, cookies } = request;
    const person = await form.submit(({ personId, passphrase }) =>
      this.signIn.recognise(personId, passphrase, cookies.device ?? '', 'passphrase'),
    );
    if (!person || !visit.house) return this.page(form, request, 422);
    await freshSession(request, person.id);
    return new SeeOther(paths.board(), null, person.theme);
  }

  private async page(form: SignInForm, { session, visit }: FastifyRequest, status = 200) {
    const people = await this.people.workingHere();
    const isPractice = visit.house?.isPractice ?? false;
    return new Page('people/sign-in', signInView(form, people, session.hasKept === true, isPractice), status);
  }
}
