import { paths } from '../../src/web/paths.js';
import type { Desk } from '../support/desk.js';
import { FEBRUARY, februaryHouse, FORMULA } from '../support/february-house.js';
import type { House } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';
import { readXlsx } from '../support/read-xlsx.js';

let house: House;
let manager: Desk;

beforeAll(async () => {
  house = await februaryHouse();
  manager = await house.signIn('manager');
});

afterAll(() => house.close());

const address = () => `${paths.outcomesXlsx()}?${FEBRUARY}&sharing=inside`;
const sheetsOf = async () => readXlsx((await manager.file(address())).body as Buffer);

describe('the XLSX file of outcomes', () => {
  it('comes from the second button of the page, and is nobody else’s (R42)', async () => {
    const $ = await manager.visit(`${paths.outcomes()}?${FEBRUARY}`);
    expect($(`button[formaction="${paths.outcomesXlsx()}"]`).text()).toBe('For us, inside (XLSX)');
    const { headers } = await manager.file(address());
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="stay-outcomes-2026-02-01-to-2026-02-14-inside.xlsx"',
      'cache-control': 'no-store',
    });
    for (const role of ['staff', 'coordinator'] as const)
      expect((await (await house.signIn(role)).get(address())).status).toBe(403);
  });

  it('has the rows of the CSV file, but for the keys, with numbers as numbers', async () => {
    const sheet = (await sheetsOf())['Stays that left']!;
    const csv = readCsv((await manager.get(`${paths.outcomesFile()}?${FEBRUARY}&sharing=inside`)).text);
    const lines = (rows: string[][]) => rows.map(([, ...cells]) => cells.join('|')).sort();
    expect(lines(sheet.map((row) => row.map(({ value }) => value)))).toEqual(lines(csv));
    const nights = csv[0]!.indexOf('nights');
    expect(sheet.map((row) => row[nights]!.kind)).toEqual([
      'text',
      ...Array.from({ length: 5 }, () => 'number'),
    ]);
    expect(sheet.flat().some(({ kind }) => kind === 'formula')).toBe(false);
  });

  it('explains each of its columns, and itself, with real days', async () => {
    const sheets = await sheetsOf();
    expect(Object.keys(sheets)).toEqual(['Stays that left', 'Data dictionary', 'About this file']);
    const explained = sheets['Data dictionary']!.slice(1).map((row) => row[0]!.value);
    expect(explained).toEqual(sheets['Stays that left']![0]!.map(({ value }) => value));
    const about = new Map(sheets['About this file']!.map(([what, is]) => [what!.value, is!]));
    expect(about.get('Small numbers')!.value).toContain('Not hidden');
    expect(about.get('Made by')!.value).toBe(manager.person.name);
    expect(about.get('Last day')).toMatchObject({ kind: 'number', value: '46067', format: 'yyyy-mm-dd' });
  });

  it('names nobody and no bed (R38)', async () => {
    const texts = Object.values(await sheetsOf()).flat(2);
    expect(texts.map(({ value }) => value).join('\n')).not.toMatch(
      /Ada|Jos|Eve|\bDi\b|\bCy\b|North|Third|555/,
    );
    expect(texts.some(({ value }) => value.includes(FORMULA))).toBe(false);
  });

  it('is written down like the other (R44)', async () => {
    await manager.file(address());
    const [last] = await house.rows<{ act: string }>('SELECT act FROM audit ORDER BY rowid DESC LIMIT 1');
    expect(last!.act).toBe('reports.exportInside');
  });
});
