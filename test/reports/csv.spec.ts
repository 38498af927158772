import fc from 'fast-check';
import { csvBytes } from '../../src/reports/csv.service.js';
import { readCsv } from '../support/read-csv.js';

const written = (cells: readonly (string | number)[]) =>
  csvBytes(
    ['cell'],
    cells.map((cell) => ({ cell })),
    true,
  ).toString('utf8');
const read = (cells: readonly (string | number)[]) =>
  readCsv(written(cells))
    .slice(1)
    .map(([cell]) => cell);

describe('a spreadsheet (R40)', () => {
  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")', '＝cmd()'])(
    'never runs %j as a formula: an apostrophe stands before it',
    (hostile) => {
      expect(read([hostile])).toEqual([`'${hostile}`]);
    },
  );

  it('leaves numbers numbers, also those below zero', () => {
    expect(written([-1, 0, 4])).toContain('\r\n-1\r\n0\r\n4\r\n');
  });

  it('keeps accents, quotes, commas and lines inside their cell', () => {
    const texts = ['José Díaz', 'a "b" c', 'one, two', 'one\ntwo', 'one\r\ntwo', 'don’t', ' =x'];
    expect(read(texts)).toEqual(texts);
  });

  it('says once, at its start, that it is UTF-8 and what its columns are', () => {
    expect(csvBytes(['a', 'b'], [], true).toString('utf8')).toBe('\uFEFFa,b\r\n');
    expect(csvBytes(['a', 'b'], [{ b: 'é', a: 1 }], false).toString('utf8')).toBe('1,é\r\n');
    expect(csvBytes(['a'], [], false)).toHaveLength(0);
  });

  it('gives any text back, or with one apostrophe before it, and never shifts a column', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (pairs) => {
        const rows = pairs.map(([a, b]) => ({ a: `x${a}`, b }));
        const found = readCsv(csvBytes(['a', 'b'], rows, true).toString('utf8')).slice(1);
        expect(found.map(([a]) => a)).toEqual(rows.map(({ a }) => a));
        found.forEach(([, b], place) => expect([rows[place]!.b, `'${rows[place]!.b}`]).toContain(b));
        for (const [, b] of found) expect(b).not.toMatch(/^[=+\-@\t\r]/);
      }),
    ));
});
