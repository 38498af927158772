import { codeShown, feedbackAbout } from '../domain/feedback.js';
import type { House } from '../domain/house.js';
import type { Draft } from '../drafts/drafts.service.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, field, listed, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';

/** What both pages ask. */
const questions = (form: Answered) => ({
  about: choices(form, 'about', 'What is it about?', listed(feedbackAbout), { width: 'mid' }),
  service: field(form, 'service', 'Which place or service?', {
    optional: true,
    hint: 'Only if it is not about this house.',
  }),
  text: field(form, 'text', 'What would you like to say?', { rows: 8 }),
});

/** With a name: kept as it is typed, like every form of the house (R31). */
export const namedView = (form: Answered, house: House, draft: Draft | null, formToken: string) => ({
  title: titleOf(form, 'Say something'),
  keptForm: true,
  problems: problems(form),
  draft: draftOf(draft, house),
  ...questions(form),
  name: field(form, 'name', 'Name they go by', { hint: 'So that somebody can come back to it.' }),
  action: paths.newFeedback(),
  anonymousHref: paths.anonymousFeedback(),
  backHref: paths.feedback(),
  formToken,
});

/** Without a name: nothing of it is kept before it is sent, for a draft has a person and an hour. */
export const anonymousView = (form: Answered, code: string) => ({
  title: titleOf(form, 'Say something without a name'),
  problems: problems(form),
  ...questions(form),
  code,
  action: paths.anonymousFeedback(),
  namedHref: paths.newFeedback(),
  backHref: paths.feedback(),
});

/** The one time the code is shown. */
export const codeView = (code: string) => ({
  title: 'Your code',
  code: codeShown(code),
  replyHref: paths.feedbackReply(),
  doneHref: paths.board(),
});
