import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ActsService } from '../acts/acts.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { AnswersService } from '../questions/answers.service.js';
import { QuestionsService } from '../questions/questions.service.js';
import { SeeOther } from '../web/answer.js';
import { AnswersForm } from '../web/answers-form.js';
import { aboutStay } from '../web/flash.js';
import { type FormBody, only } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { Permit } from '../web/permit.js';
import { type Desk, TheDesk } from '../web/who.js';
import { KeyInPages } from './key-in-pages.service.js';

/** Answers from a sheet of paper, keyed in by somebody who works here. */
@Controller('stays/:id/answers')
export class KeyInController {
  constructor(
    private readonly pages: KeyInPages,
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
  ) {}

  @Get()
  @Permit('answers.keyIn', { isRecord: true })
  async show(
    @Param('id') id: string,
    @Query('moment') asked: string | string[] | undefined,
    @TheDesk() desk: Desk,
  ) {
    const moment = await this.pages.momentFor(id, String(asked ?? ''));
    const draft = await this.drafts.find(desk.who.id, paths.keyInAt(id, moment));
    const form = new AnswersForm(draft?.body, await this.questions.at(moment));
    return this.pages.page(id, form, { ...desk, moment, draft, status: 200 });
  }

  @Post()
  @Permit('answers.keyIn', { isRecord: true })
  async keyIn(@Param('id') id: string, @Body() body: FormBody, @TheDesk() desk: Desk) {
    const { who, house } = desk;
    const moment = await this.pages.momentFor(id, only(body, 'moment'));
    const form = new AnswersForm(body, await this.questions.at(moment));
    let undo: string | null = null;
    const done = await form.submit((sheet) =>
      this.acts.once(who, 'answers.keyIn', body, async (tx) => {
        const set = { stayId: id, moment, followUpId: null, cameBy: 'sheet', ...sheet } as const;
        undo = await this.answers.keep(tx, set, who, house);
        return { address: paths.stay(id), subjectId: id, undo };
      }),
    );
    if (!done) return this.pages.page(id, form, { ...desk, moment, draft: null, status: 422 });
    return new SeeOther(done.address, { message: ['Keyed in: ', aboutStay(id), '.'], undo });
  }
}
