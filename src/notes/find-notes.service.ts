import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import { NoteLooks } from './note-looks.service.js';
import { type ShownGuestNote, ShownGuestNotes } from './shown-guest-notes.service.js';
import { type ShownNote, ShownNotes } from './shown-notes.service.js';

/** Words that all stand in a note, and the dates of the wall between which it is placed, both of them in. */
export interface SoughtNotes {
  words: readonly string[];
  from: Temporal.PlainDate | null;
  to: Temporal.PlainDate | null;
}

/** A note that was found, of the one kind or the other. */
export type FoundNote = { house: ShownNote; guest: null } | { house: null; guest: ShownGuestNote };

const MOST = 50;

/** Finds notes by what they say now (R28): house notes and notes with guests, newest first. */
@Injectable()
export class FindNotes {
  constructor(
    private readonly pages: PageReader,
    private readonly notes: ShownNotes,
    private readonly guestNotes: ShownGuestNotes,
    private readonly looks: NoteLooks,
  ) {}

  /** At most fifty. Each stay whose notes are shown is written down as a look before they are (R44). */
  async sought(sought: SoughtNotes, who: Actor, house: House, now: Temporal.Instant) {
    const rows = await this.pages.rows<Row>(...questionOf(sought, house));
    const shown = rows.slice(0, MOST);
    const ids = (isGuests: 0 | 1) => shown.filter((row) => row.isGuests === isGuests).map(({ id }) => id);
    const [notes, guestNotes] = await Promise.all([
      this.notes.these(ids(0), now),
      this.guestNotes.these(ids(1)),
    ]);
    await this.looks.looked(who, 'notes.find.view', guestNotes);
    const found: FoundNote[] = [
      ...notes.map((each) => ({ house: each, guest: null })),
      ...guestNotes.map((each) => ({ house: null, guest: each })),
    ];
    return { found: found.sort(byNewest), hasMore: rows.length > MOST };
  }
}

interface Row {
  id: string;
  isGuests: 0 | 1;
}

const byNewest = (one: FoundNote, other: FoundNote): number => {
  const [a, b] = [noteOf(one), noteOf(other)];
  return Temporal.Instant.compare(b.placedAt, a.placedAt) || b.number - a.number;
};

const noteOf = ({ house, guest }: FoundNote) => (house ? house.note : guest.note);

/** After every moment there can be. */
const END_OF_TIME = '9999';

/**
 * By their words through the index of words; by dates alone through the index of when they were written, which is never before
 * they are placed. What was taken back has no words, and is not found by its dates either.
 */
function questionOf({ words, from, to }: SoughtNotes, { time }: House): [string, string[]] {
  const start = from ? instantText.to(time.atHour(from, 0)) : '';
  const end = to ? instantText.to(time.atHour(to.add({ days: 1 }), 0)) : END_OF_TIME;
  const part = words.length > 0 ? BY_WORDS : BY_DATES;
  const parts = [part('notes', 0), part('guest_notes', 1)].join(' UNION ALL ');
  const sql = `${parts} ORDER BY placed DESC, number DESC LIMIT ${MOST + 1}`;
  return [sql, [start, end, ...(words.length > 0 ? [phrasesOf(words)] : [])]];
}

/** Where a word of the note begins so; what is typed never reads as a question of SQLite's own. */
const phrasesOf = (words: readonly string[]): string =>
  words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' AND ');

const COLUMNS = (isGuests: 0 | 1) =>
  `SELECT n.id, ${isGuests} AS isGuests, n.number, coalesce(n.event_at, n.written_at) AS placed`;
const PLACED = 'coalesce(n.event_at, n.written_at) >= ?1 AND coalesce(n.event_at, n.written_at) < ?2';

const BY_WORDS = (table: string, isGuests: 0 | 1) => `${COLUMNS(isGuests)}
  FROM note_words w CROSS JOIN ${table} n ON n.number = w.rowid
  WHERE w.words MATCH ?3 AND ${PLACED}`;

const BY_DATES = (table: string, isGuests: 0 | 1) => `${COLUMNS(isGuests)}
  FROM ${table} n WHERE n.written_at >= ?1 AND ${PLACED}
    AND EXISTS (SELECT 1 FROM note_words w WHERE w.rowid = n.number)`;
