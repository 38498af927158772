import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { PageReader } from '../database/page-reader.js';
import type { GuestNote } from '../domain/guest-note.js';
import { HiddenNote } from '../domain/hidden-note.js';
import { NoteAnswer } from '../domain/note-answer.js';
import { PeopleService } from '../people/people.service.js';

/** What a guest said to a note, and who sat beside them. */
export interface ShownAnswer {
  answer: NoteAnswer;
  by: string;
}

/** What stands beside a note with a guest. */
export interface BesideNote {
  /** In the order in which they were given. */
  answers: ShownAnswer[];
  /** Null for a note that is on paper like any other, as all should be. */
  hidden: HiddenNote | null;
}

/** Answers of guests and what is kept off paper, for many notes at once. */
@Injectable()
export class BesideNotes {
  constructor(
    private readonly pages: PageReader,
    private readonly people: PeopleService,
  ) {}

  /** By the id of the note. */
  async of(notes: readonly GuestNote[]): Promise<Map<string, BesideNote>> {
    const where = { guestNoteId: In(notes.map(({ id }) => id)) };
    const [answers, hidden] = await Promise.all([
      this.pages.manager.find(NoteAnswer, { where, order: { at: 'ASC', toNumber: 'ASC' } }),
      this.pages.manager.findBy(HiddenNote, where),
    ]);
    const names = await this.people.names(answers.map(({ personId }) => personId));
    const beside = (id: string): BesideNote => ({
      answers: answers
        .filter(({ guestNoteId }) => guestNoteId === id)
        .map((answer) => ({ answer, by: names.get(answer.personId)! })),
      hidden: hidden.find(({ guestNoteId }) => guestNoteId === id) ?? null,
    });
    return new Map(notes.map(({ id }) => [id, beside(id)]));
  }
}
