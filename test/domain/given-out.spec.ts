import fc from 'fast-check';
import {
  canBeCorrected,
  checkPeriod,
  type Grid,
  grids,
  isGrid,
  lastOver,
  periodOf,
  toldToday,
} from '../../src/domain/given-out.js';
import type { CountTable } from '../../src/domain/figure.js';
import { isIn } from '../../src/domain/period.js';
import { anyDay } from '../support/arbitraries.js';
import { blamedOn, on } from '../support/builders.js';

const period = (start: string, end: string) => ({ start: on(start), end: on(end) });
const texts = ({ start, end }: ReturnType<typeof period>) => [start.toString(), end.toString()];

describe('the periods a house gives out (R39)', () => {
  it.each<[Grid, string, string, string]>([
    ['quarters', '2026-11-23', '2026-10-01', '2027-01-01'],
    ['quarters', '2026-03-31', '2026-01-01', '2026-04-01'],
    ['years', '2028-02-29', '2028-01-01', '2029-01-01'],
  ])('%s: %s lies in %s to %s', (grid, day, start, end) => {
    expect(texts(periodOf(grid, on(day)))).toEqual([start, end]);
  });

  it('lie side by side: no day is in two of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...grids), anyDay, (grid, day) => {
        const found = periodOf(grid, day);
        expect(isIn(found, day)).toBe(true);
        expect(texts(periodOf(grid, found.end.subtract({ days: 1 })))).toEqual(texts(found));
        expect(texts(periodOf(grid, found.end))[0]).toBe(found.end.toString());
        expect(texts(lastOver(grid, found.end))).toEqual(texts(found));
      }),
    );
  });

  it.each<[Grid | null, string, string, string, string | null]>([
    [null, '2026-07-01', '2026-10-01', '2026-11-23', 'grid'],
    ['quarters', '2026-07-01', '2026-10-01', '2026-11-23', null],
    ['quarters', '2026-07-01', '2026-10-01', '2026-10-01', null],
    ['quarters', '2026-07-01', '2026-10-01', '2026-09-30', 'to'],
    ['quarters', '2026-07-01', '2026-09-30', '2026-11-23', 'from'],
    ['quarters', '2026-08-01', '2026-11-01', '2026-11-23', 'from'],
    ['quarters', '2026-07-02', '2026-10-02', '2026-11-23', 'from'],
    ['quarters', '2025-01-01', '2026-01-01', '2026-11-23', 'from'],
    ['years', '2025-01-01', '2026-01-01', '2026-11-23', null],
    ['years', '2026-01-01', '2027-01-01', '2026-11-23', 'to'],
    ['years', '2026-07-01', '2026-10-01', '2026-11-23', 'from'],
  ])('%s: %s to %s, on %s, is refused at %s', (grid, start, end, today, field) => {
    const check = () => checkPeriod(grid, period(start, end), on(today));
    if (field) expect(check).toThrow(blamedOn(field));
    else expect(check).not.toThrow();
  });

  it('knows its two grids', () => {
    expect(['quarters', 'years', 'months'].map(isGrid)).toEqual([true, true, false]);
  });
});

describe('whether a period can be given out corrected', () => {
  const counts = (...rows: number[]) => {
    const table: CountTable = {
      code: 'endings',
      of: 'left',
      title: 'How the stays ended',
      column: 'Ending',
      rows: rows.map((count, place) => ({ code: `r${place}`, label: `Row ${place}`, count })),
      total: rows.reduce((sum, each) => sum + each, 0),
    };
    return { tables: [table], links: [] };
  };
  const given = (...rows: number[]) => {
    const now = counts(...rows);
    return { counted: now.tables, shared: toldToday(now, []) };
  };

  it.each<[now: number[], then: number[][], can: boolean]>([
    [[12, 30], [], false],
    [[12, 30], [[12, 30]], false],
    [[12, 31], [[12, 30]], true],
    // Within what is hidden nobody sees it
    [[3, 5, 34], [[4, 4, 34]], false],
    [[3], [[3]], false],
  ])('%j after %j: %s', (now, then, can) => {
    expect(
      canBeCorrected(
        counts(...now),
        then.map((rows) => given(...rows)),
      ),
    ).toBe(can);
  });
});
