import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';

/** Somebody looked at it; until when the new one is good, if there is one. */
export class LookForm extends Form<Temporal.PlainDate | null> {
  private readonly goodUntil: string;

  constructor(body?: FormBody) {
    super(body);
    this.goodUntil = this.line('goodUntil');
  }

  protected values(): Temporal.PlainDate | null {
    const day = this.goodUntil === '' ? null : parseDay(this.goodUntil);
    if (this.goodUntil !== '' && !day) throw new RuleViolation('goodUntil', 'Enter a day, or leave it empty');
    return day;
  }
}
