import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { Temporal } from 'temporal-polyfill';
import type { Flash, ToldFlash } from './flash.js';

/** Which handing over of which guest's turn a screen is in. */
export interface HeldTurn {
  id: string;
  screen: string;
}

/** Who is asking, and what the desk shows: worked out once for each request. */
export interface Visit {
  /** Null until the house is set up. */
  house: House | null;
  now: Temporal.Instant;
  person: Actor | null;
  theme: 'day' | 'night';
  /** Whoever sits here wants plain words offered while they write. */
  offersPlainWords: boolean;
  isCovered: boolean;
  /** The guest's turn this screen is handed over to: nothing else is open on it. */
  turn: HeldTurn | null;
  namesUntil: Temporal.Instant | null;
  /** What the last page did, for the next one that is drawn. */
  told: ToldFlash | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Missing when the request was refused before anyone asked who it is from. */
    visit: Visit;
  }
  interface Session {
    personId?: string;
    /** The secret behind the tokens of this session's forms. */
    _csrf?: string;
    /** Read from the file, not made in this request. */
    isKept?: boolean;
    isCovered?: boolean;
    turn?: HeldTurn;
    /** The place of the half-filled form the screen was covered at. */
    coveredAt?: string;
    namesUntil?: string;
    flash?: Flash;
    seenAt?: string;
    /** What was typed when somebody was signed out is kept: the sign-in page says so once. */
    hasKept?: boolean;
  }
}
