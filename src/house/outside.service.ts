import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { checkNext } from '../domain/agreement.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';

/** One version of the address outside the house, and who saved it. */
export interface OutsideAddress {
  number: number;
  text: string;
  personName: string;
  at: Temporal.Instant;
}

/** Where a guest can turn to outside the house: the last words of every feedback sheet. Each version is kept. */
@Injectable()
export class OutsideService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Null while the house has none. */
  async newest(reader: EntityManager = this.pages.manager): Promise<OutsideAddress | null> {
    const [row] = await reader.query<(Omit<OutsideAddress, 'at'> & { at: string })[]>(NEWEST);
    return row ? { ...row, at: Temporal.Instant.from(row.at) } : null;
  }

  /** Keeps `text` as the next version; the same text makes none. Throws ChangedMeanwhile when `seen` is not the newest (R26). */
  async keep(tx: EntityManager, { text, seen }: { text: string; seen: number }, personId: string) {
    const newest = await this.newest(tx);
    if (newest?.text === text) return;
    checkNext(newest, seen);
    const sql = 'INSERT INTO outside_addresses (number, text, person_id, at) VALUES (?, ?, ?, ?)';
    await tx.query(sql, [seen + 1, text, personId, instantText.to(toMinute(this.clock.now()))]);
  }
}

const NEWEST = `SELECT a.number, a.text, a.at, p.name AS personName
  FROM outside_addresses a JOIN people p ON p.id = a.person_id ORDER BY a.number DESC LIMIT 1`;
