import type { Temporal } from 'temporal-polyfill';
import { type Feedback, feedbackAbout, type FeedbackAnswer } from '../domain/feedback.js';
import { GuestName } from '../domain/guest-name.js';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import type { Draft } from '../drafts/drafts.service.js';
import { day } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { FeedbackLine } from './feedback-lists.service.js';

/** So much of a text stands on the list. */
const SNIPPET = 140;

export const feedbackListView = (lines: readonly FeedbackLine[], year: number, thisYear: number) => ({
  title: 'Feedback',
  ...links,
  heading: `Said in ${year}`,
  lines: lines.map((line) => ({
    href: paths.oneFeedback(line.id),
    ...facts(line),
    snippet: snippetOf(line.text),
    answered: line.answers > 0 ? 'Answered' : 'Not answered yet',
    waits: line.answers === 0,
  })),
  quiet: lines.length === 0 ? `Nothing was said in ${year} yet.` : null,
  before: { href: paths.feedbackOf(year - 1), label: String(year - 1) },
  after: year < thisYear ? { href: paths.feedbackOf(year + 1), label: String(year + 1) } : null,
});

const links = {
  newHref: paths.newFeedback(),
  anonymousHref: paths.anonymousFeedback(),
  replyHref: paths.feedbackReply(),
  sheetHref: paths.feedbackSheet(),
  saidHref: paths.saidAndDone(),
};

/** What is said of each, wherever it stands. A day, and nothing finer. */
const facts = ({ about, service, name, houseDay }: Feedback) => ({
  about: service ?? labelOf(feedbackAbout, about),
  who: name === null ? null : new GuestName(name, 'the feedback'),
  day: day(houseDay),
});

const snippetOf = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ')];
  return letters.length > SNIPPET ? `${letters.slice(0, SNIPPET).join('')}…` : letters.join('');
};

/** What the page of one is drawn from. */
export interface OneFacts {
  house: House;
  feedback: Feedback;
  answers: readonly FeedbackAnswer[];
  draft: Draft | null;
  formToken: string;
}

export function oneView(form: Answered, { house, feedback, answers, draft, formToken }: OneFacts) {
  return {
    title: titleOf(form, 'Feedback'),
    keptForm: true,
    problems: problems(form),
    backHref: paths.feedback(),
    ...facts(feedback),
    text: feedback.text,
    answers: answers.map(answerLine),
    draft: draftOf(draft, house),
    action: paths.feedbackAnswers(feedback.id),
    hint:
      feedback.name === null
        ? 'Whoever wrote it reads it with their code. It stays as it is written.'
        : 'It stays as it is written. Tell them that it is here.',
    answer: field(form, 'text', answers.length > 0 ? 'One more answer' : 'An answer', { rows: 6 }),
    formToken,
  };
}

const answerLine = ({ text, houseDay }: { text: string; houseDay: Temporal.PlainDate }) => ({
  text,
  day: day(houseDay),
});

/** What a guest reads with their code; null until one was typed that fits. */
export type Found = { feedback: Feedback; answers: readonly FeedbackAnswer[] } | null;

export const replyView = (form: Answered, found: Found) => ({
  title: titleOf(form, 'Read the answer'),
  problems: problems(form),
  action: paths.feedbackReply(),
  code: field(form, 'code', 'Your code', {
    hint: 'Four groups of four letters, such as KMRT-WXHP-BCDF-GHJK.',
  }),
  found: found && {
    ...facts(found.feedback),
    text: found.feedback.text,
    answers: found.answers.map(answerLine),
    quiet:
      found.answers.length === 0 ? 'Nobody has answered yet. The code stays good: come back to it.' : null,
  },
});
