import type { Temporal } from 'temporal-polyfill';
import type { HouseTime } from '../domain/house-time.js';
import { Form } from '../web/form.js';
import type { FormBody } from '../web/form-body.js';
import { typedMoment } from '../web/typed-moment.js';
import type { AgreedException } from './exceptions.service.js';

/** The house clock and the moment a form arrived: what an empty time means. */
export interface Arrived {
  time: HouseTime;
  now: Temporal.Instant;
}

/** A form that says when something happened; further back than a shift records alone it also asks for a yes (R4, R22). */
export abstract class HappenedForm<Values> extends Form<Values> {
  readonly exceptionReason: string;
  readonly agreedBy: string;

  constructor(
    body: FormBody,
    protected readonly arrived: Arrived,
  ) {
    super(body);
    this.exceptionReason = this.words('exceptionReason', 500);
    this.agreedBy = this.line('agreedBy');
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

  /** Null until the page has asked for it. */
  protected exception(): AgreedException | null {
    const isAsked = this.body.has('exceptionReason') || this.body.has('agreedBy');
    return isAsked ? { reason: this.exceptionReason, agreedBy: this.agreedBy } : null;
  }
}

export const orNull = (text: string): string | null => (text === '' ? null : text);
