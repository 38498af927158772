import type { Temporal } from 'temporal-polyfill';
import type { ListEntry } from './list-entry.js';
import { RuleViolation } from './rule-violation.js';

/** What a guest can say to a note about them (R28). */
export const noteAnswers: readonly ListEntry[] = [
  { code: 'agree', label: 'That’s right' },
  { code: 'disagree', label: 'I’d put it differently' },
  { code: 'add', label: 'I want to add' },
];

export type NoteAnswerCode = 'agree' | 'disagree' | 'add';

/** What a guest says to the words of a note they read. */
export interface SaidToNote {
  answer: NoteAnswerCode;
  words: string | null;
  /** How many amendments the page showed (R26). */
  seen: number;
}

/** A guest's own answer to what is written about them. It stays beside the note as long as the note does (R28). */
export class NoteAnswer {
  id: string;
  guestNoteId: string;
  /** The number of the words it was an answer to: those of the note, or of its last amendment (R29). */
  toNumber: number;
  answer: NoteAnswerCode;
  words: string | null;
  at: Temporal.Instant;
  /** Who sat beside them; at whose desk, where they were alone. */
  personId: string;
  isAlone: boolean;

  /** Throws a RuleViolation for `words` where there is something to say and nothing is said. */
  constructor(facts: {
    id: string;
    guestNoteId: string;
    toNumber: number;
    answer: NoteAnswerCode;
    words: string | null;
    at: Temporal.Instant;
    personId: string;
    isAlone?: boolean;
  }) {
    if (facts.answer !== 'agree' && facts.words === null)
      throw new RuleViolation('words', 'Write it down in their words');
    this.id = facts.id;
    this.guestNoteId = facts.guestNoteId;
    this.toNumber = facts.toNumber;
    this.answer = facts.answer;
    this.words = facts.words;
    this.at = facts.at;
    this.personId = facts.personId;
    this.isAlone = facts.isAlone ?? false;
  }

  /** An amendment clears an agreement: it was to other words. What they said otherwise stands on (R28). */
  isOutdated(numberNow: number): boolean {
    return this.answer === 'agree' && this.toNumber < numberNow;
  }
}
