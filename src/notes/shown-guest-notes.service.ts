import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { GuestName } from '../domain/guest-name.js';
import { GuestNote } from '../domain/guest-note.js';
import { type BesideNote, BesideNotes } from './beside-notes.service.js';
import { type LaterWords, LaterWordsService } from './later-words.service.js';

/** A note with a guest, with whom it is about and who wrote it, and what came to it later. */
export interface ShownGuestNote extends LaterWords, BesideNote {
  note: GuestNote;
  writer: string;
  guest: GuestName;
  bedName: string;
}

/** Notes with guests as pages show them. */
@Injectable()
export class ShownGuestNotes {
  constructor(
    private readonly pages: PageReader,
    private readonly later: LaterWordsService,
    private readonly beside: BesideNotes,
  ) {}

  /** Those written since, and `others`; what happened last on top. */
  since(start: Temporal.Instant, others: readonly string[] = []): Promise<ShownGuestNote[]> {
    return this.where(SINCE, { since: instantText.to(start), others: JSON.stringify(others) });
  }

  /** Those written from a moment up to, but not at, another; what happened first on top. */
  async writtenWithin({ start, end }: { start: Temporal.Instant; end: Temporal.Instant }) {
    const between = { start: instantText.to(start), end: instantText.to(end) };
    return (await this.where('note.written_at >= :start AND note.written_at < :end', between)).reverse();
  }

  /** These, what happened last on top. */
  these(ids: readonly string[]): Promise<ShownGuestNote[]> {
    return this.where('note.id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) });
  }

  /** Those of a stay; what happened last on top. */
  ofStay(stayId: string): Promise<ShownGuestNote[]> {
    return this.where('note.stay_id = :stayId', { stayId });
  }

  /** Those that are kept off paper and no coordinator has looked at (R27). */
  async toLookAt(today: Temporal.PlainDate): Promise<ShownGuestNote[]> {
    const waiting = await this.where(TO_LOOK_AT, {});
    return waiting.filter(({ hidden }) => hidden!.isHidden(today));
  }

  private async where(condition: string, values: Record<string, string>): Promise<ShownGuestNote[]> {
    const { entities, raw } = await this.pages.manager
      .createQueryBuilder(GuestNote, 'note')
      .innerJoin('people', 'writer', 'writer.id = note.person_id')
      .innerJoin('stays', 'stay', 'stay.id = note.stay_id')
      .innerJoin('guests', 'guest', 'guest.id = stay.guest_id')
      .innerJoin('bed_segments', 'part', `part.id = (${LAST_PART})`)
      .innerJoin('beds', 'bed', 'bed.id = part.bed_id')
      .addSelect('writer.name', 'writer_name')
      .addSelect('guest.name', 'guest_name')
      .addSelect('bed.name', 'bed_name')
      .where(condition, values)
      .getRawAndEntities<{ writer_name: string; guest_name: string | null; bed_name: string }>();
    const [later, beside] = await Promise.all([this.later.of(entities), this.beside.of(entities)]);
    const shown = entities.map((note, place) => {
      const { writer_name: writer, guest_name: name, bed_name: bedName } = raw[place]!;
      const guest = new GuestName(name, bedName);
      return { note, writer, bedName, guest, ...later.get(note.id)!, ...beside.get(note.id)! };
    });
    return shown.sort(byNewest);
  }
}

const byNewest = ({ note: one }: ShownGuestNote, { note: other }: ShownGuestNote): number =>
  Temporal.Instant.compare(other.placedAt, one.placedAt) || other.number - one.number;

/** Where they sleep, or slept last. */
const LAST_PART = `SELECT p.id FROM bed_segments p WHERE p.stay_id = stay.id
  ORDER BY p.undone_at IS NOT NULL, p.place DESC LIMIT 1`;

const TO_LOOK_AT = `note.id IN (SELECT guest_note_id FROM hidden_notes WHERE looked_at IS NULL AND opened_at IS NULL)`;

/** Each part by an index of its own. */
const SINCE = `note.number IN (SELECT number FROM guest_notes WHERE written_at >= :since
  UNION ALL SELECT number FROM guest_notes WHERE id IN (SELECT value FROM json_each(:others)))`;
