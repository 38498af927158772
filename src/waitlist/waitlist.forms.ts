import { IsNotEmpty, ValidateIf } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { NewEntry } from './waitlist.service.js';

const A_DAY = { message: 'Enter the day on which to ask again' };

export class NewEntryForm extends Form<NewEntry> {
  @IsNotEmpty({ message: 'Enter a name to ask for' })
  readonly name: string;

  readonly need: string;

  @ValidateIf(({ askAgainOn }: NewEntryForm) => askAgainOn !== '')
  @IsCalendarDate(A_DAY)
  readonly askAgainOn: string;

  constructor(body?: FormBody) {
    super(body);
    this.name = this.line('name');
    this.need = this.words('need', 500);
    this.askAgainOn = this.line('askAgainOn');
  }

  protected values(): NewEntry {
    return { name: this.name, need: this.need || null, askAgainOn: parseDay(this.askAgainOn) };
  }
}

export class AskAgainForm extends Form<{ day: Temporal.PlainDate; version: number }> {
  @IsCalendarDate(A_DAY)
  readonly askAgainOn: string;

  constructor(body?: FormBody) {
    super(body);
    this.askAgainOn = this.line('askAgainOn');
  }

  protected values() {
    return { day: parseDay(this.askAgainOn)!, version: this.version() };
  }
}

export class CloseEntryForm extends Form<{ outcome: string; reason: string | null; version: number }> {
  @IsNotEmpty({ message: 'Choose how the waiting ended' })
  readonly outcome: string;

  readonly reason: string;

  constructor(body?: FormBody) {
    super(body);
    this.outcome = this.line('outcome');
    this.reason = this.words('reason', 500);
  }

  protected values() {
    return { outcome: this.outcome, reason: this.reason || null, version: this.version() };
  }
}
