import { thisRelease } from '../../src/database/release.js';
import { schemas } from '../../src/database/schemas/index.js';
import { type OpenFile, openFile } from './open-file.js';

interface Column {
  name: string;
  notnull: number;
  pk: number;
}

describe('what TypeORM reads and writes by name', () => {
  let house: OpenFile;

  beforeAll(async () => {
    house = await openFile();
  });

  afterAll(() => house.remove());

  it.each(schemas.map((schema) => [schema.options.name, schema] as const))(
    '%s has the columns of its table',
    async (_, schema) => {
      const table = schema.options.tableName!;
      const columns = await house.pages.query<Column[]>(`PRAGMA table_info(${table})`);
      const inFile = columns.map(({ name, notnull, pk }) => ({
        name,
        isEmpty: notnull === 0 && pk === 0,
        isKey: pk > 0,
      }));
      const inSchema = Object.entries(schema.options.columns).map(([property, column]) => ({
        name: column.name ?? property,
        isEmpty: column.nullable ?? false,
        isKey: column.primary ?? false,
      }));
      const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
      expect(inSchema.sort(byName)).toEqual(inFile.sort(byName));
    },
  );

  it('is not written by TypeORM’s schema builder, which would drop triggers and checks', () => {
    const source = thisRelease.migrations.map((migration) => String(migration)).join('');
    expect(source).not.toMatch(/createTable|addColumn|changeColumn|createIndex|createForeignKey/);
  });

  it.each(thisRelease.migrations)('%p refuses to go back', (Migration) => {
    expect(() => new Migration().down()).toThrow('Restore the copy');
  });
});
