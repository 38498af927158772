import type { Language, Question } from './question.js';
import { mostOf, wordingIn } from './question.js';
import { RuleViolation } from './rule-violation.js';

/** What can be kept of a question that was asked; "not asked" is that nothing is kept (R37). */
export type Outcome = 'answered' | 'skipped' | 'not-said' | 'dont-know';
export type AnswerState = Outcome | 'not-asked';

/** One answer, with the version of the question it was given to. */
export interface QuestionAnswer {
  code: string;
  version: number;
  outcome: Outcome;
  /** Which of the ready answers, from 1; null for own words and for what was not answered. */
  choice: number | null;
  words: string | null;
  /** For a question with a number; 0 is an answer like any other, and nothing else is 0 (R37). */
  count: number | null;
}

/** What was sent for a question: the number of a ready answer, 'dont-know', 'not-said', 'skipped', own words or a typed number. */
export interface Sent {
  answer: string;
  words: string | null;
}

/**
 * The answer as it is kept. Skipping, not saying and not knowing win over what else was sent. Throws a RuleViolation for
 * `answer`, or `words`, when there is nothing to keep.
 */
export function answerTo(question: Question, { answer, words }: Sent): QuestionAnswer {
  const { code, number: version, kind } = question;
  const none = { code, version, choice: null, words: null, count: null };
  if (isNoAnswer(answer)) return { ...none, outcome: answer };
  const given = { ...none, outcome: 'answered' as const };
  if (kind === 'count') return { ...given, count: countIn(question, words ?? '') };
  if (kind === 'scale' || kind === 'yes-maybe-no') return { ...given, choice: choiceIn(question, answer) };
  if (words === null) throw new RuleViolation('words', 'Write something, or skip this question');
  return { ...given, words };
}

function choiceIn(question: Question, answer: string): number {
  const choice = /^[1-9]$/.test(answer) ? Number(answer) : 0;
  if (choice < 1 || choice > question.en.options.length)
    throw new RuleViolation('answer', 'Choose an answer, or skip this question');
  return choice;
}

function countIn(question: Question, typed: string): number {
  const most = mostOf(question);
  if (!/^\d{1,4}$/.test(typed) || Number(typed) > most)
    throw new RuleViolation('words', `Write a whole number from 0 to ${most}, or skip this question`);
  return Number(typed);
}

const NO_ANSWERS = ['skipped', 'not-said', 'dont-know'] as const;

const isNoAnswer = (answer: string): answer is (typeof NO_ANSWERS)[number] =>
  (NO_ANSWERS as readonly string[]).includes(answer);

export const stateOf = (answer: Pick<QuestionAnswer, 'outcome'> | null): AnswerState =>
  answer?.outcome ?? 'not-asked';

/**
 * What an answer counts in figures, by the version it was given to. Null for everything but an answer with a score:
 * skipped, not said, not known and not asked are never a number, least of all 0 (R37).
 */
export function scoreOf(
  question: Pick<Question, 'scores'>,
  answer: Omit<QuestionAnswer, 'words'> | null,
): number | null {
  if (answer?.outcome !== 'answered' || answer.choice === null) return null;
  return question.scores?.[answer.choice - 1] ?? null;
}

/** What one guest's two answers count; null on a side where there is no number. */
export interface Pair {
  first: number | null;
  last: number | null;
}

/** Change on a question: last − first over whole pairs only; everything else is told as missing (R37). */
export function changeOver(pairs: readonly Pair[]): { n: number; missing: number; mean: number | null } {
  const changes = pairs.flatMap(({ first, last }) => (first === null || last === null ? [] : [last - first]));
  const sum = changes.reduce((one, other) => one + other, 0);
  const n = changes.length;
  return { n, missing: pairs.length - n, mean: n === 0 ? null : sum / n };
}

const stateWords: Record<Language, Record<Exclude<AnswerState, 'answered'>, string>> = {
  en: {
    skipped: 'skipped',
    'not-said': 'chose not to say',
    'dont-know': 'don’t know',
    'not-asked': 'not asked',
  },
  es: {
    skipped: 'la saltó',
    'not-said': 'prefirió no decir',
    'dont-know': 'no sé',
    'not-asked': 'no se preguntó',
  },
};

/** In the words of reports, each kind of no answer in its order (R37). */
export const stateWordsOf: ReadonlyMap<AnswerState, string> = new Map(
  Object.entries(stateWords.en).map(([state, words]) => [
    state as AnswerState,
    words[0]!.toUpperCase() + words.slice(1),
  ]),
);

/** How an answer reads: the words that were chosen or written, or which of the four it is instead. */
export function answerWords(
  question: Question,
  answer: QuestionAnswer | null,
  language: Language = 'en',
): string {
  const state = stateOf(answer);
  if (state !== 'answered') return stateWords[language][state];
  if (answer!.count !== null) return String(answer!.count);
  return answer!.words ?? wordingIn(question, language).options[answer!.choice! - 1] ?? '';
}
