import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import type { ImportChoices } from '../domain/import-columns.js';
import type { Actor } from '../domain/person.js';
import { NotHere } from '../web/refusals.js';
import type { Sheet } from './sheet.service.js';

/** A spreadsheet that waits for whoever brought it in, and for nobody else. */
export interface WaitingImport {
  id: string;
  fileName: string;
  addedAt: Temporal.Instant;
  columns: string[];
  /** Null until its columns were chosen. */
  choices: ImportChoices | null;
}

/** What nobody went on with is gone after a day: it holds names. */
const KEPT_FOR = { hours: 24 };

interface Row {
  id: string;
  fileName: string;
  addedAt: string;
  columns: string;
  choices: string | null;
}

/** Keeps the rows of a spreadsheet until they are brought in, thrown away or a day old. */
@Injectable()
export class WaitingImports {
  constructor(
    private readonly pages: PageReader,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Answers its id. */
  async add(tx: EntityManager, who: Actor, fileName: string, { columns, rows }: Sheet): Promise<string> {
    const id = randomUUID();
    await tx.query(
      'INSERT INTO waiting_imports (id, person_id, file_name, added_at, columns) VALUES (?, ?, ?, ?, ?)',
      [id, who.id, fileName, instantText.to(this.clock.now()), JSON.stringify(columns)],
    );
    await tx.query(
      `INSERT INTO waiting_rows (import_id, row_number, cells)
        SELECT ?1, value ->> 'number', value -> 'cells' FROM json_each(?2)`,
      [id, JSON.stringify(rows)],
    );
    return id;
  }

  /** The newest first. */
  async of(who: Actor): Promise<WaitingImport[]> {
    const rows = await this.pages.rows<Row>(`${WAITING} ORDER BY added_at DESC`, [who.id, this.oldest()]);
    return rows.map(read);
  }

  /** Throws NotHere for an unknown one, one of somebody else's, and one that is gone. */
  async find(id: string, who: Actor, reader: EntityManager = this.pages.manager): Promise<WaitingImport> {
    const [row] = await reader.query<Row[]>(`${WAITING} AND id = ?3`, [who.id, this.oldest(), id]);
    if (!row) throw new NotHere();
    return read(row);
  }

  /** In their order; at most `most` of them. */
  async rows(
    id: string,
    reader: EntityManager = this.pages.manager,
    most = -1,
  ): Promise<{ number: number; cells: string[] }[]> {
    const rows = await reader.query<{ number: number; cells: string }[]>(
      `SELECT row_number AS number, cells FROM waiting_rows WHERE import_id = ? ORDER BY row_number LIMIT ?`,
      [id, most],
    );
    return rows.map(({ number, cells }) => ({ number, cells: JSON.parse(cells) as string[] }));
  }

  async choose(tx: EntityManager, id: string, choices: ImportChoices): Promise<void> {
    await tx.query('UPDATE waiting_imports SET choices = ? WHERE id = ?', [JSON.stringify(choices), id]);
  }

  /** Its rows are gone for good: they hold names. */
  async throwAway(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM waiting_imports WHERE id = ?', [id]);
    this.unit.forgetForGood();
  }

  /** The first thing in each unit of work (R14): what is a day old goes. */
  async throwOldAway(tx: EntityManager): Promise<void> {
    const old = [this.oldest()];
    const [any] = await tx.query<unknown[]>('SELECT 1 FROM waiting_imports WHERE added_at <= ? LIMIT 1', old);
    if (!any) return;
    await tx.query('DELETE FROM waiting_imports WHERE added_at <= ?', old);
    this.unit.forgetForGood();
  }

  private oldest(): string {
    return instantText.to(this.clock.now().subtract(KEPT_FOR));
  }
}

const WAITING = `SELECT id, file_name AS fileName, added_at AS addedAt, columns, choices
  FROM waiting_imports WHERE person_id = ?1 AND added_at > ?2`;

const read = (row: Row): WaitingImport => ({
  id: row.id,
  fileName: row.fileName,
  addedAt: instantText.from(row.addedAt) as Temporal.Instant,
  columns: JSON.parse(row.columns) as string[],
  choices: row.choices === null ? null : (JSON.parse(row.choices) as ImportChoices),
});
