import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { Clock } from '../domain/clock.js';
import { GuestNote, type NoteHand } from '../domain/guest-note.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { NoteNumbers } from './note-numbers.service.js';

/** What is written down with a guest. */
export interface NewGuestNote {
  text: string;
  writtenBy: NoteHand;
  /** When it happened, where that is not now (R29). */
  eventAt: Temporal.Instant | null;
}

type Written = NewGuestNote & { stayId: string; personId: string; isMoved?: boolean };

/** Notes with a guest: of exactly one stay, and theirs to read (R27). */
@Injectable()
export class GuestNotesService {
  constructor(
    private readonly numbers: NoteNumbers,
    private readonly clock: Clock,
  ) {}

  /** Throws a RuleViolation for `eventAt` that cannot be. */
  async write(tx: EntityManager, stayId: string, said: NewGuestNote, { id: personId }: Actor, house: House) {
    return this.keep(tx, { ...said, stayId, personId }, house);
  }

  /** A note that stood in the wrong place: in the same words, of whoever wrote it, and new to everyone else (R28). */
  async move(tx: EntityManager, facts: Omit<Written, 'isMoved'>, house: House) {
    return this.keep(tx, { ...facts, isMoved: true }, house);
  }

  private async keep(tx: EntityManager, facts: Written, house: House): Promise<GuestNote> {
    const number = await this.numbers.next(tx);
    const writtenAt = toMinute(this.clock.now());
    const note = new GuestNote({ ...facts, number, id: randomUUID(), writtenAt }, house);
    await tx.insert(GuestNote, note);
    return note;
  }
}
