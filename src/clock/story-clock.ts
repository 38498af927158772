import { Temporal } from 'temporal-polyfill';
import { Clock } from '../domain/clock.js';

/** Stands at the moment that is being told: a practice house is made of a year that is over within seconds. */
export class StoryClock extends Clock {
  constructor(private moment: Temporal.Instant) {
    super();
  }

  now(): Temporal.Instant {
    return this.moment;
  }

  moveTo(moment: Temporal.Instant): void {
    this.moment = moment;
  }
}
