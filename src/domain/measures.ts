import type { Temporal } from 'temporal-polyfill';
import { type AbsentNights, type NightsSplit, splitNights } from './absent-nights.js';
import type { HouseLists } from './house-lists.js';
import type { ListEntry } from './list-entry.js';
import { nightsBetween } from './house-time.js';
import { isIn, type Period } from './period.js';
import { meanOf, medianOf, middleOf, tally } from './spread.js';

/** A stay as the figures see it: two house days and the codes of its end. */
export interface StayOnFile {
  id: string;
  arrivalDay: Temporal.PlainDate;
  /** Null while the guest is here, and again once a departure is undone. */
  departureDay: Temporal.PlainDate | null;
  ending: string;
  destination: string;
  isUndone: boolean;
  /** Nights on which the guest was out of the house, without what was undone (R21). */
  absences: readonly AbsentNights[];
}

/** A stay that has ended. */
export type StayThatLeft<S extends StayOnFile = StayOnFile> = S & { departureDay: Temporal.PlainDate };

/** How many stays gave one answer. */
export interface Count {
  code: string;
  stays: number;
}

/** The nights of some stays. Averages are not rounded; they are null when there is no stay to take them of. */
export interface NightsOfStays {
  mean: number | null;
  median: number | null;
  /** The stay in the middle from shortest to longest, or the two of them, in nights. */
  middle: readonly number[];
  zeroNightStays: number;
  meanWithoutZero: number | null;
  /** How many stays had each number of nights that occurs, from the fewest nights. */
  spread: readonly { nights: number; stays: number }[];
}

/** What the stays of a period led to, as far as it is known (R36, R37). */
export interface Outcomes {
  left: number;
  arrived: number;
  nights: NightsOfStays;
  /** The nights of the stays that left: slept in, kept for a guest who was away, not known. */
  split: NightsSplit;
  endings: readonly Count[];
  destinations: readonly Count[];
}

/** Nights of a stay that has ended: departure day less arrival day; 0 within one house day (R2). */
export const nightsOf = ({ arrivalDay, departureDay }: StayThatLeft): number =>
  nightsBetween(arrivalDay, departureDay);

/** Those nights by how they were spent (R21). */
export const splitOf = ({ arrivalDay, departureDay, absences }: StayThatLeft): NightsSplit =>
  splitNights(arrivalDay, departureDay, absences);

/** The stays whose departure day lies in the period. What was undone counts nowhere (R24). */
export const leftIn = <S extends StayOnFile>(period: Period, stays: readonly S[]): StayThatLeft<S>[] =>
  stays.filter((stay): stay is StayThatLeft<S> => !stay.isUndone && isIn(period, stay.departureDay));

/** The one definition of each figure, for page and file alike (R36). `stays` may hold any others besides. */
export function outcomesOf(stays: readonly StayOnFile[], period: Period, lists: HouseLists): Outcomes {
  const left = leftIn(period, stays);
  return {
    left: left.length,
    arrived: stays.filter((stay) => !stay.isUndone && isIn(period, stay.arrivalDay)).length,
    nights: nightsOfAll(left.map(nightsOf)),
    split: splitOfAll(left.map(splitOf)),
    endings: counted(
      left.map(({ ending }) => ending),
      lists.of('endings').entries,
    ),
    destinations: counted(
      left.map(({ destination }) => destination),
      lists.of('destinations').entries,
    ),
  };
}

function nightsOfAll(nights: readonly number[]): NightsOfStays {
  const withNights = nights.filter((each) => each > 0);
  const inOrder = [...nights].sort((one, other) => one - other);
  return {
    mean: meanOf(nights),
    median: medianOf(nights),
    middle: middleOf(nights),
    zeroNightStays: nights.length - withNights.length,
    meanWithoutZero: meanOf(withNights),
    spread: [...tally(inOrder)].map(([each, stays]) => ({ nights: each, stays })),
  };
}

const splitOfAll = (all: readonly NightsSplit[]): NightsSplit =>
  all.reduce(
    (sum, each) => ({
      slept: sum.slept + each.slept,
      away: sum.away + each.away,
      notKnown: sum.notKnown + each.notKnown,
    }),
    { slept: 0, away: 0, notKnown: 0 },
  );

/** In the house's own order; codes its list no longer has come last. Every code stays itself: missing is not zero (R37). */
function counted(codes: readonly string[], list: readonly ListEntry[]): Count[] {
  const counts = tally([...codes].sort());
  const known = list.map(({ code }) => code);
  const gone = [...counts.keys()].filter((code) => !known.includes(code));
  return [...known, ...gone]
    .map((code) => ({ code, stays: counts.get(code) ?? 0 }))
    .filter(({ stays }) => stays > 0);
}
