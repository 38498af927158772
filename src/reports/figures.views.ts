import type { Outcomes } from '../domain/measures.js';

/** What each figure means, printed beside it (R36). */
const meanings = {
  'Stays that left': 'Their departure day, as a house day, lies in the period.',
  'Average nights per stay':
    'Departure day less arrival day, over the stays that left. Stays of 0 nights count.',
  'Average without 0 nights': 'The same, over the stays of at least 1 night.',
  'Median nights per stay':
    'The middle stay, from shortest to longest; halfway between the middle two of an even number. Stays of 0 nights count.',
  'Stays of 0 nights': 'Came and left within one house day. Each is still a stay.',
  'Nights slept here': 'Nights of the stays that left, less nights away and nights that are not known.',
  'Nights away, bed kept':
    'From the house day they went to the house day before they were back, by the guest’s own word.',
  'Nights not known': 'Nobody saw the guest. Neither slept here nor away.',
  'Stays that arrived':
    'Their arrival day, as a house day, lies in the period, whether or not they have left.',
};

/** Each figure with how many stays it is taken over and what it means. */
export function figuresOf({ left, arrived, nights, split }: Outcomes) {
  return [
    row('Stays that left', left, left),
    row('Average nights per stay', nights.mean, left),
    row('Average without 0 nights', nights.meanWithoutZero, left - nights.zeroNightStays),
    row('Median nights per stay', nights.median, left),
    row('Stays of 0 nights', nights.zeroNightStays, left),
    row('Nights slept here', split.slept, left),
    row('Nights away, bed kept', split.away, left),
    row('Nights not known', split.notKnown, left),
    row('Stays that arrived', arrived, arrived),
  ];
}

const row = (figure: keyof typeof meanings, value: number | null, n: number) => ({
  figure,
  value: value === null ? 'no stay' : shown(value),
  n,
  meaning: meanings[figure],
});

/** Rounded only here, to one digit after the point. */
const shown = (value: number): string => String(Math.round(value * 10) / 10);
