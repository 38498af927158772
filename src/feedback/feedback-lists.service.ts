import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { dayText } from '../database/columns.js';
import { PageReader } from '../database/page-reader.js';
import type { Feedback } from '../domain/feedback.js';

/** One line of the list. */
export type FeedbackLine = Feedback & { answers: number };

/** What was said in a year, and how much of all waits for an answer. */
@Injectable()
export class FeedbackLists {
  constructor(private readonly pages: PageReader) {}

  /** Days newest first; within one day there is no order to be told. */
  async ofYear(year: number): Promise<FeedbackLine[]> {
    const rows = await this.pages.rows<Omit<FeedbackLine, 'houseDay'> & { houseDay: string }>(OF_YEAR, [
      `${year}-01-01`,
      `${year}-12-31`,
    ]);
    return rows.map(({ houseDay, ...row }) => ({ ...row, houseDay: Temporal.PlainDate.from(houseDay) }));
  }

  /** How many of the last year nobody has answered yet. */
  async waiting(today: Temporal.PlainDate): Promise<number> {
    const since = dayText.to(today.subtract({ years: 1 }));
    const [row] = await this.pages.rows<{ count: number }>(WAITING, [since]);
    return row!.count;
  }
}

const OF_YEAR = `SELECT f.id, f.house_day AS houseDay, f.about, f.service, f.text, n.name,
    (SELECT count(*) FROM feedback_answers a WHERE a.feedback_id = f.id) AS answers
  FROM feedback f LEFT JOIN feedback_names n ON n.feedback_id = f.id
  WHERE f.house_day BETWEEN ? AND ? ORDER BY f.house_day DESC, f.id`;

const WAITING = `SELECT count(*) AS count FROM feedback f
  WHERE f.house_day >= ? AND NOT EXISTS (SELECT 1 FROM feedback_answers a WHERE a.feedback_id = f.id)`;
