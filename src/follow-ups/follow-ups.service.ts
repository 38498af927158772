import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import type { House } from '../domain/house.js';

/** How many follow-ups are due: a count, never a name (R33). */
export interface DueCount {
  /** That can be made at this hour. */
  now: number;
  /** Due as well, but not at this hour; `from` is when the first of them can be made. */
  later: number;
  from: Temporal.Instant | null;
}

@Injectable()
export class FollowUpsService {
  /** What the board and the shift page say. */
  due(_house: House, _now: Temporal.Instant): Promise<DueCount> {
    return Promise.resolve({ now: 0, later: 0, from: null });
  }
}
