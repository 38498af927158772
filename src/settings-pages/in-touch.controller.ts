import { Body, Controller, Get, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { ContactRulesService } from '../house/contact-rules.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { draftOf } from '../web/draft-view.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { InTouchRulesForm } from './in-touch.forms.js';
import { inTouchRulesView } from './in-touch.views.js';

/** How the house keeps in touch after leaving: when, how often, with which words (R33, R34). */
@Controller('settings/in-touch')
export class InTouchController {
  constructor(
    private readonly rules: ContactRulesService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async edit(@TheDesk() desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.inTouchSettings());
    return this.page(new InTouchRulesForm(desk.house.name, draft?.body), desk, { status: 200, draft });
  }

  @Post()
  @Permit('settings.manage')
  async keep(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new InTouchRulesForm(house.name, body);
    const done = await form.submit((next) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.rules.keep(tx, next, who.id);
        return { address: paths.inTouchSettings(), subjectId: null, undo: null };
      }),
    );
    if (!done) return this.page(form, desk, { status: form.status, draft: null });
    return new SeeOther(done.address, {
      message: 'Kept. Plans that were made stay as they are.',
      undo: null,
    });
  }

  private async page(
    form: InTouchRulesForm,
    { who, house }: Desk,
    { status, draft }: { status: number; draft: Draft | null },
  ): Promise<Page> {
    const view = inTouchRulesView(form, {
      house,
      newest: await this.rules.newest(),
      draft: draftOf(draft, house),
      formToken: this.tokens.draw({ personId: who.id, place: paths.inTouchSettings() }),
    });
    return new Page('settings-pages/in-touch', view, status);
  }
}
