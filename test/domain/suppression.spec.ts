import fc from 'fast-check';
import type { CountLink } from '../../src/domain/count-links.js';
import type { CountTable } from '../../src/domain/figure.js';
import type { GivenVersion } from '../../src/domain/hiding.js';
import { type SharedTable, toldWords } from '../../src/domain/shared-table.js';
import { shareable } from '../../src/domain/suppression.js';

const table = (counts: readonly number[], code = 'endings', of = 'left'): CountTable => ({
  code,
  of,
  title: 'How the stays ended',
  column: 'Ending',
  rows: counts.map((count, place) => ({ code: `r${place}`, label: `Row ${place}`, count })),
  total: counts.reduce((sum, each) => sum + each, 0),
});

/** The rows and the total as they read; 'left out' for no rows. */
const read = (
  tables: readonly CountTable[],
  before: readonly GivenVersion[] = [],
  links: readonly CountLink[] = [],
) =>
  shareable(tables, before, links).map(({ rows, total }) => [
    rows ? rows.map(({ told }) => toldWords(told)).join(', ') : 'left out',
    toldWords(total),
  ]);

const of = (...counts: number[]) => read([table(counts)])[0];

const given = (...counts: number[]): GivenVersion => {
  const counted = [table(counts)];
  return { counted, shared: shareable(counted) };
};

describe('what anyone may read of one table (R39)', () => {
  it.each([
    [[], '', '0'],
    [[0, 0], '0, 0', '0'],
    [[11, 40], '11, 40', '51'],
    [[12, 0, 30], '12, 0, 30', '42'],
    // Two small ones hide one another
    [[3, 5, 34], 'fewer than 11, fewer than 11, 34', '42'],
    // One takes the last large one with it, whichever is the smallest
    [[3, 12, 40, 0], 'fewer than 11, 12, not shown, 0', '55'],
    [[40, 12, 3], '40, not shown, fewer than 11', '55'],
    [[6, 6], 'fewer than 11, fewer than 11', '12'],
  ])('%j', (counts, rows, total) => {
    expect(of(...counts)).toEqual([rows, total]);
  });

  it.each([
    // 1 + 11 is 12 in no other way
    [[1, 11], '12'],
    [[1, 0, 11], '12'],
    // Two that add up to 2, or to 20
    [[1, 1, 30], '32'],
    [[10, 10, 30], '50'],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], '12'],
    [[9, 11], '20'],
    [[10, 10], '20'],
  ])('%j is left out: nothing else fits', (counts, total) => {
    expect(of(...counts)).toEqual(['left out', total]);
  });

  it.each([[[1]], [[10]], [[5, 0]], [[4, 6]]])('%j: of so few nothing is told', (counts) => {
    expect(of(...counts)).toEqual(['left out', 'fewer than 11']);
  });

  it('keeps at which time a question was asked', () => {
    const [shared] = shareable([{ ...table([12, 13]), series: 'At leaving' }]);
    expect(shared).toMatchObject({ code: 'endings', title: 'How the stays ended', series: 'At leaving' });
  });

  it('refuses tables that do not add up', () => {
    expect(() => shareable([{ ...table([12, 13]), total: 24 }])).toThrow('endings');
    expect(() => shareable([table([12]), table([13], 'destinations')])).toThrow('endings');
  });
});

describe('whatever the counts are', () => {
  const anyCounts = fc.array(fc.oneof(fc.integer({ min: 0, max: 13 }), fc.nat({ max: 300 })), {
    maxLength: 9,
  });

  it('each row that is told is told truly, in its place, and none that is small', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const [{ rows, total }] = shareable([table(counts)]) as [SharedTable];
        const sum = counts.reduce((added, each) => added + each, 0);
        expect(total).toBe(sum >= 1 && sum <= 10 ? 'fewer' : sum);
        rows?.forEach(({ told, code }, place) => {
          const count = counts[place]!;
          expect(code).toBe(`r${place}`);
          expect(told === 'fewer').toBe(count >= 1 && count <= 10);
          if (typeof told === 'number') expect(told).toBe(count);
          if (told === 'not-shown') expect(count).toBeGreaterThan(10);
        });
      }),
    );
  });

  it('nothing is hidden where nothing is small', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 11, max: 60 }), { minLength: 1, maxLength: 9 }), (counts) => {
        fc.pre(counts.reduce((sum, each) => sum + each, 0) !== counts.length * 10);
        const [{ rows }] = shareable([table(counts)]) as [SharedTable];
        expect(rows?.map(({ told }) => told)).toEqual(counts);
      }),
    );
  });

  it('what is given out again is hidden wherever it was', () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (then, now) => {
        const [first] = [given(...then)];
        const [{ rows }] = shareable([table(now)], [first]) as [SharedTable];
        const was = first.shared[0]!.rows;
        if (was === null) expect(rows).toBeNull();
        rows?.forEach(({ told }, place) => {
          if (typeof (was?.[place]?.told ?? 0) === 'string') expect(typeof told).toBe('string');
          else expect(typeof told).toBe('number');
        });
      }),
    );
  });
});

