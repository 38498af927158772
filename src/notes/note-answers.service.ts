import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import { GuestNote } from '../domain/guest-note.js';
import { HiddenNote } from '../domain/hidden-note.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { NoteAnswer, type SaidToNote } from '../domain/note-answer.js';
import type { Actor } from '../domain/person.js';
import { WORDS_GONE } from '../domain/taking-back.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { AnyNote } from './any-note.service.js';

/** What a guest says to a note about them (R28), and a coordinator to one that is kept off paper (R27). */
@Injectable()
export class NoteAnswers {
  constructor(
    private readonly notes: AnyNote,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws NotHere for a note that is not one of a guest, a Conflict for one that was taken back, ChangedMeanwhile when the
   * words they read are no longer its words.
   */
  async answer(
    tx: EntityManager,
    id: string,
    said: SaidToNote & { isAlone?: boolean },
    who: Actor,
    house: House,
  ): Promise<Done> {
    const { note, amendments, takenBack } = await this.notes.find(id, tx);
    if (!(note instanceof GuestNote)) throw new NotHere();
    if (takenBack) throw new Conflict(WORDS_GONE);
    if (said.seen !== amendments.length) throw new ChangedMeanwhile('This note was amended meanwhile.');
    const { answer, words, isAlone } = said;
    const toNumber = amendments.at(-1)?.number ?? note.number;
    const at = toMinute(this.clock.now());
    const facts = {
      id: randomUUID(),
      guestNoteId: id,
      toNumber,
      answer,
      words,
      at,
      personId: who.id,
      isAlone,
    };
    await tx.insert(NoteAnswer, new NoteAnswer(facts));
    await this.acts.record(tx, who, house, { kind: 'note.answered', stayId: note.stayId });
    return { address: paths.note(id), subjectId: id, undo: null };
  }

  /** A coordinator looked, and it stays off paper until its day. Throws NotHere where nothing is hidden. */
  async look(tx: EntityManager, id: string, who: Actor): Promise<Done> {
    const hidden = await this.hidden(tx, id);
    const look = { lookedAt: toMinute(this.clock.now()), lookedBy: who.id };
    if (hidden.lookedAt === null) await tx.update(HiddenNote, { guestNoteId: id }, look);
    return { address: paths.note(id), subjectId: id, undo: null };
  }

  /** It is on the print-out from now on. Throws NotHere where nothing is hidden. */
  async open(tx: EntityManager, id: string, who: Actor): Promise<Done> {
    const hidden = await this.hidden(tx, id);
    const opening = { openedAt: toMinute(this.clock.now()), openedBy: who.id };
    if (hidden.openedAt === null) await tx.update(HiddenNote, { guestNoteId: id }, opening);
    return { address: paths.note(id), subjectId: id, undo: null };
  }

  private async hidden(tx: EntityManager, guestNoteId: string): Promise<HiddenNote> {
    const hidden = await tx.findOneBy(HiddenNote, { guestNoteId });
    if (!hidden) throw new NotHere();
    return hidden;
  }
}
