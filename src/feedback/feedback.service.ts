import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService, type Done } from '../acts/acts.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Clock } from '../domain/clock.js';
import { SentBefore } from '../domain/conflict.js';
import { checkSaid, type Feedback, type FeedbackAnswer, type Said } from '../domain/feedback.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import type { FormBody } from '../web/form-body.js';
import { paths } from '../web/paths.js';
import { NotHere } from '../web/refusals.js';

/** What guests say, and what the team answers. Nothing of it is ever changed or taken out. */
@Injectable()
export class FeedbackService {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly unit: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** With a name, typed in by `who`. Throws a RuleViolation for `service`. */
  give({ name, ...said }: Said & { name: string }, body: FormBody, who: Actor, house: House): Promise<Done> {
    return this.acts.once(who, 'feedback.give', body, async (tx) => {
      const id = await this.keep(tx, said, name, who, house);
      return { address: paths.feedback(), subjectId: id, undo: null };
    });
  }

  /** Inside the open unit of work; answers its id. Without a name nothing of `who` is kept, and nobody has a code. */
  async keep(tx: EntityManager, said: Said, name: string | null, who: Actor, house: House): Promise<string> {
    const id = await this.insert(tx, checkSaid(said), null, house);
    const at = instantText.to(toMinute(this.clock.now()));
    const sql = 'INSERT INTO feedback_names (feedback_id, name, person_id, at) VALUES (?, ?, ?, ?)';
    if (name !== null) await tx.query(sql, [id, name, who.id, at]);
    return id;
  }

  /**
   * Without a name. It leaves no line of the trail, no act, no draft and no sent form: each of them has a person and an hour.
   * Its code makes it one, however often it is sent; throws SentBefore when that code came with other words, and a
   * RuleViolation for `service`.
   */
  async giveAnonymously({ code, ...said }: Said & { code: string }, house: House): Promise<void> {
    const checked = checkSaid(said);
    const hash = hashOf(code);
    await this.unit.run(async (tx) => {
      const [sent] = await tx.query<Said[]>('SELECT about, service, text FROM feedback WHERE code_hash = ?', [
        hash,
      ]);
      if (!sent) await this.insert(tx, checked, hash, house);
      else if (JSON.stringify(sent) !== JSON.stringify(checked))
        throw new SentBefore(paths.anonymousFeedback());
    });
  }

  /** One more answer. Throws NotHere. */
  async answer(tx: EntityManager, id: string, text: string, who: Actor, house: House): Promise<Done> {
    await this.find(id, tx);
    const now = this.clock.now();
    const day = dayText.to(house.time.houseDay(now));
    await tx.query(ANSWER, [id, text, day, instantText.to(toMinute(now)), who.id]);
    return { address: paths.oneFeedback(id), subjectId: id, undo: null };
  }

  /** Throws NotHere for an unknown id. */
  async find(id: string, reader: EntityManager = this.pages.manager): Promise<Feedback> {
    const [row] = await reader.query<Row[]>(`${FEEDBACK} WHERE f.id = ?`, [id]);
    if (!row) throw new NotHere();
    return feedbackOf(row);
  }

  /** The one with this reply code; null where there is none. */
  async byCode(code: string): Promise<Feedback | null> {
    const [row] = await this.pages.rows<Row>(`${FEEDBACK} WHERE f.code_hash = ?`, [hashOf(code)]);
    return row ? feedbackOf(row) : null;
  }

  /** Oldest first. */
  async answersTo(id: string): Promise<FeedbackAnswer[]> {
    const sql =
      'SELECT text, house_day AS houseDay FROM feedback_answers WHERE feedback_id = ? ORDER BY number';
    const rows = await this.pages.rows<{ text: string; houseDay: string }>(sql, [id]);
    return rows.map(({ text, houseDay }) => ({ text, houseDay: Temporal.PlainDate.from(houseDay) }));
  }

  private async insert(tx: EntityManager, said: Said, hash: string | null, house: House): Promise<string> {
    const id = randomUUID();
    const day = dayText.to(house.time.houseDay(this.clock.now()));
    const sql =
      'INSERT INTO feedback (id, house_day, about, service, text, code_hash) VALUES (?, ?, ?, ?, ?, ?)';
    await tx.query(sql, [id, day, said.about, said.service, said.text, hash]);
    return id;
  }
}

/** A code has 20 to the 16th readings: a fast hash is enough, and nothing has to count who tries. */
const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

type Row = Omit<Feedback, 'houseDay'> & { houseDay: string };

const FEEDBACK = `SELECT f.id, f.house_day AS houseDay, f.about, f.service, f.text, n.name
  FROM feedback f LEFT JOIN feedback_names n ON n.feedback_id = f.id`;

const ANSWER = `INSERT INTO feedback_answers (feedback_id, text, house_day, at, person_id) VALUES (?, ?, ?, ?, ?)`;

const feedbackOf = ({ houseDay, ...row }: Row): Feedback => ({
  ...row,
  houseDay: Temporal.PlainDate.from(houseDay),
});
