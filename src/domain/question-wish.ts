import {
  type Moment,
  moments,
  type Question,
  type QuestionKind,
  questionKinds,
  type Wording,
} from './question.js';
import { momentOfWindow } from './hospital-window.js';
import { codesOf } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** What a manager wants a question to be. */
export interface QuestionWish {
  kind: QuestionKind;
  place: number;
  moments: readonly string[];
  en: Wording;
  /** Nothing in Spanish: `text` is ''. */
  es: Wording;
  /** Whether the answers count from most to least, the first counting most. */
  counts: boolean;
}

/** What is wanted of a question, without its code and its number; the window is chosen for the whole house. */
export type WantedQuestion = Omit<Question, 'code' | 'number' | 'window' | 'windowWhy'>;

/** A scale stays short enough to be read aloud. */
export const MOST_ANSWERS = 7;

/**
 * The question as it is wanted, without its code and number. Throws a RuleViolation for `text`, `options`, `esText`,
 * `esOptions`, `kind` or `place`.
 */
export function wantedQuestion(wish: QuestionWish): WantedQuestion {
  const { kind, place, en, es } = wish;
  if (!codesOf(questionKinds).includes(kind)) throw new RuleViolation('kind', 'Choose how it is answered');
  if (en.text === '') throw new RuleViolation('text', 'Write the question');
  checkPlace(place);
  const options = optionsOf(kind, en, 'options');
  return {
    kind,
    place,
    moments: codesOf(moments).filter((code) => wish.moments.includes(code)) as Moment[],
    en: { ...en, options },
    es: es.text === '' ? noSpanish(es) : { ...es, options: sameMany(kind, es, options.length) },
    scores: wish.counts && kind === 'scale' ? options.map((_, index) => options.length - index) : null,
  };
}

function checkPlace(place: number): void {
  if (!Number.isInteger(place) || place < 1 || place > 99)
    throw new RuleViolation('place', 'Enter a whole number from 1 to 99');
}

const YES_MAYBE_NO = { options: ['Yes', 'Maybe', 'No'], esOptions: ['Sí', 'Quizás', 'No'] };

function optionsOf(
  kind: QuestionKind,
  { options }: Wording,
  field: 'options' | 'esOptions',
): readonly string[] {
  if (kind === 'words' || kind === 'count') return [];
  if (kind === 'yes-maybe-no') return YES_MAYBE_NO[field];
  if (options.length < 2 || options.length > MOST_ANSWERS)
    throw new RuleViolation(field, `Write 2 to ${MOST_ANSWERS} answers, a line each`);
  if (new Set(options.map((each) => each.toLowerCase())).size < options.length)
    throw new RuleViolation(field, 'Two answers read the same');
  if (options.some((each) => each.length > 60))
    throw new RuleViolation(field, 'Keep each answer within 60 characters');
  return options;
}

function sameMany(kind: QuestionKind, es: Wording, many: number): readonly string[] {
  const options = optionsOf(kind, es, 'esOptions');
  if (options.length !== many)
    throw new RuleViolation('esOptions', `Write ${many} answers, in the same order as in English`);
  return options;
}

function noSpanish({ why, options }: Wording): null {
  if (why !== null || options.length > 0)
    throw new RuleViolation('esText', 'Write the question in Spanish, or leave all of it empty');
  return null;
}

/**
 * Throws a RuleViolation for `moments` where a question about hospitals would be asked at another moment than its own: the
 * nights before a stay are asked at leaving, never at arrival (measures.md).
 */
export function checkWindowMoments({ code, window }: Question, { moments: wanted }: WantedQuestion): void {
  if (window === null || wanted.every((moment) => moment === momentOfWindow(code))) return;
  const label = moments.find((each) => each.code === momentOfWindow(code))!.label.toLowerCase();
  throw new RuleViolation('moments', `This one is asked only ${label}`);
}

/** Whether two say the same: a save without a change makes no version. */
export const isSameQuestion = (one: WantedQuestion, other: WantedQuestion) =>
  JSON.stringify(plain(one)) === JSON.stringify(plain(other));

const plain = ({ kind, place, moments: asked, en, es, scores }: WantedQuestion) => {
  const words = (wording: Wording | null) => wording && [wording.text, wording.why, wording.options];
  return [kind, place, asked, words(en), words(es), scores];
};
