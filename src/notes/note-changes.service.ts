import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Amendment } from '../domain/amendment.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile, Conflict } from '../domain/conflict.js';
import { GuestNote } from '../domain/guest-note.js';
import type { House } from '../domain/house.js';
import { HouseNote } from '../domain/house-note.js';
import { toMinute } from '../domain/house-time.js';
import { NoteAnswer } from '../domain/note-answer.js';
import type { Actor } from '../domain/person.js';
import { Stay } from '../domain/stay.js';
import { NO_WORDS, TakenBack, whyNotTakeBack, WORDS_GONE } from '../domain/taking-back.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { paths } from '../web/paths.js';
import { AnyNote, type NoteWhole } from './any-note.service.js';
import { GuestNotesService } from './guest-notes.service.js';
import { NoteNumbers } from './note-numbers.service.js';

export interface Amended {
  text: string;
  why: string;
  /** How many amendments the page showed that it was written on (R26). */
  seen: number;
}

export interface ToTakeBack {
  reason: string;
  /** The stay it is about; null when it goes for good. */
  rightStayId: string | null;
}

/** What can still become of a note that is never edited (R28): other words beside the first, or no words at all. */
@Injectable()
export class NoteChanges {
  constructor(
    private readonly notes: AnyNote,
    private readonly guestNotes: GuestNotesService,
    private readonly numbers: NoteNumbers,
    private readonly drafts: DraftsService,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws NotHere, a Conflict for a note that was taken back, ChangedMeanwhile when somebody else amended it since the page
   * was drawn (R26), a RuleViolation for `text` that says nothing else.
   */
  async amend(tx: EntityManager, id: string, { seen, ...said }: Amended, who: Actor, house: House) {
    const whole = await this.stillThere(tx, id);
    if (whole.amendments.length !== seen)
      throw new ChangedMeanwhile('Someone else amended this note meanwhile.');
    const facts = {
      ...said,
      number: await this.numbers.next(tx),
      id: randomUUID(),
      before: whole.text,
      writtenAt: toMinute(this.clock.now()),
      personId: who.id,
      of: whole.of,
    };
    await tx.insert(Amendment, new Amendment(facts, house));
    return whole;
  }

  /**
   * Its words are gone from the file with those of every amendment; moved to the right stay they are written there anew.
   * Throws NotHere, a Conflict when it is gone already or this person cannot (R28), a RuleViolation for a stay that is none.
   */
  async takeBack(
    tx: EntityManager,
    id: string,
    said: ToTakeBack,
    who: Actor,
    house: House,
  ): Promise<NoteWhole> {
    const whole = await this.stillThere(tx, id);
    const at = toMinute(this.clock.now());
    const why = whyNotTakeBack(whole.note, who, at);
    if (why) throw new Conflict(why);
    if (said.rightStayId !== null) await this.moveTo(tx, said.rightStayId, whole, who, house);
    const facts = { id: randomUUID(), at, personId: who.id, reason: said.reason, of: whole.of };
    await tx.insert(TakenBack, new TakenBack(facts));
    await this.empty(tx, whole);
    return whole;
  }

  private async moveTo(
    tx: EntityManager,
    stayId: string,
    { note, text }: NoteWhole,
    who: Actor,
    house: House,
  ) {
    const isStay = await tx.existsBy(Stay, { id: stayId });
    if (!isStay || (note instanceof GuestNote && note.stayId === stayId))
      throw new RuleViolation('rightStayId', 'Choose another guest');
    const writtenBy = note instanceof GuestNote ? note.writtenBy : 'staff';
    const { placedAt: eventAt, personId } = note;
    await this.guestNotes.move(tx, { stayId, text, writtenBy, eventAt, personId }, who, house);
  }

  private async empty(tx: EntityManager, { note, amendments }: NoteWhole): Promise<void> {
    this.unit.forgetForGood();
    await tx.update(note instanceof HouseNote ? HouseNote : GuestNote, { id: note.id }, { text: NO_WORDS });
    for (const { id } of amendments) await tx.update(Amendment, { id }, { text: NO_WORDS, why: NO_WORDS });
    await tx.update(NoteAnswer, { guestNoteId: note.id, words: Not(IsNull()) }, { words: null });
    // Half-written amendments of anybody hold the words too
    await this.drafts.discardAll(tx, paths.note(note.id));
  }

  private async stillThere(tx: EntityManager, id: string): Promise<NoteWhole> {
    const whole = await this.notes.find(id, tx);
    if (whole.takenBack) throw new Conflict(WORDS_GONE);
    return whole;
  }
}
