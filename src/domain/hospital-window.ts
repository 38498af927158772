import type { ListEntry } from './list-entry.js';
import type { Question } from './question.js';
import { RuleViolation } from './rule-violation.js';

/**
 * The time over which nights in a hospital are asked about, before a stay and after it: one for the whole house, so that
 * both sides of a pair are equally long (measures.md). Eleven months is the window of Bouchery et al. 2018.
 */
export const hospitalWindows: readonly ListEntry[] = [
  { code: '30d', label: '30 days' },
  { code: '90d', label: '90 days' },
  { code: '180d', label: '180 days' },
  { code: '365d', label: '365 days' },
  { code: '11m', label: '11 months' },
];
export type HospitalWindow = '30d' | '90d' | '180d' | '365d' | '11m';
export const SHIPPED_WINDOW: HospitalWindow = '180d';

/** The before is asked at leaving, never at arrival; the after at a follow-up. */
export const momentOfWindow = (code: string): 'leaving' | 'follow-up' =>
  code.endsWith('_before') ? 'leaving' : 'follow-up';

/** As it reads in a sentence of that language. */
export function windowWords(window: HospitalWindow, language: 'en' | 'es'): string {
  const [, many, unit] = /^(\d+)([dm])$/.exec(window)!;
  const words = language === 'en' ? { d: 'days', m: 'months' } : { d: 'días', m: 'meses' };
  return `${many} ${words[unit as 'd' | 'm']}`;
}

/** More nights than this do not fit in; 11 months have 337 at most. */
export const mostNightsIn = (window: HospitalWindow): number =>
  window === '11m' ? 337 : Number.parseInt(window);

/** What a manager wants asked. */
export interface WindowWish {
  window: HospitalWindow;
  /** Why another than the shipped one; printed with the figures. */
  why: string | null;
  nights: boolean;
  visits: boolean;
}

/** Throws a RuleViolation for `window`, or for `why` where a house leaves the shipped window without saying why. */
export function checkWindow({ window, why }: WindowWish): void {
  if (!hospitalWindows.some(({ code }) => code === window))
    throw new RuleViolation('window', 'Choose one time');
  if (window !== SHIPPED_WINDOW && why === null)
    throw new RuleViolation('why', 'Write why: it is printed with the figures');
}

const isAboutNights = ({ code }: Pick<Question, 'code'>): boolean => code.startsWith('hospital_nights');

/** How it is asked now, of all questions of the house; the four that are asked over the window always change together. */
export function windowOf(questions: readonly Question[]): WindowWish & { seen: number } {
  const over = questions.filter(({ window }) => window !== null);
  const isAsked = (each: Question) => each.moments.length > 0;
  const { window, windowWhy } = over[0]!;
  return {
    window: window!,
    why: windowWhy,
    nights: over.some((each) => isAboutNights(each) && isAsked(each)),
    visits: over.some((each) => !isAboutNights(each) && isAsked(each)),
    seen: over.reduce((sum, { number }) => sum + number, 0),
  };
}

/** The questions that change when it is asked as wanted, as they then read; both sides are asked or neither. */
export const windowChanges = (questions: readonly Question[], wish: WindowWish): Question[] =>
  questions
    .filter(({ window }) => window !== null)
    .map((question) => ({ question, next: askedAs(question, wish) }))
    .filter(({ question, next }) => JSON.stringify(question) !== JSON.stringify(next))
    .map(({ next }) => next);

function askedAs(question: Question, { window, why, nights, visits }: WindowWish): Question {
  const isAsked = isAboutNights(question) ? nights : visits;
  return { ...question, window, windowWhy: why, moments: isAsked ? [momentOfWindow(question.code)] : [] };
}
