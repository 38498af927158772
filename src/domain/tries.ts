import type { Temporal } from 'temporal-polyfill';

const FREE_TRIES = 5;
const LONGEST_WAIT = 900;

/** How long after the last failed try the next one is looked at, in seconds: five free, then 2, 4, 8 … up to 900. */
export function waitAfter(failed: number): number {
  return failed < FREE_TRIES ? 0 : Math.min(2 ** (failed - FREE_TRIES + 1), LONGEST_WAIT);
}

/**
 * Seconds still to wait; 0 when a try may be looked at now. Never for ever: when the clock was set back behind the last
 * try, there is no telling how long ago that was, and nobody waits for the clock to catch up.
 */
export function secondsToWait(failed: number, lastAt: Temporal.Instant, now: Temporal.Instant): number {
  const since = now.since(lastAt).total('seconds');
  return since < 0 ? 0 : Math.max(0, Math.ceil(waitAfter(failed) - since));
}
