import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { HouseNote } from '../domain/house-note.js';
import type { ShownGuestNote } from '../notes/shown-guest-notes.service.js';
import type { ShownNote } from '../notes/shown-notes.service.js';
import { day, hourOn, momentShort } from '../web/dates.js';
import { amendedView, shortOf, takenBackWords } from '../web/note-words.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';
import { named, type Part, text } from '../web/sentence.js';

/** What the lines of notes need beside themselves. */
export interface NoteLineFacts {
  house: House;
  today: Temporal.PlainDate;
  formToken: string;
  /** What is new for whoever looks, by the id of the note. */
  fresh: ReadonlySet<string>;
}

/** A note as it is handed over: what it says now, who wrote it, how long it lives, and what can be done about it. */
export function noteLine(shown: ShownNote, facts: NoteLineFacts) {
  const { note, writer, paperWriter, undo } = shown;
  const { house, formToken } = facts;
  const of = shortOf(shown.text);
  const isToDo = note.lives === 'done' && note.doneAt === null && !shown.takenBack;
  const lives = livesWords(note, facts);
  return {
    ...written(
      shown,
      facts,
      `${writer}, ${momentShort(house.time, note.placedAt)}${fromPaper(paperWriter)} · ${lives}`,
    ),
    about: [] as Part[],
    done: doneWords(shown, house),
    doneForm: isToDo
      ? { action: paths.noteDone(note.id), formToken, of, label: note.isPinned ? 'Take down' : 'Done' }
      : null,
    undo: note.doneAt && undo ? { action: paths.undo(undo), formToken, label: 'Undo', of } : null,
  };
}

/** A note with a guest: whom it is about stands before it, and leads to their page (R27). */
export function guestNoteLine(shown: ShownGuestNote, facts: NoteLineFacts) {
  const { note, writer, guest, bedName } = shown;
  return {
    ...written(shown, facts, `${writer}, ${momentShort(facts.house.time, note.placedAt)}`),
    about: [named(guest), text(` · ${bedName}`)],
    done: null,
    doneForm: null,
    undo: null,
  };
}

/** What both kinds tell alike. */
function written(
  { note, text: now, amended, takenBack }: ShownNote | ShownGuestNote,
  facts: NoteLineFacts,
  meta: string,
) {
  const { house, fresh } = facts;
  return {
    text: takenBack ? null : now,
    meta,
    isNew: fresh.has(note.id),
    amended: takenBack ? [] : amended.map((each) => amendedView(each, house)),
    takenBack: takenBackWords(takenBack, house),
    change: takenBack ? null : { href: paths.note(note.id), of: shortOf(now) },
  };
}

function doneWords({ note, doneByName }: ShownNote, { time }: House): string | null {
  if (note.doneAt === null) return null;
  return `${note.isPinned ? 'Taken down' : 'Done'} by ${doneByName}, ${momentShort(time, note.doneAt)}`;
}

function livesWords(note: HouseNote, { house, today }: NoteLineFacts): string {
  if (note.shiftEndsAt) return `until ${hourOn(house.time, note.shiftEndsAt)}`;
  if (note.isPinned) return 'pinned';
  return note.untilDay ? `until ${day(note.untilDay, today)}` : 'until done';
}
