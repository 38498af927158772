import { HouseLists } from '../../src/domain/house-lists.js';
import { type OpenFile, openFile } from './open-file.js';

interface Row {
  list: string;
  code: string;
  label: string;
  in_group: string | null;
}

describe('the lists of a house that has worded none', () => {
  let house: OpenFile;

  beforeAll(async () => {
    house = await openFile();
  });

  afterAll(() => house.remove());

  it('read as the rules know them, in their order', async () => {
    const rows = await house.pages.query<Row[]>(
      'SELECT list, code, label, in_group FROM list_entries ORDER BY list, position',
    );
    const inFile = rows.map(({ list, code, label, in_group }) => [list, code, label, in_group].join());
    const known = HouseLists.shipped.all.flatMap(({ kind, entries }) =>
      entries.map(({ code, label, group }) => [kind.name, code, label, group].join()),
    );
    expect(inFile).toHaveLength(known.length);
    expect(new Set(inFile)).toEqual(new Set(known));
    for (const { kind, entries } of HouseLists.shipped.all)
      expect(rows.filter(({ list }) => list === kind.name).map(({ code }) => code)).toEqual(
        entries.map(({ code }) => code),
      );
  });
});
