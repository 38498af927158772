import type { Temporal } from 'temporal-polyfill';
import type { Amendment } from '../domain/amendment.js';
import type { GuestName } from '../domain/guest-name.js';
import type { GuestNote } from '../domain/guest-note.js';
import type { HiddenNote } from '../domain/hidden-note.js';
import type { House } from '../domain/house.js';
import type { NoteAnswer } from '../domain/note-answer.js';
import type { TakenBack } from '../domain/taking-back.js';
import { momentNear } from './dates.js';
import { amendedView, answerView, handWords, hiddenWords, shortOf, takenBackWords } from './note-words.js';
import { paths } from './paths.js';
import { named, type Part, text } from './sentence.js';

/** What the lines of notes need beside themselves. */
export interface NoteLineFacts {
  house: House;
  today: Temporal.PlainDate;
  /** What is new for whoever looks, by the id of the note. */
  fresh: ReadonlySet<string>;
}

interface Written {
  note: { id: string; number: number };
  /** What it says now. */
  text: string;
  amended: { amendment: Amendment; by: string; before: string }[];
  takenBack: { taking: TakenBack; by: string } | null;
}

interface WrittenWithGuest extends Written {
  note: GuestNote;
  writer: string;
  guest: GuestName;
  bedName: string;
  answers: { answer: NoteAnswer; by: string }[];
  hidden: HiddenNote | null;
}

/** What the lines of both kinds of note tell alike, as `partials/note-line.hbs` places it (R28, R29). */
export function writtenLine(
  { note, text: now, amended, takenBack }: Written,
  facts: NoteLineFacts,
  meta: string,
) {
  const { house, fresh } = facts;
  return {
    about: [] as Part[],
    text: takenBack ? null : now,
    meta,
    isNew: fresh.has(note.id),
    amended: takenBack ? [] : amended.map((each) => amendedView(each, house)),
    takenBack: takenBackWords(takenBack, house),
    change: takenBack ? null : { href: paths.note(note.id), of: shortOf(now), words: 'Amend or take back' },
    answers: [] as ReturnType<typeof answerView>[],
    hidden: null as string | null,
  };
}

/** A note with a guest (R27); whom it is about stands before it where the page is not theirs. */
export function guestNoteLine(shown: WrittenWithGuest, facts: NoteLineFacts, isNamed = true) {
  const { note, writer, guest, bedName, answers, hidden, takenBack } = shown;
  const { house, today } = facts;
  const meta = `${writer}, ${momentNear(house.time, note.placedAt, today)} · ${handWords[note.writtenBy]}`;
  const line = writtenLine(shown, facts, meta);
  return {
    ...line,
    about: isNamed ? [named(guest), text(` · ${bedName}`)] : [],
    answers: takenBack ? [] : answers.map((each) => answerView(each, numberNow(shown), house)),
    hidden: takenBack ? null : hiddenWords(hidden, today),
    change: line.change && { ...line.change, words: 'Read it with them, amend or take back' },
    done: null,
    doneForm: null,
    undo: null,
  };
}

/** The number of its words of now: an answer is to these, or to others before (R28). */
export const numberNow = ({ note, amended }: Pick<Written, 'note' | 'amended'>): number =>
  amended.at(-1)?.amendment.number ?? note.number;
