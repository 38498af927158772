import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import type { Actor } from '../domain/person.js';
import type { Language, Moment } from '../domain/question.js';
import type { QuestionAnswer } from '../domain/question-answer.js';
import { Turn } from '../domain/turn.js';
import type { HeldTurn } from '../web/visit.js';

/** What the screen is handed over for; null as `moment` is only to read, `goOn` where they were. */
export interface HandOver {
  stayId: string;
  goOn: boolean;
  moment: Moment | null;
  language: Language;
}

/** The turns that are going on; nothing of one is left once it is over. */
@Injectable()
export class TurnsService {
  constructor(
    private readonly pages: PageReader,
    private readonly unit: UnitOfWork,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    unit.settleFirst((tx) => this.wipe(tx));
  }

  /** The one of a stay, going on or over and not yet taken back; null for none. */
  ofStay(stayId: string, reader: EntityManager = this.pages.manager): Promise<Turn | null> {
    return reader.findOneBy(Turn, { stayId });
  }

  /** The turn this screen holds; null once it was handed over at another. */
  held({ id, screen }: HeldTurn, reader: EntityManager = this.pages.manager): Promise<Turn | null> {
    return reader.findOneBy(Turn, { id, screen });
  }

  /** What was answered so far, each question once. */
  answers(turnId: string, reader: EntityManager = this.pages.manager): Promise<QuestionAnswer[]> {
    return reader.query<QuestionAnswer[]>(HALF, [turnId]);
  }

  /** The turn of this stay, in new hands: gone on with, or begun afresh without what was half answered. */
  async handOver(tx: EntityManager, wish: HandOver, who: Actor): Promise<HeldTurn> {
    const now = this.clock.now();
    const before = await this.ofStay(wish.stayId, tx);
    const hands = { screen: randomUUID(), personId: who.id };
    if (wish.goOn && before?.ended === null) {
      before.handAgain(hands, now);
      await this.save(tx, before);
      return { id: before.id, screen: hands.screen };
    }
    if (before) await this.forget(tx, before.id);
    const { stayId, moment, language } = wish;
    const turn = new Turn({ id: randomUUID(), stayId, moment, language, seenAt: now, ...hands });
    await tx.insert(Turn, turn);
    return { id: turn.id, screen: hands.screen };
  }

  /** The screen is back with the person of the desk: what goes on waits, what is over leaves no row. */
  async takeBack(tx: EntityManager, held: HeldTurn): Promise<string | null> {
    const turn = await this.held(held, tx);
    if (!turn) return null;
    if (turn.ended === null) await tx.update(Turn, { id: turn.id }, { screen: null });
    else await this.forget(tx, turn.id);
    return turn.stayId;
  }

  async save(tx: EntityManager, turn: Turn): Promise<void> {
    const { id, ...facts } = turn;
    await tx.update(Turn, { id }, facts);
  }

  async keepHalf(tx: EntityManager, turnId: string, answer: QuestionAnswer): Promise<void> {
    const { code, version, outcome, choice, words, count } = answer;
    await tx.query('DELETE FROM turn_answers WHERE turn_id = ? AND code = ?', [turnId, code]);
    const values = [turnId, code, version, outcome, choice, words, count];
    await tx.query('INSERT INTO turn_answers VALUES (?, ?, ?, ?, ?, ?, ?)', values);
  }

  /** What was half answered is gone for good, from the log beside the file as well. */
  async forgetHalf(tx: EntityManager, turnId: string): Promise<void> {
    await tx.query('DELETE FROM turn_answers WHERE turn_id = ?', [turnId]);
    this.unit.forgetForGood();
  }

  private async forget(tx: EntityManager, turnId: string): Promise<void> {
    await this.forgetHalf(tx, turnId);
    await tx.delete(Turn, { id: turnId });
  }

  /** What was left quiet too long is gone before anything else is done (R14); the line names the setting (R45). */
  private async wipe(tx: EntityManager): Promise<void> {
    for (const turn of await this.quiet(tx, this.clock.now())) {
      await this.forgetHalf(tx, turn.id);
      turn.end('wiped');
      await this.save(tx, turn);
      await this.audit.write(tx, null, 'turn.wipedAfter', turn.stayId);
    }
  }

  private async quiet(tx: EntityManager, now: Temporal.Instant): Promise<Turn[]> {
    const rows = await tx.query<{ id: string }[]>(QUIET, [instantText.to(now)]);
    return Promise.all(rows.map(({ id }) => tx.findOneByOrFail(Turn, { id })));
  }
}

const HALF = `SELECT code, version, outcome, choice, words, count FROM turn_answers WHERE turn_id = ?`;

const QUIET = `SELECT t.id FROM turns t JOIN house h ON h.id = 1
  WHERE t.ended IS NULL AND unixepoch(t.seen_at) <= unixepoch(?) - 60 * h.turn_wiped_after`;
