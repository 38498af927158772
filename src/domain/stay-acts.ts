import type { AbsenceKind } from './absent-nights.js';
import { laterDay } from './days.js';
import type { Temporal } from 'temporal-polyfill';
import type { Wanted } from './guard.js';
import { mayDo, type Permission } from './permissions.js';
import type { Role } from './person.js';
import type { Stay } from './stay.js';

/** What can be done with a stay while its guest is here. */
export const stayActs = [
  'stays.depart',
  'stays.plan',
  'stays.move',
  'stays.swap',
  'stays.away',
  'stays.notSeen',
  'stays.back',
] as const satisfies Permission[];
export type StayAct = (typeof stayActs)[number];

/** What decides besides the stay itself. */
export interface ActFacts {
  stay: Pick<Stay, 'isHere' | 'undoneAt'>;
  role: Role;
  /** The beds that are free for the nights that are left. */
  freeBeds: number;
  /** Guests in the house besides this one. */
  othersHere: number;
  /** How they are out of the house, as far as somebody recorded it (R21). */
  absence: AbsenceKind | null;
}

/** For each act whether this person can do it now: `why` is null, or why not, in words for the page (R25). */
export const actsOf = (facts: ActFacts): { act: StayAct; why: string | null }[] =>
  stayActs.map((act) => ({ act, why: whyNot(act, facts) }));

function whyNot(act: StayAct, facts: ActFacts): string | null {
  const ended = whyOver(facts.stay);
  if (ended) return ended;
  if (!mayDo(facts.role, act)) return 'Your role does not have this.';
  return inTheWay[act]?.(facts) ?? null;
}

const inTheWay: Partial<Record<StayAct, (facts: ActFacts) => string | null>> = {
  'stays.move': ({ freeBeds }) =>
    freeBeds === 0 ? 'No other bed is free for the nights that are left.' : null,
  'stays.swap': ({ othersHere }) => (othersHere === 0 ? 'Nobody else is here.' : null),
  'stays.notSeen': ({ absence }) => whyNotMissed(absence),
  'stays.back': ({ absence }) => whyNotBack(absence),
};

/** A guest who is away is expected: that they have not come back yet is said by itself (R21). */
export function whyNotMissed(absence: AbsenceKind | null): string | null {
  if (absence === null) return null;
  return absence === 'away' ? 'They are away by their own word.' : 'This is written down already.';
}

/** Only who is out of the house comes back. */
export const whyNotBack = (absence: AbsenceKind | null): string | null =>
  absence === null ? 'Nobody wrote down that they are out.' : null;

/** Why nothing can change in this stay any more, or null while its guest is here. */
export function whyOver({ undoneAt, isHere }: ActFacts['stay']): string | null {
  if (undoneAt) return 'This check-in was undone.';
  return isHere ? null : 'They have left already.';
}

/**
 * What a stay wants of the guard as it begins. Whoever is here goes into the bed now; of somebody who came and left meanwhile
 * only the nights they were here are asked for, whoever has the bed since (R8, R52).
 */
export const nightsOfArrival = (stay: Stay, bedId: string, today: Temporal.PlainDate): Wanted => ({
  bedId,
  firstNight: stay.arrivalDay,
  endNight: stay.endDay(today),
  isEntered: stay.isHere,
});

/**
 * The nights a guest who is here wants in a bed from `firstNight` on. Whoever is in a bed wants the coming night of it at
 * least, also on the day they plan to leave. `own` are the parts of the stays that the act changes.
 */
export const nightsLeft = (
  stay: Stay,
  { bedId, firstNight, own }: { bedId: string; firstNight: Temporal.PlainDate; own: readonly string[] },
  today: Temporal.PlainDate,
): Wanted => ({
  bedId,
  firstNight,
  endNight: laterDay(stay.endDay(today), firstNight.add({ days: 1 })),
  own,
  isEntered: true,
});
