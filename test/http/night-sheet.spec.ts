import type { CheerioAPI } from 'cheerio';
import { AuditService } from '../../src/audit/audit.service.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const ME = 'Rosa';

describe('the night sheet (R52)', () => {
  let house: House;
  let desk: Desk;
  let sheet: CheerioAPI;
  let board: CheerioAPI;

  /** Free, staying, leaving, getting ready, taken before it was made up, free for a while, no longer in use. */
  beforeAll(async () => {
    house = await openHouse({
      beds: 'Maple\nCedar\nBirch\nFern\nElm\nOak\nAsh',
      startAt: '2026-11-21T20:00:00Z',
    });
    const manager = await house.signIn('manager');
    await manager.fill('/settings/house', { onCallLine: 'Dana 555-0100' });
    await lastNight(manager, 'Oak', '2026-11-25');
    await lastNight(manager, 'Ash', '2026-11-21');
    await welcome(manager, 'Birch', 'Sam', '2026-11-22');
    for (const bed of ['Fern', 'Elm']) await leave(manager, await welcome(manager, bed, 'Kim', '2026-11-24'));
    await welcome(manager, 'Elm', 'Max', '2026-11-24');
    house.clock.moveTo('2026-11-23T04:40:00Z');
    desk = await house.signIn('staff', ME);
    await welcome(desk, 'Cedar', 'Jo Rivera', '2026-11-27');
    // What was done last is told once, on the next page
    await desk.visit('/');
    [sheet, board] = [await desk.visit(paths.nightSheet()), await desk.visit('/')];
  });

  afterAll(() => house.close());

  const idOf = async (at: Desk, bed: string) =>
    (await at.visit('/'))(`[data-bed=${bed}]`).attr('data-bed-id')!;

  async function lastNight(at: Desk, bed: string, night: string) {
    await at.fill(paths.bedSetting(await idOf(at, bed)), { lastNight: night });
  }

  async function welcome(at: Desk, bed: string, name: string, departureDay: string): Promise<string> {
    const bedId = await idOf(at, bed);
    const answers = { bedId, name, departureDay, stayedBefore: 'no', confirmNotReady: 'yes' };
    return (await at.fill(paths.checkIn(), answers)).headers.location!;
  }

  const leave = (at: Desk, stay: string) =>
    at.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });

  /** What a page says of each bed, in its order. */
  const bedsOn = ($: CheerioAPI) =>
    $('[data-bed]')
      .toArray()
      .map((each) => [$(each).attr('data-bed'), $(each).attr('data-status')]);

  const row = (bed: string, $ = sheet) =>
    $(`tr[data-bed=${bed}] > *`)
      .toArray()
      .map((cell) => $(cell).text().replace(/\s+/gu, ' ').trim());

  it('says of every bed what the board says, in its order, with one number (R8, R9)', () => {
    expect(bedsOn(sheet)).toEqual(bedsOn(board));
    expect(bedsOn(sheet)).toHaveLength(6);
    const [free] = /^\d+ free now/u.exec(read(sheet, 'main p b'))!;
    expect(read(board, 'h1')).toBe(`Beds: ${free}`);
    expect(free).toBe('2 free now');
    const words = board('.st')
      .toArray()
      .map((each) => board(each).text());
    const cells = sheet('tr[data-bed] td:nth-child(2)')
      .toArray()
      .map((each) => sheet(each).text());
    expect(cells).toEqual(words);
  });

  it('says who is where, until when, and that nobody may be told (R49)', () => {
    expect(row('Maple')).toEqual(['Maple', 'Free', '', '', '', '']);
    expect(row('Cedar')).toEqual(['Cedar', 'Staying', 'J.R.', 'Leaves Fri 27 Nov', 'Nobody', '']);
    expect(row('Birch')).toEqual(['Birch', 'Leaving Sun 22', 'S.', 'Free once they have left', 'Nobody', '']);
    expect(row('Fern')).toEqual(['Fern', 'Getting ready', '', 'Since Sat 21 Nov, 2 pm', '', '']);
    expect(row('Elm')).toEqual(['Elm', 'Staying', 'M.', 'Leaves Tue 24 Nov. Not made up yet', 'Nobody', '']);
    expect(row('Oak')).toEqual(['Oak', 'Free', '', 'Free until Thu 26 Nov', '', '']);
    expect(read(sheet, 'main')).toContain('1 getting ready: Fern');
    expect(read(sheet, 'main')).toContain('3 guests here');
  });

  it('has a box to tick for each guest, in case of fire, and for nobody else', () => {
    const beds = sheet('.box')
      .toArray()
      .map((each) => sheet(each).closest('tr').attr('data-bed'));
    expect(beds).toEqual(['Cedar', 'Birch', 'Elm']);
    expect(read(sheet, 'main')).toContain('If there is a fire: tick each guest who is out. 3 guests in all.');
  });

  it('bears the night, who printed it, whom to ring and what to say at the door', () => {
    const text = read(sheet, 'main');
    expect(text).toContain('For the night of Sun 22 to Mon 23 November 2026');
    expect(text).toContain(`Printed Sun 22 Nov, 10:40 pm by ${ME}. Type it in afterwards, then shred it.`);
    expect(text).toContain('“I can’t tell anyone who is or isn’t here. I can put a message on our board.”');
    expect(text).toContain('ring Dana 555-0100 first');
    expect(sheet('.line').length).toBeGreaterThanOrEqual(5);
  });

  it('spells names only while names are shown', async () => {
    await desk.fill('/', {}, paths.names());
    expect(row('Cedar', await desk.visit(paths.nightSheet()))[2]).toBe('Jo Rivera');
    expect(sheet.html()).not.toContain('Rivera');
  });

  it('is written down once, before it is sent (R44)', async () => {
    const lines = () => house.rows(`SELECT person_id FROM audit WHERE act = 'beds.print'`);
    const before = await lines();
    await desk.visit(paths.nightSheet());
    expect(await lines()).toEqual([...before, { person_id: desk.person.id }]);
    const audit = house.app.get(AuditService);
    audit.write = () => Promise.reject(new Error('the trail is broken'));
    const { status, text } = await desk.get(paths.nightSheet());
    Reflect.deleteProperty(audit, 'write');
    expect([status, text.includes('J.R.')]).toEqual([500, false]);
  });
  it('keeps to the night that has begun, and says who stays on', async () => {
    house.clock.moveTo('2026-11-23T07:30:00Z');
    const late = await (await house.signIn()).visit(paths.nightSheet());
    expect(read(late, '.lead')).toBe('For the night of Sun 22 to Mon 23 November 2026');
    house.clock.moveTo('2026-11-24T04:40:00Z');
    const other = await house.signIn();
    const next = await other.visit(paths.nightSheet());
    expect(row('Birch', next).slice(1, 4)).toEqual(['Staying on', 'S.', 'Was to leave Sun 22']);
    expect(bedsOn(next)).toEqual(bedsOn(await other.visit('/')));
  });
});
