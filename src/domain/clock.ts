import type { Temporal } from 'temporal-polyfill';

/** The only source of the current time; nothing else in src may ask for it (R3). */
export abstract class Clock {
  abstract now(): Temporal.Instant;
}
