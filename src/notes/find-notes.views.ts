import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { counted } from '../web/counted.js';
import { momentNear } from '../web/dates.js';
import { type Answered, field, problems, titleOf } from '../web/fields.js';
import { guestNoteLine, writtenLine } from '../web/note-line.js';
import { paths } from '../web/paths.js';
import type { FoundNote } from './find-notes.service.js';

/** What the page to find notes is drawn from; null until something is looked for. */
export interface FindNotesFacts {
  house: House;
  today: Temporal.PlainDate;
  found: { found: readonly FoundNote[]; hasMore: boolean } | null;
}

export function findNotesView(form: Answered, { house, today, found }: FindNotesFacts) {
  return {
    title: titleOf(form, 'Find a note'),
    problems: problems(form),
    action: paths.findNote(),
    q: field(form, 'q', 'Words in it', { optional: true, hint: 'All of them, or how they begin.' }),
    from: field(form, 'from', 'From', { type: 'date', optional: true }),
    to: field(form, 'to', 'To, that day too', { type: 'date', optional: true }),
    results: found && {
      heading: found.found.length === 0 ? 'No note found' : counted(found.found.length, 'note'),
      more: found.hasMore ? 'There are more. Add a word, or narrow the days.' : null,
      notes: found.found.map((each) => lineOf(each, house, today)),
    },
    staysHref: paths.stays(),
    shiftHref: paths.shift(),
  };
}

function lineOf({ house: note, guest }: FoundNote, house: House, today: Temporal.PlainDate) {
  const facts = { house, today, fresh: new Set<string>() };
  if (guest) return guestNoteLine(guest, facts);
  const meta = `${note.writer}, ${momentNear(house.time, note.note.placedAt, today)}`;
  return { ...writtenLine(note, facts, meta), done: null, doneForm: null, undo: null };
}
