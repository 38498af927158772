import type { Temporal } from 'temporal-polyfill';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { type Arrived, typedMoment } from '../web/typed-moment.js';
import type { AgreedException } from './exceptions.service.js';

/** A form that asks for a reason and a coordinator's yes when it goes past what a shift records alone (R22). */
export abstract class ExceptionForm<Values> extends Form<Values> {
  readonly exceptionReason: string;
  readonly agreedBy: string;

  constructor(body?: FormBody) {
    super(body);
    this.exceptionReason = this.words('exceptionReason', 500);
    this.agreedBy = this.line('agreedBy');
  }

  /** Null until the page has asked for it. */
  protected exception(): AgreedException | null {
    const isAsked = this.body.has('exceptionReason') || this.body.has('agreedBy');
    return isAsked ? { reason: this.exceptionReason, agreedBy: this.agreedBy } : null;
  }

  /** The version of the record the page was drawn from; null when the sender saw none (R26). */
  protected versionSeen(): number | null {
    return this.body.has('version') ? this.version() : null;
  }
}

/** A form that says when something happened; that can be further back than a shift records alone (R4). */
export abstract class HappenedForm<Values> extends ExceptionForm<Values> {
  constructor(
    body: FormBody,
    protected readonly arrived: Arrived,
  ) {
    super(body);
  }

  /** The moment `typed` into `field`; throws a RuleViolation as `typedMoment` does. */
  protected moment(field: string, typed: string): Temporal.Instant {
    const { time, now } = this.arrived;
    return typedMoment(time, field, typed, this.typed(`${field}Which`), now);
  }

  /** The house day of that moment (R1). */
  protected day(field: string, typed: string): Temporal.PlainDate {
    return this.arrived.time.houseDay(this.moment(field, typed));
  }
}

export const orNull = (text: string): string | null => (text === '' ? null : text);
