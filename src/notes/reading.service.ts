import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import { markAfter, type NumberedLine, unreadOf } from '../domain/reading.js';

/** A line of the count, with the note it is of. */
export interface CountedLine extends NumberedLine {
  noteId: string | null;
  guestNoteId: string | null;
}

/** Somebody who works here, and up to which number they read. */
export interface Reader {
  personId: string;
  name: string;
  upTo: number;
}

type Row = Omit<CountedLine, 'isTakenBack'> & { isTakenBack: number };

/** Who has read the notes of the house up to where (R29): for handing over, never a measure of anyone's work. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** What this person has still to read, oldest first. */
  async newFor(personId: string): Promise<CountedLine[]> {
    const [mark] = await this.pages.rows<{ upTo: number }>(MARK, [personId]);
    const upTo = mark?.upTo ?? 0;
    const rows = await this.pages.rows<Row>(`${LINES} WHERE n.number > ? ORDER BY n.number`, [upTo]);
    return unreadOf(rows.map(read), upTo, personId);
  }

  /** Everybody who works here and has said so at least once, by name. */
  readers(): Promise<Reader[]> {
    return this.pages.rows<Reader>(
      `SELECT p.id AS personId, p.name, m.up_to AS upTo FROM read_marks m JOIN people p ON p.id = m.person_id
       WHERE m.read_at IS NOT NULL AND p.disabled_at IS NULL ORDER BY p.name`,
    );
  }

  /** "I have read this": keeps the highest number of the page, `said`. It never goes back. */
  async read(tx: EntityManager, said: number, who: Actor): Promise<void> {
    const [mark] = await tx.query<{ upTo: number }[]>(MARK, [who.id]);
    const [newest] = await tx.query<{ number: number }[]>(
      'SELECT coalesce(max(number), 0) AS number FROM note_numbers',
    );
    const upTo = markAfter(mark!.upTo, said, newest!.number);
    await tx.query('UPDATE read_marks SET up_to = ?, read_at = ? WHERE person_id = ?', [
      upTo,
      instantText.to(toMinute(this.clock.now())),
      who.id,
    ]);
  }
}

const MARK = 'SELECT up_to AS upTo FROM read_marks WHERE person_id = ?';

const LINES = `SELECT n.number, n.person_id AS personId, n.note_id AS noteId, n.guest_note_id AS guestNoteId,
    EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.note_id = n.note_id)
      OR EXISTS (SELECT 1 FROM notes_taken_back t WHERE t.guest_note_id = n.guest_note_id) AS isTakenBack
  FROM note_numbers n`;

const read = (row: Row): CountedLine => ({ ...row, isTakenBack: row.isTakenBack === 1 });
