import type { Temporal } from 'temporal-polyfill';
import { type HouseTime, toMinute } from '../domain/house-time.js';
import { RuleViolation } from '../domain/rule-violation.js';

/** The house clock and the moment a form arrived: what an empty time means. */
export interface Arrived {
  time: HouseTime;
  now: Temporal.Instant;
}

/**
 * The moment a person typed into `field`, in house time (R3). Empty is `now`. `which` is the offset chosen for a time
 * that exists twice. Throws a RuleViolation: not a time, a time the spring change skips, or a doubled one with its two choices.
 */
export function typedMoment(
  time: HouseTime,
  field: string,
  typed: string,
  which: string,
  now: Temporal.Instant,
): Temporal.Instant {
  if (typed === '') return toMinute(now);
  const read = time.read(typed);
  if (read.kind === 'instant') return read.at;
  if (read.kind === 'skipped') {
    throw new RuleViolation(
      field,
      `The clocks went forward: this time did not exist. Enter ${hour(read.jumpsTo)} or later`,
    );
  }
  if (read.kind === 'doubled') return chosen(time, field, typed, which, read.choices);
  throw new RuleViolation(field, 'Enter a day and a time, such as 2026-11-22 22:40');
}

function chosen(
  time: HouseTime,
  field: string,
  typed: string,
  which: string,
  choices: readonly { typed: string; which: 'first' | 'second' }[],
): Temporal.Instant {
  const read = which === '' ? null : time.read(typed + which);
  if (read?.kind === 'instant') return read.at;
  const ready = choices.map((choice) => ({
    value: choice.typed.slice(16),
    label: choice.which === 'first' ? 'The first time' : 'The second time',
  }));
  throw new RuleViolation(field, 'The clocks went back: this time existed twice. Choose which', ready);
}

const hour = (local: string): string => local.slice(11, 16);
