import type { EntityManager } from 'typeorm';
import { ReportReader } from '../../src/database/report-reader.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { ChangedMeanwhile, Conflict } from '../../src/domain/conflict.js';
import type { CountsToShare } from '../../src/domain/given-out.js';
import { RuleViolation } from '../../src/domain/rule-violation.js';
import { toldWords } from '../../src/domain/shared-table.js';
import { GivenOutService } from '../../src/reports/given-out.service.js';
import { type OpenFile, openFile, rawly } from '../database/open-file.js';
import { aHouse, aPerson, on } from '../support/builders.js';
import { FixedClock } from '../support/fixed-clock.js';

const summer = { start: on('2026-07-01'), end: on('2026-10-01') };
const house = aHouse();
const marta = aPerson({ id: 'marta', name: 'Marta', role: 'manager', passphraseHash: '$argon2id$x' });

const counts = (...rows: number[]): CountsToShare => ({
  tables: [
    {
      code: 'endings',
      of: 'left',
      title: 'How the stays ended',
      column: 'Ending',
      rows: rows.map((count, place) => ({ code: `r${place}`, label: `Row ${place}`, count })),
      total: rows.reduce((sum, each) => sum + each, 0),
    },
  ],
  links: [],
});

describe('what was given out of a period (R39)', () => {
  let file: OpenFile;
  let unit: UnitOfWork;
  let clock: FixedClock;
  let out: GivenOutService;

  const inUnit = <Result>(work: (tx: EntityManager) => Promise<Result>) => unit.run(work);
  const giveOut = (...rows: number[]) =>
    inUnit((tx) => out.giveOut(tx, marta, house, summer, counts(...rows)));
  const correct = (seen: number, ...rows: number[]) =>
    inUnit((tx) => out.correct(tx, marta, house, summer, counts(...rows), seen));
  const choose = (grid: 'quarters' | 'years') => inUnit((tx) => out.chooseGrid(tx, marta, house, grid));
  const onRecord = async () =>
    (await out.given(summer)).map(({ version, shared }) => [
      version,
      shared[0]!.rows?.map(({ told }) => toldWords(told)).join(', ') ?? 'left out',
    ]);

  beforeEach(async () => {
    file = await openFile();
    unit = new UnitOfWork(file.writer);
    clock = new FixedClock();
    out = new GivenOutService(new ReportReader(file.reports), clock);
    await inUnit((tx) => tx.getRepository('Person').insert(marta));
  });

  afterEach(() => file.remove());

  it('wants the grid first, and takes the first choice for good', async () => {
    expect(await out.grid()).toBeNull();
    await expect(giveOut(12, 20)).rejects.toThrow(RuleViolation);
    await choose('quarters');
    await choose('quarters');
    await expect(choose('years')).rejects.toThrow(Conflict);
    expect(await out.grid()).toBe('quarters');
  });

  it('refuses a period that is not of the grid or not over, and writes nothing', async () => {
    await choose('years');
    await expect(giveOut(12, 20)).rejects.toThrow('one whole calendar year');
    const year = { start: on('2026-01-01'), end: on('2027-01-01') };
    const running = inUnit((tx) => out.giveOut(tx, marta, house, year, counts(12)));
    await expect(running).rejects.toThrow('still running');
    expect(await out.given(year)).toEqual([]);
  });

  it('repeats a period exactly, whatever the counts are by now', async () => {
    await choose('quarters');
    const first = await giveOut(12, 3, 40);
    clock.advance({ days: 40 });
    expect(await giveOut(13, 5, 41)).toEqual(first);
    expect(await out.given(summer)).toEqual([first]);
    expect(first.houseDay.toString()).toBe('2026-11-22');
  });

  it('gives it out corrected, and keeps both', async () => {
    await choose('quarters');
    await giveOut(12, 3, 40);
    clock.advance({ days: 40 });
    const second = await correct(1, 12, 3, 41);
    expect([second.version, second.houseDay.toString()]).toEqual([2, '2027-01-01']);
    expect(await onRecord()).toEqual([
      [1, '12, fewer than 11, not shown'],
      [2, '12, fewer than 11, not shown'],
    ]);
    expect(await giveOut(1, 2, 3)).toEqual(second);
  });

  it('corrects only what reads differently, and only the last version', async () => {
    await choose('quarters');
    await giveOut(3, 5, 40);
    await expect(correct(1, 4, 4, 40)).rejects.toThrow('reads differently');
    await correct(1, 3, 5, 41);
    await expect(correct(1, 3, 5, 42)).rejects.toThrow(ChangedMeanwhile);
    expect((await out.given(summer)).length).toBe(2);
  });

  it('is one when two desks give it out at once, with other counts', async () => {
    await choose('quarters');
    const both = await Promise.all([giveOut(12, 20), giveOut(12, 21)]);
    expect(both[0]).toEqual(both[1]);
    expect(await onRecord()).toEqual([[1, '12, 20']]);
    const corrections = await Promise.allSettled([correct(1, 12, 22), correct(1, 12, 23)]);
    expect(corrections.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await onRecord()).toEqual([
      [1, '12, 20'],
      [2, '12, 22'],
    ]);
  });

  it('is one grid when two desks choose at once', async () => {
    const both = await Promise.allSettled([choose('years'), choose('quarters')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await out.grid()).toBe('years');
  });

  it('is refused by the file itself before a grid is chosen', async () => {
    const row = `'2026-07-01', 1, '2026-10-01', '2026-11-23T04:40:00Z', '2026-11-22', 'marta', '[]', '[]'`;
    await expect(rawly(file.writer, `INSERT INTO given_out VALUES (${row})`)).rejects.toThrow('grid');
  });
});
