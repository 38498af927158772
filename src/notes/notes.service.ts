import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { HouseNote, type NoteLife } from '../domain/house-note.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { TakenBack, WORDS_GONE } from '../domain/taking-back.js';
import { NotHere } from '../web/refusals.js';
import { NoteNumbers } from './note-numbers.service.js';

/** What a person writes; `untilDay` counts only for a note that lives until a day. */
export interface NewNote {
  text: string;
  lives: NoteLife;
  untilDay: Temporal.PlainDate | null;
  /** When it happened, where that is not now (R29). */
  eventAt?: Temporal.Instant | null;
  /** It stands until it is taken down. */
  isPinned?: boolean;
}

/** What the next shift must know: written once, never edited, shown as long as it lives (R27 to R30). */
@Injectable()
export class NotesService {
  constructor(
    private readonly numbers: NoteNumbers,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Gives the note its number (R29). Throws a RuleViolation for `until` that is no day to live to, or `eventAt` that cannot be. */
  async write(tx: EntityManager, { eventAt, ...said }: NewNote, who: Actor, house: House) {
    const writtenAt = toMinute(this.clock.now());
    const number = await this.numbers.next(tx);
    const facts = {
      ...said,
      number,
      id: randomUUID(),
      eventAt: eventAt ?? null,
      writtenAt,
      personId: who.id,
    };
    const note = new HouseNote(facts, house);
    await tx.insert(HouseNote, note);
    return note;
  }

  /**
   * Marks it done; answers the act to undo, or null when somebody had done it already. Throws NotHere for an unknown note and
   * Conflict for one that ends by itself or was taken back.
   */
  async done(tx: EntityManager, id: string, who: Actor, house: House): Promise<string | null> {
    const note = await tx.findOneBy(HouseNote, { id });
    if (!note) throw new NotHere();
    if (await tx.existsBy(TakenBack, { noteId: id })) throw new Conflict(WORDS_GONE);
    if (note.lives !== 'done') throw new Conflict('This note ends by itself. There is nothing to mark done.');
    if (note.doneAt) return null;
    const done = { doneAt: toMinute(this.clock.now()), doneBy: who.id };
    await tx.update(HouseNote, { id, doneAt: IsNull() }, done);
    return this.acts.record(tx, who, house, { kind: 'note.done', details: { note: id }, canBeUndone: true });
  }
}
