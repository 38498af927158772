import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Clock } from '../domain/clock.js';

/** The computer's own clock, to the millisecond. */
@Injectable()
export class SystemClock extends Clock {
  now(): Temporal.Instant {
    return Temporal.Instant.fromEpochMilliseconds(Date.now());
  }
}
