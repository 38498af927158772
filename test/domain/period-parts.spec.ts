import fc from 'fast-check';
import { dayNumber, dayOf } from '../../src/domain/day-number.js';
import { partKinds, partsOf, shownKind, usualKind } from '../../src/domain/period-parts.js';
import { on } from '../support/builders.js';

const days = (from: string, last: string) => ({ start: on(from), end: on(last).add({ days: 1 }) });

describe('the parts of a period', () => {
  it.each([
    ['week', '2026-02-01', '2026-02-14', ['2026-02-01', '2026-02-02', '2026-02-09']],
    ['month', '2026-01-30', '2026-03-01', ['2026-01-30', '2026-02-01', '2026-03-01']],
    ['year', '2025-12-31', '2027-01-01', ['2025-12-31', '2026-01-01', '2027-01-01']],
    ['night', '2028-02-28', '2028-03-01', ['2028-02-28', '2028-02-29', '2028-03-01']],
  ] as const)('by %s, from %s to %s', (kind, from, last, starts) => {
    expect(partsOf(days(from, last), kind).map(({ start }) => start.toString())).toEqual(starts);
  });

  it.each([
    ['2026-02-01', '2026-03-08', 'night'],
    ['2026-02-01', '2026-03-09', 'week'],
    ['2026-01-01', '2026-03-31', 'week'],
    ['2026-01-01', '2026-12-31', 'month'],
    ['2024-01-01', '2026-12-31', 'month'],
    ['2024-01-01', '2027-01-01', 'year'],
    ['2000-01-01', '2099-12-31', 'year'],
  ])('%s to %s is parted by %s unless somebody chose', (from, last, kind) => {
    expect(usualKind(days(from, last))).toBe(kind);
  });

  it('what was chosen is shown as long as a picture can, then by the next coarser kind', () => {
    expect(shownKind(days('2026-01-01', '2026-03-31'), 'night')).toBe('night');
    expect(shownKind(days('2026-01-01', '2026-06-30'), 'night')).toBe('week');
    expect(shownKind(days('2006-01-01', '2026-03-31'), 'night')).toBe('year');
    expect(shownKind(days('2026-01-01', '2026-06-30'), 'month')).toBe('month');
  });

  const day = fc.integer({ min: dayNumber(on('2000-01-01')), max: dayNumber(on('2099-12-31')) });

  it('tile any period: none is empty, none overlaps, nothing is left out', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(...partKinds),
        (from, long, kind) => {
          const period = { start: dayOf(from), end: dayOf(from + long) };
          const parts = partsOf(period, kind);
          const edges = parts.flatMap(({ start, end }) => [dayNumber(start), dayNumber(end)]);
          if (long === 0) return expect(parts).toEqual([]);
          expect([edges[0], edges.at(-1)]).toEqual([from, from + long]);
          parts.forEach(({ start, end }, place) => {
            expect(dayNumber(start)).toBeLessThan(dayNumber(end));
            if (place > 0) expect(start.equals(parts[place - 1]!.end)).toBe(true);
          });
        },
      ),
    );
  });

  it('a day has one number, one more than the day before it', () => {
    fc.assert(
      fc.property(day, (number) => {
        expect(dayNumber(dayOf(number))).toBe(number);
        expect(dayNumber(dayOf(number).add({ days: 1 }))).toBe(number + 1);
      }),
    );
    expect(dayNumber(on('1970-01-02'))).toBe(1);
  });
});
