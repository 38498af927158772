import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { SoughtNotes } from './find-notes.service.js';

const MOST_WORDS = 20;

/** What somebody remembers of a note: words, and the days around it. Each can be empty, not all. */
export class FindNotesForm extends Form<SoughtNotes> {
  private readonly q: string;
  private readonly from: string;
  private readonly to: string;

  constructor(body?: FormBody) {
    super(body);
    this.q = this.line('q', 200);
    this.from = this.line('from');
    this.to = this.line('to');
  }

  protected values(): SoughtNotes {
    const words = this.q.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
    const [from, to] = [this.day('from', this.from), this.day('to', this.to)];
    if (words.length === 0 && !from && !to) throw new RuleViolation('q', 'Type a word, or enter a day');
    if (words.length > MOST_WORDS) throw new RuleViolation('q', `Type at most ${MOST_WORDS} words`);
    if (from && to && isBefore(to, from)) throw new RuleViolation('to', 'This is before the first day');
    return { words, from, to };
  }

  private day(name: 'from' | 'to', typed: string): Temporal.PlainDate | null {
    if (typed === '') return null;
    const day = parseDay(typed);
    if (!day) throw new RuleViolation(name, 'Enter a day, such as 2026-11-22');
    return day;
  }
}
