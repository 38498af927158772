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
  [1, 6],
  [2, 9],
  [3, 15],
  [4, 17],
  [5, 17],
  [6, 12],
  [7, 21],
] as const;

const pauses = [
  [0, 12],
  [1, 20],
  [2, 24],
  [3, 20],
  [4, 14],
  [6, 10],
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
