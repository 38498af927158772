import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ActsService } from '../acts/acts.service.js';
import type { Actor } from '../domain/person.js';
import { Page, SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { freshSession } from '../web/fresh-session.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { Who } from '../web/who.js';
import { PassphrasesService } from './passphrases.service.js';
import { PassphraseForm } from './people.forms.js';
import { PeopleService } from './people.service.js';
import { meView } from './people.views.js';
import { SignInService } from './sign-in.service.js';

/** A person's own passphrase. */
@Controller('me')
export class MeController {
  constructor(
    private readonly people: PeopleService,
    private readonly passphrases: PassphrasesService,
    private readonly signIn: SignInService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('self.manage')
  show(@Who() who: Actor) {
    return this.page(new PassphraseForm(), who, 200);
  }

  @Post()
  @Permit('self.manage')
  async change(@Body() body: FormBody, @Req() request: FastifyRequest, @Who() who: Actor) {
    const form = new PassphraseForm(body);
    const done = await form.submit(async ({ current, passphrase }) => {
      await this.signIn.recognise(who.id, current, request.cookies.device ?? '', 'current');
      const hash = await this.passphrases.hash(passphrase);
      await this.acts.log(
        who,
        'self.passphrase',
        (tx) => this.people.changePassphrase(tx, who.id, hash),
        who.id,
      );
      return true;
    });
    if (!done) return this.page(form, who, 422);
    await freshSession(request, who.id);
    return new SeeOther(paths.board(), { message: 'Your new passphrase is kept.', undo: null });
  }

  /** Plain words while they write: their own choice, and nobody else's business. */
  @Post('wording')
  @Permit('self.manage')
  async wording(@Body() body: FormBody, @Who() who: Actor) {
    const wants = only(body, 'offers') === 'yes';
    await this.acts.log(who, 'self.wording', (tx) => this.people.offerPlainWords(tx, who.id, wants));
    const message = wants
      ? 'Plain words are offered while you write.'
      : 'Nothing is offered while you write.';
    return new SeeOther(paths.me(), { message, undo: null });
  }

  private async page(form: PassphraseForm, who: Actor, status: number) {
    const token = this.tokens.draw({ personId: who.id, place: '' });
    const { offersPlainWords } = await this.people.find(who.id);
    return new Page('people/me', meView(form, { personName: who.name, offersPlainWords }, token), status);
  }
}
