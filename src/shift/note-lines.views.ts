import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { HouseNote } from '../domain/house-note.js';
import type { ShownNote } from '../notes/notes.service.js';
import { day, hourOn, momentShort } from '../web/dates.js';
import { fromPaper } from '../web/paper-words.js';
import { paths } from '../web/paths.js';

/** What the lines of notes need beside themselves. */
export interface NoteLineFacts {
  house: House;
  today: Temporal.PlainDate;
  formToken: string;
}

/** A note as it is handed over: its text, who wrote it, how long it lives, and what can be done about it. */
export function noteLine({ note, writer, paperWriter, doneByName, undo }: ShownNote, facts: NoteLineFacts) {
  const { house, formToken } = facts;
  const of = shortOf(note.text);
  return {
    text: note.text,
    meta: `${writer}, ${momentShort(house.time, note.placedAt)}${fromPaper(paperWriter)} · ${livesWords(note, facts)}`,
    done: note.doneAt && `Done by ${doneByName}, ${momentShort(house.time, note.doneAt)}`,
    doneForm:
      note.lives === 'done' && note.doneAt === null
        ? { action: paths.noteDone(note.id), formToken, of }
        : null,
    undo: note.doneAt && undo ? { action: paths.undo(undo), formToken, label: 'Undo', of } : null,
  };
}

function livesWords(note: HouseNote, { house, today }: NoteLineFacts): string {
  if (note.shiftEndsAt) return `until ${hourOn(house.time, note.shiftEndsAt)}`;
  return note.untilDay ? `until ${day(note.untilDay, today)}` : 'until done';
}

const SHORT = 40;

/** Its first words, for those who hear the page and go from button to button. */
function shortOf(text: string): string {
  const line = [...text.replace(/\s+/gu, ' ')];
  return line.length > SHORT ? `${line.slice(0, SHORT).join('')}…` : line.join('');
}
