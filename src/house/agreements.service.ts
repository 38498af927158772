import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { type Agreement, checkNext } from '../domain/agreement.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';
import { NotHere } from '../web/refusals.js';

/** A version as the list under Settings names it. */
export interface SavedAgreement {
  agreement: Agreement;
  personName: string;
}

interface Row extends Omit<Agreement, 'at'> {
  at: string;
  personName: string;
}

/** The house’s agreement: the text it has now, and every one it had. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async all(reader: EntityManager = this.pages.manager): Promise<SavedAgreement[]> {
    const rows = await reader.query<Row[]>(`${AGREEMENTS} ORDER BY a.number DESC`);
    return rows.map(saved);
  }

  /** The text that holds now; null while the house has none. */
  async newest(reader: EntityManager = this.pages.manager): Promise<Agreement | null> {
    const [row] = await reader.query<Row[]>(`${AGREEMENTS} ORDER BY a.number DESC LIMIT 1`);
    return row ? saved(row).agreement : null;
  }

  /** Throws NotHere for a number no version has. */
  async find(number: number, reader: EntityManager = this.pages.manager): Promise<SavedAgreement> {
    const [row] = await reader.query<Row[]>(`${AGREEMENTS} WHERE a.number = ?`, [number]);
    if (!row) throw new NotHere();
    return saved(row);
  }

  /** Keeps `text` as the next version; the same text makes none. Throws ChangedMeanwhile when `seen` is no longer the newest (R26). */
  async keep(
    tx: EntityManager,
    { text, seen }: { text: string; seen: number },
    personId: string,
  ): Promise<void> {
    const newest = await this.newest(tx);
    if (newest?.text === text) return;
    checkNext(newest, seen);
    const sql = 'INSERT INTO agreements (number, text, person_id, at) VALUES (?, ?, ?, ?)';
    await tx.query(sql, [seen + 1, text, personId, instantText.to(toMinute(this.clock.now()))]);
  }
}

const AGREEMENTS = `SELECT a.number, a.text, a.at, p.name AS personName
  FROM agreements a JOIN people p ON p.id = a.person_id`;

const saved = ({ number, text, at, personName }: Row): SavedAgreement => ({
  agreement: { number, text, at: Temporal.Instant.from(at) },
  personName,
});
