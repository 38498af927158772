import { parseDay } from '../domain/house-time.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import type { DayChange } from './departure-day.service.js';
import { ExceptionForm, orNull } from './happened.forms.js';

export class DepartureDayForm extends ExceptionForm<DayChange> {
  @IsCalendarDate({ message: 'Choose the day they plan to leave' })
  readonly departureDay: string;

  readonly reason: string;

  constructor(body?: FormBody) {
    super(body);
    this.departureDay = this.line('departureDay');
    this.reason = this.words('reason', 500);
  }

  protected override order(): readonly string[] {
    return ['exceptionReason', 'agreedBy', 'departureDay', 'reason'];
  }

  protected values(): DayChange {
    return {
      departureDay: parseDay(this.departureDay)!,
      reason: orNull(this.reason),
      exception: this.exception(),
      version: this.versionSeen(),
    };
  }
}
