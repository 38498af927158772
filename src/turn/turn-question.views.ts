import type { Question } from '../domain/question.js';
import { isTyped, mostOf, wordingIn } from '../domain/question.js';
import type { QuestionAnswer } from '../domain/question-answer.js';
import type { Turn } from '../domain/turn.js';
import type { Answered } from '../web/fields.js';
import { paths } from '../web/paths.js';
import { frame } from './turn.views.js';
import { turnWords } from './turn-words.views.js';

interface QuestionFacts {
  turn: Turn;
  question: Question;
  /** Which it is, from 1, and of how many. */
  at: number;
  of: number;
  answer: QuestionAnswer | null;
}

/** One question on a page, in words; no number of an answer is ever shown. */
export function questionView({ turn, question, at, of, answer }: QuestionFacts, form: Answered | null) {
  const { language } = turn;
  const said = turnWords[language];
  const { text, why } = wordingIn(question, language);
  const { kind } = question;
  return {
    ...frame(language),
    ...(form ? { title: `Error: ${said.title}` } : {}),
    progress: said.progress(at, of),
    text,
    why,
    textLang: question.es === null ? 'en' : language,
    code: question.code,
    isWords: kind === 'words',
    isCount: kind === 'count',
    words: form ? form.typed('words') : writtenIn(answer),
    yourWords: kind === 'count' ? said.yourNumber : said.yourWords,
    options: optionsOf(question, { turn, answer, form }),
    problem: form ? problemOf(question, language) : null,
    next: said.next,
    skip: said.skip,
    back: at > 1 ? said.back : null,
    stop: said.stop,
    aboutLabel: said.about,
    action: paths.turnAnswer(),
  };
}

const writtenIn = (answer: QuestionAnswer | null): string => String(answer?.words ?? answer?.count ?? '');

function problemOf(question: Question, language: Turn['language']) {
  const { pleaseCheck, none, noWords, noNumber } = turnWords[language];
  if (!isTyped(question)) return { pleaseCheck, message: none, field: 'answer' };
  const message = question.kind === 'words' ? noWords : noNumber(mostOf(question));
  return { pleaseCheck, message, field: 'words' };
}

function optionsOf(
  question: Question,
  { turn: { language }, answer, form }: Pick<QuestionFacts, 'turn' | 'answer'> & { form: Answered | null },
) {
  const { dontKnow, notSaid } = turnWords[language];
  const kept = answer?.version === question.number ? (answer.choice ?? answer.outcome) : answer?.outcome;
  const chosen = form?.typed('answer') ?? String(kept ?? '');
  const ready = wordingIn(question, language).options.map((label, index) => ({
    value: String(index + 1),
    label,
  }));
  const others = [
    { value: 'dont-know', label: dontKnow },
    { value: 'not-said', label: notSaid },
  ];
  return [...ready, ...others].map((option, index) => ({
    ...option,
    isFirst: index === 0,
    checked: option.value === chosen,
  }));
}
