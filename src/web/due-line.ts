import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';
import { counted } from './counted.js';
import { hourOn } from './dates.js';
import { paths } from './paths.js';

/** How many follow-ups can be made now, how many later, and when the first of those can. */
interface Due {
  now: number;
  later: number;
  from: Temporal.Instant | null;
}

/** Never more than a count and the way to the list (R33). Null when nothing is due. */
export function dueLine({ now, later, from }: Due, house: House) {
  const since = from && `from ${hourOn(house.time, from)}`;
  if (now > 0) {
    const more = later > 0 && since ? ` · ${later} more, ${since}` : '';
    return { words: `${counted(now, 'follow-up')} to make`, more, href: paths.followUps() };
  }
  if (later === 0) return null;
  return {
    words: [counted(later, 'follow-up'), since].filter(Boolean).join(', '),
    more: '',
    href: paths.followUps(),
  };
}
