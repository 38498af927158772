import type { MigrationInterface, QueryRunner } from 'typeorm';
import { answerTables } from './guests-turn/answers.js';
import { questionTables } from './guests-turn/questions.js';
import { shippedQuestions } from './guests-turn/shipped.js';
import { refuse } from './open-the-house/refuse.js';

const ADD = `INSERT INTO question_versions
  (code, number, place, moments, en_text, en_why, en_options, es_text, es_why, es_options, scores)
  VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const WHO_WAS_THERE = refuse(
  'note_answers_keep_who_was_there',
  'BEFORE UPDATE ON note_answers WHEN NEW.is_alone IS NOT OLD.is_alone',
  'note_answers: given alone or not',
);

/** The questions of the house, the answers of its guests, and the screen that is handed over to them. */
export class GuestsTurn1767225633000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...questionTables, ...answerTables]) await db.query(statement);
    await db.query(
      'ALTER TABLE house ADD COLUMN turn_wiped_after INTEGER NOT NULL DEFAULT 30 CHECK (turn_wiped_after BETWEEN 10 AND 120)',
    );
    await db.query(
      'ALTER TABLE note_answers ADD COLUMN is_alone INTEGER NOT NULL DEFAULT 0 CHECK (is_alone IN (0, 1))',
    );
    await db.query(WHO_WAS_THERE);
    for (const [index, { code, kind, moments, en, es, scores }] of shippedQuestions.entries()) {
      await db.query('INSERT INTO questions (code, kind) VALUES (?, ?)', [code, kind]);
      const words = [en, es].flatMap(([text, why, options]) => [text, why, JSON.stringify(options)]);
      await db.query(ADD, [code, index + 1, moments, ...words, scores && JSON.stringify(scores)]);
    }
  }

  down(): Promise<void> {
    throw new Error('Restore the copy made before this migration');
  }
}
