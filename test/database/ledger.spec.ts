import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource, EntitySchema } from 'typeorm';
import { RawFile } from '../../src/database/raw-file.js';
import { schemas } from '../../src/database/schemas/index.js';
import { BedSegment } from '../../src/domain/bed-segment.js';
import { claim, part, stay } from './hostile-statements.js';
import { everyRow, peopledHouse } from './peopled-house.js';

const insert = (row: string) => `INSERT INTO ${row}`;
const letGo = (id: string) => `UPDATE claims SET end_night = first_night WHERE id = '${id}'`;
const endPart = (id: string, day: string) =>
  `UPDATE bed_segments SET to_at = '2026-${day}T15:00:00Z', to_day = '2026-${day}' WHERE id = '${id}'`;
const depart = (guest: string, day: string) => [
  `UPDATE stays SET left_at = '2026-${day}T15:00:00Z', departure_day = '2026-${day}' WHERE id = 'stay-${guest}'`,
  endPart(`part-${guest}`, day),
];
/** Bo again, one or more nights that are over. */
const boIsIn = (bed: string, from: string, to: string) => [
  insert(stay('again', 'bo', from, to)),
  insert(part('again', 'again', bed, from, to)),
  insert(claim('again', 'stay', bed, 'bo', from, to)),
];

