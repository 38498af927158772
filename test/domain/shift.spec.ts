import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { readShiftHours, shiftAfter, shiftAt, shiftBefore, shiftOn } from '../../src/domain/shift.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at, on } from '../support/builders.js';

describe('the hours at which shifts change', () => {
  it.each([
    ['8 14 22', '8 14 22'],
    ['22, 8', '8 22'],
    [' 07;19 ', '7 19'],
    ['0 12 23', '0 12 23'],
  ])('%j are %j', (typed, kept) => expect(readShiftHours(typed)).toBe(kept));

  it.each(['', '8', '8 8', '8 8 22', '1 2 3 4', '8 24', '8 -1', '8 2.5', 'eight ten', '8 014', '8 1e1'])(
    '%j are not',
    (typed) => expect(() => readShiftHours(typed)).toThrow(RuleViolation),
  );
});

describe('a shift (R30)', () => {
  it('is named by the date and the hour at which it begins', () => {
    const shift = shiftAt(aHouse(), at('2026-11-22T03:00-05:00'));
    expect([String(shift.day), shift.slot]).toEqual(['2026-11-21', 22]);
    expect(String(shift.start)).toBe('2026-11-22T03:00:00Z');
    expect(String(shift.end)).toBe('2026-11-22T13:00:00Z');
  });

  it('is found by them, and by no other hour', () => {
    expect(String(shiftOn(aHouse(), on('2026-11-21'), 22)!.start)).toBe('2026-11-22T03:00:00Z');
    expect(shiftOn(aHouse(), on('2026-11-21'), 21)).toBeNull();
  });

  it('has one before and one after', () => {
    const shift = shiftOn(aHouse(), on('2026-11-21'), 22)!;
    expect(shiftBefore(aHouse(), shift).slot).toBe(14);
    expect(String(shiftAfter(aHouse(), shift).day)).toBe('2026-11-22');
    expect(shiftAfter(aHouse(), shift).slot).toBe(8);
  });

  it('has one name though two of its hours begin at once', () => {
    const house = aHouse({ shiftStarts: '2 3 12' });
    const shift = shiftOn(house, on('2026-03-08'), 2)!;
    expect(house.time.typed(shift.start)).toBe('2026-03-08T03:00');
    expect(shift.slot).toBe(3);
  });

  const anyHours = fc
    .uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 3 })
    .map((hours) => readShiftHours(hours.join(' ')));

  it('holds each instant, alone, on every change night, whatever its hours; and its name finds it again', () =>
    fc.assert(
      fc.property(changeNight(1), anyHours, ({ zone, rolloverHour, instants: [now] }, shiftStarts) => {
        const house = aHouse({ timeZone: zone, rolloverHour, shiftStarts });
        const shift = shiftAt(house, now!);
        const [before, after] = [shiftBefore(house, shift), shiftAfter(house, shift)];
        expect(isWithin(shift, now!)).toBe(true);
        expect([before, after].some((each) => isWithin(each, now!))).toBe(false);
        expect([String(before.end), String(after.start)]).toEqual([String(shift.start), String(shift.end)]);
        const found = shiftOn(house, shift.day, shift.slot)!;
        expect([String(found.start), String(found.end)]).toEqual([String(shift.start), String(shift.end)]);
      }),
      { numRuns: 500 },
    ));
});

const isWithin = (
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
  now: Temporal.Instant,
): boolean => Temporal.Instant.compare(start, now) <= 0 && Temporal.Instant.compare(now, end) < 0;
