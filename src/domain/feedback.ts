import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './list-entry.js';
import { namesIn } from './names-in.js';
import { RuleViolation } from './rule-violation.js';

/** What feedback can be about: the house, or another service a guest was sent to or came from. */
export const feedbackAbout = [
  { code: 'house', label: 'This house' },
  { code: 'service', label: 'Another place or service' },
] as const satisfies readonly ListEntry[];

export type FeedbackAbout = (typeof feedbackAbout)[number]['code'];

/** What somebody says. */
export interface Said {
  about: FeedbackAbout;
  /** Which service, in their words; null when it is about the house. */
  service: string | null;
  text: string;
}

/** One piece of feedback. It has a day and nothing finer; whoever gave it a name has that kept apart. */
export interface Feedback extends Said {
  id: string;
  houseDay: Temporal.PlainDate;
  /** The name they gave; null for an anonymous one, and once the name is forgotten (R47). */
  name: string | null;
}

/** One answer of the team; each is added, none is changed. */
export interface FeedbackAnswer {
  text: string;
  houseDay: Temporal.PlainDate;
}

/** Throws a RuleViolation for `service` when nobody says which. A service is kept only where it is about one. */
export function checkSaid({ about, service, text }: Said): Said {
  if (about === 'service' && service === null)
    throw new RuleViolation('service', 'Enter which place or service');
  return { about, service: about === 'service' ? service : null, text };
}

/** Letters that are not mixed up, read aloud or written by hand; without vowels no word comes of them by accident. */
export const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const GROUPS = 4;
const LETTERS_OF_A_GROUP = 4;
export const CODE_LENGTH = GROUPS * LETTERS_OF_A_GROUP;

/**
 * The letters of a reply code as they are compared, however it was typed: 'kmrt wxhp…' is 'KMRTWXHP…'. Null for what cannot be
 * one.
 */
export function codeIn(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s.–-]/gu, '');
  const isOne =
    letters.length === CODE_LENGTH && [...letters].every((letter) => CODE_LETTERS.includes(letter));
  return isOne ? letters : null;
}

/** As it is shown: four groups of four, 'KMRT-WXHP-BBCD-FGHJ'. */
export const codeShown = (code: string): string =>
  Array.from({ length: GROUPS }, (_, group) =>
    code.slice(group * LETTERS_OF_A_GROUP, (group + 1) * LETTERS_OF_A_GROUP),
  ).join('-');

/** One line of the sheet “You said, we did”. */
export interface SaidAndDone {
  said: string;
  did: string;
}

/**
 * Throws a RuleViolation for `said` or `did` that names one of these people: the sheet hangs where everybody reads it.
 */
export function checkNamesNobody(line: SaidAndDone, names: readonly (string | null)[]): void {
  for (const field of ['said', 'did'] as const) {
    const [word] = namesIn(line[field], names);
    if (word) throw new RuleViolation(field, `“${word}” may be somebody’s name. Say it without`);
  }
}
