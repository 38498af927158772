import { Body, Controller, Get, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { WordingService } from '../house/wording.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { draftOf } from '../web/draft-view.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { TheHouse, Who } from '../web/who.js';
import { WordingForm } from './wording.forms.js';
import { wordingView } from './wording.views.js';

/** Words that have a plainer one, in the house’s own list. */
@Controller('settings/wording')
export class WordingController {
  constructor(
    private readonly wording: WordingService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async edit(@Who() who: Actor, @TheHouse() house: House) {
    const draft = await this.drafts.find(who.id, paths.wordingSettings());
    return this.page(new WordingForm(draft?.body), who, house, { status: 200, draft });
  }

  @Post()
  @Permit('settings.manage')
  async keep(@Body() body: FormBody, @Who() who: Actor, @TheHouse() house: House) {
    const form = new WordingForm(body);
    const done = await form.submit((next) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.wording.keep(tx, next, who.id);
        return { address: paths.wordingSettings(), subjectId: null, undo: null };
      }),
    );
    if (!done) return this.page(form, who, house, { status: form.status, draft: null });
    return new SeeOther(done.address, { message: 'Kept.', undo: null });
  }

  private async page(
    form: WordingForm,
    who: Actor,
    house: House,
    { status, draft }: { status: number; draft: Draft | null },
  ): Promise<Page> {
    const place = paths.wordingSettings();
    const view = wordingView(form, {
      house,
      newest: await this.wording.newest(),
      draft: draftOf(draft, house),
      formToken: this.tokens.draw({ personId: who.id, place }),
    });
    return new Page('settings-pages/wording', view, status);
  }
}
