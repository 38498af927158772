import type { Moment, Question } from '../domain/question.js';
import { answerTo, type QuestionAnswer } from '../domain/question-answer.js';
import type { Dice } from './dice.js';

/** What helped, in words of guests who are made up. */
const helpedWords = [
  'The porch at night, and somebody who was awake too.',
  'Cooking together.',
  'That nobody asked me to explain.',
  'Sleep. A door I could close.',
  'Talking with someone who had been there.',
] as const;

/** What they would change. */
const toChangeWords = [
  'More blankets in the small room.',
  'Nothing, really.',
  'A quieter kitchen in the morning.',
  'A longer stay would have been good.',
] as const;

/** Somewhat more later than at arrival; now and then nothing, in one of three ways. */
export function inventedAnswer(dice: Dice, question: Question, asked: Moment): QuestionAnswer {
  const no = dice.weighed([
    ['', 82],
    ['skipped', 9],
    ['not-said', 5],
    ['dont-know', 4],
  ] as const);
  if (no !== '') return answerTo(question, { answer: no, words: null });
  if (question.kind === 'words') {
    const words = dice.pick(question.code === 'change' ? toChangeWords : helpedWords);
    return answerTo(question, { answer: '', words });
  }
  if (question.kind === 'count') return answerTo(question, { answer: '', words: String(nights(dice)) });
  const most = question.en.options.length;
  const least = asked === 'arrival' ? Math.min(2, most) : 1;
  const choice = Math.min(dice.between(least, most), dice.between(least, most));
  return answerTo(question, { answer: String(choice), words: null });
}

/** Most had none. */
const nights = (dice: Dice): number => (dice.chance(70) ? 0 : dice.between(2, 21));
