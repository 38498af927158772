import { Temporal } from 'temporal-polyfill';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import type { SheetCell } from '../../src/reports/sheet.service.js';
import { XlsxWriter } from '../../src/reports/xlsx.service.js';
import { readXlsx } from '../support/read-xlsx.js';

const writer = new XlsxWriter();

async function written(rows: SheetCell[][]) {
  const columns = (rows[0] ?? ['']).map((_, place) => `column ${place}`);
  const sheets = readXlsx(await writer.write([{ name: 'One', columns, rows }]));
  return sheets['One']!.slice(1);
}

describe('an XLSX file (R40)', () => {
  it('has text as text, whatever it begins with, unchanged', async () => {
    const texts = [
      '=cmd()',
      '+1 555-0100',
      '-1',
      '@SUM(A1)',
      '\tx',
      '＝cmd()',
      '=HYPERLINK("http://x","y")',
      'José Díaz',
      '0042',
      ' x ',
    ];
    const cells = (await written(texts.map((text) => [text]))).flat();
    expect(cells.map(({ kind }) => kind)).toEqual(texts.map(() => 'text'));
    expect(cells.map(({ value }) => value)).toEqual(texts);
  });

  it('has numbers as numbers, also those below zero', async () => {
    const [cells] = await written([[-1, 0, 4, 3.25]]);
    expect(cells!.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'number -1',
      'number 0',
      'number 4',
      'number 3.25',
    ]);
  });

  it('has days and times as what a spreadsheet takes for one', async () => {
    const [cells] = await written([
      [
        Temporal.PlainDate.from('2026-11-28'),
        Temporal.PlainDateTime.from('2026-11-28T06:00'),
        Temporal.PlainDate.from('1970-01-01'),
      ],
    ]);
    expect(cells!.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'number 46354',
      'number 46354.25',
      'number 25569',
    ]);
    expect(cells!.map(({ format }) => format)).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd hh:mm', 'yyyy-mm-dd']);
  });

  it('keeps its sheets in their order, each with its columns', async () => {
    const sheets = readXlsx(
      await writer.write([
        { name: 'Rows', columns: ['a', 'b'], rows: [['x', 1]] },
        { name: 'Data dictionary', columns: ['Column'], rows: [] },
      ]),
    );
    expect(Object.keys(sheets)).toEqual(['Rows', 'Data dictionary']);
    expect(sheets['Rows']!.map((row) => row.map(({ value }) => value))).toEqual([
      ['a', 'b'],
      ['x', '1'],
    ]);
  });

  it('is not made of more rows than it can have', () => {
    const rows = Array.from({ length: 10_001 }, () => ['x']);
    expect(() => writer.write([{ name: 'Rows', columns: ['a'], rows }])).toThrow(RuleViolation);
  });

  it('made at the same time, each is whole', async () => {
    const files = await Promise.all([1, 2, 3].map((each) => written([[each, 'x'.repeat(each)]])));
    expect(files.map((rows) => rows[0]!.map(({ value }) => value))).toEqual([
      ['1', 'x'],
      ['2', 'xx'],
      ['3', 'xxx'],
    ]);
  });
});
