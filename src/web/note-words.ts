import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { labelOf } from '../domain/list-entry.js';
import type { NoteHand } from '../domain/guest-note.js';
import { hidingReasons } from '../domain/hidden-note.js';
import { noteAnswers } from '../domain/note-answer.js';
import { takeBackReasons } from '../domain/taking-back.js';
import { day, momentShort } from './dates.js';

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

interface Answered {
  answer: {
    answer: string;
    words: string | null;
    isAlone: boolean;
    at: Temporal.Instant;
    isOutdated(numberNow: number): boolean;
  };
  by: string;
}

/** What a guest said to a note, and whether it was to these words (R28). */
export const answerView = ({ answer, by }: Answered, numberNow: number, { time }: House) => ({
  words: `They said, ${answer.isAlone ? 'alone' : `with ${by}`}, ${momentShort(time, answer.at)}: ${labelOf(noteAnswers, answer.answer)}`,
  said: answer.words,
  outdated: answer.isOutdated(numberNow) ? 'That was to the words before.' : null,
});

interface Hidden {
  reason: string;
  untilDay: Temporal.PlainDate;
  waitsForALook: boolean;
  isHidden(today: Temporal.PlainDate): boolean;
}

/** That a note is kept off their print-out, why and until when (R27); null for one that is on it. */
export function hiddenWords(hidden: Hidden | null, today: Temporal.PlainDate): string | null {
  if (!hidden?.isHidden(today)) return null;
  const waits = hidden.waitsForALook ? ' A coordinator has still to look at it.' : '';
  const why = labelOf(hidingReasons, hidden.reason);
  return `Kept off their print-out until ${day(hidden.untilDay, today)}. ${why}.${waits}`;
}

/** Whose words a note with a guest holds. */
export const handWords: Record<NoteHand, string> = {
  staff: 'written by us',
  guest: 'in their words',
  both: 'written together',
};

const SHORT = 40;

/** The first words of a text, for those who hear the page and go from button to button. */
export function shortOf(written: string): string {
  const line = [...written.replace(/\s+/gu, ' ')];
  return line.length > SHORT ? `${line.slice(0, SHORT).join('')}…` : line.join('');
}
