import type { MigrationInterface, QueryRunner } from 'typeorm';
import { followUpAnswers } from './asked-after-leaving/follow-up-answers.js';
import { numbers } from './asked-after-leaving/numbers.js';
import { shippedAfterLeaving } from './asked-after-leaving/shipped.js';

const ADD = `INSERT INTO question_versions
  (code, number, place, moments, en_text, en_why, en_options, es_text, es_why, es_options, scores, over)
  VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Leaves room for the questions of a house in front of them. */
const FIRST_PLACE = 40;

/** What a guest is asked at a follow-up, and over which time nights in a hospital are asked about. */
export class AskedAfterLeaving1767225635000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...numbers, ...followUpAnswers]) await db.query(statement);
    for (const [index, { code, kind, moments, en, es, scores, over }] of shippedAfterLeaving.entries()) {
      await db.query('INSERT INTO questions (code, kind) VALUES (?, ?)', [code, kind]);
      const words = [en, es].flatMap(([text, why, options]) => [text, why, JSON.stringify(options)]);
      await db.query(ADD, [
        code,
        FIRST_PLACE + index,
        moments,
        ...words,
        scores && JSON.stringify(scores),
        over,
      ]);
    }
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
