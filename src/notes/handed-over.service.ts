import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { newestOf, unreadOf } from '../domain/reading.js';
import { type Reader, ReadingService } from './reading.service.js';
import { type ShownGuestNote, ShownGuestNotes } from './shown-guest-notes.service.js';
import { type ShownNote, ShownNotes } from './shown-notes.service.js';

/** Everything written that a shift hands over, and who has read it. */
export interface HandedOver {
  notes: ShownNote[];
  /** New for whoever looks, though the house shows them no more. */
  older: ShownNote[];
  guestNotes: ShownGuestNote[];
  /** Kept off paper, and no coordinator has looked at it (R27). */
  toLookAt: ShownGuestNote[];
  /** Which of the notes are new for whoever looks, by id: never read, or amended since. */
  fresh: ReadonlySet<string>;
  freshCount: number;
  /** What "I have read this" keeps: the highest number of the page (R29). */
  upTo: number;
  /** Who has read all of it, and who a part; nobody is said to be missing. */
  readAll: Reader[];
  readPart: Reader[];
}

/** Gathers what people wrote for each other (R29, R30). */
@Injectable()
export class HandedOverNotes {
  constructor(
    private readonly notes: ShownNotes,
    private readonly guestNotes: ShownGuestNotes,
    private readonly reading: ReadingService,
  ) {}

  async for(who: Actor, house: House, now: Temporal.Instant): Promise<HandedOver> {
    const [lines, readers] = await Promise.all([this.reading.newFor(who.id), this.reading.readers()]);
    const ids = (key: 'noteId' | 'guestNoteId') => lines.map((line) => line[key]).filter((id) => id !== null);
    const [houseNotes, guestNotes, toLookAt] = await Promise.all([
      this.notes.living(house, now, ids('noteId')),
      this.guestNotes.since(house.shiftBefore(now), ids('guestNoteId')),
      this.guestNotes.toLookAt(house.time.houseDay(now)),
    ]);
    const [notes, older] = [true, false].map((isShown) =>
      houseNotes.filter(({ note }) => note.isShown(now, house) === isShown),
    ) as [ShownNote[], ShownNote[]];
    const shown = [...houseNotes, ...guestNotes].flatMap(linesOf);
    return {
      notes,
      older,
      guestNotes,
      toLookAt,
      fresh: new Set([...ids('noteId'), ...ids('guestNoteId')]),
      freshCount: lines.length,
      upTo: newestOf(shown),
      ...readersOf(shown, readers),
    };
  }
}

/** Each number on the page is a note or an amendment of one. */
const linesOf = ({ note, amended, takenBack }: ShownNote | ShownGuestNote) =>
  [note, ...amended.map(({ amendment }) => amendment)].map(({ number, personId }) => ({
    number,
    personId,
    isTakenBack: takenBack !== null,
  }));

/** A part is read by whoever has read the oldest line of the page; whoever has not is no business of the page. */
function readersOf(lines: ReturnType<typeof linesOf>, readers: readonly Reader[]) {
  const hasAll = ({ upTo, personId }: Reader) => unreadOf(lines, upTo, personId).length === 0;
  const oldest = Math.min(...lines.map(({ number }) => number));
  return {
    readAll: lines.length === 0 ? [] : readers.filter(hasAll),
    readPart: readers.filter((reader) => !hasAll(reader) && reader.upTo >= oldest),
  };
}
