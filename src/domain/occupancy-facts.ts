import type { AbsenceKind } from './absent-nights.js';
import type { DayNumber } from './day-number.js';
import type { NoStayGroup } from './no-stay.js';
import type { StayedBefore } from './stay.js';

/** A moment in whole seconds since 1970. */
export type Seconds = number;

/** A bed with its first and last night in use; without a last it is still in use (R12). */
export interface BedOnFile {
  id: string;
  name: string;
  firstNight: DayNumber;
  lastNight: DayNumber | null;
}

/** A closure that counts, by its own dates (R11); from the day it ended on the bed is in use again. */
export interface ClosureOnFile {
  bedId: string;
  firstNight: DayNumber;
  lastNight: DayNumber | null;
  madeAt: Seconds;
  endedAt: Seconds | null;
  endedOn: DayNumber | null;
}

/** The part of a stay in one bed (R20). */
export interface PartOnFile {
  bedId: string;
  fromDay: DayNumber;
  fromAt: Seconds;
  /** Both null for the bed the guest is in. */
  toDay: DayNumber | null;
  toAt: Seconds | null;
}

/** Nights d with `sinceDay <= d < backDay` on which the guest was out of the house (R21). */
export interface AbsenceOnFile {
  kind: AbsenceKind;
  sinceDay: DayNumber;
  backDay: DayNumber | null;
}

/** A stay as the figures of occupancy see it; one that was undone is none (R24). */
export interface StayInBeds {
  id: string;
  /** The same for records that are linked (R46). */
  guest: string;
  arrivalDay: DayNumber;
  plannedDay: DayNumber;
  /** Null while the guest is here. */
  departureDay: DayNumber | null;
  arrivedAt: Seconds;
  /** No stay of this guest is written down before it, on any of their records. */
  isFirstOnFile: boolean;
  stayedBefore: StayedBefore;
  /** A bed was kept for them before. */
  wasHeld: boolean;
  /** When they first asked, as far as that is written down. */
  askedAt: Seconds | null;
  parts: readonly PartOnFile[];
  absences: readonly AbsenceOnFile[];
}

/** A hold by its own dates, nights d with `firstNight <= d < endNight`; one that was undone is none (R14). */
export interface HoldOnFile {
  bedId: string;
  firstNight: DayNumber;
  endNight: DayNumber;
  madeAt: Seconds;
  /** Null while it lasts. One whose hour has come is over, whether or not that is written (R14). */
  ending: 'used' | 'let-go' | 'lapsed' | null;
  endedAt: Seconds | null;
  endedOn: DayNumber | null;
}

/** Somebody asked for a stay and none was offered (R15). */
export interface NoStayOnFile {
  at: Seconds;
  houseDay: DayNumber;
  /** Null where nobody said why. */
  group: NoStayGroup | null;
}

/** Who and what had the beds in a period; there may be more than belongs to it. */
export interface NightsOnFile {
  beds: readonly BedOnFile[];
  closures: readonly ClosureOnFile[];
  stays: readonly StayInBeds[];
  holds: readonly HoldOnFile[];
}

/** All that a report of occupancy is made of. */
export interface OccupancyFacts extends NightsOnFile {
  /** Requests of the period from which no stay came. */
  noStays: readonly NoStayOnFile[];
  /** How long each bed that was left in the period took to be ready, in minutes; null where nobody said "ready". */
  turnovers: readonly (number | null)[];
  /** When the period begins and ends. */
  startAt: Seconds;
  endAt: Seconds;
}
