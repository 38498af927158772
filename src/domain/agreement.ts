import type { Temporal } from 'temporal-polyfill';
import { ChangedMeanwhile } from './conflict.js';

/** One version of what a house and its guests agree on; numbered from 1, each is kept. */
export interface Agreement {
  number: number;
  text: string;
  at: Temporal.Instant;
}

/** Throws ChangedMeanwhile unless `seen`, 0 for none, is the number of the newest version (R26). */
export function checkNext(newest: Pick<Agreement, 'number'> | null, seen: number): void {
  if (seen !== (newest?.number ?? 0))
    throw new ChangedMeanwhile('The agreement was changed by someone else in the meantime.');
}
