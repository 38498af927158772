import type { Response } from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { GuardService } from '../../src/ledger/guard.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { freeNow } from '../support/one-number.js';
import { type House, openHouse } from '../support/open-house.js';

const ZONE = 'America/Chicago';
const LEFT = { ending: 'planned', destination: 'family' };
const november = (day: number) => `2026-11-${day}`;

/** Sun 22 Nov 2026, 10:40 pm. Each boundary that beds and stays have, as a person at the desk comes to it. */
describe('every boundary', () => {
  let house: House;
  let desk: Desk;
  let beds: Record<string, string>;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch' });
    desk = await house.signIn();
    await knowBeds();
  });

  afterEach(() => house.close());

  async function knowBeds(): Promise<void> {
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
  }

  /** Somebody sits down at this time of the house clock. */
  async function itIs(local: string, role: 'staff' | 'manager' = 'staff'): Promise<void> {
    house.clock.moveTo(instant(local));
    desk = await house.signIn(role);
  }

  const checkIn = (bed: string, name: string, departureDay: string, more: Fields = {}): Promise<Response> =>
    desk.fill(paths.checkIn(), { bedId: beds[bed]!, name, departureDay, stayedBefore: 'no', ...more });
  const welcome = async (...asked: Parameters<typeof checkIn>): Promise<string> => {
    const answer = await checkIn(...asked);
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  };
  const hold = (bed: string, firstNight: string, nights: number, more: Fields = {}): Promise<Response> => {
    const hours = { keepUntil: `${firstNight}T23:00`, guestName: 'Dara' };
    const wanted = { bedId: beds[bed]!, firstNight, nights: String(nights), ...hours, ...more };
    return desk.fill(paths.newHold(), wanted, paths.holds());
  };
  const leavingDay = (stay: string, departureDay: string) =>
    desk.fill(stay, { departureDay }, `${stay}/departure-day`);
  const leave = (stay: string, more: Fields = {}) => desk.fill(`${stay}/departure`, { ...LEFT, ...more });
  const main = (answer: Response) => read(page(answer), 'main');

  /** '22 23' for each night of the bed that somebody has. */
  const nights = async (bed: string) =>
    (
      await house.rows<{ night: string }>(
        `SELECT substr(night, 9) AS night FROM bed_nights WHERE bed_id = ? ORDER BY night`,
        [beds[bed]],
      )
    )
      .map(({ night }) => night)
      .join(' ');

  describe('overlaps of a hold with one from Wed 25 to Sat 28', () => {
    beforeEach(async () => {
      expect((await hold('Maple', november(25), 3)).status).toBe(303);
    });

    it.each([
      ['ends where it begins', 23, 2, 303],
      ['begins where it ends', 28, 2, 303],
      ['over its first night', 24, 2, 409],
      ['over its last night', 27, 2, 409],
      ['inside it', 26, 1, 409],
      ['around it', 24, 5, 409],
      ['exactly it', 25, 3, 409],
    ])('%s', async (_, first, count, status) => {
      const answer = await hold('Maple', november(first), count, { guestName: 'Kim' });
      expect(answer.status).toBe(status);
      if (status === 303) return;
      expect(main(answer)).toContain('D. from Wed 25 Nov to Sat 28 Nov');
      expect(page(answer)('#guestName').val()).toBe('Kim');
    });
  });

  describe('same-day turnover', () => {
    it('one leaves in the morning, another comes into the bed in the afternoon', async () => {
      const sam = await welcome('Maple', 'Sam', november(25));
      await itIs('2026-11-25T10:00');
      expect((await leave(sam)).status).toBe(303);
      await itIs('2026-11-25T15:00');
      await welcome('Maple', 'Lou', november(26), { confirmNotReady: 'yes' });
      expect(await nights('Maple')).toBe('22 23 24 25');
    });

    it('the next one is kept a bed for from the leaving day on, and comes once the first has left', async () => {
      const sam = await welcome('Maple', 'Sam', november(25));
      await itIs('2026-11-25T09:00');
      const kept = await hold('Maple', november(25), 2);
      expect(kept.status).toBe(303);
      const { location } = kept.headers;
      const from = paths.checkInHold(beds.Maple!, location!.split('/')[2]!);
      const answers = { bedId: beds.Maple!, departureDay: november(27), confirmNotReady: 'yes' };
      const early = await desk.fill(from, answers, '/check-in');
      expect(early.status).toBe(409);
      await leave(sam);
      expect((await desk.fill(from, answers, '/check-in')).status).toBe(303);
      expect(await nights('Maple')).toBe('22 23 24 25 26');
    });

    it('one who comes is to leave on the day the next is expected', async () => {
      await hold('Maple', november(25), 2);
      await welcome('Maple', 'Sam', november(25));
      expect((await checkIn('Maple', 'Lou', november(25))).status).toBe(409);
      expect(await nights('Maple')).toBe('22 23 24 25 26');
    });
  });

  it('back-to-back: three in a row have every night and none twice', async () => {
    await welcome('Maple', 'Sam', november(24));
    expect((await hold('Maple', november(24), 2)).status).toBe(303);
    expect((await hold('Maple', november(26), 1)).status).toBe(303);
    expect((await hold('Maple', november(25), 1)).status).toBe(409);
    expect(await nights('Maple')).toBe('22 23 24 25 26');
  });

  it('containing: a stay around a hold is refused with its name, the latest day and the free beds', async () => {
    await hold('Maple', november(24), 1);
    const answer = await checkIn('Maple', 'Sam', november(27));
    expect(answer.status).toBe(409);
    expect(main(answer)).toContain('It is free until Tue 24 Nov, not longer');
    expect(main(answer)).toContain('Maple is held for D. from Tue 24 Nov to Wed 25 Nov');
    expect(main(answer)).toMatch(/Use Cedar.*Use Birch/u);
    expect(await nights('Maple')).toBe('24');
  });

  it('extension by one night before the next guest: up to their first night and no further', async () => {
    const sam = await welcome('Maple', 'Sam', november(24));
    await hold('Maple', november(25), 2);
    expect((await leavingDay(sam, november(25))).status).toBe(303);
    const refused = await leavingDay(sam, november(26));
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('D. from Wed 25 Nov');
    expect(await nights('Maple')).toBe('22 23 24 25 26');
  });

  it('swap with partial overlap: one of the two stays longer than the other’s bed is free', async () => {
    const sam = await welcome('Maple', 'Sam', november(28));
    const lou = await welcome('Cedar', 'Lou', november(25));
    const swap = () => desk.fill(`${sam}/swap`, { otherStayId: lou.split('/')[2]!, reason: 'Both asked' });
    const kept = (await hold('Cedar', november(26), 1)).headers.location!;
    const refused = await swap();
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('D. from Thu 26 Nov to Fri 27 Nov');
    expect([await nights('Maple'), await nights('Cedar')]).toEqual(['22 23 24 25 26 27', '22 23 24 26']);
    await desk.fill(kept, {}, `${kept}/let-go`);
    expect((await swap()).status).toBe(303);
    expect([await nights('Maple'), await nights('Cedar')]).toEqual(['22 23 24', '22 23 24 25 26 27']);
  });

  it.each([
    ['01:00, still that night', '2026-11-24T01:00', '22', '23 24 25'],
    ['05:00, the next one', '2026-11-24T05:00', '22 23', '24 25'],
  ])('move at %s', async (_, at, before, after) => {
    const sam = await welcome('Maple', 'Sam', november(26));
    await itIs(at);
    await desk.fill(`${sam}/move`, { bedId: beds.Cedar!, reason: 'Quieter' });
    expect([await nights('Maple'), await nights('Cedar')]).toEqual([before, after]);
  });

  it('early departure frees the nights at once', async () => {
    const sam = await welcome('Maple', 'Sam', november(28));
    await itIs('2026-11-24T09:00');
    expect((await hold('Maple', november(24), 4)).status).toBe(409);
    await leave(sam);
    expect(await nights('Maple')).toBe('22 23');
    expect((await hold('Maple', november(24), 4)).status).toBe(303);
  });

  it('late departure across someone’s claim is never refused: the nights that began were theirs', async () => {
    const sam = await welcome('Maple', 'Sam', november(24));
    await hold('Maple', november(24), 5, { keepUntil: '2026-11-28T20:00' });
    await itIs('2026-11-26T10:00');
    expect((await leave(sam)).status).toBe(303);
    expect(await nights('Maple')).toBe('22 23 24 25 27 28');
    expect((await desk.visit('/'))('[data-bed=Maple]').attr('data-status')).toBe('getting-ready');
  });

  it('closure over claims is refused, over the hold by name; up to it the bed can be closed', async () => {
    await hold('Maple', november(25), 2);
    const close = (lastNight: string) =>
      desk.fill(paths.closeNow(beds.Maple!), { reason: 'repair', note: 'The heater is cold', lastNight });
    const refused = await close(november(25));
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('D. from Wed 25 Nov to Fri 27 Nov');
    expect((await close(november(24))).status).toBe(303);
    expect(await nights('Maple')).toBe('22 23 24 25 26');
  });

  it('retiring a bed with later claims is refused and names each; after the last one it goes', async () => {
    await hold('Maple', november(25), 2);
    await itIs('2026-11-22T22:45', 'manager');
    const retire = (lastNight: string) => desk.fill(paths.bedSetting(beds.Maple!), { lastNight });
    const refused = await retire(november(25));
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('D. from Wed 25 Nov to Fri 27 Nov');
    expect((await retire(november(26))).status).toBe(303);
    expect((await hold('Maple', november(27), 1)).status).toBe(409);
  });

  describe('a hold that ends at 18:00, with no job running', () => {
    beforeEach(async () => {
      await itIs('2026-11-23T17:00');
      await hold('Maple', november(23), 2, { keepUntil: '2026-11-23T18:00' });
    });

    it.each([
      ['17:59', '2026-11-23T17:59', 409],
      ['18:00', '2026-11-23T18:00', 303],
    ])('tried at %s', async (_, at, status) => {
      house.clock.moveTo(instant(at));
      const answer = await checkIn('Maple', 'Lou', november(24));
      expect(answer.status).toBe(status);
      if (status === 409) expect(main(answer)).toContain('D.');
    });

    it('the guard itself reads it at 17:59 and no more at 18:00, before anything is written', async () => {
      const claims = async (at: string) => {
        house.clock.moveTo(instant(at));
        const guarded = await house.app.get(GuardService).beds(on(november(23)));
        return guarded.find(({ bed }) => bed.name === 'Maple')!.claims.length;
      };
      expect([await claims('2026-11-23T17:59'), await claims('2026-11-23T18:00')]).toEqual([1, 0]);
      expect(await house.rows('SELECT ending FROM holds')).toEqual([{ ending: null }]);
    });
  });

  describe('the same form', () => {
    it('sent twice with the same values is one stay, and shows it', async () => {
      const $ = await desk.visit(paths.checkInTo(beds.Maple!));
      const answers = { name: 'Sam', departureDay: november(25), stayedBefore: 'no' };
      const [one, two] = [await desk.send($, '/check-in', answers), await desk.send($, '/check-in', answers)];
      expect([one.status, two.status, two.headers.location]).toEqual([303, 303, one.headers.location]);
      expect(await house.rows('SELECT id FROM stays')).toHaveLength(1);
    });

    it('sent again with other values is a conflict, and changes nothing', async () => {
      const $ = await desk.visit(paths.checkInTo(beds.Maple!));
      const answers = { name: 'Sam', departureDay: november(25), stayedBefore: 'no' };
      await desk.send($, '/check-in', answers);
      const again = await desk.send($, '/check-in', { ...answers, departureDay: november(26) });
      expect(again.status).toBe(409);
      expect(await nights('Maple')).toBe('22 23 24');
    });
  });

  describe('check-in kept on the planned bed when nothing is changed, with a free bed before it', () => {
    it.each([
      ['from the board', (id: string) => paths.checkInHold(beds.Birch!, id)],
      ['from what was begun', (id: string) => paths.checkInFrom(id)],
    ])('%s', async (_, link) => {
      const kept = await hold('Birch', november(22), 2, { keepUntil: '2026-11-22T23:30' });
      const answer = await desk.fill(link(kept.headers.location!.split('/')[2]!), {}, '/check-in');
      expect(answer.status).toBe(303);
      expect(read(await desk.visit(answer.headers.location!), 'h1')).toBe('D. in Birch');
      expect([await nights('Maple'), await nights('Birch')]).toEqual(['', '22 23']);
    });
  });

  describe('back-dating', () => {
    const early = november(15);

    beforeEach(async () => {
      await house.write((tx) => tx.query('UPDATE beds SET first_night = ?', ['2026-11-01']));
    });

    it.each([
      ['7 house days is anyone’s', `${early}T04:00`, 303],
      ['a minute more is 8, and asks for a coordinator’s yes with everything kept', `${early}T03:59`, 409],
    ])('%s', async (_, arrivedAt, status) => {
      // A stay of so many nights is past no limit here
      await house.write((tx) => tx.query('DELETE FROM stay_limits'));
      const answer = await checkIn('Maple', 'Sam', november(23), { arrivedAt });
      expect(answer.status).toBe(status);
      if (status === 303) return;
      expect(main(answer)).toContain('This needs a coordinator’s yes');
      expect(page(answer)('[name=arrivedAt]').val()).toBe(arrivedAt);
      expect(await house.rows('SELECT id FROM stays')).toEqual([]);
    });
  });

  it('a reason made of spaces is none', async () => {
    const sam = await welcome('Maple', 'Sam', november(26));
    const answer = await desk.fill(`${sam}/move`, { bedId: beds.Cedar!, reason: '  \u00a0 ' });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#reason-error')).toContain('Say why, in a few words');
    expect(await nights('Cedar')).toBe('');
  });

  it('a guest without a name until the third day is the guest in that bed, and then goes by it everywhere', async () => {
    const stay = await welcome('Maple', '', november(27), { noName: 'yes' });
    await itIs('2026-11-23T12:00');
    expect(read(await desk.visit(stay), 'h1')).toBe('Guest in Maple');
    await desk.fill(`${stay}/move`, { bedId: beds.Cedar!, reason: 'Quieter' });
    expect(read(await desk.visit(stay), 'h1')).toBe('Guest in Cedar');
    await itIs('2026-11-24T12:00');
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action$="/name"]').attr('action')!, { name: 'Ash Reed' });
    expect(read(await desk.visit(stay), 'h1')).toBe('A.R. in Cedar');
    const pages = ['/', paths.timeline(), paths.nightSheet(), '/stays'];
    for (const path of pages)
      expect([path, read(await desk.visit(path), 'main')]).toEqual([path, expect.stringContaining('A.R.')]);
    expect([await nights('Maple'), await nights('Cedar')]).toEqual(['22', '23 24 25 26']);
  });
});

