import { IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import type { ClosureDates } from '../domain/closure.js';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { CloseNow } from './closures.service.js';

const NOTE = 500;

/** What every closure says: why, a few words, and its last night if that is known. */
abstract class ReasonForm<Values> extends Form<Values> {
  @IsNotEmpty({ message: 'Choose a reason' })
  readonly reason: string;

  @IsNotEmpty({ message: 'Write a few words, so that the next one knows' })
  readonly note: string;

  readonly lastNight: string;

  constructor(body?: FormBody) {
    super(body);
    this.reason = this.line('reason');
    this.note = this.words('note', NOTE);
    this.lastNight = this.line('lastNight');
  }

  protected said(): Omit<ClosureDates, 'firstNight'> {
    return { reason: this.reason, note: this.note, lastNight: this.last() };
  }

  private last(): Temporal.PlainDate | null {
    const lastNight = parseDay(this.lastNight);
    if (this.lastNight !== '' && !lastNight)
      throw new RuleViolation('lastNight', 'Enter a day, or leave it empty');
    return lastNight;
  }
}

export class CloseNowForm extends ReasonForm<CloseNow> {
  readonly room: string;

  constructor(body?: FormBody) {
    super(body);
    this.room = this.line('room');
  }

  protected override order() {
    return ['reason', 'note', 'lastNight', 'room'];
  }

  protected values(): CloseNow {
    return { ...this.said(), wholeRoom: this.room !== '' };
  }
}

export class ClosureForm extends ReasonForm<{ version: number; dates: ClosureDates }> {
  @IsCalendarDate({ message: 'Enter the first night, as 2026-11-30' })
  readonly firstNight: string;

  constructor(body?: FormBody) {
    super(body);
    this.firstNight = this.line('firstNight');
  }

  protected override order() {
    return ['firstNight', 'lastNight', 'reason', 'note'];
  }

  protected values() {
    return { version: this.version(), dates: { ...this.said(), firstNight: parseDay(this.firstNight)! } };
  }
}

export class CancelForm extends Form<string> {
  @IsNotEmpty({ message: 'Write why, in a few words' })
  readonly note: string;

  constructor(body?: FormBody) {
    super(body);
    this.note = this.words('note', NOTE);
  }

  protected values(): string {
    return this.note;
  }
}
