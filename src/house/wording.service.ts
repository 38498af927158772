import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import { toMinute } from '../domain/house-time.js';
import { hintsFor, parseWording, type WordingHint } from '../domain/wording.js';

/** One version of the house’s list, and who saved it; nobody saved the one it came with. */
export interface SavedWording {
  number: number;
  lines: string;
  personName: string | null;
  at: Temporal.Instant;
}

/** The house’s list of words that have a plainer one. Every version that was saved is kept (R26). */
@Injectable()
export class WordingService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** What on the list stands in `text`. Reads only: nothing is written about what somebody asked. */
  async hints(text: string): Promise<WordingHint[]> {
    return hintsFor(text, parseWording((await this.newest()).lines));
  }

  async newest(reader: EntityManager = this.pages.manager): Promise<SavedWording> {
    const [row] = await reader.query<(Omit<SavedWording, 'at'> & { at: string })[]>(NEWEST);
    return { ...row!, at: Temporal.Instant.from(row!.at) };
  }

  /** The same lines make no version. Throws ChangedMeanwhile when `seen` is no longer the newest (R26). */
  async keep(tx: EntityManager, next: { lines: string; seen: number }, personId: string): Promise<void> {
    const { number, lines } = await this.newest(tx);
    if (lines === next.lines) return;
    if (number !== next.seen) throw new ChangedMeanwhile('Someone else changed the list meanwhile.');
    const sql = 'INSERT INTO plain_words (number, lines, person_id, at) VALUES (?, ?, ?, ?)';
    await tx.query(sql, [number + 1, next.lines, personId, instantText.to(toMinute(this.clock.now()))]);
  }
}

const NEWEST = `SELECT w.number, w.lines, w.at, p.name AS personName
  FROM plain_words w LEFT JOIN people p ON p.id = w.person_id ORDER BY w.number DESC LIMIT 1`;
