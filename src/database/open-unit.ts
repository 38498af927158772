import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The unit of work a statement belongs to. 'steering': BEGIN, COMMIT and ROLLBACK, nothing else. 'working': rows, nothing
 * else. 'over': nothing; what a unit left running behind its back can no longer write.
 */
export interface OpenUnit {
  phase: 'steering' | 'working' | 'over';
  /** A failure after which SQLite may have ended the transaction by itself: all later statements fail with it. */
  brokenBy: Error | null;
  /** Words were taken out for good: after COMMIT they are to stand nowhere in the log beside the file either. */
  forgets: boolean;
}

export const openUnits = new AsyncLocalStorage<OpenUnit>();
