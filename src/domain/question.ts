import { type HospitalWindow, mostNightsIn, windowWords } from './hospital-window.js';
import type { ListEntry } from './list-entry.js';

/** When a guest is asked. */
export const moments: readonly ListEntry[] = [
  { code: 'arrival', label: 'At arrival' },
  { code: 'leaving', label: 'At leaving' },
  { code: 'follow-up', label: 'At a follow-up' },
];
export type Moment = 'arrival' | 'leaving' | 'follow-up';
/** While the guest is in the house; a follow-up has its own page, and its own yes (R32). */
export type StayMoment = Exclude<Moment, 'follow-up'>;
export const isStayMoment = (code: string): code is StayMoment => code === 'arrival' || code === 'leaving';

export const languages: readonly ListEntry[] = [
  { code: 'en', label: 'English' },
  { code: 'es', label: 'Español' },
];
export type Language = 'en' | 'es';

export const questionKinds: readonly ListEntry[] = [
  { code: 'scale', label: 'Ready answers' },
  { code: 'yes-maybe-no', label: 'Yes, maybe, no' },
  { code: 'count', label: 'A number' },
  { code: 'words', label: 'Their own words' },
];
export type QuestionKind = 'scale' | 'yes-maybe-no' | 'count' | 'words';

/** A question as it reads in one language; ready answers are words, never numbers. */
export interface Wording {
  text: string;
  /** Why it is asked, or how it is meant. */
  why: string | null;
  /** None for a question with own words, or with a number. */
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
  /** Over which time it is asked, for nights in a hospital and visits to one; null for every other question. */
  window: HospitalWindow | null;
  /** Why this window, for the figures; null for none. */
  windowWhy: string | null;
}

/** More is a slip of the finger. */
const MOST = 999;

/** The highest number that can be an answer. */
export const mostOf = ({ code, window }: Pick<Question, 'code' | 'window'>): number =>
  window !== null && code.startsWith('hospital_nights') ? mostNightsIn(window) : MOST;

/** In the language asked for, or in English where there is no other; with the time it is asked over. */
export function wordingIn(
  { en, es, window }: Pick<Question, 'en' | 'es' | 'window'>,
  language: Language,
): Wording {
  const [wording, spoken] = language === 'es' && es ? [es, 'es' as const] : [en, 'en' as const];
  if (window === null) return wording;
  const filled = (text: string) => text.replaceAll('{window}', windowWords(window, spoken));
  return { ...wording, text: filled(wording.text), why: wording.why && filled(wording.why) };
}

/** What is asked at a moment, in the order of the house. */
export const askedAt = (questions: readonly Question[], moment: Moment | null): Question[] =>
  questions
    .filter(({ moments: asked }) => asked.some((each) => each === moment))
    .sort((one, other) => one.place - other.place || (one.code < other.code ? -1 : 1));

/** Whether the answer is written, and not chosen: own words, or a number. */
export const isTyped = ({ kind }: Pick<Question, 'kind'>): boolean => kind === 'words' || kind === 'count';
