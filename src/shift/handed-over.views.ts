import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { HandedOver } from '../notes/handed-over.service.js';
import { counted } from '../web/counted.js';
import { paths } from '../web/paths.js';
import { guestNoteLine } from '../web/note-line.js';
import { noteLine } from './note-lines.views.js';

/** What people wrote for each other, and who has read it (R29, R30). */
export function handedOverView(
  written: HandedOver,
  { house, today, formToken }: { house: House; today: Temporal.PlainDate; formToken: string },
) {
  const { notes, older, guestNotes, fresh, freshCount, upTo } = written;
  const facts = { house, today, formToken, fresh };
  const pinned = notes.filter(({ note }) => note.isPinned);
  const others = notes.filter(({ note }) => !note.isPinned);
  return {
    title: titleOf(written),
    pinned: pinned.map((each) => noteLine(each, facts)),
    notes: others.map((each) => noteLine(each, facts)),
    older:
      older.length > 0
        ? {
            words: `${counted(older.length, 'older note')} you have not read`,
            notes: older.map((each) => noteLine(each, facts)),
          }
        : null,
    guestNotes: guestNotes.map((each) => guestNoteLine(each, facts)),
    fresh: freshCount > 0 ? `${freshCount} new for you` : null,
    read: freshCount > 0 ? { action: paths.shiftRead(), upTo } : null,
    readers: readersWords(written),
  };
}

function titleOf({ notes }: HandedOver): string {
  const count = notes.filter(
    ({ note, takenBack }) => note.doneAt === null && !note.isPinned && !takenBack,
  ).length;
  return count === 0 ? 'House notes' : counted(count, 'house note');
}

/** Only who has read it: whoever did not work is not missing (R29). */
function readersWords({ readAll, readPart }: HandedOver): string | null {
  const names = (readers: HandedOver['readAll']) => readers.map(({ name }) => name).join(', ');
  const said = [
    readAll.length > 0 ? `Read by ${names(readAll)}.` : '',
    readPart.length > 0 ? `An earlier part read by ${names(readPart)}.` : '',
  ].filter(Boolean);
  return said.length > 0 ? said.join(' ') : null;
}
