import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { PageReader } from '../database/page-reader.js';
import type { KnownGuest } from '../domain/known-guest.js';
import { fewestShared, isLikelySame, likelySame, trigramsOf } from '../domain/likely-same.js';
import { keyOf, recordsOf } from './linked-records.service.js';

/** Guests by a part of their name, as SQL that gives their ids, with its values. */
export interface Named {
  sql: string;
  values: string[];
}

/** After every letter there is. */
const LAST_LETTER = '\u{10ffff}';

/**
 * Guests whose name has each of these folded words somewhere; a word under three letters where a word of the name begins. No
 * letter stands for others.
 */
export function guestsNamed(words: readonly string[]): Named {
  const [long, short] = [true, false].map((isLong) =>
    words.filter((word) => [...word].length > 2 === isLong),
  );
  const phrases = long!.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
  const found = [...(phrases === '' ? [] : [HAVING]), ...short!.map(() => BEGINNING)];
  return {
    sql: `SELECT named.guest_id FROM guest_names named WHERE named.number IN (${found.join(' INTERSECT ')})`,
    values: [
      ...(phrases === '' ? [] : [phrases]),
      ...short!.flatMap((word) => [` ${word}`, ` ${word}${LAST_LETTER}`]),
    ],
  };
}

const HAVING = 'SELECT rowid FROM guest_trigrams WHERE guest_trigrams MATCH ?';
const BEGINNING = 'SELECT doc FROM guest_trigram_places WHERE term >= ? AND term < ?';

/** As the file numbers names: by their length first. */
const OF_ONE_LENGTH = 10_000_000;

/** So many names share enough trigrams with what was typed that more of them would tell nothing. */
const MOST_NEAR = 1000;

/** Finds guests by a name as somebody says it, with a typo or without (R17); never by reading all of them. */
@Injectable()
export class NameSearch {
  constructor(private readonly pages: PageReader) {}

  /** Who may be the one called so, likeliest first, then whoever left last; nobody who is in the house, nobody who died. */
  async like(folded: string): Promise<KnownGuest[]> {
    const ids = JSON.stringify(await this.records(folded));
    const known = (await this.pages.rows<Row>(LAST_STAYS, [ids])).map(read);
    return likelySame(folded, known);
  }

  /** The ids of all records with a name like this, of guests who are here too. */
  async records(folded: string): Promise<string[]> {
    const near = (await this.near(folded)).filter(({ foldedName }) => isLikelySame(folded, foldedName));
    return near.map(({ id }) => id);
  }

  private near(folded: string): Promise<{ id: string; foldedName: string }[]> {
    const trigrams = trigramsOf(folded);
    const length = [...folded].length;
    return this.pages.rows(NEAR, [
      folded,
      JSON.stringify(trigrams),
      fewestShared(trigrams),
      (length - 1) * OF_ONE_LENGTH,
      (length + 2) * OF_ONE_LENGTH,
    ]);
  }
}

/**
 * The same name by its index, so that names under three letters are found too; names of nearly the same length by the trigrams
 * they share, those with most of them first.
 */
const NEAR = `SELECT id, folded_name AS foldedName FROM guests WHERE folded_name = ?1
  UNION
  SELECT g.id, g.folded_name FROM (
    SELECT place.doc FROM guest_trigram_places place
      WHERE place.term IN (SELECT value FROM json_each(?2)) AND place.doc >= ?4 AND place.doc < ?5
      GROUP BY place.doc HAVING count(DISTINCT place.term) >= ?3
      ORDER BY count(DISTINCT place.term) DESC LIMIT ${MOST_NEAR}) near
  JOIN guest_names n ON n.number = near.doc JOIN guests g ON g.id = n.guest_id`;

interface Row extends Omit<KnownGuest, 'arrivalDay'> {
  arrivalDay: string;
}

/** Of each of these guests who has left, linked records and all, the last stay and the bed it ended in; the latest first. */
const LAST_STAYS = `SELECT g.id, g.name, g.folded_name AS foldedName, known.person,
    s.arrival_day AS arrivalDay, b.name AS bedName
  FROM (SELECT value AS id, ${keyOf('value')} AS person FROM json_each(?)) known
  JOIN guests g ON g.id = known.id
  JOIN stays s ON s.id = (SELECT last.id FROM stays last
    WHERE last.guest_id IN ${recordsOf('known.person')} AND last.undone_at IS NULL
    ORDER BY last.arrived_at DESC, last.left_at IS NULL DESC LIMIT 1)
  JOIN bed_segments p ON p.id = (SELECT part.id FROM bed_segments part
    WHERE part.stay_id = s.id AND part.undone_at IS NULL ORDER BY part.place DESC LIMIT 1)
  JOIN beds b ON b.id = p.bed_id
  WHERE s.left_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deaths died
    WHERE died.guest_id IN ${recordsOf('known.person')} AND died.undone_at IS NULL)
  ORDER BY s.arrived_at DESC, g.id`;

const read = (row: Row): KnownGuest => ({ ...row, arrivalDay: Temporal.PlainDate.from(row.arrivalDay) });
