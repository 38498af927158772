import fc from 'fast-check';
import { isBefore, isEarlier, isSameDay, laterDay } from '../../src/domain/days.js';
import { anyDay } from '../support/arbitraries.js';
import { at, on } from '../support/builders.js';

describe('days', () => {
  it('are one before the other, the same, or one after the other', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2, max: 2 }), (day, days) => {
        const other = day.add({ days });
        expect([isBefore(day, other), isSameDay(day, other), isBefore(other, day)]).toEqual([
          days > 0,
          days === 0,
          days < 0,
        ]);
      }),
    ));

  it('have a later one, whichever comes first', () => {
    const [ninth, tenth] = [on('2026-03-09'), on('2026-03-10')];
    expect(String(laterDay(ninth, tenth))).toBe('2026-03-10');
    expect(String(laterDay(tenth, ninth))).toBe('2026-03-10');
    expect(String(laterDay(tenth, tenth))).toBe('2026-03-10');
  });
});

describe('instants', () => {
  it('are compared as moments, not as the clock on the wall shows them', () => {
    const [firstPass, secondPass] = [at('2026-11-01T01:45-04:00'), at('2026-11-01T01:15-05:00')];
    expect(isEarlier(firstPass, secondPass)).toBe(true);
    expect(isEarlier(secondPass, firstPass)).toBe(false);
    expect(isEarlier(firstPass, firstPass)).toBe(false);
  });
});
