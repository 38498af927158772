import { foldName } from './guest.js';
import type { HouseLists } from './house-lists.js';
import { NOT_ASKED } from './referral-sources.js';
import type { StayedBefore } from './stay.js';

/** What is wrong with a row by itself; the message is for its page. */
export class WrongRow extends Error {}

const listWords = {
  'referral-sources': 'How they heard',
  endings: 'How it ended',
  destinations: 'Where they went',
} as const;

/**
 * The code of a house's list for a word or code of it, not asked for none. Throws WrongRow for any other word unless those are
 * skipped. A death is no answer of a list (R50): it is written down on its own page, once the stay is in.
 */
export function readListed(
  cell: string,
  list: keyof typeof listWords,
  lists: HouseLists,
  skips: boolean,
): string {
  const word = foldName(cell);
  if (word === '' || word === 'not asked') return NOT_ASKED;
  const { entries } = lists.of(list);
  const entry = entries.find(({ code, label }) => [foldName(code), foldName(label)].includes(word));
  if (entry) return entry.code;
  if (skips) return NOT_ASKED;
  throw new WrongRow(`${listWords[list]}: “${shown(cell)}” is on none of our lists`);
}

const stayedWords: readonly [readonly string[], StayedBefore][] = [
  [['yes', 'y', '1', 'true', 'returning'], 'yes'],
  [['no', 'n', '0', 'false', 'new', 'first'], 'no'],
  [['chose not to say', 'not said', 'declined'], 'not-said'],
  [['', 'not asked', 'unknown', 'don t know'], 'not-asked'],
];

/** Throws WrongRow for a word that is neither yes nor no, unless those are skipped. */
export function readStayedBefore(cell: string, skips: boolean): StayedBefore {
  const known = stayedWords.find(([words]) => words.includes(foldName(cell)));
  if (known) return known[1];
  if (skips) return 'not-asked';
  throw new WrongRow(`Stayed before: “${shown(cell)}” is neither yes nor no`);
}

const shown = (cell: string): string => [...cell].slice(0, 60).join('');
