import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Amendment, guestNoteRef, houseNoteRef, type NoteRef, wordsNow } from '../domain/amendment.js';
import { GuestNote } from '../domain/guest-note.js';
import { HouseNote } from '../domain/house-note.js';
import { TakenBack } from '../domain/taking-back.js';
import { NotHere } from '../web/refusals.js';

/** A note with all that came to it later. */
export interface NoteWhole {
  note: HouseNote | GuestNote;
  of: NoteRef;
  /** In the order in which they were written. */
  amendments: Amendment[];
  takenBack: TakenBack | null;
  /** What it says now. */
  text: string;
}

/** Finds a note by its id, whether it is one of the house or one of a guest (R27). */
@Injectable()
export class AnyNote {
  constructor(private readonly pages: PageReader) {}

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<NoteWhole> {
    const houseNote = await reader.findOneBy(HouseNote, { id });
    const note = houseNote ?? (await reader.findOneBy(GuestNote, { id }));
    if (!note) throw new NotHere();
    const of = houseNote ? houseNoteRef(id) : guestNoteRef(id);
    const which = houseNote ? { noteId: id } : { guestNoteId: id };
    const [amendments, takenBack] = await Promise.all([
      reader.find(Amendment, { where: which, order: { number: 'ASC' } }),
      reader.findOneBy(TakenBack, which),
    ]);
    return { note, of, amendments, takenBack, text: wordsNow(note.text, amendments) };
  }
}
