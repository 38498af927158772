import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { AgreementsService } from '../house/agreements.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { AgreementForm } from './agreement.forms.js';
import { agreementVersionView, agreementView } from './agreement.views.js';

/** What the house and its guests agree on: a text of the house, each version kept. */
@Controller('settings/agreement')
export class AgreementController {
  constructor(
    private readonly agreements: AgreementsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async edit(@Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.agreementSettings());
    return this.page(new AgreementForm(draft?.body ?? new Map()), who, house, 200);
  }

  @Post()
  @Permit('settings.manage')
  async keep(@Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const form = new AgreementForm(body);
    const done = await form.submit((next) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.agreements.keep(tx, next, who.id);
        return { address: paths.agreementSettings(), subjectId: null, undo: null };
      }),
    );
    if (!done) return this.page(form, who, house, form.status);
    return new SeeOther(done.address, { message: 'Kept. Earlier versions stay below.', undo: null });
  }

  @Get(':number')
  @Permit('settings.manage')
  async show(@Param('number') number: string, @TheHouse() house: House) {
    const saved = await this.agreements.find(Number(number));
    return new Page('settings-pages/agreement-version', agreementVersionView(saved, house));
  }

  private async page(form: AgreementForm, who: Actor, house: House, status: number): Promise<Page> {
    const place = paths.agreementSettings();
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    const view = agreementView(form, {
      house,
      versions: await this.agreements.all(),
      draftSavedAt: draft?.savedAt ?? null,
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('settings-pages/agreement', view, status);
  }
}
