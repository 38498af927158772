import type { Hours } from './hours.js';
import { type PlanPoint, pointOf } from './follow-up.js';
import { foldName } from './guest.js';
import { RuleViolation } from './rule-violation.js';

/** How a house keeps in touch: what it offers, when it rings, how often it tries, what it says first (R33, R34). */
export interface ContactRules {
  /** When the house rings where the guest named no hours of their own. */
  hours: Hours;
  /** After so many tries without an answer a follow-up closes as not reached. */
  mostTries: number;
  /** What a guest can choose from; a plan that was made keeps its own. */
  points: readonly PlanPoint[];
  /** Said when the guest answers; {me} stands for whoever rings. */
  words: string;
}

const MOST_POINTS = 8;
const MOST_WORDS = 300;
export const MOST_TRIES_EVER = 10;

/** '3d 30d 180d 11m' as points, each once and the soonest first. Throws a RuleViolation for anything else. */
export function readPoints(typed: string): PlanPoint[] {
  const codes = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ];
  const points = codes.flatMap((code) => pointOf(code) ?? []);
  if (codes.length === 0 || points.length < codes.length) {
    throw new RuleViolation('points', 'Write days or months, such as 3d 30d 180d 11m');
  }
  if (points.length > MOST_POINTS) throw new RuleViolation('points', `Use at most ${MOST_POINTS}`);
  return points.sort((one, other) => lengthOf(one) - lengthOf(other));
}

/** In days, near enough to sort by. */
const lengthOf = ({ after }: PlanPoint): number => ('days' in after ? after.days : after.months * 30.5);

/** Throws a RuleViolation for words that could tell a stranger something, or that have an unknown placeholder (R34). */
export function checkWords(words: string, houseName: string): void {
  if (words === '') throw new RuleViolation('words', 'Write what is said first');
  if ([...words].length > MOST_WORDS)
    throw new RuleViolation('words', `Use at most ${MOST_WORDS} characters`);
  if (/[{}]/.test(words.replaceAll('{me}', ''))) {
    throw new RuleViolation('words', 'Only {me} is filled in: it stands for whoever rings');
  }
  if (foldName(words).includes(foldName(houseName))) {
    throw new RuleViolation('words', 'Leave out the name of the house: somebody else may hear it');
  }
}

/** The house's words with the name of whoever rings. */
export const wordsBy = ({ words }: ContactRules, me: string): string => words.replaceAll('{me}', me);

/** What a house starts with. */
export const SHIPPED_RULES: ContactRules = {
  hours: { from: 10, to: 19 },
  mostTries: 3,
  points: readPoints('3d 30d 180d 11m'),
  words: 'It’s {me}. Is now a good time? You can say no, or stop any time.',
};