describe('what nobody finds who knows the method', () => {
  // Whatever reads alike is one report to a reader: each count in it that is small must have another value somewhere
  it.each([
    [2, 46],
    [3, 46],
    [4, 30],
    [5, 18],
  ])('%d rows of up to %d', (length, most) => {
    const values = new Map<string, Set<number>[]>();
    for (const counts of everyTable(length, most)) {
      const reads = JSON.stringify(shareable([table(counts)]));
      const known = values.get(reads) ?? counts.map(() => new Set<number>());
      counts.forEach((count, place) => known[place]!.add(count));
      values.set(reads, known);
    }
    const found = [...values].filter(([, known]) =>
      known.some((each) => each.size === 1 && [...each].some((count) => count >= 1 && count <= 10)),
    );
    expect(found.map(([reads]) => reads)).toEqual([]);
  });
});

function* everyTable(length: number, most: number): Generator<number[]> {
  if (length === 0) yield [];
  else
    for (let count = 0; count <= most; count += 1)
      for (const others of everyTable(length - 1, most - count)) yield [count, ...others];
}

describe('counts that are one by what they mean', () => {
  const same: CountLink = {
    same: [
      { table: 'endings', row: 'r1' },
      { table: 'days', row: 'r0' },
    ],
  };

  it('are hidden in every table', () => {
    const tables = [table([3, 20, 30]), table([20, 14, 19], 'days')];
    expect(read(tables)).toEqual([
      ['fewer than 11, 20, not shown', '53'],
      ['20, 14, 19', '53'],
    ]);
    const last: CountLink = {
      same: [
        { table: 'endings', row: 'r2' },
        { table: 'days', row: 'r0' },
      ],
    };
    expect(read([table([3, 20, 30]), table([30, 14, 9, 0], 'days')], [], [last])).toEqual([
      ['fewer than 11, 20, not shown', '53'],
      ['not shown, 14, fewer than 11, 0', '53'],
    ]);
  });

  it('take a population with them that is parted further', () => {
    const parted: CountLink = { same: [{ table: 'endings', row: 'r1' }, { of: 'reached' }] };
    expect(read([table([3, 20]), table([12, 8], 'answers', 'reached')], [], [parted])).toEqual([
      ['fewer than 11, not shown', '23'],
      ['left out', 'not shown'],
    ]);
  });

  it('hide a population that would tell how many are not in it', () => {
    const deaths: CountLink = { whole: { of: 'left' }, parts: [{ of: 'could-come-back' }], isAll: false };
    const tables = (died: number) => [table([15, 15]), table([15, 15 - died], 'back', 'could-come-back')];
    expect(read(tables(1), [], [deaths])[1]).toEqual(['left out', 'not shown']);
    expect(read(tables(0), [], [deaths])[1]).toEqual(['15, 15', '30']);
  });

  it('refuses links that do not hold', () => {
    expect(() => read([table([3, 20, 30]), table([21, 13, 19], 'days')], [], [same])).toThrow('Not the same');
    const whole = { of: 'left' };
    const link = { whole, parts: [{ table: 'endings', row: 'r0' }], isAll: true };
    expect(() => read([table([3, 20])], [], [link])).toThrow('Not its parts');
  });
});

describe('a corrected report', () => {
  it.each<[then: number[], now: number[], rows: string, total: string]>([
    // Hidden once, hidden for good
    [[3, 12, 40], [3, 12, 41], 'fewer than 11, 12, not shown', '56'],
    [[10, 9, 40], [12, 9, 40], 'not shown, fewer than 11, 40', '61'],
    // It stood open: nothing takes it back
    [[12, 20, 40], [10, 20, 42], 'left out', '72'],
    [[40, 0], [40, 1], 'left out', '41'],
    // Gone to nothing: neither small nor large
    [[1, 5, 40], [0, 6, 40], 'left out', '46'],
    [[1, 5, 40], [2, 4], 'left out', 'fewer than 11'],
    // Left out once, left out for good
    [[1, 11], [5, 7], 'left out', '12'],
    [[4, 3], [4, 13], 'left out', 'not shown'],
    [[4, 3], [4, 4], 'left out', 'not shown'],
    // 4 to 10 now, and 1 to 4 before, are one and the same for whoever knows that only the other was put right
    [[4, 11], [4, 10], 'left out', '14'],
    [[4, 12], [5, 12], 'fewer than 11, not shown', '17'],
  ])('%j, then %j', (then, now, rows, total) => {
    expect(read([table(now)], [given(...then)])[0]).toEqual([rows, total]);
  });

  it('keeps a row that is gone', () => {
    expect(read([table([12, 30])], [given(12, 29, 0)])).toEqual([['12, 30, 0', '42']]);
  });

  it('can have a new table', () => {
    const now = [table([12, 20]), table([3, 29], 'destinations')];
    expect(read(now, [given(12, 20)])[1]).toEqual(['fewer than 11, not shown', '32']);
  });
});
