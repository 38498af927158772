import { Temporal } from 'temporal-polyfill';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import type { Desk } from '../support/desk.js';
import { freeNow } from '../support/one-number.js';
import { type House, openHouse } from '../support/open-house.js';

const ROLLOVER_HOUR = 4;

/** Sun 22 to Tue 24 Nov 2026: Sam is to leave on Mon 23 and stays on, Kim leaves, a hold passes its hour, a closure its night. */
describe('one number of free beds on every page, at every hour (R6, R8, R9, R14)', () => {
  let house: House;
  let desk: Desk;
  const stays = new Map<string, string>();

  beforeAll(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nAspen\nFern\nRowan' });
    desk = await house.signIn('manager');
    await desk.fill('/settings/house', { tellsAvailability: 'yes' });
    for (const [bed, departureDay] of [
      ['Maple', '2026-11-23'],
      ['Cedar', '2026-11-27'],
      ['Rowan', '2026-11-23'],
    ] as const) {
      const answers = { bedId: await idOf(bed), name: `Guest ${bed}`, departureDay, stayedBefore: 'no' };
      stays.set(bed, (await desk.fill(paths.checkIn(), answers)).headers.location!);
    }
    await claim('hold', 'Maple', '2026-11-23', 3);
    await claim('close', 'Aspen', '2026-11-23', 1);
    const birch = await claim('hold', 'Birch', '2026-11-23', 2);
    await house.write((tx) =>
      tx.query(
        `INSERT INTO holds (id, bed_id, first_night, end_night, keep_until, made_by, made_at, version)
          VALUES (?, ?, '2026-11-23', '2026-11-25', '2026-11-24T05:00:00Z', ?, '2026-11-23T04:00:00Z', 1)`,
        [birch, stays.get('Birch id'), desk.person.id],
      ),
    );
  });

  afterAll(() => house.close());

  const idOf = async (bed: string) => (await desk.visit('/'))(`[data-bed=${bed}]`).attr('data-bed-id')!;

  async function claim(kind: 'hold' | 'close', bed: string, first: string, nights: number): Promise<string> {
    const bedId = await idOf(bed);
    stays.set(`${bed} id`, bedId);
    const wanted = { bedId, firstNight: on(first), endNight: on(first).add({ days: nights }) };
    return house.write((tx) => house.app.get(LedgerService)[kind](tx, wanted));
  }

  const leave = async (bed: string) => {
    const answer = await desk.fill(`${stays.get(bed)}/departure`, {
      ending: 'planned',
      destination: 'family',
    });
    expect(answer.status).toBe(303);
  };

  async function ready(bed: string): Promise<void> {
    const action = paths.ready(await idOf(bed));
    await desk.send(await desk.visit('/'), action);
  }

  it.each<[time: string, free: string[], act: (() => Promise<void>) | null]>([
    ['2026-11-22T22:41', ['Birch', 'Aspen', 'Fern'], null],
    ['2026-11-23T03:59', ['Birch', 'Aspen', 'Fern'], null],
    ['2026-11-23T04:00', ['Fern'], null],
    ['2026-11-23T11:00', ['Fern'], () => leave('Rowan')],
    ['2026-11-23T12:00', ['Fern', 'Rowan'], () => ready('Rowan')],
    ['2026-11-23T22:59', ['Fern', 'Rowan'], null],
    ['2026-11-23T23:01', ['Birch', 'Fern', 'Rowan'], null],
    ['2026-11-24T03:59', ['Birch', 'Fern', 'Rowan'], null],
    ['2026-11-24T04:00', ['Birch', 'Aspen', 'Fern', 'Rowan'], null],
    ['2026-11-24T09:00', ['Birch', 'Aspen', 'Fern', 'Rowan'], () => leave('Maple')],
    ['2026-11-24T10:00', ['Maple', 'Birch', 'Aspen', 'Fern', 'Rowan'], () => ready('Maple')],
  ])('%s: %j', async (time, free, act) => {
    const wall = Temporal.PlainDateTime.from(time);
    const moment = wall.toZonedDateTime('America/Chicago').toInstant();
    // Signing in settles what time has changed; what changes in the half minute after it only reading can know
    house.clock.moveTo(moment.subtract({ seconds: 30 }).toString());
    desk = await house.signIn();
    await desk.visit('/');
    house.clock.moveTo(moment.toString());
    await act?.();
    const today = wall.subtract({ hours: ROLLOVER_HOUR }).toPlainDate().toString();
    const { counts, pages } = await freeNow(house, desk, today);
    const { board, sheet, list, night } = pages;
    expect(new Set(Object.values(counts))).toEqual(new Set([free.length]));
    const names = (of: string, $ = board) =>
      $(of)
        .toArray()
        .map((each) => $(each).attr('data-bed'));
    expect(names('[data-status=free]')).toEqual(free);
    expect(names('[data-status=free]', sheet)).toEqual(free);
    expect(names(`li[data-s=free][data-night=${today}]`, list)).toEqual(free);
    expect(names('li[data-s=free]', night)).toEqual(free);
  });
});
