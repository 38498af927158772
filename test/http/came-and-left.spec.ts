import type { Response } from 'supertest';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Mon 23 Nov 2026, 5 pm at UTC-6; the computer works again on Wed 25, 6 pm; it is keyed in on Thu 26, 9 am. */
const BEFORE = '2026-11-23T23:00:00Z';
const AGAIN = '2026-11-26T00:00:00Z';
const KEYED = '2026-11-26T15:00:00Z';
const PAGE = '/from-paper?kind=arrived';
/** Came Mon 11 pm, left Wed 9 am. */
const CAME = { arrivedAt: '2026-11-23T23:00', departureDay: '2026-11-27', stayedBefore: 'no' };
const LEFT = { leftAt: '2026-11-25T09:00', ending: 'planned', destination: 'family' };

describe('who came and left while the computer was down (R8, R13, R14, R52)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar', startAt: BEFORE });
    await house.signIn('staff', 'Rosa');
    house.clock.moveTo(AGAIN);
    desk = await house.signIn('staff', 'Dana');
  });

  afterEach(() => house.close());

  const idOf = async (table: 'beds' | 'people', name: string): Promise<string> =>
    (await house.rows<{ id: string }>(`SELECT id FROM ${table} WHERE name = ?`, [name]))[0]!.id;

  const later = async () => {
    house.clock.moveTo(KEYED);
    desk = await house.signIn('staff', 'Kim');
  };

  /** Lee is in Maple since Wed 25, 6 pm, on the screen. */
  async function leeIsInMaple(): Promise<void> {
    const answers = { bedId: await idOf('beds', 'Maple'), name: 'Lee Park', departureDay: '2026-11-28' };
    expect((await desk.fill('/check-in', answers)).status).toBe(303);
    await later();
  }

  /** Maple is kept for Dara from Thu 26, until 8 pm. */
  async function mapleIsKept(firstNight = '2026-11-26'): Promise<void> {
    const nights = { firstNight, nights: '2', keepUntil: '2026-11-26T20:00' };
    const bedId = await idOf('beds', 'Maple');
    const made = await desk.fill(`/holds/new?bed=${bedId}`, { guestName: 'Dara', ...nights }, '/holds');
    expect(made.status).toBe(303);
    await later();
  }

  const line = async (answers: Record<string, string>) => ({
    bedId: await idOf('beds', 'Maple'),
    name: 'Jo Rivera',
    writer: await idOf('people', 'Rosa'),
    ...CAME,
    ...answers,
  });

  const key = async (answers: Record<string, string>, at = desk): Promise<Response> =>
    at.send(await at.visit(PAGE), PAGE, await line(answers));

  const stays = () =>
    house.rows<object>(
      `SELECT g.name, b.name AS bed, s.left_at AS "left", c.first_night AS first, c.end_night AS "end"
        FROM stays s JOIN guests g ON g.id = s.guest_id JOIN bed_segments p ON p.stay_id = s.id
        JOIN beds b ON b.id = p.bed_id JOIN claims c ON c.id = p.id WHERE s.undone_at IS NULL ORDER BY s.arrived_at`,
    );

  const lines = async () => {
    const $ = await desk.visit('/from-paper');
    return $('aside ol.list > li')
      .toArray()
      .map((each) => $(each).find('p').first().text().replace(/\s+/gu, ' ').trim());
  };

  /** Undoes a line of the sheet, the first or the second. */
  async function undo(place: number): Promise<Response> {
    const $ = await desk.visit('/from-paper');
    const action = $('aside ol.list > li').eq(place).find('form').attr('action')!;
    return desk.send($, action);
  }

  const board = async () => (await desk.visit('/'))('[data-bed=Maple]');

  it('keeps the leaving closed until it is wanted', async () => {
    const $ = await desk.visit(PAGE);
    expect(read($, '#left-since summary')).toBe('They have left since');
    expect($('#left-since').attr('open')).toBeUndefined();
    expect($('#left-since [checked]')).toHaveLength(0);
  });

  it('takes both in one line, though somebody else has the bed since', async () => {
    await leeIsInMaple();
    expect((await key(LEFT)).headers.location).toBe('/from-paper');
    expect(await stays()).toEqual([
      {
        name: 'Jo Rivera',
        bed: 'Maple',
        left: '2026-11-25T15:00:00Z',
        first: '2026-11-23',
        end: '2026-11-25',
      },
      { name: 'Lee Park', bed: 'Maple', left: null, first: '2026-11-25', end: '2026-11-28' },
    ]);
    expect(await lines()).toEqual([
      'Mon 23 Nov, 11 pmSomeone came: J.R. · Maple',
      'Wed 25 Nov, 9 amSomeone left: J.R. · Maple',
    ]);
    // Nobody has to make up the bed Lee sleeps in
    expect((await board()).attr('data-status')).toBe('staying');
    expect((await board()).attr('data-flags') ?? '').not.toContain('not-ready');
    expect(await house.rows('SELECT ending, destination, in_touch AS touch FROM departures')).toEqual([
      { ending: 'planned', destination: 'family', touch: 'not-asked' },
    ]);
  });

  it('says whose hand both were, in the history of the stay', async () => {
    await later();
    await key(LEFT);
    const [stay] = await house.rows<{ id: string }>('SELECT id FROM stays');
    const history = read(await desk.visit(`/stays/${stay!.id}`), 'main ul.list');
    expect(history.match(/from paper, written by Rosa/gu)).toHaveLength(2);
  });

  it('refuses who has not left, names who has the bed, and says how it can be told in one line', async () => {
    await leeIsInMaple();
    const refused = await key({});
    expect(refused.status).toBe(409);
    const $ = page(refused);
    expect(read($, '#in-the-way ~ p')).toContain('Maple is taken by L.P.');
    expect(read($, '#kept .flag')).toContain('Have they left since?');
    expect($('#kept .flag a').attr('href')).toBe('#left-since');
    expect($('#left-since').attr('open')).toBeDefined();
    expect($('#name').val()).toBe('Jo Rivera');
    expect((await desk.send($, PAGE, LEFT)).status).toBe(303);
    expect(await stays()).toHaveLength(2);
  });

  it('refuses a night they were here that another had', async () => {
    await leeIsInMaple();
    const refused = await key({ ...LEFT, leftAt: '2026-11-26T08:00' });
    expect(refused.status).toBe(409);
    expect(read(page(refused), 'main')).toContain('Maple is free up to Wed 25 Nov');
    expect(await stays()).toHaveLength(1);
  });

  it('leaves alone what is kept for later nights, and never asks whether it was they', async () => {
    await mapleIsKept();
    const refused = await key({});
    expect(refused.status).toBe(409);
    const $ = page(refused);
    expect(read($, '#in-the-way ~ p')).toContain('Maple is held for D.');
    expect($('[name=holdId]')).toHaveLength(0);
    const [hold] = await house.rows<{ id: string }>('SELECT id FROM holds');
    const forced = await desk.send($, PAGE, { holdId: hold!.id });
    expect(forced.status).toBe(409);
    expect(read(page(forced), '#errors')).toContain('kept for other nights');
    expect(page(forced)('[name=holdId]')).toHaveLength(0);
    expect((await desk.send($, PAGE, LEFT)).status).toBe(303);
    expect(await house.rows('SELECT ending FROM holds')).toEqual([{ ending: null }]);
    expect((await board()).attr('data-status')).toBe('arriving');
  });

  it('asks about a bed that was kept for the night they came, keeps the answer, and uses that up', async () => {
    await mapleIsKept('2026-11-25');
    const came = { ...CAME, arrivedAt: '2026-11-25T19:00' };
    const refused = await key(came);
    const holdId = String(page(refused)('[name=holdId]').first().val());
    expect(read(page(refused), 'main')).toContain('The bed was kept. Who came?');
    const half = await desk.send(page(refused), PAGE, { holdId, departureDay: '' });
    expect(half.status).toBe(422);
    expect(page(half)('[name=holdId][checked]').val()).toBe(holdId);
    const again = { departureDay: '2026-11-27', ...LEFT, leftAt: '2026-11-26T07:00' };
    expect((await desk.send(page(half), PAGE, again)).status).toBe(303);
    expect(await house.rows('SELECT ending FROM holds')).toEqual([{ ending: 'used' }]);
  });

  it('goes on with the paper after the arrival', async () => {
    await later();
    await key(LEFT);
    expect(read(await desk.visit('/from-paper'), 'main .lead')).toContain('from Mon 23 Nov, 11 pm');
    const next = { bedId: await idOf('beds', 'Cedar'), name: 'Sam Ash', arrivedAt: '2026-11-24T20:00' };
    expect((await key(next)).status).toBe(303);
  });

  it('takes both back with the arrival: nothing of it counts, and nobody is known by it', async () => {
    await leeIsInMaple();
    await key(LEFT);
    expect((await undo(0)).status).toBe(303);
    expect(await stays()).toHaveLength(1);
    expect(await house.rows('SELECT 1 FROM departures WHERE undone_at IS NULL')).toEqual([]);
    expect(await house.rows(`SELECT 1 FROM guests WHERE name = 'Jo Rivera'`)).toEqual([]);
    expect((await lines()).every((each) => each.startsWith('Undone:'))).toBe(true);
    expect((await key(LEFT)).status).toBe(303);
  });

  it('keeps the name of somebody a bed is kept for since, when their coming is taken back (R24)', async () => {
    await later();
    await key(LEFT);
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const bedId = await idOf('beds', 'Cedar');
    const kept = { guestId: guest!.id, askedSame: 'yes', keepUntil: '2026-11-26T20:00' };
    expect((await desk.fill(`/holds/new?bed=${bedId}`, kept, '/holds')).status).toBe(303);
    expect((await undo(0)).status).toBe(303);
    expect(await house.rows('SELECT name FROM guests')).toEqual([{ name: 'Jo Rivera' }]);
  });

  it('takes the leaving back alone only while nobody has the bed', async () => {
    await leeIsInMaple();
    await key(LEFT);
    const refused = await undo(1);
    expect(refused.status).toBe(409);
    expect(read(page(refused), 'main')).toContain('Someone else is in this bed now');
    await undo(0);
    const cedar = { ...LEFT, bedId: await idOf('beds', 'Cedar') };
    await key(cedar);
    expect((await undo(3)).status).toBe(303);
    const $ = await desk.visit('/');
    expect($('[data-bed=Cedar]').attr('data-status')).toBe('staying');
    // The arrival is as it is after any check-in: it can be taken back as well
    expect((await undo(2)).status).toBe(303);
    expect((await desk.visit('/'))('[data-bed=Cedar]').attr('data-status')).toBe('free');
  });

  it('has the bed made up after them, unless that was done since', async () => {
    await later();
    await key(LEFT);
    expect((await board()).attr('data-status')).toBe('getting-ready');
    await undo(0);
    expect((await board()).attr('data-status')).toBe('free');
    await key(LEFT);
    expect((await board()).attr('data-status')).toBe('getting-ready');
    const bedId = await idOf('beds', 'Maple');
    await desk.fill('/', {}, `/beds/${bedId}/ready`);
    const sooner = {
      ...LEFT,
      arrivedAt: '2026-11-23T18:00',
      leftAt: '2026-11-23T20:00',
      isEarlier: '2026-11-24T00:00:00Z',
    };
    expect((await key({ ...sooner, name: 'Sam Ash' })).status).toBe(303);
    expect((await board()).attr('data-status')).toBe('free');
  });

  it('asks for no bed to be made up again that somebody made ready since they left', async () => {
    const bedId = await idOf('beds', 'Maple');
    house.clock.moveTo(BEFORE);
    const rosa = await house.signIn('staff', 'Ned');
    const lee = { bedId, name: 'Lee Park', departureDay: '2026-11-28' };
    const stay = (await rosa.fill('/check-in', lee)).headers.location!;
    await rosa.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    await later();
    await desk.fill('/', {}, `/beds/${bedId}/ready`);
    expect((await key(LEFT)).status).toBe(303);
    expect((await board()).attr('data-status')).toBe('free');
  });

  it('asks nobody about a bed that is to be made up by now', async () => {
    await leeIsInMaple();
    const [lee] = await house.rows<{ id: string }>('SELECT id FROM stays');
    await desk.fill(`/stays/${lee!.id}/departure`, { ending: 'planned', destination: 'family' });
    expect((await board()).attr('data-status')).toBe('getting-ready');
    expect((await key(LEFT)).status).toBe(303);
    expect(await house.rows('SELECT count(*) AS n FROM turnovers WHERE ended_at IS NULL')).toEqual([
      { n: 1 },
    ]);
  });

  it.each([
    ['before the arrival', { leftAt: '2026-11-23T22:00' }, '#leftAt-error', 'before the arrival'],
    ['in the future', { leftAt: '2026-11-26T10:00' }, '#leftAt-error', 'in the future'],
    ['no time', { leftAt: '' }, '#leftAt-error', 'Enter the day and the time on the paper'],
    ['no answer how it ended', { ending: '' }, '#errors', 'Choose how the stay ended'],
    ['an answer there is not', { destination: 'moon' }, '#errors', 'Choose one of these answers'],
  ])('says what is wrong with the leaving, and keeps all of it: %s', async (_, wrong, place, words) => {
    await later();
    const refused = await key({ ...LEFT, thingsLeft: 'A blue scarf', ...(wrong as Record<string, string>) });
    expect(refused.status).toBe(422);
    const $ = page(refused);
    expect(read($, place)).toContain(words);
    expect($('#left-since').attr('open')).toBeDefined();
    expect([$('#name').val(), $('#thingsLeft').val()]).toEqual(['Jo Rivera', 'A blue scarf']);
    expect(await stays()).toEqual([]);
  });

  it('says all that is missing at once, of the arrival and of the leaving', async () => {
    await later();
    const $ = page(await key({ name: '', arrivedAt: '', writer: '', ending: 'planned' }));
    expect(
      $('#errors li')
        .toArray()
        .map((each) => $(each).text()),
    ).toEqual([
      'Enter a name to go by, or choose “No name yet”',
      'Enter the day and the time on the paper',
      'Enter the day and the time on the paper',
      'Choose where they went, or how it was left open',
      'Choose who wrote it, or write their name',
    ]);
  });

  it('asks for a yes for the nights they had, not for those they planned (R22)', async () => {
    await later();
    const long = { departureDay: '2026-12-04' };
    expect((await key({ ...long, name: 'Sam Ash', bedId: await idOf('beds', 'Cedar') })).status).toBe(409);
    expect((await key({ ...long, ...LEFT })).status).toBe(303);
    await house.write((tx) => tx.query('UPDATE stay_limits SET most_nights = 1'));
    const isEarlier = '2026-11-24T05:00:00Z';
    const cedar = { bedId: await idOf('beds', 'Cedar'), name: 'Sam Ash', isEarlier };
    expect(read(page(await key({ ...cedar, ...LEFT })), '#ask-exception')).toContain('coordinator’s yes');
  });

  it('gives the nights to one of two when two desks key them in at once', async () => {
    await later();
    const other = await house.signIn('staff', 'Ned');
    const both = await Promise.all([desk, other].map((each, at) => key({ ...LEFT, name: `Jo ${at}` }, each)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await stays()).toHaveLength(1);
    expect(await house.rows('SELECT kind FROM paper_lines ORDER BY number')).toEqual([
      { kind: 'arrived' },
      { kind: 'left' },
    ]);
  });
});
