import { Body, Controller, Get, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { windowOf } from '../domain/hospital-window.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { WindowForm } from './window.forms.js';
import { windowView } from './window.views.js';

/** Over which time nights in a hospital are asked about: one for the whole house. */
@Controller('settings/hospital-window')
export class WindowController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async edit(@TheDesk() desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.windowSettings());
    return this.page(new WindowForm(draft?.body), desk, { status: 200, draft });
  }

  @Post()
  @Permit('settings.manage')
  async keep(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    const form = new WindowForm(body);
    const done = await form.submit((sent) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.questions.askOver(tx, sent, who.id);
        return { address: paths.windowSettings(), subjectId: null, undo: null };
      }),
    );
    if (!done) return this.page(form, desk, { status: form.status, draft: null });
    return new SeeOther(done.address, {
      message: 'Kept. Answers that were given keep the time they were asked over.',
      undo: null,
    });
  }

  private async page(
    form: WindowForm,
    { who, house }: Desk,
    { status, draft }: { status: number; draft: Draft | null },
  ): Promise<Page> {
    const kept = windowOf(await this.questions.all());
    const formToken = this.tokens.draw({ personId: who.id, place: paths.windowSettings() });
    return new Page('settings-pages/window', windowView(form, { kept, house, draft, formToken }), status);
  }
}
