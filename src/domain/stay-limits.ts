import type { Temporal } from 'temporal-polyfill';
import { isBefore, isSameDay } from './days.js';
import { nightsBetween } from './house-time.js';
import type { KeptDay, StayLimit } from './stay-limit.js';
import { FURTHEST_PLAN } from './stay.js';

/** Nights d of one bed with `firstNight <= d < endNight`. */
export interface NightsInBed {
  bedId: string;
  firstNight: Temporal.PlainDate;
  endNight: Temporal.PlainDate;
}

/** What goes past a limit: asks for a coordinator's yes, never an input error (R22). */
export interface PastLimit {
  limit: StayLimit;
  kind: 'one stay' | 'rolling';
  /** So many nights it would be, of one stay or in `limit.rollingDays` days. */
  count: number;
  /** The nights that are past it, first come first. */
  nights: readonly Temporal.PlainDate[];
}

/** The limits of a house, those to come among them, and the days on which nobody is asked to leave. */
export class StayLimits {
  constructor(
    readonly all: readonly StayLimit[],
    readonly keptDays: readonly KeptDay[],
  ) {}

  /** The limit for every bed (null) or for one, in force on this arrival day; null when there is none. */
  inForce(bedId: string | null, arrivalDay: Temporal.PlainDate): StayLimit | null {
    const begun = this.all.filter((each) => each.bedId === bedId && !isBefore(arrivalDay, each.fromDay));
    return begun.reduce<StayLimit | null>(
      (last, each) => (last && isBefore(each.fromDay, last.fromDay) ? last : each),
      null,
    );
  }

  /** The most nights of one stay in the house for whoever arrives on this day. */
  mostNights(arrivalDay: Temporal.PlainDate): number {
    return this.inForce(null, arrivalDay)?.mostNights ?? NO_LIMIT;
  }

  /**
   * The first limit that a stay with the nights `after` goes past and with the nights `before` did not, or null: what was agreed
   * once is not asked for again when another bed or a shorter stay is planned. `others` are the nights of the same person in
   * other stays. A night that begins on a day on which nobody is asked to leave is not past, but counts for those that follow.
   */
  newlyPast(
    before: readonly NightsInBed[],
    after: readonly NightsInBed[],
    others: readonly NightsInBed[] = [],
  ): PastLimit | null {
    const had = this.pastOf(before, others);
    const isNew = (past: PastLimit) =>
      past.nights.some(
        (night) =>
          !had.some((each) => isSameLimit(each, past) && each.nights.some((one) => isSameDay(one, night))),
      );
    return this.pastOf(after, others).find(isNew) ?? null;
  }

  /** The name of the day when nobody is asked to leave on it, or null. */
  nameOf(day: Temporal.PlainDate): string | null {
    return this.keptDays.find((each) => isSameDay(each.day, day))?.name ?? null;
  }

  /**
   * The days a stay that begins on `arrivalDay` may be planned to end on without a question, first come first: within the most
   * nights of one stay, none on which nobody is asked to leave. A limit that would end on such a day ends after it.
   */
  leavingDays(arrivalDay: Temporal.PlainDate): Temporal.PlainDate[] {
    const most = this.mostNights(arrivalDay);
    const days: Temporal.PlainDate[] = [];
    for (let day = arrivalDay.add({ days: 1 }); ; day = day.add({ days: 1 })) {
      const isKept = this.nameOf(day) !== null;
      if (!isKept) days.push(day);
      if (nightsBetween(arrivalDay, day) >= most && !isKept) return days;
    }
  }

  /** Every limit these nights go past: the house's own first, then that of each bed. */
  private pastOf(stay: readonly NightsInBed[], others: readonly NightsInBed[]): PastLimit[] {
    if (stay.length === 0) return [];
    const arrivalDay = stay[0]!.firstNight;
    return [null, ...new Set(stay.map(({ bedId }) => bedId))]
      .flatMap((bedId) => {
        const limit = this.inForce(bedId, arrivalDay);
        const [mine, theirs] = [nightsIn(stay, bedId), nightsIn(others, bedId)];
        return limit ? [this.pastOneStay(limit, mine), this.pastRolling(limit, mine, theirs)] : [];
      })
      .filter((past) => past !== null);
  }

  private pastOneStay(limit: StayLimit, mine: readonly Temporal.PlainDate[]): PastLimit | null {
    const most = limit.mostNights ?? NO_LIMIT;
    const nights = this.asked(mine.slice(most));
    return nights.length > 0 ? { limit, kind: 'one stay', count: mine.length, nights } : null;
  }

  private pastRolling(
    limit: StayLimit,
    mine: readonly Temporal.PlainDate[],
    others: readonly Temporal.PlainDate[],
  ): PastLimit | null {
    const { rollingNights, rollingDays } = limit;
    if (rollingNights === null || rollingDays === null) return null;
    const all = [...others, ...mine];
    const countUpTo = (night: Temporal.PlainDate) => {
      const first = night.subtract({ days: rollingDays - 1 });
      return all.filter((each) => !isBefore(each, first) && !isBefore(night, each)).length;
    };
    const nights = this.asked(mine.filter((night) => countUpTo(night) > rollingNights));
    const count = Math.max(...nights.map(countUpTo));
    return nights.length > 0 ? { limit, kind: 'rolling', count, nights } : null;
  }

  /** Without the nights of days on which nobody is asked to leave. */
  private asked(nights: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
    return nights.filter((night) => this.nameOf(night) === null);
  }
}

/** No stay is planned further than this, so it stands for no limit. */
const NO_LIMIT = FURTHEST_PLAN;

const isSameLimit = (one: PastLimit, other: PastLimit): boolean =>
  one.limit.id === other.limit.id && one.kind === other.kind;

/** Each night of these, in one bed or in all. */
function nightsIn(parts: readonly NightsInBed[], bedId: string | null): Temporal.PlainDate[] {
  return parts
    .filter((part) => bedId === null || part.bedId === bedId)
    .flatMap(({ firstNight, endNight }) => {
      const count = Math.max(0, nightsBetween(firstNight, endNight));
      return Array.from({ length: count }, (_, index) => firstNight.add({ days: index }));
    });
}
