import type { Claim } from '../domain/bed-board.js';
import { isBefore } from '../domain/days.js';
import { dayShort } from './dates.js';

/** 'it is also held from Wed 25': what else had nights of a bed whose guest stays on, as board and handover say it (R8). */
export function alsoWanted({ kind, firstNight, endNight }: Claim): string {
  const by = kind === 'hold' ? 'held' : 'to be closed';
  return isBefore(firstNight, endNight)
    ? `it is also ${by} from ${dayShort(firstNight)}`
    : `it was also ${by} for this night`;
}
