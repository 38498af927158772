import type { Question } from '../../src/domain/question.js';
import { QuestionVersions } from '../../src/domain/question-versions.js';
import type { ToldAnswer } from '../../src/domain/stay-to-export.js';
import { on } from './builders.js';

const question = (code: string, facts: Partial<Question> = {}): Question => ({
  code,
  kind: 'scale',
  number: 1,
  place: 1,
  moments: ['arrival', 'leaving', 'follow-up'],
  en: { text: `How is ${code}?`, why: null, options: ['Very', 'A little', 'Not at all'] },
  es: null,
  scores: [3, 2, 1],
  window: null,
  windowWhy: null,
  ...facts,
});
const number = (code: string, facts: Partial<Question> = {}) =>
  question(code, {
    kind: 'count',
    moments: [code.endsWith('_before') ? 'leaving' : 'follow-up'],
    en: { text: code, why: null, options: [] },
    scores: null,
    window: '180d',
    ...facts,
  });

/** One with scores in two versions, one of yes and no, and nights in a hospital over two windows. */
export const questions = new QuestionVersions([
  question('hope'),
  question('hope', {
    number: 2,
    en: { text: 'How is hope?', why: null, options: ['A lot', 'None'] },
    scores: [2, 1],
  }),
  question('would_have_gone_to_hospital', {
    kind: 'yes-maybe-no',
    moments: ['leaving'],
    en: { text: 'Would you?', why: null, options: ['Yes', 'Maybe', 'No'] },
    scores: null,
  }),
  number('hospital_nights_before'),
  number('hospital_nights_before', { number: 2, window: '30d', windowWhy: 'Our county asks' }),
  number('hospital_nights_after'),
  number('hospital_nights_after', { number: 2, window: '30d', windowWhy: 'Our county asks' }),
]);

/** An answer, given on the day of leaving unless told. */
export const told = (
  code: string,
  moment: ToldAnswer['moment'],
  facts: Partial<ToldAnswer> = {},
): ToldAnswer => ({
  code,
  moment,
  onDay: on('2026-03-10'),
  version: 1,
  outcome: 'answered',
  choice: null,
  count: null,
  ...facts,
});
