import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { ActsService } from '../acts/acts.service.js';
import { UndoService } from '../acts/undo.service.js';
import { dayText, instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Act } from '../domain/act.js';
import { Clock } from '../domain/clock.js';
import { Conflict } from '../domain/conflict.js';
import type { House } from '../domain/house.js';
import { toMinute } from '../domain/house-time.js';
import type { Actor } from '../domain/person.js';
import type { Language, Moment } from '../domain/question.js';
import type { QuestionAnswer } from '../domain/question-answer.js';
import { paths } from '../web/paths.js';

/** What a guest kept, what stood on their sheet, or what they told when they were rung. */
export interface AnswerSet {
  id: string;
  moment: Moment;
  /** The follow-up at which it was told; null at arrival and at leaving. */
  followUpId: string | null;
  /** From a sheet, or written down while they told it: somebody keyed it in. */
  cameBy: 'screen' | 'sheet';
  language: Language;
  keptAt: Temporal.Instant;
  /** At whose desk, or who keyed it in. */
  personName: string;
  answers: QuestionAnswer[];
}

export interface NewSet extends Pick<AnswerSet, 'moment' | 'followUpId' | 'cameBy' | 'language' | 'answers'> {
  stayId: string;
}

/** The answers that belong to a stay and a moment of it. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly pages: PageReader,
    private readonly acts: ActsService,
    private readonly clock: Clock,
    undo: UndoService,
  ) {
    undo.when('answers.kept', (tx, act) => this.takeBack(tx, act), 'answers.keyIn');
  }

  /** Those of a stay, in the order in which they were kept; without what was undone. */
  async of(stayId: string, reader: EntityManager = this.pages.manager): Promise<AnswerSet[]> {
    const rows = await reader.query<(Omit<AnswerSet, 'keptAt' | 'answers'> & { keptAt: string })[]>(SETS, [
      stayId,
    ]);
    const answers = await reader.query<(QuestionAnswer & { setId: string })[]>(ANSWERS, [
      JSON.stringify(rows.map(({ id }) => id)),
    ]);
    return rows.map((row) => ({
      ...row,
      keptAt: Temporal.Instant.from(row.keptAt),
      answers: answers.filter(({ setId }) => setId === row.id),
    }));
  }

  /**
   * Keeps them, with their line of history; answers its id. Only what was keyed in from a sheet can be undone. Throws a
   * Conflict when this moment of the stay, or this follow-up, has its answers already.
   */
  async keep(tx: EntityManager, set: NewSet, who: Actor, house: House): Promise<string> {
    const { stayId, moment, followUpId, cameBy, language } = set;
    if ((await this.of(stayId, tx)).some((each) => isOfTheSame(each, set)))
      throw new Conflict('This was answered already.');
    const [id, now] = [randomUUID(), toMinute(this.clock.now())];
    const day = dayText.to(house.time.houseDay(now));
    const values = [id, stayId, moment, followUpId, cameBy, language, instantText.to(now), day, who.id];
    await tx.query(ADD_SET, values);
    for (const { code, version, outcome, choice, words, count } of set.answers)
      await tx.query(ADD_ANSWER, [id, code, version, outcome, choice, words, count]);
    const details = { set: id, moment, cameBy };
    const canBeUndone = cameBy === 'sheet';
    return this.acts.record(tx, who, house, { kind: 'answers.kept', stayId, details, canBeUndone });
  }

  private async takeBack(tx: EntityManager, { details, stayId }: Act): Promise<string> {
    const at = instantText.to(toMinute(this.clock.now()));
    await tx.query('UPDATE answer_sets SET undone_at = ? WHERE id = ?', [at, details.set]);
    return paths.stay(stayId!);
  }
}

/** Arrival and leaving are answered once; at follow-ups each of them once. */
const isOfTheSame = (kept: Pick<NewSet, 'moment' | 'followUpId'>, set: NewSet): boolean =>
  kept.moment === set.moment && kept.followUpId === set.followUpId;

const SETS = `SELECT s.id, s.moment, s.follow_up_id AS followUpId, s.came_by AS cameBy, s.language, s.kept_at AS keptAt, p.name AS personName
  FROM answer_sets s JOIN people p ON p.id = s.person_id
  WHERE s.stay_id = ? AND s.undone_at IS NULL ORDER BY s.kept_at, s.id`;

const ANSWERS = `SELECT set_id AS setId, code, version, outcome, choice, words, count FROM answers
  WHERE set_id IN (SELECT value FROM json_each(?))`;

const ADD_SET = `INSERT INTO answer_sets (id, stay_id, moment, follow_up_id, came_by, language, kept_at, house_day, person_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const ADD_ANSWER = `INSERT INTO answers (set_id, code, version, outcome, choice, words, count)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
