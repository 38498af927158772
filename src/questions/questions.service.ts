import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { instantText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import { Clock } from '../domain/clock.js';
import { ChangedMeanwhile } from '../domain/conflict.js';
import { type HospitalWindow, windowChanges, windowOf, type WindowWish } from '../domain/hospital-window.js';
import { toMinute } from '../domain/house-time.js';
import { askedAt, type Moment, type Question, type QuestionKind, type Wording } from '../domain/question.js';
import { checkWindowMoments, isSameQuestion, type WantedQuestion } from '../domain/question-wish.js';

interface Row {
  code: string;
  kind: QuestionKind;
  number: number;
  place: number;
  moments: string;
  enText: string;
  enWhy: string | null;
  enOptions: string;
  esText: string | null;
  esWhy: string | null;
  esOptions: string;
  scores: string | null;
  over: HospitalWindow | null;
  overWhy: string | null;
}

/** The questions of the house, in every version there was. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly pages: PageReader,
    private readonly clock: Clock,
  ) {}

  /** Each in its newest version, in the order of the house; also those that are not asked any more. */
  async all(reader: EntityManager = this.pages.manager): Promise<Question[]> {
    return (await reader.query<Row[]>(`${VERSIONS} WHERE ${IS_NEWEST} ORDER BY v.place, v.code`)).map(
      questionOf,
    );
  }

  /** What is asked at a moment, in the order of the house. */
  async at(moment: Moment | null, reader: EntityManager = this.pages.manager): Promise<Question[]> {
    return askedAt(await this.all(reader), moment);
  }

  /** Every version, oldest first: answers are read with the words they were given to. */
  async versions(
    code: string | null = null,
    reader: EntityManager = this.pages.manager,
  ): Promise<Question[]> {
    const rows = await reader.query<Row[]>(
      `${VERSIONS} WHERE ?1 IS NULL OR v.code = ?1 ORDER BY v.place, v.code, v.number`,
      [code],
    );
    return rows.map(questionOf);
  }

  /** Adds a question of the house; answers its code. */
  async add(tx: EntityManager, wanted: WantedQuestion, personId: string): Promise<string> {
    const [{ many } = { many: 0 }] = await tx.query<{ many: number }[]>(
      `SELECT count(*) AS many FROM questions WHERE code GLOB 'ours_*'`,
    );
    const code = `ours_${many + 1}`;
    await tx.query('INSERT INTO questions (code, kind) VALUES (?, ?)', [code, wanted.kind]);
    await this.write(tx, { ...wanted, ...NO_WINDOW, code, number: 1 }, personId);
    return code;
  }

  /**
   * Keeps the next version; nothing new makes none. Answers that were given keep theirs. Throws ChangedMeanwhile when `seen`
   * is not the newest (R26), a RuleViolation for `moments` of a question that is asked over a window.
   */
  async keep(
    tx: EntityManager,
    code: string,
    { seen, wanted }: { seen: number; wanted: WantedQuestion },
    personId: string,
  ): Promise<void> {
    const now = (await this.all(tx)).find((each) => each.code === code)!;
    if (now.number !== seen)
      throw new ChangedMeanwhile('This question was changed by someone else meanwhile.');
    checkWindowMoments(now, wanted);
    const next = { ...now, ...wanted, kind: now.kind };
    if (!isSameQuestion(now, next)) await this.write(tx, { ...next, number: seen + 1 }, personId);
  }

  /** Asks over another time, or other things, from now on. Throws ChangedMeanwhile when `seen` is not the newest (R26). */
  async askOver(
    tx: EntityManager,
    { seen, wish }: { seen: number; wish: WindowWish },
    personId: string,
  ): Promise<void> {
    const questions = await this.all(tx);
    if (windowOf(questions).seen !== seen)
      throw new ChangedMeanwhile('This was changed by someone else meanwhile.');
    for (const next of windowChanges(questions, wish))
      await this.write(tx, { ...next, number: next.number + 1 }, personId);
  }

  private async write(tx: EntityManager, question: Question, personId: string): Promise<void> {
    const { code, number, place, moments, en, es, scores, window, windowWhy } = question;
    const words = [en, es].flatMap((each) => [
      each?.text ?? null,
      each?.why ?? null,
      JSON.stringify(each?.options ?? []),
    ]);
    const at = instantText.to(toMinute(this.clock.now()));
    const values = [code, number, place, moments.join(' '), ...words, scores && JSON.stringify(scores)];
    await tx.query(ADD, [...values, window, windowWhy, personId, at]);
  }
}

/** No question of the house's own is asked over a window. */
const NO_WINDOW = { window: null, windowWhy: null };

const VERSIONS = `SELECT v.code, q.kind, v.number, v.place, v.moments, v.en_text AS enText, v.en_why AS enWhy,
    v.en_options AS enOptions, v.es_text AS esText, v.es_why AS esWhy, v.es_options AS esOptions, v.scores,
    v.over, v.over_why AS overWhy
  FROM question_versions v JOIN questions q ON q.code = v.code`;

const IS_NEWEST = 'v.number = (SELECT max(w.number) FROM question_versions w WHERE w.code = v.code)';

const ADD = `INSERT INTO question_versions (code, number, place, moments, en_text, en_why, en_options,
  es_text, es_why, es_options, scores, over, over_why, person_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const listOf = <Item>(json: string): readonly Item[] => JSON.parse(json) as Item[];

const wording = (text: string, why: string | null, options: string): Wording => ({
  text,
  why,
  options: listOf<string>(options),
});

function questionOf(row: Row): Question {
  const { code, kind, number, place } = row;
  return {
    code,
    kind,
    number,
    place,
    moments: row.moments.split(' ').filter(Boolean) as Moment[],
    en: wording(row.enText, row.enWhy, row.enOptions),
    es: row.esText === null ? null : wording(row.esText, row.esWhy, row.esOptions),
    scores: row.scores === null ? null : listOf<number>(row.scores),
    window: row.over,
    windowWhy: row.overWhy,
  };
}
