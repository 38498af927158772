import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { languages, type Question } from '../domain/question.js';
import type { QuestionAnswer } from '../domain/question-answer.js';
import type { Draft } from '../drafts/drafts.service.js';
import { answerLines, askedFields } from '../web/answer-fields.js';
import { day } from '../web/dates.js';
import { draftOf } from '../web/draft-view.js';
import { type Answered, choices, listed, problems, titleOf, withUsual } from '../web/fields.js';
import { paths } from '../web/paths.js';
import type { AskedNow } from './asked.service.js';
import { guestOf, pointWords } from './follow-ups.views.js';

interface AskedFacts extends AskedNow {
  /** Of every question: what was answered is read with the words it was given to. */
  versions: readonly Question[];
  house: House;
  now: Temporal.Instant;
  draft: Draft | null;
  /** Why what was sent is not kept; null on a page that is drawn fresh. */
  refused: string | null;
  /** What was sent and is not kept. */
  mine: readonly QuestionAnswer[];
  formToken: string;
}

const waysOn = ({ whole: { followUp }, whyNot, hasConnections }: AskedFacts) => ({
  connectionsHref: hasConnections && whyNot === null ? paths.connections(followUp.stayId) : null,
  backHref: paths.followUps(),
  followUpHref: paths.followUp(followUp.id),
  stayHref: paths.stay(followUp.stayId),
});

function stateOf({ kept, whyNot, house: { time }, now }: AskedFacts): string | null {
  if (!kept) return whyNot;
  return `Answered ${day(time.houseDay(kept.keptAt), time.houseDay(now))}, written down by ${kept.personName}.`;
}

/** The questions of a follow-up, to be asked while they are on the phone; or what they said. */
export function askedView(form: Answered, facts: AskedFacts) {
  const { whole, questions, kept, whyNot, versions, house, draft, refused, mine, formToken } = facts;
  const { id } = whole.followUp;
  const isAsked = whyNot === null && kept === null;
  const inEnglish = withUsual(form, 'language', 'en');
  return {
    title: titleOf(form, 'What they said'),
    keptForm: isAsked,
    problems: problems(form),
    draft: isAsked ? draftOf(draft, house) : null,
    guest: guestOf(whole),
    lead: `Stayed in ${whole.bedName} · ${pointWords(whole)}`,
    refused,
    // What a guest said before somebody else kept theirs is shown beside it; after their yes ended nothing is (R26, R35)
    mine: kept ? answerLines(mine, versions) : [],
    state: stateOf(facts),
    lines: kept ? answerLines(kept.answers, versions) : [],
    form: isAsked && {
      action: paths.followUpAnswers(id),
      formToken,
      language: choices(inEnglish, 'language', 'Language they are asked in', listed(languages), {
        width: 'few',
      }),
      questions: questions.map((question) => askedFields(form, question)),
    },
    ...waysOn(facts),
  };
}
