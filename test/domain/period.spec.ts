import fc from 'fast-check';
import {
  begunBy,
  isAhead,
  isIn,
  isRunning,
  isShort,
  lastDay,
  lastFullQuarter,
  periodBefore,
  yearBefore,
} from '../../src/domain/period.js';
import { anyDay } from '../support/arbitraries.js';
import { on } from '../support/builders.js';

const february = { start: on('2026-02-01'), end: on('2026-02-15') };

describe('a period', () => {
  it('holds its first day and its last, and not the days beside them', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-14', '2026-02-15'];
    expect(days.map((day) => isIn(february, on(day)))).toEqual([false, true, true, false]);
    expect(isIn(february, null)).toBe(false);
    expect(String(lastDay(february))).toBe('2026-02-14');
  });

  it('is running until its last day is over', () => {
    const days = ['2026-01-01', '2026-02-14', '2026-02-15'];
    expect(days.map((day) => isRunning(february, on(day)))).toEqual([true, true, false]);
  });

  it('is ahead until its first day begins', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-03-01'];
    expect(days.map((day) => isAhead(february, on(day)))).toEqual([true, false, false]);
  });

  // R38
  it.each([
    ['2026-02-13', '2026-02-14', true],
    ['2026-02-01', '2026-02-28', true],
    ['2026-02-01', '2026-03-01', false],
    ['2026-01-31', '2026-02-28', false],
    ['2026-01-31', '2026-02-27', true],
  ])('from %s up to %s is short: %s', (start, end, short) =>
    expect(isShort({ start: on(start), end: on(end) })).toBe(short),
  );
});

describe('the last full quarter', () => {
  it.each([
    ['2026-11-22', '2026-07-01', '2026-10-01'],
    ['2026-10-01', '2026-07-01', '2026-10-01'],
    ['2026-09-30', '2026-04-01', '2026-07-01'],
    ['2026-05-31', '2026-01-01', '2026-04-01'],
    ['2026-01-01', '2025-10-01', '2026-01-01'],
    ['2024-02-29', '2023-10-01', '2024-01-01'],
  ])('on %s runs from %s up to %s', (today, start, end) => {
    const quarter = lastFullQuarter(on(today));
    expect([String(quarter.start), String(quarter.end)]).toEqual([start, end]);
  });

  it('is over, begins a quarter, is three months long and less than three months ago', () =>
    fc.assert(
      fc.property(anyDay, (today) => {
        const { start, end } = lastFullQuarter(today);
        expect(isRunning({ start, end }, today)).toBe(false);
        expect([start.day, start.month % 3]).toEqual([1, 1]);
        expect(String(start.add({ months: 3 }))).toBe(String(end));
        expect(isIn({ start: end, end: end.add({ months: 3 }) }, today)).toBe(true);
      }),
    ));
});

const from = (start: string, end: string) => ({ start: on(start), end: on(end) });
const said = ({ start, end }: { start: unknown; end: unknown }) => `${String(start)} ${String(end)}`;

describe('what a period is held against', () => {
  it.each([
    ['a quarter', '2026-01-01', '2026-04-01', '2025-10-01 2026-01-01'],
    ['a month', '2026-03-01', '2026-04-01', '2026-02-01 2026-03-01'],
    ['a year', '2024-01-01', '2025-01-01', '2023-01-01 2024-01-01'],
    ['two weeks', '2026-02-01', '2026-02-15', '2026-01-18 2026-02-01'],
    ['a day', '2026-03-01', '2026-03-02', '2026-02-28 2026-03-01'],
  ])('the time before %s is as long', (_what, start, end, before) =>
    expect(said(periodBefore(from(start, end)))).toBe(before),
  );

  it('the same days a year earlier, a leap day the day before it', () => {
    expect(said(yearBefore(from('2026-01-01', '2026-04-01')))).toBe('2025-01-01 2025-04-01');
    expect(said(yearBefore(from('2024-02-01', '2024-02-29')))).toBe('2023-02-01 2023-02-28');
  });

  it('ends where it begins, for any period', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 800 }), (start, days) => {
        const period = { start, end: start.add({ days }) };
        expect(String(periodBefore(period).end)).toBe(String(start));
      }),
    ));
});

describe('the nights of a period that have begun', () => {
  it.each([
    ['2026-01-31', '2026-02-01 2026-02-01'],
    ['2026-02-01', '2026-02-01 2026-02-02'],
    ['2026-02-13', '2026-02-01 2026-02-14'],
    ['2026-02-14', '2026-02-01 2026-02-15'],
    ['2026-06-01', '2026-02-01 2026-02-15'],
  ])('on %s are %s, the current night among them', (today, begun) =>
    expect(said(begunBy(february, on(today)))).toBe(begun),
  );
});
