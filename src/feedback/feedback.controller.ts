import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { OutsideService } from '../house/outside.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { Open, Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { AnonymousForm, AnswerForm, CodeForm, NamedForm } from './feedback.forms.js';
import { FeedbackPages } from './feedback-pages.service.js';
import { FeedbackService } from './feedback.service.js';

const NO_SUCH_CODE = 'No feedback has this code. Check the letters';

/** What guests say of the house and of other services, and what the team answers. */
@Controller('feedback')
export class FeedbackController {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly pages: FeedbackPages,
    private readonly outside: OutsideService,
    private readonly acts: ActsService,
  ) {}

  @Get()
  @Permit('feedback.view')
  index(@Query('year') year: unknown, @TheDesk() desk: Desk) {
    return this.pages.list(year, desk);
  }

  @Get('new')
  @Permit('feedback.give')
  fresh(@TheDesk() desk: Desk) {
    return this.pages.named(null, desk);
  }

  @Post('new')
  @Permit('feedback.give')
  async give(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const form = new NamedForm(body);
    const done = await form.submit((said) => this.feedback.give(said, body, desk.who, desk.house));
    if (!done) return this.pages.named(form, desk);
    return new SeeOther(done.address, { message: 'Kept. The team reads it.', undo: null });
  }

  @Get('anonymous')
  @Permit('feedback.give')
  freshAnonymous() {
    return this.pages.anonymous(null);
  }

  /** Answers with the page of the code: a message for the next page would be kept in the session. */
  @Post('anonymous')
  @Permit('feedback.give')
  async giveAnonymously(@Body() body: FormBody, @TheDesk() { house }: Desk) {
    const form = new AnonymousForm(body);
    const code = await form.submit(async (said) => {
      await this.feedback.giveAnonymously(said, house);
      return said.code;
    });
    return code ? this.pages.code(code) : this.pages.anonymous(form);
  }

  /** A guest has no account: whoever has the code reads the answer at the desk, and nobody is told. */
  @Get('reply')
  @Open()
  reply() {
    return this.pages.reply(new CodeForm(), null);
  }

  @Post('reply')
  @Open()
  async read(@Body() body: FormBody) {
    const form = new CodeForm(body);
    const found = await form.submit(async (code) => {
      const feedback = await this.feedback.byCode(code);
      if (!feedback) throw new RuleViolation('code', NO_SUCH_CODE);
      return { feedback, answers: await this.feedback.answersTo(feedback.id) };
    });
    return found ? this.pages.reply(new CodeForm(), found) : this.pages.reply(form, null, form.status);
  }

  /** To be printed and filled in by hand. */
  @Get('sheet')
  @Permit('feedback.view')
  async sheet() {
    const outside = await this.outside.newest();
    return new Page('feedback/sheet', { title: 'Feedback, on paper', outside: outside?.text ?? null });
  }

  @Get(':id')
  @Permit('feedback.view', { isRecord: true })
  show(@Param('id') id: string, @TheDesk() desk: Desk) {
    return this.pages.one(id, null, desk);
  }

  @Post(':id/answers')
  @Permit('feedback.answer')
  async answer(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    await this.feedback.find(id);
    const form = new AnswerForm(body);
    const done = await form.submit((text) =>
      this.acts.once(desk.who, 'feedback.answer', body, (tx) =>
        this.feedback.answer(tx, id, text, desk.who, desk.house),
      ),
    );
    if (!done) return this.pages.one(id, form, desk);
    return new SeeOther(done.address, { message: 'Answered.', undo: null });
  }
}
