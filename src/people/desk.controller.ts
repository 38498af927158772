import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import { sameAsBefore } from '../web/came-from.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { freshSession } from '../web/fresh-session.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { SecretForm } from '../web/secret-form.js';
import { Who } from '../web/who.js';
import { PeopleService } from './people.service.js';
import { curtainView } from './people.views.js';
import { SignInService } from './sign-in.service.js';

const NAMES_SHOWN_FOR = { minutes: 10 };

/** The shared desktop: cover and uncover it, show names for a while, day and night colours, sign out. */
@Controller()
export class DeskController {
  constructor(
    private readonly people: PeopleService,
    private readonly signIn: SignInService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Post('curtain')
  @Permit('self.manage', { whileCovered: true })
  async cover(@Req() request: FastifyRequest, @Body() body: FormBody, @Who() who: Actor) {
    const place = await this.keepTyped(request, who, body);
    await this.acts.log(who, 'self.cover');
    if (place) request.session.coveredAt = place;
    request.session.isCovered = true;
    delete request.session.namesUntil;
    return new SeeOther(paths.curtain());
  }

  @Get('curtain')
  @Permit('self.manage', { whileCovered: true })
  covered(@Req() { visit }: FastifyRequest, @Who() who: Actor) {
    return visit.isCovered
      ? new Page('people/curtain', curtainView(new SecretForm(), who.name))
      : new SeeOther(paths.board());
  }

  @Post('curtain/lift')
  @Permit('self.manage', { whileCovered: true })
  async lift(@Req() request: FastifyRequest, @Body() body: FormBody, @Who() who: Actor) {
    const form = new SecretForm(body);
    const person = await form.submit(({ secret }) =>
      this.signIn.recognise(who.id, secret, request.cookies.device ?? '', 'secret'),
    );
    if (!person) return new Page('people/curtain', curtainView(form, who.name), 422);
    // Back to the form that was being filled in: whoever covers it in a hurry was in the middle of something
    const place = request.session.coveredAt ?? paths.board();
    await freshSession(request, person.id);
    return new SeeOther(place);
  }

  @Post('names')
  @Permit('names.show')
  async names(@Req() request: FastifyRequest, @Body() body: FormBody, @Who() who: Actor) {
    const place = await this.keepTyped(request, who, body);
    await this.acts.log(who, request.visit.namesUntil ? 'names.hide' : 'names.show');
    if (request.visit.namesUntil) delete request.session.namesUntil;
    else request.session.namesUntil = request.visit.now.add(NAMES_SHOWN_FOR).toString();
    return new SeeOther(place ?? sameAsBefore(request));
  }

  @Post('theme')
  @Permit('self.manage')
  async theme(@Req() request: FastifyRequest, @Body() body: FormBody, @Who() who: Actor) {
    const place = await this.keepTyped(request, who, body);
    const theme = request.visit.theme === 'night' ? 'day' : 'night';
    await this.acts.log(who, 'self.theme', (tx) => this.people.changeTheme(tx, who.id, theme));
    return new SeeOther(place ?? sameAsBefore(request), null, theme);
  }

  @Post('sign-out')
  @Permit('self.manage', { whileCovered: true, inTurn: true })
  async signOut(@Req() request: FastifyRequest, @Body() body: FormBody, @Who() who: Actor) {
    await this.keepTyped(request, who, body);
    await this.acts.log(who, 'self.signOut');
    await freshSession(request, null);
    return new SeeOther(paths.signIn());
  }

  /**
   * What was typed on the page so far travels with the buttons above it and becomes the person's draft (R31). Answers where
   * to come back to, null when no such form came.
   */
  private async keepTyped(request: FastifyRequest, who: Actor, body: FormBody): Promise<string | null> {
    const form = this.tokens.read(only(body, 'formToken'));
    if (!form || form.personId !== who.id || form.place === '') return null;
    return (await this.drafts.keep(form, body)) ? form.place : sameAsBefore(request, form.place);
  }
}
