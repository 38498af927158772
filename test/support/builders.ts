import { Temporal } from 'temporal-polyfill';
import { Act } from '../../src/domain/act.js';
import type { BedFacts, Claim } from '../../src/domain/bed-board.js';
import { Attempt } from '../../src/domain/attempt.js';
import { Bed } from '../../src/domain/bed.js';
import { Consent } from '../../src/domain/consent.js';
import { FollowUp, pointOf } from '../../src/domain/follow-up.js';
import type { DepartureAnswers } from '../../src/domain/departure.js';
import { Guest } from '../../src/domain/guest.js';
import { House } from '../../src/domain/house.js';
import { Person } from '../../src/domain/person.js';
import { Stay, type StayedBefore } from '../../src/domain/stay.js';
import type { StayToExport } from '../../src/domain/stay-to-export.js';

/** A house day or night: `on('2026-03-10')`. */
export const on = (day: string) => Temporal.PlainDate.from(day);

/** An instant: `at('2026-03-10T12:00:00Z')`, or by a clock on the wall `at('2026-03-10T08:00-04:00')`. */
export const at = (iso: string) => Temporal.Instant.from(iso);

/** New York, rollover at 4, shifts from 8, 14 and 22, seven days back: the examples of the rules are told in it. */
export const aHouse = (facts: Partial<House> = {}): House =>
  Object.assign(new House({ name: 'Willow House', timeZone: 'America/New_York' }), facts);

export const aBed = (facts: Partial<Bed> = {}): Bed =>
  Object.assign(
    new Bed({ id: 'maple', name: 'Maple', room: null, position: 1, firstNight: on('2026-01-01') }),
    facts,
  );

export const aGuest = (facts: Partial<ConstructorParameters<typeof Guest>[0]> = {}): Guest =>
  new Guest({ id: 'ash', name: 'Ash', pronouns: null, addedAt: at('2026-03-05T20:00:00Z'), ...facts });

export const aPerson = (facts: Partial<Person> = {}): Person =>
  Object.assign(
    new Person({
      id: 'robin',
      name: 'Robin',
      role: 'staff',
      passphraseHash: '-',
      addedAt: at('2026-01-01T12:00:00Z'),
    }),
    facts,
  );

interface StayFacts {
  id: string;
  guestId: string;
  stayedBefore: StayedBefore;
  arrivedAt: Temporal.Instant;
  plannedDay: Temporal.PlainDate;
  house: House;
  /** When it is recorded; at the arrival unless told. */
  now: Temporal.Instant;
}

/** Arrived Thu 5 March 2026, 3 pm, to leave on Tue 10 March. */
export function aStay({ house = aHouse(), now, ...facts }: Partial<StayFacts> = {}): Stay {
  const whole = {
    id: 'stay-of-ash',
    guestId: 'ash',
    stayedBefore: 'no' as const,
    arrivedAt: at('2026-03-05T15:00-05:00'),
    plannedDay: on('2026-03-10'),
    ...facts,
  };
  return new Stay(whole, house, now ?? whole.arrivedAt);
}

/** Left as planned for a place of their own, key back, nothing left behind. */
export const departureAnswers = (facts: Partial<DepartureAnswers> = {}): DepartureAnswers => ({
  leftAt: at('2026-03-10T10:00-04:00'),
  leftAbout: 'exact',
  ending: 'planned',
  destination: 'own_place',
  ownWords: null,
  inTouch: 'no',
  keysBack: 'yes',
  thingsLeft: null,
  thingsUntil: null,
  ...facts,
});

/** Ash said yes to a call at 555-0101 on leaving, Fri 20 November 2026, noon in New York. */
export const aConsent = (facts: Partial<Consent> = {}): Consent => {
  const given = { givenAt: at('2026-11-20T17:00:00Z'), givenOn: on('2026-11-20') };
  const contact = { channel: 'call' as const, detail: '555-0101', voicemail: false, sayHouseName: false };
  const ids = { id: 'consent', guestId: 'ash', stayId: 'stay-of-ash' };
  return Object.assign(new Consent({ ...ids, ...given, contact: { ...contact, safeHours: null } }), facts);
};

/** Due three days after leaving: Mon 23 November 2026. */
export const aFollowUp = (facts: Partial<FollowUp> = {}, consent = aConsent()): FollowUp =>
  Object.assign(
    new FollowUp({
      id: 'follow-up',
      consent,
      point: pointOf('3d')!,
      departureDay: on('2026-11-20'),
      mostTries: 3,
    }),
    facts,
  );

let attempts = 0;

/** A try on the due day, 11 am in New York. */
export const aTry = (result: string, facts: Partial<Attempt> = {}): Attempt =>
  Object.assign(
    new Attempt({
      id: `try-${(attempts += 1)}`,
      followUpId: 'follow-up',
      at: at('2026-11-23T16:00:00Z'),
      houseDay: on('2026-11-23'),
      channel: 'call',
      result,
      askedFor: null,
      personId: 'robin',
    }),
    facts,
  );

/** An arrival on Tue 10 March 2026, 6 pm, that can be undone until the shift ends at 10 pm. */
export const anAct = (facts: Partial<Act> = {}): Act =>
  Object.assign(new Act(), {
    number: 1,
    id: 'act-1',
    kind: 'stay.arrived',
    personId: 'robin',
    at: at('2026-03-10T18:00-04:00'),
    houseDay: on('2026-03-10'),
    stayId: 'stay-of-ash',
    bedId: 'maple',
    details: {},
    reason: null,
    undoUntil: at('2026-03-10T22:00-04:00'),
    ...facts,
  });

/** A claim of the nights from `first` to the one before `end`. */
export const aClaim = (kind: Claim['kind'], first: string, end: string): Claim => ({
  kind,
  firstNight: on(first),
  endNight: on(end),
});

/** A bed with nobody in it, ready, claimed by nobody. */
export const bedFacts = (facts: Partial<BedFacts> = {}): BedFacts => ({
  bed: aBed(),
  stay: null,
  notReadySince: null,
  claims: [],
  ...facts,
});

/** For `toThrow`: an error that names this form field. */
export const blamedOn = (field: string): Error => expect.objectContaining({ field }) as Error;

/** Came for the first time on 5 March, left on 10 March as planned, asked for nothing more. */
export const aStayToExport = (facts: Partial<StayToExport> = {}): StayToExport => ({
  id: 'a-stay',
  arrivalDay: on('2026-03-05'),
  departureDay: on('2026-03-10'),
  ending: 'planned',
  destination: 'own_place',
  isUndone: false,
  stayedBefore: 'no',
  referralSource: 'not_asked',
  firstPlannedDay: on('2026-03-10'),
  plannedDay: on('2026-03-10'),
  staysBefore: 0,
  beds: 1,
  absences: [],
  guestKey: 'ash',
  nextArrivalDay: null,
  diedOn: null,
  answers: [],
  support: [],
  wellness: null,
  connections: [],
  isImported: false,
  inTouch: 'no',
  followUps: [],
  ...facts,
});
