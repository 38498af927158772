import { Injectable } from '@nestjs/common';
import { DraftsService } from '../drafts/drafts.service.js';
import { Page } from '../web/answer.js';
import { FormTokens } from '../web/form-tokens.js';
import { paths } from '../web/paths.js';
import type { Desk } from '../web/who.js';
import { AnonymousForm, AnswerForm, type CodeForm, NamedForm } from './feedback.forms.js';
import { FeedbackLists } from './feedback-lists.service.js';
import { FeedbackService } from './feedback.service.js';
import { feedbackListView, type Found, oneView, replyView } from './feedback.views.js';
import { anonymousView, codeView, namedView } from './give.views.js';
import { ReplyCodes } from './reply-codes.service.js';

/** Gathers what the pages of feedback show. */
@Injectable()
export class FeedbackPages {
  constructor(
    private readonly feedback: FeedbackService,
    private readonly lists: FeedbackLists,
    private readonly codes: ReplyCodes,
    private readonly drafts: DraftsService,
    private readonly tokens: FormTokens,
  ) {}

  async list(asked: unknown, { house, now }: Desk): Promise<Page> {
    const thisYear = house.time.houseDay(now).year;
    const typed = typeof asked === 'string' && /^20\d\d$/.test(asked) ? Number(asked) : thisYear;
    const year = Math.min(typed, thisYear);
    return new Page('feedback/index', feedbackListView(await this.lists.ofYear(year), year, thisYear));
  }

  async named(form: NamedForm | null, { who, house }: Desk): Promise<Page> {
    const place = paths.newFeedback();
    const draft = form ? null : await this.drafts.find(who.id, place);
    const drawn = form ?? new NamedForm(draft?.body);
    const formToken = this.tokens.draw({ personId: who.id, place });
    return new Page('feedback/new', namedView(drawn, house, draft, formToken), form?.status ?? 200);
  }

  /** A new page has a new code; one that is drawn again keeps the one it came with. */
  anonymous(form: AnonymousForm | null): Page {
    const code = form?.codeTyped ?? this.codes.draw();
    const view = anonymousView(form ?? new AnonymousForm(), code);
    return new Page('feedback/anonymous', view, form?.status ?? 200);
  }

  code(code: string): Page {
    return new Page('feedback/code', codeView(code));
  }

  /** Throws NotHere. */
  async one(id: string, form: AnswerForm | null, { who, house }: Desk): Promise<Page> {
    const place = paths.oneFeedback(id);
    const [feedback, answers] = [await this.feedback.find(id), await this.feedback.answersTo(id)];
    const draft = form ? null : await this.drafts.find(who.id, place);
    const formToken = this.tokens.draw({ personId: who.id, place });
    const facts = { house, feedback, answers, draft, formToken };
    const view = oneView(form ?? new AnswerForm(draft?.body), facts);
    return new Page('feedback/show', view, form?.status ?? 200);
  }

  reply(form: CodeForm, found: Found, status = 200): Page {
    return new Page('feedback/reply', replyView(form, found), status);
  }
}
