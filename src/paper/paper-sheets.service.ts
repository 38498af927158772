import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { type EntityManager, IsNull } from 'typeorm';
import type { Done } from '../acts/acts.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { toMinute } from '../domain/house-time.js';
import { checkOrder, type PaperKindCode, PaperLine, PaperSheet } from '../domain/paper-sheet.js';
import { Person, type Actor } from '../domain/person.js';
import { RuleViolation } from '../domain/rule-violation.js';
import type { LineSaid } from './paper.forms.js';
import type { Keyed } from './paper-kinds.service.js';

/** What was written by hand while the computer was down, line by line as it is keyed in (R52). */
@Injectable()
export class PaperSheets {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** The sheet that is being keyed in, or null. */
  open(reader: EntityManager = this.pages.manager): Promise<PaperSheet | null> {
    return reader.findOneBy(PaperSheet, { endedAt: IsNull() });
  }

  /**
   * Does `work` and writes down whose line it was, on the open sheet or a new one. What was on the screen already makes no
   * line. Throws OutOfOrder (409) for one that happened before the last, and whatever `work` throws.
   */
  async keyIn(
    tx: EntityManager,
    kind: PaperKindCode,
    said: LineSaid,
    who: Actor,
    work: () => Promise<Keyed>,
  ): Promise<Done> {
    const sheet = await this.open(tx);
    await this.checkWriter(tx, said.writerId);
    checkOrder(said.at, sheet && (await this.lastOf(tx, sheet.id)), said.isOrderSaid);
    const { also, ...done } = await work();
    const became =
      kind === 'note' ? { actId: null, noteId: done.subjectId } : { actId: done.undo, noteId: null };
    if (became.actId === null && became.noteId === null) return done;
    const sheetId = sheet?.id ?? (await this.begin(tx, who));
    const { writerId, writerName } = said;
    const common = { sheetId, writerId, writerName, keyedBy: who.id };
    await this.add(tx, { ...common, kind, happenedAt: said.at, ...became });
    if (also)
      await this.add(tx, { ...common, kind: also.kind, happenedAt: also.at, actId: also.undo, noteId: null });
    return done;
  }

  private async add(tx: EntityManager, facts: Omit<PaperLine, 'id' | 'number' | 'keyedAt'>): Promise<void> {
    const keyedAt = toMinute(this.clock.now());
    await tx.insert(PaperLine, new PaperLine({ id: randomUUID(), keyedAt, ...facts }));
  }

  /** All of it is in: the next line begins another sheet. Answers the sheet, or null when none is open. */
  async end(tx: EntityManager, who: Actor): Promise<string | null> {
    const sheet = await this.open(tx);
    if (!sheet) return null;
    const end = { endedAt: toMinute(this.clock.now()), endedBy: who.id };
    await tx.update(PaperSheet, { id: sheet.id, endedAt: IsNull() }, end);
    return sheet.id;
  }

  /** Who wrote by hand what became these acts, by the act's id; those that came from no paper are left out. */
  async writersOf(acts: readonly Act[]): Promise<Map<string, string>> {
    const ids = JSON.stringify(acts.map(({ id }) => id));
    const rows = await this.pages.rows<{ id: string; writer: string | null }>(WRITERS, [ids]);
    return new Map(rows.map(({ id, writer }) => [id, writer ?? 'someone']));
  }

  /** One hand writes most lines of a sheet: the writer of the last one stands there until another is chosen. */
  async writerSoFar(): Promise<[string, string[]][]> {
    const sheet = await this.open();
    const where = { sheetId: sheet?.id ?? '' };
    const last = await this.pages.manager.findOne(PaperLine, { where, order: { number: 'DESC' } });
    if (!last) return [];
    return [
      ['writer', [last.writerId ?? '']],
      ['writerName', [last.writerName ?? '']],
    ];
  }

  private async begin(tx: EntityManager, who: Actor): Promise<string> {
    const begunAt = toMinute(this.clock.now());
    const sheet = new PaperSheet({ id: randomUUID(), begunAt, begunBy: who.id });
    await tx.insert(PaperSheet, sheet);
    return sheet.id;
  }

  /** When the last line happened that still stands; a leaving told with the arrival is aside of the order. */
  private async lastOf(tx: EntityManager, sheetId: string): Promise<Temporal.Instant | null> {
    const [last] = await tx.query<{ at: string }[]>(LAST, [sheetId]);
    return last ? (instantText.from(last.at) as Temporal.Instant) : null;
  }

  private async checkWriter(tx: EntityManager, id: string | null): Promise<void> {
    if (id !== null && !(await tx.existsBy(Person, { id })))
      throw new RuleViolation('writer', 'Choose one of these people, or write a name');
  }
}

const WRITERS = `SELECT line.act_id AS id, coalesce(person.name, line.writer_name) AS writer
  FROM paper_lines line LEFT JOIN people person ON person.id = line.writer_id
  WHERE line.act_id IN (SELECT value FROM json_each(?))`;

const LAST = `SELECT line.happened_at AS at FROM paper_lines line LEFT JOIN acts act ON act.id = line.act_id
  WHERE line.sheet_id = ? AND act.undone_by_act IS NULL AND act.details ->> 'arrival' IS NULL
  ORDER BY line.number DESC LIMIT 1`;
