import { HouseService } from '../../src/house/house.service.js';
import { OccupancyService } from '../../src/reports/occupancy.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const NOVEMBER = 'from=2026-11-16&to=2026-11-30';

/** Sun 22 Nov 2026, 10:40 pm and the day after: what people asked, got and left, told by the pages themselves. */
describe('what the report of occupancy makes of calls, holds, arrivals and beds made ready', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager', 'Rosa');
  });

  afterEach(() => house.close());

  const bedOf = async (name: string) =>
    String((await desk.visit('/'))(`[data-bed=${name}]`).attr('data-bed-id'));
  const pass = (minutes: number) => house.clock.advance({ minutes });
  const later = async (iso: string) => {
    house.clock.moveTo(iso);
    desk = await house.signIn('manager');
  };

  /** The value, n and missing of a figure; 'nothing' where its group has nothing to count. */
  async function figure(name: string): Promise<string> {
    const $ = await desk.visit(`${paths.occupancy()}?${NOVEMBER}`);
    if (!read($, '.figures').includes(name)) return 'nothing';
    const row = $('.figures tbody tr').filter((_, each) => $(each).find('.figure').text() === name);
    expect(row.length).toBe(1);
    const n = row.find('[data-of=n]').html()!.replace('<br>', ', ');
    return `${row.find('td b').text()} · ${n}`;
  }

  const keep = async (bed: string, from = '/holds/new') =>
    String((await desk.fill(from, { bedId: await bedOf(bed) }, '/holds')).headers.location)
      .split('/')
      .at(-1)!;

  async function comeTo(bed: string, name: string, holdId = ''): Promise<string> {
    const answers = { bedId: await bedOf(bed), holdId, name, departureDay: '2026-11-25', stayedBefore: 'no' };
    const { status, headers } = await desk.fill(paths.checkIn(), answers);
    expect(status).toBe(303);
    return String(headers.location);
  }

  const leave = async (stay: string) => {
    const answers = { ending: 'planned', destination: 'family' };
    expect((await desk.fill(`${stay}/departure`, answers)).status).toBe(303);
  };

  const noRoom = (noStayReason = 'no_bed') => desk.fill('/calls', { outcome: 'no_stay', noStayReason });

  it('the way to a bed is told from the call, the waitlist or the hold, and is missing without one', async () => {
    await desk.fill('/calls', { outcome: 'coming', name: 'Kim Lee' });
    await desk.fill('/waitlist', { name: 'Ann' });
    pass(20);
    const kim = await keep('Maple', (await desk.visit('/calls'))('a[href^="/holds/new"]').attr('href'));
    const entry = String((await desk.visit('/waitlist'))('ol > li a').first().attr('href'));
    const ann = await keep('Cedar', String((await desk.visit(entry))('a.btn').attr('href')));
    const noor = await keep('Birch');
    pass(10);
    await comeTo('Birch', 'Noor', noor);
    pass(30);
    await comeTo('Cedar', 'Ann', ann);
    pass(20);
    await comeTo('Maple', 'Kim Lee', kim);
    expect(await figure('Time to bed, median')).toBe('1 h 0 min · 3 stays');
    expect(await figure('Time to bed, 90th percentile')).toBe('1 h 20 min · 3 stays');
    expect(await figure('In a bed within 24 hours')).toBe('3 of 3 · 3 stays');
    await noRoom();
    expect(await figure('No room, of all requests')).toBe('25% · 4 requests');
    expect(await figure('Unmet nights')).toBe('1 · 7 nights');
    expect(await figure('Fully taken nights')).toBe('1 · 7 nights');
  });

  it('a night is unmet only while no bed is to be had, and a call that was undone is none', async () => {
    await comeTo('Maple', 'Ash');
    await comeTo('Cedar', 'Bo');
    await noRoom();
    expect(await figure('Unmet nights')).toBe('0 · 7 nights');
    // Moments are whole minutes
    pass(1);
    await keep('Birch');
    pass(1);
    await noRoom('own_choice');
    expect(await figure('Unmet nights')).toBe('0 · 7 nights');
    pass(1);
    await noRoom('bed_not_usable');
    expect(await figure('Unmet nights')).toBe('1 · 7 nights');
    expect(await figure('Time to bed, median')).toBe('none · 0 stays, 2 missing');
    const $ = await desk.visit('/calls');
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await figure('Unmet nights')).toBe('0 · 7 nights');
    const page = await desk.visit(`${paths.occupancy()}?${NOVEMBER}`);
    expect(read(page, '#no_stay_groups + table tbody')).toBe('No room just now1Their own choice1');
    // 1 for want of room; 1 hold and 2 guests who came without one
    expect(await figure('No room, of all requests')).toBe('25% · 4 requests');
  });

  it('turnaround is from leaving to “ready”, is missing without one, and is not counted after a death (R50)', async () => {
    const [ash, bo, cy] = [
      await comeTo('Maple', 'Ash'),
      await comeTo('Cedar', 'Bo'),
      await comeTo('Birch', 'Cy'),
    ];
    await later('2026-11-23T16:00:00Z');
    await leave(ash);
    await leave(bo);
    await desk.fill(`${cy}/death`, { diedAt: '2026-11-23T09:00', about: 'about' });
    pass(45);
    await desk.send(await desk.visit('/'), paths.ready(await bedOf('Maple')));
    expect(await house.rows(`SELECT ending FROM departures WHERE ending = 'died'`)).toHaveLength(1);
    expect(await figure('Turnaround, median')).toBe('45 min · 1 beds left, 1 missing');
  });

  it('a leaving that was undone left no bed to make ready (R24)', async () => {
    const ash = await comeTo('Maple', 'Ash');
    await later('2026-11-23T16:00:00Z');
    await leave(ash);
    expect(await figure('Turnaround, median')).toBe('none · 0 beds left, 1 missing');
    const $ = await desk.visit(ash);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await figure('Turnaround, median')).toBe('none · 0 beds left');
    pass(5);
    await leave(ash);
    pass(20);
    await desk.send(await desk.visit('/'), paths.ready(await bedOf('Maple')));
    expect(await figure('Turnaround, median')).toBe('20 min · 1 beds left');
  });

  it('a hold remembers no call there never was: its history holds codes only', async () => {
    const wanted = {
      bedId: await bedOf('Maple'),
      guestName: 'Kim',
      reach: '555-0100',
      callId: 'told at the door',
    };
    expect((await desk.fill('/holds/new', wanted, '/holds')).status).toBe(303);
    const acts = await house.rows(`SELECT details ->> 'call' AS call FROM acts WHERE kind = 'hold.made'`);
    expect(acts).toEqual([{ call: null }]);
  });

  it('a hold that lapsed is held, not used, as soon as its hour is past; what was undone counts nowhere (R14, R24)', async () => {
    await keep('Maple');
    expect(await figure('Held, not used')).toBe('0 · 21 nights');
    pass(30);
    // Nobody has looked at a page since: nothing of it is written yet
    const ours = (await house.app.get(HouseService).find())!;
    const period = { start: on('2026-11-22'), end: on('2026-11-23') };
    const { all } = await house.app.get(OccupancyService).report(period, ours, house.clock.now());
    expect(await house.rows('SELECT ending FROM holds')).toEqual([{ ending: null }]);
    expect(all.heldNotUsed).toBe(1);
    expect(await figure('Held, not used')).toBe('1 · 21 nights');
    const stay = await comeTo('Cedar', 'Ash');
    expect(await figure('Occupied nights')).toBe('1 · 21 nights');
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await figure('Occupied nights')).toBe('0 · 21 nights');
    expect(await figure('First-time guests')).toBe('nothing');
  });

  it('the coming two weeks tell what is planned, and no guest (R8)', async () => {
    await comeTo('Maple', 'Ash');
    await desk.fill(
      '/holds/new',
      { bedId: await bedOf('Cedar'), firstNight: '2026-11-24', nights: '2' },
      '/holds',
    );
    const $ = await desk.visit(`${paths.occupancy()}?${NOVEMBER}`);
    const rows = $('section:has(> #outlook) tbody tr').toArray();
    const cells = rows.map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) => $(cell).text())
        .join(' '),
    );
    expect(cells.slice(0, 5).map((each) => each.replace(/\u00a0/g, ' '))).toEqual([
      'Sun 22 Nov 1 0 3 33.3%',
      'Mon 23 Nov 1 0 3 33.3%',
      'Tue 24 Nov 1 1 3 66.7%',
      'Wed 25 Nov 0 1 3 33.3%',
      'Thu 26 Nov 0 0 3 0%',
    ]);
    expect(cells).toHaveLength(14);
    expect(await figure('Occupied nights')).toBe('1 · 21 nights');
  });
});
