import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { sentenceOf } from '../domain/conflict.js';
import type { QuestionAnswer } from '../domain/question-answer.js';
import { type Draft, DraftsService } from '../drafts/drafts.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { Page, SeeOther } from '../web/answer.js';
import { AnswersForm } from '../web/answers-form.js';
import type { FormBody } from '../web/form-body.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { AskedService } from './asked.service.js';
import { askedView } from './asked.views.js';

interface Drawn {
  status: number;
  draft?: Draft | null;
  /** Why it was not kept, with what was typed; nothing for a page that is drawn fresh. */
  refused?: string | null;
  mine?: readonly QuestionAnswer[];
}

/** What a guest is asked when they were reached: a few questions, each one theirs to skip. */
@Controller('follow-ups/:id/answers')
export class AskedController {
  constructor(
    private readonly asked: AskedService,
    private readonly questions: QuestionsService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  @Get()
  @Permit('followUps.view', { isRecord: true })
  async show(@Param('id') id: string, @TheDesk() desk: Desk) {
    const draft = await this.drafts.find(desk.who.id, paths.followUpAnswers(id));
    const form = new AnswersForm(draft?.body, await this.questions.at('follow-up'));
    return this.page(id, form, desk, { status: 200, draft });
  }

  @Post()
  @Permit('followUps.ask', { isRecord: true })
  async keep(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const form = new AnswersForm(body, await this.questions.at('follow-up'));
    let mine: QuestionAnswer[] = [];
    try {
      const done = await form.submit((keyed) => {
        mine = keyed.answers;
        return this.acts.once(who, 'followUps.ask', body, (tx) => this.asked.keep(tx, id, keyed, who, house));
      });
      if (done) return new SeeOther(done.address, { message: 'Their answers are kept.', undo: done.undo });
    } catch (error) {
      return this.page(id, form, desk, { status: 409, refused: sentenceOf(error), mine });
    }
    return this.page(id, form, desk, { status: form.status });
  }

  private async page(
    id: string,
    form: AnswersForm,
    { who, house, now }: Desk,
    { status, draft = null, refused = null, mine = [] }: Drawn,
  ): Promise<Page> {
    const [asked, versions] = await Promise.all([this.asked.find(id, house, now), this.questions.versions()]);
    const formToken = this.tokens.draw({ personId: who.id, place: paths.followUpAnswers(id) });
    return new Page(
      'follow-ups/asked',
      askedView(form, { ...asked, versions, house, now, draft, refused, mine, formToken }),
      status,
    );
  }
}
