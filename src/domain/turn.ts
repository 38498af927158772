import type { Temporal } from 'temporal-polyfill';
import type { Language, Moment, Question } from './question.js';

export type TurnMode = 'start' | 'asking' | 'about' | 'ending' | 'done';
export type TurnEnd = 'kept' | 'thrown' | 'wiped' | 'read';

/** After so many quiet minutes the screen covers itself; where somebody reads or writes it waits longer. */
export const COVERS_AFTER: Record<TurnMode, number> = {
  start: 5,
  asking: 5,
  ending: 5,
  about: 10,
  done: 5,
};
/** A page on which somebody writes in their own words. */
export const COVERS_WRITING_AFTER = 10;

/** So many wrong words, and only the person who handed the screen over can open it. */
export const MOST_WRONG_WORDS = 2;

/** What the guest's turn is at: one screen, one guest, alone. Nothing of it outlasts its end but what they keep. */
export class Turn {
  id: string;
  stayId: string;
  /** Which handing over this is; null while the screen is taken back. */
  screen: string | null;
  /** What is asked; null where there is only something to read. */
  moment: Moment | null;
  language: Language;
  mode: TurnMode;
  ended: TurnEnd | null = null;
  /** The question they are at, or went from to read. */
  atCode: string | null = null;
  /** The place of their word in `openingWords`, as text; null when they chose none. */
  word: string | null = null;
  wrongWords = 0;
  isCovered = false;
  /** The last time they did something. */
  seenAt: Temporal.Instant;
  /** At whose desk. */
  personId: string;

  constructor(facts: Pick<Turn, 'id' | 'stayId' | 'screen' | 'moment' | 'language' | 'seenAt' | 'personId'>) {
    this.id = facts.id;
    this.stayId = facts.stayId;
    this.screen = facts.screen;
    this.moment = facts.moment;
    this.language = facts.language;
    this.mode = 'start';
    this.seenAt = facts.seenAt;
    this.personId = facts.personId;
  }

  /** Whether the page shows nothing now: they covered it, or it was quiet. An ended turn has nothing left to show. */
  isCoveredAt(now: Temporal.Instant, questions: readonly Question[]): boolean {
    if (this.mode === 'done') return false;
    return this.isCovered || minutes(this.seenAt, now) >= this.coversAfter(questions);
  }

  /** In minutes without anything being done; `questions` are those of the turn. */
  coversAfter(questions: readonly Question[]): number {
    const isWriting = questions.some(({ code, kind }) => code === this.atCode && kind === 'words');
    return this.mode === 'asking' && isWriting ? COVERS_WRITING_AFTER : COVERS_AFTER[this.mode];
  }

  /** Whether it was quiet so long that what was half answered is gone, written so or not yet. */
  isWipedAt(now: Temporal.Instant, after: number): boolean {
    return this.ended === 'wiped' || (this.ended === null && minutes(this.seenAt, now) >= after);
  }

  /** Nobody but the person of the desk can open it. */
  get isLocked(): boolean {
    return this.word === null || this.wrongWords >= MOST_WRONG_WORDS;
  }

  /** They tapped a word on the cover. Answers whether it was theirs; a locked one opens for no word. */
  open(word: string, now: Temporal.Instant): boolean {
    if (this.isLocked) return false;
    if (word !== this.word) {
      this.wrongWords += 1;
      return false;
    }
    this.wrongWords = 0;
    this.isCovered = false;
    this.seenAt = now;
    return true;
  }

  /**
   * The screen is handed over again, to go on where it was. What was half answered is theirs alone: it opens with their
   * word, also for whoever handed it over.
   */
  handAgain(to: { screen: string; personId: string }, now: Temporal.Instant): void {
    this.screen = to.screen;
    this.personId = to.personId;
    this.isCovered = this.word !== null;
    this.wrongWords = 0;
    this.seenAt = now;
  }

  /** To the question after this one, or to the end. */
  goOn(codes: readonly string[], from: string | null = this.atCode): void {
    this.goTo(codes, from === null ? 0 : codes.indexOf(from) + 1);
  }

  /** To the question before, or to the first; from the end to the one they were at last. */
  goBack(codes: readonly string[]): void {
    const at = codes.indexOf(this.atCode ?? '');
    this.goTo(codes, Math.max(0, this.mode === 'ending' ? at : at - 1));
  }

  /** Back to the question they were at, from reading. */
  goAsking(codes: readonly string[]): void {
    this.goTo(codes, Math.max(0, codes.indexOf(this.atCode ?? '')));
  }

  private goTo(codes: readonly string[], place: number): void {
    this.mode = place < codes.length ? 'asking' : 'ending';
    this.atCode = codes[Math.min(place, codes.length - 1)] ?? null;
  }

  end(how: TurnEnd): void {
    this.mode = 'done';
    this.ended = how;
    this.word = null;
    this.atCode = null;
    this.isCovered = false;
  }
}

/** Whole minutes; a clock that was set back is taken for no time at all. */
const minutes = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.max(0, from.until(to).total('minutes'));
