import { Injectable } from '@nestjs/common';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import type { SaidToNote } from '../domain/note-answer.js';
import { Stay } from '../domain/stay.js';
import { NoteAnswers } from '../notes/note-answers.service.js';
import { RecordPages } from '../record/record-pages.service.js';
import { NotHere } from '../web/refusals.js';
import { type AtDesk, TurnActs } from './turn-acts.service.js';
import { TurnsService } from './turns.service.js';

/** What a guest says, alone, to the notes about them (R28). */
@Injectable()
export class TurnNotes {
  constructor(
    private readonly turns: TurnsService,
    private readonly acts: TurnActs,
    private readonly records: RecordPages,
    private readonly answers: NoteAnswers,
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws NotHere for any note that does not stand on the page of this very turn: another guest's, a hidden one, a note while
   * the turn is elsewhere.
   */
  async answer(at: AtDesk, noteId: string, said: SaidToNote): Promise<void> {
    const turn = await this.turns.held(at.held);
    if (turn?.mode !== 'about') throw new NotHere();
    const stay = await this.pages.manager.findOneByOrFail(Stay, { id: turn.stayId });
    const { who, house } = at;
    const { stays } = await this.records.view(stay.guestId, { house, now: this.clock.now(), role: who.role });
    if (!stays.some(({ notes }) => notes.some(({ id }) => id === noteId))) throw new NotHere();
    await this.acts.step(at, async (tx) => {
      await this.answers.answer(tx, noteId, { ...said, isAlone: true }, who, house);
    });
  }
}
