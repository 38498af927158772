import type { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import type { Contact } from '../domain/contact.js';
import type { DepartureAnswers } from '../domain/departure.js';
import type { House } from '../domain/house.js';
import type { Actor } from '../domain/person.js';
import type { StayedBefore } from '../domain/stay.js';

/** What somebody invented says of themself at the door. */
export interface Someone {
  name: string | null;
  pronouns: string | null;
  stayedBefore: StayedBefore;
}

/** A stay before it is known how it ends, and mostly before it is known whose it is; days are house days. */
export interface Booking {
  bed: string;
  arrivalDay: Temporal.PlainDate;
  /** By the clock, 'HH:mm'; before the rollover it is on the date after. */
  arrivesAt: string;
  plannedDay: Temporal.PlainDate;
  /** Null while the guest is here. */
  leftDay: Temporal.PlainDate | null;
  leavesAt?: string;
  isReadyAfter?: boolean;
  /** They are out of the house, from then to then. */
  away?: ToldAway;
  who: Someone | null;
  says?: string;
  contact?: Contact;
}

/** What was said at leaving; `points` are codes of the house's plan. */
export interface ToldLeaving {
  answers: DepartureAnswers;
  contact: Contact | null;
  points: readonly string[];
}

/** A guest’s own word that they are out (R21). */
export interface ToldAway {
  awayAt: Temporal.Instant;
  backBy: Temporal.Instant;
  wish: string;
}

/** A stay of somebody invented, from the door to the made-up bed. */
export interface ToldStay extends Someone {
  bed: string;
  /** The same for each stay of one guest. */
  guest: string;
  arrivedAt: Temporal.Instant;
  plannedDay: Temporal.PlainDate;
  /** Null while the guest is here. */
  leaving: ToldLeaving | null;
  /** Null while they are in the house. */
  away: ToldAway | null;
  /** When the bed is made up again; null while it is not. */
  readyAt: Temporal.Instant | null;
}

/** Nights of a bed that somebody keeps or closes, from `toldAt` on. */
export interface ToldClaim {
  /** Who it is kept for, and until when; null for a bed out of use. */
  hold: { guestName: string | null; keepUntil: Temporal.Instant } | null;
  bed: string;
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
  toldAt: Temporal.Instant;
}

/** What happened in the practice house, before any of it is written. */
export interface Story {
  house: House;
  /** The house day it begins on, and the one it has come to. */
  start: Temporal.PlainDate;
  today: Temporal.PlainDate;
  stays: readonly ToldStay[];
  claims: readonly ToldClaim[];
}

/** Who and what the story is about, by the ids the file knows them by. */
export interface Cast {
  house: House;
  /** Who is on shift at that moment. */
  team: readonly Actor[];
  onShift: (at: Temporal.Instant) => Actor;
  beds: ReadonlyMap<string, string>;
  guests: Map<string, string>;
  stays: Map<ToldStay, string>;
}

/** One thing that happens, told while the clock stands at `at`. */
export interface Moment {
  at: Temporal.Instant;
  tell: (tx: EntityManager, cast: Cast) => Promise<void>;
}

/** A part of the story: stays, beds, and whatever else a house writes down. */
export interface Thread {
  moments(story: Story): Moment[];
}
