import fc from 'fast-check';
import type { Cell } from '../../src/domain/column.js';
import { csvPieces } from '../../src/reports/sheet.service.js';
import { readCsv } from '../support/read-csv.js';

const textOf = (columns: string[], rows: Cell[][]) =>
  Buffer.concat([...csvPieces({ columns, rows })]).toString('utf8');
const written = (cells: readonly Cell[]) =>
  textOf(
    ['cell'],
    cells.map((cell) => [cell]),
  );
const read = (cells: readonly Cell[]) =>
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
    expect(textOf(['a', 'b'], [])).toBe('\uFEFFa,b\r\n');
    const many = Array.from({ length: 1200 }, (_, place) => [place, 'é']);
    const lines = textOf(['a', 'b'], many).split('\r\n');
    expect([lines.length, lines[0], lines[501], lines[1200]]).toEqual([1202, '\uFEFFa,b', '500,é', '1199,é']);
  });

  it('gives any text back, or with one apostrophe before it, and never shifts a column', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (pairs) => {
        const rows = pairs.map(([a, b]) => [`x${a}`, b]);
        const found = readCsv(textOf(['a', 'b'], rows)).slice(1);
        expect(found.map(([a]) => a)).toEqual(rows.map(([a]) => a));
        found.forEach(([, b], place) => expect([rows[place]![1], `'${rows[place]![1]}`]).toContain(b));
        for (const [, b] of found) expect(b).not.toMatch(/^[=+\-@\t\r]/);
      }),
    ));
});
