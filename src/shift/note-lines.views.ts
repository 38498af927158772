import type { House } from '../domain/house.js';
import type { HouseNote } from '../domain/house-note.js';
import type { ShownNote } from '../notes/shown-notes.service.js';
import { day, hourOn, momentNear, momentShort } from '../web/dates.js';
import { type NoteLineFacts, writtenLine } from '../web/note-line.js';
import { shortOf } from '../web/note-words.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';

/** With a token for its buttons. */
export interface NoteButtons extends NoteLineFacts {
  formToken: string;
}

/** A note as it is handed over: what it says now, who wrote it, how long it lives, and what can be done about it. */
export function noteLine(shown: ShownNote, facts: NoteButtons) {
  const { note, writer, paperWriter, undo } = shown;
  const { house, formToken } = facts;
  const of = shortOf(shown.text);
  const isToDo = note.lives === 'done' && note.doneAt === null && !shown.takenBack;
  const lives = livesWords(note, facts);
  return {
    ...writtenLine(
      shown,
      facts,
      `${writer}, ${momentNear(house.time, note.placedAt, facts.today)}${fromPaper(paperWriter)} · ${lives}`,
    ),
    done: doneWords(shown, house),
    doneForm: isToDo
      ? { action: paths.noteDone(note.id), formToken, of, label: note.isPinned ? 'Take down' : 'Done' }
      : null,
    undo: note.doneAt && undo ? { action: paths.undo(undo), formToken, label: 'Undo', of } : null,
  };
}

function doneWords({ note, doneByName }: ShownNote, { time }: House): string | null {
  if (note.doneAt === null) return null;
  return `${note.isPinned ? 'Taken down' : 'Done'} by ${doneByName}, ${momentShort(time, note.doneAt)}`;
}

function livesWords(note: HouseNote, { house, today }: NoteButtons): string {
  if (note.shiftEndsAt) return `until ${hourOn(house.time, note.shiftEndsAt)}`;
  if (note.isPinned) return 'pinned';
  return note.untilDay ? `until ${day(note.untilDay, today)}` : 'until done';
}
