import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict, NamesAnother } from '../domain/conflict.js';
import { GuestNote, type NoteHand } from '../domain/guest-note.js';
import { HiddenNote, type HidingReason } from '../domain/hidden-note.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import { mentioned } from '../domain/names-in.js';
import type { Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Stay } from '../domain/stay.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';
import { NoteNumbers } from './note-numbers.service.js';
import { type NearbyStay, NearbyStays } from '../guests/nearby-stays.service.js';

/** What is written down with a guest. */
export interface NewGuestNote {
  text: string;
  writtenBy: NoteHand;
  /** When it happened, where that is not now (R29). */
  eventAt: Temporal.Instant | null;
  /** Kept off their print-out for a while; null as it should be (R27). */
  hidden: { reason: HidingReason; untilDay: Temporal.PlainDate | null } | null;
  /** It was pointed out that it names somebody else, and it has to. */
  mayName: boolean;
}

type Written = Pick<NewGuestNote, 'text' | 'writtenBy' | 'eventAt'> & {
  stayId: string;
  personId: string;
  isMoved?: boolean;
};

/** Notes with a guest: of exactly one stay, and theirs to read (R27). */
@Injectable()
export class GuestNotesService {
  constructor(
    private readonly pages: PageReader,
    private readonly stays: NearbyStays,
    private readonly numbers: NoteNumbers,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Throws NotHere for an unknown stay, a Conflict for one that was undone. */
  async stay(id: string, reader: EntityManager = this.pages.manager): Promise<Stay> {
    const stay = await reader.findOneBy(Stay, { id });
    if (!stay) throw new NotHere();
    if (stay.undoneAt) throw new Conflict('This check-in was undone. Nothing is written about it.');
    return stay;
  }

  /**
   * Throws as `stay` does, NamesAnother when the text names another guest and nobody has said yet that it has to, a
   * RuleViolation for `eventAt` or `hiddenUntil` that cannot be.
   */
  async write(tx: EntityManager, id: string, said: NewGuestNote, who: Actor, house: House): Promise<Done> {
    const stay = await this.stay(id, tx);
    if (!said.mayName) await this.checkNames(tx, stay, said.text, house);
    const { text, writtenBy, eventAt } = said;
    const note = await this.keep(tx, { text, writtenBy, eventAt, stayId: id, personId: who.id }, house);
    if (said.hidden) await this.hide(tx, note, said.hidden, house);
    await this.acts.record(tx, who, house, { kind: 'note.withGuest', stayId: id });
    return { address: paths.stayNotes(id), subjectId: id, undo: null };
  }

  /** A note that stood in the wrong place: in the same words, of whoever wrote it, and new to everyone else (R28). */
  async move(tx: EntityManager, facts: Omit<Written, 'isMoved'>, who: Actor, house: House): Promise<void> {
    await this.keep(tx, { ...facts, isMoved: true }, house);
    await this.acts.record(tx, who, house, { kind: 'note.withGuest', stayId: facts.stayId });
  }

  private async checkNames(tx: EntityManager, stay: Stay, text: string, house: House): Promise<void> {
    const { others, own } = await this.stays.around(stay, house.time.houseDay(this.clock.now()), tx);
    const named = mentioned(text, others, own);
    if (named.length > 0) throw new NamesAnother(named.map(({ guest }: NearbyStay) => guest));
  }

  private async hide(
    tx: EntityManager,
    { id, houseDay }: GuestNote,
    hidden: NonNullable<NewGuestNote['hidden']>,
    house: House,
  ): Promise<void> {
    if (!house.hidesNotes) throw new RuleViolation('hiddenReason', 'This house keeps no note off paper');
    await tx.insert(HiddenNote, new HiddenNote({ ...hidden, guestNoteId: id }, houseDay));
  }

  private async keep(tx: EntityManager, facts: Written, house: House): Promise<GuestNote> {
    const number = await this.numbers.next(tx);
    const writtenAt = toMinute(this.clock.now());
    const note = new GuestNote({ ...facts, number, id: randomUUID(), writtenAt }, house);
    await tx.insert(GuestNote, note);
    return note;
  }
}
