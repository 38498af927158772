import type { Minute, Night } from './calendar.js';

/** Nights of one bed, from `from` to the one before `end`. */
export interface Claim {
  bed: number;
  from: Night;
  end: Night;
}

/** The part of a stay in one bed. */
export interface Part extends Claim {
  fromAt: Minute;
  toAt: Minute | null;
  isUndone: boolean;
}

export interface Absence {
  kind: 'away' | 'not-seen';
  since: Minute;
  backBy: Minute | null;
  until: Minute | null;
  ending: 'back' | 'told-anew' | null;
  isUndone: boolean;
}

export interface Stay {
  number: number;
  guest: number;
  arrivedAt: Minute;
  arrival: Night;
  firstPlanned: Night;
  planned: Night;
  leftAt: Minute | null;
  departure: Night | null;
  isUndone: boolean;
  parts: Part[];
  absences: Absence[];
}

/** `from` and `end` are the nights it still has; `first` and `until` those it was made for. */
export interface Hold extends Claim {
  number: number;
  /** Null for somebody nobody knows yet. */
  guest: number | null;
  first: Night;
  until: Night;
  keepUntil: Minute;
  ending: 'used' | 'let-go' | 'lapsed' | 'undone' | null;
}

export interface Closure extends Claim {
  number: number;
  first: Night;
  last: Night | null;
  ending: 'used-again' | 'cancelled' | 'undone' | null;
}

/** Somebody died: it ended their stay and closed the bed, or it was after they left. */
export interface Death {
  guest: number;
  /** On whose page it was written. */
  stay: Stay;
  endedIt: boolean;
  closure: Closure | null;
  isUndone: boolean;
}

/** A house rule from a night on: for one bed, or for all of them (null). */
export interface Limit {
  bed: number | null;
  from: Night;
  most: number | null;
  /** At most so many nights in any so many days. */
  rolling: [nights: number, days: number] | null;
}

/** A bed between a leaving and "ready". */
export interface Turnover {
  part: Part;
  isOver: boolean;
  isReady: boolean;
  readyAt: Minute | null;
}

/** What came of an act: null when it was done, or the kind of refusal, for wrong answers the field. */
export type Refusal = string | null;

/** A line of history. */
export interface Act {
  kind: string;
  bed: number;
  stay: Stay | null;
  hold: Hold | null;
  /** The turnover a leaving ended. */
  ended: Turnover | null;
  undoUntil: Minute | null;
  isUndone: boolean;
  /** Of a leaving that was told in one line with the arrival. */
  arrival: Act | null;
  /** Takes it back, or says why not. */
  back: () => Refusal;
}

export const isHere = ({ leftAt, isUndone }: Stay): boolean => leftAt === null && !isUndone;

/** Those that count, in the order they were slept in. */
export const partsOf = ({ parts }: Stay): Part[] => parts.filter(({ isUndone }) => !isUndone);

export const lastPart = (stay: Stay): Part => partsOf(stay).at(-1)!;
