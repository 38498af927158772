import fc from 'fast-check';
import { type DateOrder, orderOf, readCell } from '../../src/domain/import-dates.js';

const told = (cell: string, order: DateOrder = 'day') => {
  const read = readCell(cell, order);
  return read && [read.day.toString(), read.time];
};

describe('a day as a spreadsheet tells it', () => {
  it.each([
    ['2026-03-02', '2026-03-02', null],
    ['2026-03-02T16:30', '2026-03-02', '16:30'],
    ['2026/3/2 9:05:30', '2026-03-02', '09:05'],
    ['2.3.2026', '2026-03-02', null],
    ['2/3/26, 4:30 pm', '2026-03-02', '16:30'],
    ['2/3/26 12 am', '2026-03-02', '00:00'],
    ['2 March 2026', '2026-03-02', null],
    ['Mar 2, 2026 12:15 PM', '2026-03-02', '12:15'],
  ])('reads %s', (cell, day, time) => expect(told(cell)).toEqual([day, time]));

  it('reads the month first where that was said', () =>
    expect(told('3/2/2026', 'month')).toEqual(['2026-03-02', null]));

  it.each([
    '',
    'soon',
    '30/02/2026',
    '2026-13-01',
    '1999-12-31',
    '2/3/2026 25:00',
    '2/3/2026 13 pm',
    '2/3/2026 4',
    '46083',
    'Smarch 3 2026',
  ])('reads nothing from %p', (cell) => expect(told(cell)).toBeNull());

  it('for any day and order reads what was written', () => {
    const part = fc.record({
      year: fc.integer({ min: 2000, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      mark: fc.constantFrom('/', '.', '-'),
    });
    fc.assert(
      fc.property(part, ({ year, month, day, mark }) => {
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(told([day, month, year].join(mark), 'day')![0]).toBe(iso);
        expect(told([month, day, year].join(mark), 'month')![0]).toBe(iso);
        expect(told([year, month, day].join(mark), 'month')![0]).toBe(iso);
      }),
    );
  });

  it('for any text reads a day or nothing, and never throws', () =>
    fc.assert(fc.property(fc.string(), (cell) => void readCell(cell, 'month'))));
});

describe('what comes first in a day', () => {
  it.each<[string[], DateOrder | null]>([
    [['13/01/2026', '02/03/2026'], 'day'],
    [['01/13/2026', '02/03/2026'], 'month'],
    [['01/02/2026'], null],
    [['13/01/2026', '01/13/2026'], null],
    [['2026-01-02', '2 May 2026', ''], 'year'],
    [[], 'year'],
  ])('of %p is %p', (cells, order) => expect(orderOf(cells)).toBe(order));
});
