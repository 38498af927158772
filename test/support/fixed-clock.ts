import { Temporal } from 'temporal-polyfill';
import { Clock } from '../../src/domain/clock.js';

/** A clock the test moves by hand, back as well as on. Starts at Sun 22 Nov 2026, 10:40 pm at UTC-6, as the sketch does. */
export class FixedClock extends Clock {
  private instant: Temporal.Instant;

  constructor(iso = '2026-11-23T04:40:00Z') {
    super();
    this.moveTo(iso);
  }

  now(): Temporal.Instant {
    return this.instant;
  }

  moveTo(iso: string): void {
    this.instant = Temporal.Instant.from(iso);
  }

  advance(by: { days?: number; hours?: number; minutes?: number; seconds?: number }): void {
    const { days = 0, hours = 0, ...rest } = by;
    this.instant = this.instant.add({ hours: days * 24 + hours, ...rest });
  }
}