describe('on the planned leaving day board, timeline, night sheet and availability line agree at every hour', () => {
  it.each([
    ['Mon 23 November 2026', '2026-11-23', 24],
    ['Sat 31 October 2026, the clocks go back', '2026-10-31', 25],
    ['Sat 7 March 2026, the clocks go forward', '2026-03-07', 23],
  ])('%s', async (_, day, hours) => {
    const house = await openHouse({ beds: 'Maple\nCedar', startAt: instant(`${day}T02:00`) });
    const manager = await house.signIn('manager');
    await manager.fill('/settings/house', { tellsAvailability: 'yes' });
    await manager.fill(paths.checkIn(), { name: 'Sam', departureDay: day, stayedBefore: 'no' });
    const begin = Temporal.Instant.from(instant(`${day}T04:00`));
    const end = Temporal.Instant.from(instant(`${on(day).add({ days: 1 }).toString()}T04:00`));
    expect(begin.until(end).total('hours')).toBe(hours);
    for (let hour = 0; hour < hours; hour += 1) {
      house.clock.moveTo(begin.add({ hours: hour }).toString());
      const desk = await house.signIn();
      const { counts, pages } = await freeNow(house, desk, day);
      const said = {
        board: pages.board('[data-bed=Maple]').attr('data-flags'),
        sheet: pages.sheet('[data-bed=Maple]').attr('data-status'),
        list: read(pages.list, `li[data-bed=Maple][data-night="${day}"]`),
        night: read(pages.night, 'li[data-bed=Maple]'),
      };
      const leaving = expect.stringContaining('free once S. leaves') as string;
      expect([hour, new Set(Object.values(counts)), said]).toEqual([
        hour,
        new Set([1]),
        { board: 'leaving-today', sheet: 'staying', list: leaving, night: leaving },
      ]);
    }
    await house.close();
  });
});

const instant = (local: string): string =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant().toString();
