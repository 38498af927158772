import { Temporal } from 'temporal-polyfill';
import { dayNumber } from '../../src/domain/day-number.js';
import type { OccupancyFacts, StayInBeds } from '../../src/domain/occupancy-facts.js';
import { HouseTime } from '../../src/domain/house-time.js';
import { on } from './builders.js';

const chicago = new HouseTime('America/Chicago', 4);

/** Seconds of what the clock on the wall of a house in Chicago shows. */
export const wall = (local: string): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago').epochMilliseconds / 1000;

export const n = (day: string): number => dayNumber(on(day));

/** Its house day (R1). */
const houseDay = (local: string): number =>
  dayNumber(
    chicago.houseDay(Temporal.PlainDateTime.from(local).toZonedDateTime('America/Chicago').toInstant()),
  );

interface Told extends Partial<StayInBeds> {
  guest: string;
  bed: string;
  arrived: string;
  /** Null while the guest is here. */
  left: string | null;
  planned?: string;
  moved?: { at: string; to: string };
}

/** A stay by the clock on the wall, in one bed unless they moved. */
export function stayed({ bed, arrived, left, planned, moved, ...facts }: Told): StayInBeds {
  const begins = { fromDay: houseDay(arrived), fromAt: wall(arrived) };
  const ends = { toDay: left === null ? null : houseDay(left), toAt: left === null ? null : wall(left) };
  const change = moved && { day: houseDay(moved.at), at: wall(moved.at) };
  const parts = change
    ? [
        { bedId: bed, ...begins, toDay: change.day, toAt: change.at },
        { bedId: moved.to, fromDay: change.day, fromAt: change.at, ...ends },
      ]
    : [{ bedId: bed, ...begins, ...ends }];
  return {
    id: `${facts.guest} ${arrived}`,
    arrivalDay: begins.fromDay,
    plannedDay: planned ? n(planned) : (ends.toDay ?? begins.fromDay + 2),
    departureDay: ends.toDay,
    arrivedAt: begins.fromAt,
    isFirstOnFile: true,
    stayedBefore: 'no',
    wasHeld: false,
    askedAt: null,
    parts,
    absences: [],
    ...facts,
  };
}

export const facts = (some: Partial<OccupancyFacts> = {}): OccupancyFacts => ({
  beds: ['North', 'South'].map((name) => ({ id: name, name, firstNight: n('2026-01-01'), lastNight: null })),
  closures: [],
  stays: [],
  holds: [],
  noStays: [],
  turnovers: [],
  startAt: wall('2026-02-01T04:00'),
  endAt: wall('2026-02-15T04:00'),
  ...some,
});

/** Two beds in the first half of February 2026: the worked example of the definitions. */
export const workedExample = (some: Partial<OccupancyFacts> = {}): OccupancyFacts =>
  facts({
    closures: [
      {
        bedId: 'South',
        firstNight: n('2026-02-05'),
        lastNight: n('2026-02-06'),
        madeAt: wall('2026-01-20T12:00'),
        endedAt: null,
        endedOn: null,
      },
    ],
    stays: [
      stayed({ guest: 'Ada', bed: 'North', arrived: '2026-01-30T15:00', left: '2026-02-03T11:00' }),
      stayed({ guest: 'Bo', bed: 'North', arrived: '2026-02-03T16:00', left: '2026-02-08T10:00' }),
      stayed({ guest: 'Cy', bed: 'South', arrived: '2026-02-02T01:30', left: '2026-02-04T09:00' }),
      di('2026-02-13T12:00'),
      stayed({
        ...{ guest: 'Ada', bed: 'South', arrived: '2026-02-10T20:00', left: '2026-02-10T22:00' },
        isFirstOnFile: false,
      }),
      stayed({ guest: 'Eve', bed: 'South', arrived: '2026-02-12T12:00', left: null, planned: '2026-03-05' }),
    ],
    ...some,
  });

export const di = (left: string | null): StayInBeds =>
  stayed({
    ...{ guest: 'Di', bed: 'South', arrived: '2026-02-07T18:00', left, planned: '2026-02-13' },
    moved: { at: '2026-02-09T14:00', to: 'North' },
  });

export const firstHalf = { start: on('2026-02-01'), end: on('2026-02-15') };
