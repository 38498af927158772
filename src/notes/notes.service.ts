import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { HouseNote, type NoteLife } from '../domain/house-note.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { NotHere } from '../web/refusals.js';

/** What a person writes; `untilDay` counts only for a note that lives until a day. */
export interface NewNote {
  text: string;
  lives: NoteLife;
  untilDay: Temporal.PlainDate | null;
  /** When it happened, where that is not now (R29). */
  eventAt?: Temporal.Instant;
}

/** A house note with the names of those who wrote it and did it. */
export interface ShownNote {
  note: HouseNote;
  writer: string;
  doneByName: string | null;
  /** The act by which it was done, as long as that can be undone. */
  undo: string | null;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
}

/** What the next shift must know: written once, never edited, shown as long as it lives (R27 to R30). */
@Injectable()
export class NotesService {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
  ) {}

  /** Gives the note its number (R29). Throws a RuleViolation for `until` that is no day to live to, or `eventAt` that cannot be. */
  async write(tx: EntityManager, { text, lives, untilDay, eventAt }: NewNote, who: Actor, house: House) {
    const writtenAt = toMinute(this.clock.now());
    const facts = {
      id: randomUUID(),
      text,
      lives,
      untilDay,
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
   * Conflict for one that ends by itself.
   */
  async done(tx: EntityManager, id: string, who: Actor, house: House): Promise<string | null> {
    const note = await tx.findOneBy(HouseNote, { id });
    if (!note) throw new NotHere();
    if (note.lives !== 'done') throw new Conflict('This note ends by itself. There is nothing to mark done.');
    if (note.doneAt) return null;
    const done = { doneAt: toMinute(this.clock.now()), doneBy: who.id };
    await tx.update(HouseNote, { id, doneAt: IsNull() }, done);
    return this.acts.record(tx, who, house, { kind: 'note.done', details: { note: id }, canBeUndone: true });
  }

  /** The notes the house shows at `now`, newest first; those that are done come last. */
  async living(house: House, now: Temporal.Instant): Promise<ShownNote[]> {
    const { entities, raw } = await this.around(house, now);
    const undos = await this.acts.undoable('note.done', 'note', now);
    return entities
      .map((note, place) => ({
        note,
        writer: raw[place]!.writer_name,
        doneByName: raw[place]!.doer_name,
        undo: undos.get(note.id) ?? null,
        paperWriter: raw[place]!.paper_writer,
      }))
      .filter(({ note }) => note.isShown(now, house))
      .sort(byDoneThenNewest);
  }

  /** Every note that may be shown, found by the indexes of the table; the note itself has the last word. */
  private around(house: House, now: Temporal.Instant) {
    return this.pages.manager
      .createQueryBuilder(HouseNote, 'note')
      .innerJoin('people', 'writer', 'writer.id = note.person_id')
      .leftJoin('people', 'doer', 'doer.id = note.done_by')
      .addSelect('writer.name', 'writer_name')
      .leftJoin('paper_lines', 'paper', 'paper.note_id = note.id')
      .leftJoin('people', 'hand', 'hand.id = paper.writer_id')
      .addSelect('doer.name', 'doer_name')
      .addSelect('coalesce(hand.name, paper.writer_name)', 'paper_writer')
      .where(`note.number IN (${MAY_BE_SHOWN})`, {
        now: instantText.to(now),
        since: instantText.to(house.shiftStart(now)),
        today: dayText.to(house.time.houseDay(now)),
      })
      .getRawAndEntities<{ writer_name: string; doer_name: string | null; paper_writer: string | null }>();
  }
}

/** What is still to do first, each part with what happened last on top (R29). */
const byDoneThenNewest = (one: ShownNote, other: ShownNote): number =>
  Number(one.note.doneAt !== null) - Number(other.note.doneAt !== null) ||
  Temporal.Instant.compare(other.note.placedAt, one.note.placedAt) ||
  other.note.number - one.note.number;

/** Each part by an index of its own: with OR between them SQLite would read every note there ever was. */
const MAY_BE_SHOWN = `SELECT number FROM notes WHERE lives = 'shift' AND shift_ends_at > :now
  UNION ALL SELECT number FROM notes WHERE lives = 'done' AND done_at IS NULL
  UNION ALL SELECT number FROM notes WHERE done_at >= :since
  UNION ALL SELECT number FROM notes WHERE lives = 'date' AND until_day >= :today`;
