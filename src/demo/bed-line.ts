import type { Temporal } from 'temporal-polyfill';
import { isBefore } from '../domain/days.js';
import type { Dice } from './dice.js';

/** Somebody's nights in a bed, by house days; on `leftDay` the next may come. */
export interface Nights {
  arrivalDay: Temporal.PlainDate;
  leftDay: Temporal.PlainDate;
}

const lengths = [
  [0, 3],
  [1, 9],
  [2, 12],
  [3, 17],
  [4, 16],
  [5, 15],
  [6, 10],
  [7, 18],
] as const;

const pauses = [
  [0, 14],
  [1, 24],
  [2, 24],
  [3, 18],
  [4, 12],
  [6, 8],
] as const;

/** One stay after the other in one bed, none before `from`, each over before `until`. */
export function fillBed(dice: Dice, from: Temporal.PlainDate, until: Temporal.PlainDate): Nights[] {
  const line: Nights[] = [];
  let arrivalDay = from;
  for (;;) {
    const nights = dice.weighed(lengths);
    const leftDay = arrivalDay.add({ days: nights });
    if (!isBefore(leftDay, until)) return line;
    line.push({ arrivalDay, leftDay });
    // Whoever came and went on one day leaves the bed empty for the night
    arrivalDay = leftDay.add({ days: Math.max(dice.weighed(pauses), nights === 0 ? 1 : 0) });
  }
}
