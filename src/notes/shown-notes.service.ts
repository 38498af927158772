import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { ActsService } from '../acts/acts.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import { HouseNote } from '../domain/house-note.js';
import { type LaterWords, LaterWordsService } from './later-words.service.js';

/** A house note with the names of those who wrote it and did it, and what came to it later. */
export interface ShownNote extends LaterWords {
  note: HouseNote;
  writer: string;
  doneByName: string | null;
  /** The act by which it was done, as long as that can be undone. */
  undo: string | null;
  /** Who wrote it by hand, when it was keyed in from paper; null otherwise (R52). */
  paperWriter: string | null;
}

/** House notes as pages show them. */
@Injectable()
export class ShownNotes {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly later: LaterWordsService,
  ) {}

  /**
   * The notes the house shows at `now`, and those of `others` that it shows no more: what happened last on top, pins and
   * what is done apart at the end.
   */
  async living(house: House, now: Temporal.Instant, others: readonly string[] = []): Promise<ShownNote[]> {
    const found = await this.shown(MAY_BE_SHOWN, now, {
      now: instantText.to(now),
      since: instantText.to(house.shiftStart(now)),
      today: dayText.to(house.time.houseDay(now)),
      others: JSON.stringify(others),
    });
    return found
      .filter(({ note }) => note.isShown(now, house) || others.includes(note.id))
      .sort(byDoneThenNewest);
  }

  /** Those written from a moment up to, but not at, another: what happened first on top. */
  async writtenWithin({
    start,
    end,
  }: {
    start: Temporal.Instant;
    end: Temporal.Instant;
  }): Promise<ShownNote[]> {
    const between = { start: instantText.to(start), end: instantText.to(end) };
    return (await this.shown(WRITTEN, end, between)).sort(byNewest).reverse();
  }

  /** These, what happened last on top. */
  async these(ids: readonly string[], now: Temporal.Instant): Promise<ShownNote[]> {
    return (await this.shown(THESE, now, { others: JSON.stringify(ids) })).sort(byNewest);
  }

  private async shown(
    numbers: string,
    now: Temporal.Instant,
    values: Record<string, string>,
  ): Promise<ShownNote[]> {
    const { entities, raw } = await this.where(numbers, values);
    const [undos, later] = await Promise.all([
      this.acts.undoable('note.done', 'note', now),
      this.later.of(entities),
    ]);
    return entities.map((note, place) => ({
      note,
      writer: raw[place]!.writer_name,
      doneByName: raw[place]!.doer_name,
      undo: undos.get(note.id) ?? null,
      paperWriter: raw[place]!.paper_writer,
      ...later.get(note.id)!,
    }));
  }

  private where(numbers: string, values: Record<string, string>) {
    return this.pages.manager
      .createQueryBuilder(HouseNote, 'note')
      .innerJoin('people', 'writer', 'writer.id = note.person_id')
      .leftJoin('people', 'doer', 'doer.id = note.done_by')
      .addSelect('writer.name', 'writer_name')
      .leftJoin('paper_lines', 'paper', 'paper.note_id = note.id')
      .leftJoin('people', 'hand', 'hand.id = paper.writer_id')
      .addSelect('doer.name', 'doer_name')
      .addSelect('coalesce(hand.name, paper.writer_name)', 'paper_writer')
      .where(`note.number IN (${numbers})`, values)
      .getRawAndEntities<{ writer_name: string; doer_name: string | null; paper_writer: string | null }>();
  }
}

/** What is still to do first, each part with what happened last on top (R29). */
const byDoneThenNewest = (one: ShownNote, other: ShownNote): number =>
  Number(one.note.doneAt !== null) - Number(other.note.doneAt !== null) || byNewest(one, other);

const byNewest = ({ note: one }: ShownNote, { note: other }: ShownNote): number =>
  Temporal.Instant.compare(other.placedAt, one.placedAt) || other.number - one.number;

const THESE = 'SELECT number FROM notes WHERE id IN (SELECT value FROM json_each(:others))';

const WRITTEN = 'SELECT number FROM notes WHERE written_at >= :start AND written_at < :end';

/** Every note that may be shown; the note itself has the last word. Each part by an index of its own: with OR between them SQLite would read every note there ever was. */
const MAY_BE_SHOWN = `SELECT number FROM notes WHERE lives = 'shift' AND shift_ends_at > :now
  UNION ALL SELECT number FROM notes WHERE lives = 'done' AND done_at IS NULL
  UNION ALL SELECT number FROM notes WHERE done_at >= :since
  UNION ALL SELECT number FROM notes WHERE lives = 'date' AND until_day >= :today
  UNION ALL ${THESE}`;
