import { IsNotEmpty } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';
import { checkLimit, type KeptDay, type StayLimit } from '../domain/stay-limit.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';

export class LimitForm extends Form<Omit<StayLimit, 'id'>> {
  /** '' is every bed of the house. */
  readonly bedId: string;
  readonly mostNights: string;
  readonly rollingNights: string;
  readonly rollingDays: string;
  /** '' is the house day on which the form arrives. */
  readonly fromDay: string;

  constructor(
    body: FormBody,
    private readonly today: Temporal.PlainDate,
    private readonly bedIds: readonly string[],
  ) {
    super(body);
    this.bedId = this.line('bedId');
    this.mostNights = this.line('mostNights');
    this.rollingNights = this.line('rollingNights');
    this.rollingDays = this.line('rollingDays');
    this.fromDay = this.line('fromDay');
  }

  protected values() {
    if (this.bedId !== '' && !this.bedIds.includes(this.bedId))
      throw new RuleViolation('bedId', 'Choose a bed, or the whole house');
    const limit = {
      bedId: this.bedId || null,
      mostNights: this.number('mostNights', 28),
      rollingNights: this.number('rollingNights', 400),
      rollingDays: this.number('rollingDays', 400),
      fromDay: this.from(),
    };
    checkLimit(limit, this.today);
    return limit;
  }

  private number(name: 'mostNights' | 'rollingNights' | 'rollingDays', most: number): number | null {
    const typed = this[name];
    if (typed === '') return null;
    const count = /^\d{1,3}$/.test(typed) ? Number(typed) : 0;
    if (count < 1 || count > most) throw new RuleViolation(name, `Enter a number from 1 to ${most}`);
    return count;
  }

  private from(): Temporal.PlainDate {
    const day = this.fromDay === '' ? this.today : parseDay(this.fromDay);
    if (!day) throw new RuleViolation('fromDay', 'Enter a day, or leave it empty for now');
    return day;
  }
}

export class KeptDayForm extends Form<KeptDay> {
  @IsCalendarDate({ message: 'Enter a day' })
  readonly keptDay: string;

  @IsNotEmpty({ message: 'Enter what the day is called' })
  readonly dayName: string;

  constructor(body?: FormBody) {
    super(body);
    this.keptDay = this.line('keptDay');
    this.dayName = this.line('dayName', 60);
  }

  protected values(): KeptDay {
    return { day: parseDay(this.keptDay)!, name: this.dayName };
  }
}
