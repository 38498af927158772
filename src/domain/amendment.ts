import type { Temporal } from 'temporal-polyfill';
import type { House } from './house.js';
import { RuleViolation } from './rule-violation.js';

/** Which note is meant: one of the house, or one written with a guest (R27). */
export type NoteRef = { noteId: string; guestNoteId: null } | { noteId: null; guestNoteId: string };

export const houseNoteRef = (id: string): NoteRef => ({ noteId: id, guestNoteId: null });
export const guestNoteRef = (id: string): NoteRef => ({ noteId: null, guestNoteId: id });

/** What a note says from now on, and why. The words before stay beside it for good (R28). */
export class Amendment {
  /** From the one counter of notes and amendments (R29). */
  number: number;
  id: string;
  text: string;
  why: string;
  writtenAt: Temporal.Instant;
  houseDay: Temporal.PlainDate;
  personId: string;
  noteId: string | null;
  guestNoteId: string | null;

  /** `before`: what the note said until now. Throws a RuleViolation for `text` when nothing is said otherwise. */
  constructor(
    facts: {
      number: number;
      id: string;
      text: string;
      why: string;
      before: string;
      writtenAt: Temporal.Instant;
      personId: string;
      of: NoteRef;
    },
    house: House,
  ) {
    if (facts.text === facts.before)
      throw new RuleViolation('text', 'This says the same as before. Change the words');
    this.number = facts.number;
    this.id = facts.id;
    this.text = facts.text;
    this.why = facts.why;
    this.writtenAt = facts.writtenAt;
    this.houseDay = house.time.houseDay(facts.writtenAt);
    this.personId = facts.personId;
    this.noteId = facts.of.noteId;
    this.guestNoteId = facts.of.guestNoteId;
  }
}

/** What a note says now: the last amendment has the word (R28). `amendments` in the order of their numbers. */
export const wordsNow = (text: string, amendments: readonly Pick<Amendment, 'text'>[]): string =>
  amendments.at(-1)?.text ?? text;
