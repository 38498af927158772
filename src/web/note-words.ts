import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import { takeBackReasons } from '../domain/taking-back.js';
import { momentShort } from './dates.js';

interface Amended {
  amendment: { why: string; writtenAt: Temporal.Instant };
  by: string;
  before: string;
}

interface Taken {
  taking: { at: Temporal.Instant; reason: string };
  by: string;
}

/** An amendment as pages tell it: who, when and why, with the words before (R28). */
export const amendedView = ({ amendment, by, before }: Amended, { time }: House) => ({
  words: `Amended by ${by}, ${momentShort(time, amendment.writtenAt)}: ${amendment.why}`,
  before,
});

/** What stands where a note was that somebody took back; null for one that stands (R28). */
export const takenBackWords = (taken: Taken | null, { time }: House): string | null =>
  taken &&
  `Taken back by ${taken.by}, ${momentShort(time, taken.taking.at)}. ${labelOf(takeBackReasons, taken.taking.reason)}.`;

const SHORT = 40;

/** The first words of a text, for those who hear the page and go from button to button. */
export function shortOf(written: string): string {
  const line = [...written.replace(/\s+/gu, ' ')];
  return line.length > SHORT ? `${line.slice(0, SHORT).join('')}…` : line.join('');
}
