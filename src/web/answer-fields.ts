import { isTyped, type Question, wordingIn } from '../domain/question.js';
import { answerWords, type QuestionAnswer } from '../domain/question-answer.js';
import { type Answered, choices, field } from './fields.js';

const OTHERS = [
  { value: 'dont-know', label: 'Don’t know' },
  { value: 'not-said', label: 'Chose not to say' },
  { value: 'skipped', label: 'Skipped' },
  { value: 'not-asked', label: 'Not asked' },
];

/** One question as `partials/asked.hbs` places it, with the four ways not to answer one (R37). */
export function askedFields(form: Answered, question: Question) {
  const { code, kind } = question;
  const { text, options } = wordingIn(question, 'en');
  const ready = options.map((label, index) => ({ value: String(index + 1), label }));
  const isCount = kind === 'count';
  const shape = isCount ? ({ type: 'number' } as const) : { rows: 3 };
  const label = isCount ? 'Their number' : 'Their words';
  return {
    isCount,
    written: isTyped(question) ? field(form, `words-${code}`, label, { ...shape, optional: true }) : null,
    choices: choices(form, `answer-${code}`, text, [...ready, ...OTHERS], { width: 'mid' }),
  };
}

/** In the order of the house, each with the words of the version it was given to. */
export const answerLines = (given: readonly QuestionAnswer[], questions: readonly Question[]) =>
  given
    .map((answer) => {
      const asked = questions.find(({ code, number }) => code === answer.code && number === answer.version)!;
      return { term: wordingIn(asked, 'en').text, value: answerWords(asked, answer), place: asked.place };
    })
    .sort((one, other) => one.place - other.place);
