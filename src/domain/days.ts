import { Temporal } from 'temporal-polyfill';

/** Words for comparing days and instants: Temporal's own `compare` reads badly in a rule. */
export const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

export const isSameDay = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) === 0;

export const isEarlier = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  Temporal.Instant.compare(one, other) < 0;

/** The later of two days. */
export const laterDay = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  isBefore(one, other) ? other : one;