describe('the ledger of bed-nights', () => {
  let path: string;
  let file: RawFile;

  beforeEach(async () => {
    path = await peopledHouse();
    file = await RawFile.writing(path);
    await file.exec('PRAGMA foreign_keys = ON');
  });

  afterEach(async () => {
    await file.close();
    await rm(dirname(path), { recursive: true, force: true });
  });

  const write = (...statements: string[]) => file.exec(['BEGIN', ...statements, 'COMMIT'].join(';\n'));

  /** Who has this bed: '02 03 04 ada, 06 held-north', by days of March. */
  async function nightsOf(bed: string): Promise<string> {
    const rows = await file.rows<{ line: string }>(
      `SELECT group_concat(substr(night, 9), ' ' ORDER BY night) || ' ' || ifnull(guest_key, claim_id) AS line
        FROM bed_nights WHERE bed_id = '${bed}' AND night LIKE '2026-03-%' GROUP BY claim_id ORDER BY min(night)`,
    );
    return rows.map(({ line }) => line).join(', ');
  }

  it('has the nights each claim says, its last day not included', async () => {
    expect(await nightsOf('north')).toBe('02 03 04 05 ada, 06 07 held-north');
  });

  it('lets one guest arrive on the day another leaves (R6), and frees what is left at once (R19)', async () => {
    await write(...depart('ada', '03-04'), ...boIsIn('north', '03-04', '03-05'));
    expect(await nightsOf('north')).toBe('02 03 ada, 04 bo, 06 07 held-north');
  });

  it('follows the plan of a guest who is here, longer and shorter (R19)', async () => {
    await write(letGo('held-north'), `UPDATE stays SET planned_day = '2026-03-08' WHERE id = 'stay-ada'`);
    expect(await nightsOf('north')).toBe('02 03 04 05 06 07 ada');
    await write(`UPDATE stays SET planned_day = '2026-03-04' WHERE id = 'stay-ada'`);
    expect(await nightsOf('north')).toBe('02 03 ada');
  });

  it('keeps the nights of a guest who stays on past the plan until the departure is recorded, however late (R8)', async () => {
    await write(letGo('held-north'), `UPDATE claims SET end_night = '2026-03-12' WHERE id = 'part-ada'`);
    await write(...depart('ada', '03-11'));
    expect(await nightsOf('north')).toBe('02 03 04 05 06 07 08 09 10 ada');
  });

  it('gives a night that has begun to the guest who stays on, the other claim keeps its later ones (R8)', async () => {
    await write(
      `UPDATE claims SET first_night = '2026-03-07' WHERE id = 'held-north'`,
      `UPDATE claims SET end_night = '2026-03-07' WHERE id = 'part-ada'`,
    );
    expect(await nightsOf('north')).toBe('02 03 04 05 06 ada, 07 held-north');
  });

  it('lets a guest move to another bed from a day on (R20)', async () => {
    await write(
      endPart('part-ada', '03-04'),
      insert(part('moved', 'stay-ada', 'south', '03-04', null)),
      insert(claim('moved', 'stay', 'south', 'ada', '03-04', '03-06')),
    );
    expect([await nightsOf('north'), await nightsOf('south')]).toEqual([
      '02 03 ada, 06 07 held-north',
      '04 05 ada, 10 11 cy',
    ]);
  });

  it('lets two guests swap in one step (R20)', async () => {
    await write(
      `UPDATE claims SET end_night = first_night WHERE id = 'held-north'`,
      insert(stay('stay-cy', 'cy', '03-02', null)),
      insert(part('part-cy', 'stay-cy', 'south', '03-02', null)),
      letGo('held-for-cy'),
      insert(claim('part-cy', 'stay', 'south', 'cy', '03-02', '03-30')),
    );
    await write(
      endPart('part-ada', '03-04'),
      endPart('part-cy', '03-04'),
      ...[
        ['ada', 'south', '03-06'],
        ['cy', 'north', '03-30'],
      ].flatMap(([guest, bed, end]) => [
        insert(part(`swapped-${guest}`, `stay-${guest}`, bed!, '03-04', null)),
        insert(claim(`swapped-${guest}`, 'stay', bed!, guest!, '03-04', end!)),
      ]),
    );
    expect(await nightsOf('south')).toBe('02 03 cy, 04 05 ada');
    expect(await nightsOf('north')).toMatch(/^02 03 ada, 04 05 .* 29 cy$/);
  });

  it('takes a departure back while the nights are free, and not once they are not (R24)', async () => {
    const before = await everyRow(file);
    const takeBack = [
      `UPDATE stays SET left_at = NULL, departure_day = NULL WHERE id = 'stay-ada'`,
      `UPDATE bed_segments SET to_at = NULL, to_day = NULL WHERE id = 'part-ada'`,
    ];
    await write(...depart('ada', '03-04'));
    await write(...takeBack);
    expect(await everyRow(file)).toBe(before);

    await write(...depart('ada', '03-04'), ...boIsIn('north', '03-04', '03-05'));
    await expect(write(...takeBack)).rejects.toThrow('bed taken');
  });

  it('gives the nights of an undone arrival back and keeps its lines (R24)', async () => {
    await write(
      `UPDATE stays SET undone_at = '2026-03-02T16:00:00Z' WHERE id = 'stay-ada'`,
      `UPDATE bed_segments SET undone_at = '2026-03-02T16:00:00Z' WHERE id = 'part-ada'`,
      letGo('part-ada'),
      ...boIsIn('north', '03-02', '03-05'),
    );
    expect(await nightsOf('north')).toBe('02 03 04 bo, 06 07 held-north');
    expect(await file.rows(`SELECT id FROM claims WHERE id = 'part-ada'`)).toHaveLength(1);
  });

  it('lets a guest come back the day they left, and leave on the day they came (R2)', async () => {
    await write(...depart('ada', '03-04'));
    await write(
      insert(stay('again', 'ada', '03-04', '03-04')),
      insert(part('again', 'again', 'north', '03-04', '03-04')),
      insert(claim('again', 'stay', 'north', 'ada', '03-04', '03-04')),
    );
    expect(await nightsOf('north')).toBe('02 03 ada, 06 07 held-north');
  });

  describe('written by TypeORM’s save(), which asks nobody whether a row is there', () => {
    interface BedNight {
      bedId: string;
      night: string;
      claimId: string;
    }
    const BedNightSchema = new EntitySchema<BedNight>({
      name: 'BedNight',
      tableName: 'bed_nights',
      columns: {
        bedId: { type: 'text', name: 'bed_id', primary: true },
        night: { type: 'text', primary: true },
        claimId: { type: 'text', name: 'claim_id' },
      },
    });
    let database: DataSource;

    beforeEach(async () => {
      const entities = [...schemas, BedNightSchema];
      database = await new DataSource({
        type: 'sqlite',
        database: path,
        entities,
        entitySkipConstructor: true,
      }).initialize();
    });

    afterEach(() => database.destroy());

    it('keeps a taken night', async () => {
      const before = await everyRow(file);
      const taken = { bedId: 'north', night: '2026-03-06', claimId: 'part-ada' };
      await expect(database.getRepository(BedNightSchema).save(taken)).rejects.toThrow(
        'written by claims only',
      );
      expect(await everyRow(file)).toBe(before);
    });

    it('keeps a taken bed', async () => {
      const before = await everyRow(file);
      const bos = await database.manager.findOneByOrFail(BedSegment, { id: 'part-bo' });
      const intoAdasBed = Object.assign(bos, { bedId: 'north', toAt: null, toDay: null });
      await expect(database.manager.save(intoAdasBed)).rejects.toThrow('bed taken');
      expect(await everyRow(file)).toBe(before);
    });

    // The control: without the triggers the same call takes the night, and nobody hears of it
    it('takes a taken night when the triggers are gone', async () => {
      await file.exec('DROP TRIGGER bed_nights_never_change');
      const taken = { bedId: 'north', night: '2026-03-06', claimId: 'part-ada' };
      await database.getRepository(BedNightSchema).save(taken);
      expect(await nightsOf('north')).not.toContain('06 07 held-north');
    });
  });
});
