import { Temporal } from 'temporal-polyfill';
import { type BedFacts, type Claim, claimOn, statusOf } from './bed-board.js';
import { isBefore, laterDay } from './days.js';
import type { HouseList } from './house-list.js';
import type { ListEntry } from './list-entry.js';
import { FURTHEST_PLAN } from './stay.js';

/** All that a registry outside the house is told, and only where the house says so: counts, one day, what the beds offer. */
export interface Availability {
  /** In use and not closed on the night that begins on this house day. */
  bedsInService: number;
  /** As the board counts them (R8). */
  freeTonight: number;
  /** This house day when one is free; else the first day on which one should be, as far as it is planned; null when none is. */
  nextFreeOn: Temporal.PlainDate | null;
  /** What a bed in service offers, in the order of the house’s list; not what it has set aside. */
  accessFeatures: ListEntry[];
}

/** A bed with the planned day of whoever is in it. */
export interface BedOffered extends BedFacts {
  stay: (NonNullable<BedFacts['stay']> & { plannedDay: Temporal.PlainDate }) | null;
}

/** What is told of these beds; nothing of it points to a guest. */
export function availabilityOf(
  beds: readonly BedOffered[],
  features: HouseList,
  today: Temporal.PlainDate,
): Availability {
  const inService = beds.filter(
    (each) => each.stay !== null || (each.bed.isInUse(today) && statusOf(each, today) !== 'closed'),
  );
  const days = beds.flatMap((each) => freeFrom(each, today) ?? []);
  return {
    bedsInService: inService.length,
    freeTonight: inService.filter((each) => statusOf(each, today) === 'free').length,
    nextFreeOn: days.sort((one, other) => Temporal.PlainDate.compare(one, other))[0] ?? null,
    accessFeatures: features.live
      .filter(({ code }) => inService.some(({ bed }) => bed.features.includes(code)))
      .map(({ code, label }) => ({ code: features.told(code), label })),
  };
}

/** The first day on which nobody has the bed; null when that cannot be told: a guest stays on, or it is closed without an end. */
function freeFrom(each: BedOffered, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (each.stay?.isStayingOn(today)) return null;
  const day = pastClaims(each.claims, each.stay?.plannedDay ?? laterDay(today, each.bed.firstNight));
  const isPlannable = day !== null && !isBefore(today.add({ days: FURTHEST_PLAN }), day);
  return isPlannable && each.bed.isInUse(day) ? day : null;
}

/** `day`, or the end of the claims that follow one another from it on; null when one has no end. */
function pastClaims(claims: readonly Claim[], day: Temporal.PlainDate): Temporal.PlainDate | null {
  const claim = claimOn(claims, day);
  if (!claim) return day;
  return claim.isOpenEnded ? null : pastClaims(claims, claim.endNight);
}
