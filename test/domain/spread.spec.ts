import fc from 'fast-check';
import { meanOf, medianOf, percentileOf } from '../../src/domain/spread.js';

describe('averages', () => {
  it('are null of nothing, never 0 (R37)', () =>
    expect([meanOf([]), medianOf([]), percentileOf([], 0.9)]).toEqual([null, null, null]));

  it.each([
    [[7], 7],
    [[2, 1], 1.5],
    [[9, 1, 2], 2],
    [[10, 9, 1, 2], 5.5],
  ])('the median of %j is %d', (numbers, median) => expect(medianOf(numbers)).toBe(median));

  it.each([
    [[5], 0.9, 5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 11], 0.9, 10],
    [[3, 1, 2], 0, 1],
    [[3, 1, 2], 1, 3],
  ])('of %j, a share of %d is at most %d', (numbers, share, percentile) =>
    expect(percentileOf(numbers, share)).toBe(percentile),
  );

  it('a percentile is one of the numbers, and enough of them do not exceed it', () =>
    fc.assert(
      fc.property(
        fc.array(fc.nat(99), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (numbers, hundredths) => {
          const found = percentileOf(numbers, hundredths / 100)!;
          expect(numbers).toContain(found);
          const reached = (most: number) => numbers.filter((each) => each <= most).length * 100;
          expect(reached(found)).toBeGreaterThanOrEqual(hundredths * numbers.length);
          expect(reached(found - 1)).toBeLessThan(hundredths * numbers.length);
        },
      ),
    ));
});
