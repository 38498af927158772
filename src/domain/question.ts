import type { ListEntry } from './list-entry.js';

/** When a guest is asked. */
export const moments: readonly ListEntry[] = [
  { code: 'arrival', label: 'At arrival' },
  { code: 'leaving', label: 'At leaving' },
  { code: 'follow-up', label: 'At a follow-up' },
];
export type Moment = 'arrival' | 'leaving' | 'follow-up';

export const languages: readonly ListEntry[] = [
  { code: 'en', label: 'English' },
  { code: 'es', label: 'Español' },
];
export type Language = 'en' | 'es';

export const questionKinds: readonly ListEntry[] = [
  { code: 'scale', label: 'Words from more to less' },
  { code: 'yes-maybe-no', label: 'Yes, maybe, no' },
  { code: 'words', label: 'Their own words' },
];
export type QuestionKind = 'scale' | 'yes-maybe-no' | 'words';

/** A question as it reads in one language; the answers are words, never numbers. */
export interface Wording {
  text: string;
  /** Why it is asked, or how it is meant. */
  why: string | null;
  /** None for a question with own words. */
  options: readonly string[];
}

/** A question in one of its versions: answers are read with the words they were given to. */
export interface Question {
  code: string;
  kind: QuestionKind;
  number: number;
  place: number;
  /** None when it is not asked any more. */
  moments: readonly Moment[];
  en: Wording;
  /** Null where nobody put it in Spanish; it is then asked in English. */
  es: Wording | null;
  /** What each answer counts in figures, in the order of the answers; null where it counts nothing. */
  scores: readonly number[] | null;
}

/** In the language asked for, or in English where there is no other. */
export const wordingIn = (question: Pick<Question, 'en' | 'es'>, language: Language): Wording =>
  (language === 'es' ? question.es : null) ?? question.en;

/** What is asked at a moment, in the order of the house. */
export const askedAt = (questions: readonly Question[], moment: Moment | null): Question[] =>
  questions
    .filter(({ moments: asked }) => asked.some((each) => each === moment))
    .sort((one, other) => one.place - other.place || (one.code < other.code ? -1 : 1));
