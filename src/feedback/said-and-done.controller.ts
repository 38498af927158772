import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { mayDo } from '../domain/permissions.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { OutsideService } from '../house/outside.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { type FormBody, only } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { SaidAndDoneForm } from './said-and-done.forms.js';
import { SaidAndDoneService } from './said-and-done.service.js';
import { saidAndDoneView, saidSheetView } from './said-and-done.views.js';

/** “You said, we did”: lines a coordinator writes from feedback and what came of it. */
@Controller('said-and-done')
export class SaidAndDoneController {
  constructor(
    private readonly lines: SaidAndDoneService,
    private readonly outside: OutsideService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('feedback.view')
  index(@TheDesk() desk: Desk) {
    return this.page(null, desk);
  }

  @Post()
  @Permit('feedback.saidAndDone')
  async add(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = new SaidAndDoneForm(body);
    const done = await form.submit((line) =>
      this.acts.once(desk.who, 'feedback.saidAndDone', body, (tx) =>
        this.lines.add(tx, line, desk.who, desk.house),
      ),
    );
    return done
      ? new SeeOther(done.address, { message: 'It stands on the sheet.', undo: null })
      : this.page(form, desk);
  }

  @Post(':id/on')
  @Permit('feedback.saidAndDone')
  async put(@Param('id') id: string, @Body() body: FormBody, @TheDesk() { who }: Desk) {
    const isOn = only(body, 'on') === 'yes';
    const done = await this.acts.once(who, 'feedback.saidAndDone', body, (tx) =>
      this.lines.put(tx, id, isOn),
    );
    const message = isOn ? 'It stands on the sheet again.' : 'It is off the sheet.';
    return new SeeOther(done.address, { message, undo: null });
  }

  @Get('sheet')
  @Permit('feedback.view')
  async sheet(@TheDesk() { house, now }: Desk) {
    const [lines, outside] = await Promise.all([this.lines.onSheet(), this.outside.newest()]);
    const view = saidSheetView(lines, house.time.houseDay(now), outside?.text ?? null);
    return new Page('feedback/said-and-done-sheet', view);
  }

  private async page(form: SaidAndDoneForm | null, { who, house }: Desk): Promise<Page> {
    const place = paths.saidAndDone();
    const draft = form ? null : await this.drafts.find(who.id, place);
    const view = saidAndDoneView(form ?? new SaidAndDoneForm(draft?.body), {
      house,
      lines: await this.lines.all(),
      mayWrite: mayDo(who.role, 'feedback.saidAndDone'),
      draft,
      formToken: this.tokens.draw({ personId: who.id, place }),
      plainToken: this.tokens.draw({ personId: who.id, place: '' }),
    });
    return new Page('feedback/said-and-done', view, form?.status ?? 200);
  }
}
