import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import { Amendment, wordsNow } from '../domain/amendment.js';
import { GuestNote } from '../domain/guest-note.js';
import type { HouseNote } from '../domain/house-note.js';
import { TakenBack } from '../domain/taking-back.js';
import { PeopleService } from '../people/people.service.js';

/** An amendment, with what the note said before it. */
export interface ShownAmendment {
  amendment: Amendment;
  by: string;
  before: string;
}

/** What became of a note since it was written (R28). */
export interface LaterWords {
  /** What it says now. */
  text: string;
  amended: ShownAmendment[];
  takenBack: { taking: TakenBack; by: string } | null;
}

type Either = HouseNote | GuestNote;

/** Amendments and takings back, for many notes at once. */
@Injectable()
export class LaterWordsService {
  constructor(
    private readonly pages: PageReader,
    private readonly people: PeopleService,
  ) {}

  /** By the id of the note. All of `notes` are of the house, or all are of guests. */
  async of(notes: readonly Either[]): Promise<Map<string, LaterWords>> {
    if (notes.length === 0) return new Map();
    const key = notes[0] instanceof GuestNote ? 'guestNoteId' : 'noteId';
    const where = { [key]: In(notes.map(({ id }) => id)) };
    const [amendments, takings] = await Promise.all([
      this.pages.manager.find(Amendment, { where, order: { number: 'ASC' } }),
      this.pages.manager.findBy(TakenBack, where),
    ]);
    const names = await this.people.names([...amendments, ...takings].map(({ personId }) => personId));
    return new Map(
      notes.map((note) => {
        const own = amendments.filter((each) => each[key] === note.id);
        const taking = takings.find((each) => each[key] === note.id);
        const amended = own.map((amendment, place) => ({
          amendment,
          by: names.get(amendment.personId)!,
          before: wordsNow(note.text, own.slice(0, place)),
        }));
        const takenBack = taking ? { taking, by: names.get(taking.personId)! } : null;
        return [note.id, { text: wordsNow(note.text, own), amended, takenBack }];
      }),
    );
  }
}
