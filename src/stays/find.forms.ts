import type { Temporal } from 'temporal-polyfill';
import { foldedWords } from '../domain/guest.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import type { Sought } from './find.service.js';

/** What somebody remembers of a stay: a part of the name, the month they came in, a bed. Each can be empty, not all. */
export class FindForm extends Form<Sought> {
  readonly q: string;
  readonly month: string;
  readonly bedId: string;

  constructor(body?: FormBody) {
    super(body);
    this.q = this.line('q');
    this.month = this.line('month');
    this.bedId = this.line('bedId');
  }

  protected values(): Sought {
    if (this.q === '' && this.month === '' && this.bedId === '')
      throw new RuleViolation('q', 'Type a part of the name, or choose a month or a bed');
    return { words: foldedWords(this.q), month: this.firstOfMonth(), bedId: this.bedId || null };
  }

  private firstOfMonth(): Temporal.PlainDate | null {
    if (this.month === '') return null;
    const first = parseDay(`${this.month}-01`);
    if (!first) throw new RuleViolation('month', 'Enter a month, such as 2026-11');
    return first;
  }
}
