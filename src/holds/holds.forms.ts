import { IsNotEmpty, Matches } from 'class-validator';
import type { Temporal } from 'temporal-polyfill';
import { parseDay } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { IsCalendarDate } from '../web/is-calendar-date.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { NewHold } from './holds.service.js';

/** A form that says until when: a moment to come, typed as every moment is. */
abstract class UntilForm<Values> extends Form<Values> {
  constructor(
    body: FormBody,
    private readonly arrived: Arrived,
  ) {
    super(body);
  }

  /** The moment `typed`; throws a RuleViolation as `typedMoment` does. */
  protected until(typed: string): Temporal.Instant {
    const { time, now } = this.arrived;
    return typedMoment(time, 'keepUntil', typed, this.typed('keepUntilWhich'), now);
  }
}

export class NewHoldForm extends UntilForm<NewHold> {
  /** A free bed that was offered and pressed counts over the one chosen before. */
  @IsNotEmpty({ message: 'Choose a bed' })
  readonly bedId: string;

  readonly guestName: string;

  @IsCalendarDate({ message: 'Enter the first night' })
  readonly firstNight: string;

  @Matches(/^\d{1,3}$/, { message: 'Enter how many nights, such as 2' })
  readonly nights: string;

  readonly keepUntil: string;
  readonly reach: string;
  readonly reason: string;
  readonly guestId: string;
  /** The call and the place on the waitlist it comes of, or ''. */
  readonly callId: string;
  readonly waitlistId: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    const offered = this.line('useBed');
    this.bedId = this.line('bedId');
    if (offered !== '') this.bedId = offered;
    this.guestName = this.line('guestName');
    this.firstNight = this.line('firstNight');
    this.nights = this.line('nights');
    this.keepUntil = this.line('keepUntil');
    this.reach = this.line('reach');
    this.reason = this.words('reason', 500);
    this.guestId = this.line('guestId');
    this.callId = this.line('callId');
    this.waitlistId = this.line('waitlistId');
  }

  protected values(): NewHold {
    return {
      bedId: this.bedId,
      firstNight: parseDay(this.firstNight)!,
      nights: Number(this.nights),
      keepUntil: this.keepUntil === '' ? null : this.until(this.keepUntil),
      guestName: this.guestName || null,
      guestId: this.guestId || null,
      reach: this.reach || null,
      reason: this.reason || null,
      source: { callId: this.callId, waitlistId: this.waitlistId },
    };
  }
}

export class KeepUntilForm extends UntilForm<Temporal.Instant> {
  @IsNotEmpty({ message: 'Enter a day and a time' })
  readonly keepUntil: string;

  constructor(body: FormBody, arrived: Arrived) {
    super(body, arrived);
    this.keepUntil = this.line('keepUntil');
  }

  protected values(): Temporal.Instant {
    return this.until(this.keepUntil);
  }
}

/** What is written beside letting go, or beside "didn’t come (yet)". */
export class ReasonForm extends Form<string | null> {
  private readonly reason: string;

  constructor(body: FormBody = new Map()) {
    super(body);
    this.reason = this.words('reason', 500);
  }

  protected values(): string | null {
    return this.reason || null;
  }
}
