import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import type { Actor } from '../domain/person.js';
import type { Question } from '../domain/question.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Page, SeeOther } from '../web/answer.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { NotHere } from '../web/refusals.js';
import { type Desk, TheDesk } from '../web/who.js';
import { QuestionForm } from './questions.forms.js';
import { questionsView, questionView } from './questions.views.js';

const KEPT = { message: 'Kept. Answers that were given keep the words they were given to.', undo: null };

/** What guests are asked: ours and the house's own, in their words. */
@Controller('settings/questions')
export class QuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly drafts: DraftsService,
    private readonly acts: ActsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('settings.manage')
  async list(@TheDesk() desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.questionSettings());
    return this.listPage(new QuestionForm(draft?.body), desk, 200);
  }

  @Post()
  @Permit('settings.manage')
  async add(@Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    const form = new QuestionForm(body);
    const done = await form.submit(({ wanted }) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.questions.add(tx, wanted, who.id);
        return { address: paths.questionSettings(), subjectId: null, undo: null };
      }),
    );
    return done ? new SeeOther(done.address, KEPT) : this.listPage(form, desk, 422);
  }

  @Get(':code')
  @Permit('settings.manage')
  async edit(@Param('code') code: string, @TheDesk() desk: Desk) {
    const { kind } = await this.find(code);
    const draft = await this.drafts.find(desk.who.id, paths.questionSetting(code));
    return this.page(new QuestionForm(draft?.body, kind), code, desk, 200);
  }

  @Post(':code')
  @Permit('settings.manage')
  async change(@Param('code') code: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who } = desk;
    const form = new QuestionForm(body, (await this.find(code)).kind);
    const done = await form.submit((sent) =>
      this.acts.once(who, 'settings.manage', body, async (tx) => {
        await this.questions.keep(tx, code, sent, who.id);
        return { address: paths.questionSetting(code), subjectId: null, undo: null };
      }),
    );
    return done ? new SeeOther(done.address, KEPT) : this.page(form, code, desk, form.status);
  }

  /** Throws NotHere for a code no question has. */
  private async find(code: string): Promise<Question> {
    const question = (await this.questions.all()).find((each) => each.code === code);
    if (!question) throw new NotHere();
    return question;
  }

  private async listPage(form: QuestionForm, { who, house }: Desk, status: number): Promise<Page> {
    const place = paths.questionSettings();
    const facts = { house, questions: await this.questions.all(), ...(await this.drawn(who, place, status)) };
    return new Page('settings-pages/questions', questionsView(form, facts), status);
  }

  private async page(form: QuestionForm, code: string, { who, house }: Desk, status: number): Promise<Page> {
    const [question, versions] = await Promise.all([this.find(code), this.questions.versions(code)]);
    const drawn = await this.drawn(who, paths.questionSetting(code), status);
    return new Page(
      'settings-pages/question',
      questionView(form, { house, question, versions, ...drawn }),
      status,
    );
  }

  private async drawn(who: Actor, place: string, status: number) {
    const draft = status === 200 ? await this.drafts.find(who.id, place) : null;
    return { draft, formToken: this.tokens.draw({ personId: who.id, place }) };
  }
}
