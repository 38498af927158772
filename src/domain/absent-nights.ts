import type { Temporal } from 'temporal-polyfill';
import { isBefore, laterDay } from './days.js';
import { nightsBetween } from './house-time.js';

/** By the guest's own word, or nobody has seen them. */
export type AbsenceKind = 'away' | 'not-seen';

/** Nights d with `sinceDay <= d < backDay`; open while `backDay` is null. Those of one stay never overlap. */
export interface AbsentNights {
  kind: AbsenceKind;
  sinceDay: Temporal.PlainDate;
  backDay: Temporal.PlainDate | null;
}

/** How a night was spent, as far as an absence says; null for one slept here. */
export const absentOn = (absences: readonly AbsentNights[], night: Temporal.PlainDate): AbsenceKind | null =>
  absences.find(
    ({ sinceDay, backDay }) => !isBefore(night, sinceDay) && (backDay === null || isBefore(night, backDay)),
  )?.kind ?? null;

/** The nights of a stay, each counted once: the bed was slept in, kept for a guest who was away, or it is not known (R21). */
export interface NightsSplit {
  slept: number;
  away: number;
  notKnown: number;
}

/** Nights d with `start <= d < end` of one stay, whose absences may reach further. */
export function splitNights(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  absences: readonly AbsentNights[],
): NightsSplit {
  const of = (kind: AbsenceKind): number =>
    absences
      .filter((each) => each.kind === kind)
      .reduce((sum, each) => sum + nightsWithin(start, end, each), 0);
  const [away, notKnown] = [of('away'), of('not-seen')];
  return { slept: nightsBetween(start, end) - away - notKnown, away, notKnown };
}

/** An open one ends with the stay. */
function nightsWithin(
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  { sinceDay, backDay }: AbsentNights,
): number {
  const until = backDay && isBefore(backDay, end) ? backDay : end;
  return nightsBetween(laterDay(start, sinceDay), until);
}
