import { IsIn, IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';

export interface NewLine {
  reason: string;
  untilDay: Temporal.PlainDate;
  isTold: boolean;
}

export class TalkFirstForm extends Form<NewLine> {
  @IsNotEmpty({ message: 'Say why, as you would say it to them' })
  readonly reason: string;

  @IsCalendarDate({ message: 'Enter the last day on which it holds' })
  readonly untilDay: string;

  @IsIn(['yes', 'no'], { message: 'Say whether they have been told' })
  readonly told: string;

  constructor(body?: FormBody) {
    super(body);
    this.reason = this.words('reason', 500);
    this.untilDay = this.line('untilDay');
    this.told = this.line('told');
  }

  protected values(): NewLine {
    return { reason: this.reason, untilDay: parseDay(this.untilDay)!, isTold: this.told === 'yes' };
  }
}

/** They were told; what they say to it, when they want to say something. */
export class ToldForm extends Form<{ answer: string | null; version: number }> {
  // Not called `answer`, which is how a form reads one
  private readonly said: string;

  constructor(body?: FormBody) {
    super(body);
    this.said = this.words('answer', 2000);
  }

  protected values() {
    return { answer: this.said || null, version: this.version() };
  }
}
