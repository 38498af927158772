import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam is in Maple from Sun 22 to Wed 25 November 2026. */
describe('another leaving day (R18, R19)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn();
    stay = (await desk.fill(paths.checkIn(), { name: 'Sam Ash', departureDay: '2026-11-25' })).headers
      .location!;
  });

  afterEach(() => house.close());

  const change = (answers: Fields, by = desk) => by.fill(stay, answers, `${stay}/departure-day`);

  const nights = async (bed = 'Maple') =>
    (
      await house.rows<{ night: string }>(
        `SELECT substr(night, 9) AS night FROM bed_nights JOIN beds ON beds.id = bed_id WHERE name = ? ORDER BY night`,
        [bed],
      )
    )
      .map(({ night }) => night)
      .join(' ');

  const dates = async () =>
    (await house.rows('SELECT first_planned_day AS first, planned_day AS planned FROM stays'))[0];

  async function hold(first: string, end: string): Promise<string> {
    const [bed] = await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = 'Maple'`);
    const wanted = { bedId: bed!.id, firstNight: on(first), endNight: on(end) };
    return house.write((tx) => house.app.get(LedgerService).hold(tx, wanted));
  }

  it('makes a stay longer and shorter, frees nights at once, and keeps every day apart with who and why', async () => {
    expect((await change({ departureDay: '2026-11-27', reason: 'Two more nights would help' })).status).toBe(
      303,
    );
    expect(await nights()).toBe('22 23 24 25 26');
    expect((await change({ departureDay: '2026-11-24' })).status).toBe(303);
    expect(await nights()).toBe('22 23');
    expect(await dates()).toEqual({ first: '2026-11-25', planned: '2026-11-24' });
    const history = read(await desk.visit(stay), '[aria-labelledby=history]');
    expect(history).toContain('Leaving day: Wed 25 Nov to Fri 27 Nov “Two more nights would help”');
    expect(history).toContain('Leaving day: Fri 27 Nov to Tue 24 Nov');
    expect((await hold('2026-11-24', '2026-11-26')).length).toBeGreaterThan(0);
  });

  it('gives the coming night back when a guest who stays on plans to leave on this day', async () => {
    house.clock.moveTo('2026-11-26T18:00:00Z');
    const later = await house.signIn();
    expect(await nights()).toBe('22 23 24 25 26');
    expect((await change({ departureDay: '2026-11-26' }, later)).status).toBe(303);
    expect(await nights()).toBe('22 23 24 25');
    expect((await hold('2026-11-26', '2026-11-28')).length).toBeGreaterThan(0);
  });

  it('has the planned day chosen, and writes nothing when that is sent', async () => {
    const $ = await desk.visit(stay);
    expect($('[name=departureDay]:checked').val()).toBe('2026-11-25');
    const before = await house.rows('SELECT * FROM acts');
    expect((await desk.send($, `${stay}/departure-day`)).status).toBe(303);
    expect(await house.rows('SELECT * FROM acts')).toEqual(before);
  });

  it.each([
    ['a day that is over', '2026-11-21', 'Choose a day after the arrival'],
    ['the arrival day', '2026-11-22', 'Choose a day after the arrival'],
    ['no day', 'soon', 'Choose the day they plan to leave'],
    ['a day too far away', '2028-02-01', 'within 400 days'],
  ])('refuses %s and keeps the reason that was typed', async (_, departureDay, words) => {
    const answer = await change({ departureDay, reason: 'Because' });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#departureDay-error')).toContain(words);
    expect(page(answer)('[name=reason]').val()).toBe('Because');
  });

  it('is never before today, also for a guest who stays on; a new day is given to them', async () => {
    house.clock.moveTo('2026-11-27T18:00:00Z');
    desk = await house.signIn();
    expect((await change({ departureDay: '2026-11-26' })).status).toBe(422);
    expect((await change({ departureDay: '2026-11-25' })).status).toBe(422);
    expect((await change({ departureDay: '2026-11-28' })).status).toBe(303);
    expect(read(await desk.visit(stay), '.lead')).toContain('leaves Sat 28 Nov');
    expect(await nights()).toBe('22 23 24 25 26 27');
    expect((await change({ departureDay: '2026-11-27' })).status).toBe(303);
    expect(await nights()).toBe('22 23 24 25 26');
  });

  it('names who is next, the latest day and the free beds, keeps everything, and takes the latest day by one button', async () => {
    await hold('2026-11-26', '2026-11-28');
    const answer = await change({ departureDay: '2026-11-28', reason: 'A bit longer' });
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, 'main')).toContain('Maple is held for somebody from Thu 26 Nov to Sat 28 Nov.');
    expect(read($, 'main')).toContain('Maple is free up to Thu 26 Nov, not longer.');
    expect(read($, 'main')).toContain('Move to Cedar');
    expect($('[name=departureDay]:checked').val()).toBe('2026-11-28');
    expect($('input#reason').val()).toBe('A bit longer');
    expect(await nights()).toBe('22 23 24 26 27');
    const done = await desk.send($, `${stay}/departure-day`);
    expect(done.status).toBe(303);
    expect(await dates()).toMatchObject({ planned: '2026-11-26' });
    expect(read(await desk.visit(stay), 'main')).toContain('A bit longer');
  });

  it('offers no bed with somebody in it who leaves in time', async () => {
    const [bed] = await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = 'Cedar'`);
    await desk.fill(paths.checkIn(), { name: 'Lou', bedId: bed!.id, departureDay: '2026-11-23' });
    house.clock.moveTo('2026-11-23T18:00:00Z');
    desk = await house.signIn();
    await hold('2026-11-25', '2026-11-28');
    const words = read(page(await change({ departureDay: '2026-11-26' })), 'main');
    expect(words).toContain('Free for these nights: Birch.');
  });

  it('longer than the house has asks for a reason and a yes, everything kept, and history says whose (R22)', async () => {
    await house.signIn('coordinator', 'Dana');
    const [dana] = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Dana'`);
    const asked = await change({ departureDay: '2026-11-30', reason: 'The flat is not ready' });
    expect(asked.status).toBe(409);
    const $ = page(asked);
    expect(read($, 'main')).toContain('That makes 8 nights. The house has up to 7.');
    expect($('[name=departureDay]:checked').val()).toBe('2026-11-30');
    expect($('[name=reason]').val()).toBe('The flat is not ready');
    const blank = await desk.send($, `${stay}/departure-day`, { exceptionReason: '  ', agreedBy: dana!.id });
    expect(blank.status).toBe(422);
    const done = await desk.send(page(blank), `${stay}/departure-day`, { exceptionReason: 'Dana knows' });
    expect(done.status).toBe(303);
    const history = read(await desk.visit(stay), '[aria-labelledby=history]');
    expect(history).toContain('“The flat is not ready Dana knows”');
    expect(history).toContain('Dana said yes');
    // Shorter again, though still long, asks nobody
    expect((await change({ departureDay: '2026-11-29' })).status).toBe(303);
    expect((await change({ departureDay: '2026-11-30' })).status).toBe(409);
  });

  it('asks for the same at check-in for a day beyond the most nights, and keeps that day to be seen (R22)', async () => {
    await house.signIn('coordinator', 'Dana');
    const [dana] = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Dana'`);
    const asked = await desk.fill(paths.checkIn(), { name: 'Lou', departureDay: '2026-12-02' });
    expect(asked.status).toBe(409);
    expect(read(page(asked), 'main')).toContain('That makes 10 nights. The house has up to 7.');
    expect(page(asked)('[name=departureDay]:checked').val()).toBe('2026-12-02');
    const yes = { exceptionReason: 'Agreed before', agreedBy: dana!.id };
    expect((await desk.send(page(asked), paths.checkIn(), yes)).status).toBe(303);
  });

  it('shows the second of two people both days and loses nothing (R26)', async () => {
    const other = await house.signIn();
    const $ = await desk.visit(stay);
    await change({ departureDay: '2026-11-27' }, other);
    const answer = await desk.send($, `${stay}/departure-day`, {
      departureDay: '2026-11-26',
      reason: 'Said so',
    });
    expect(answer.status).toBe(409);
    const both = page(answer);
    expect(read(both, '[aria-labelledby=kept-now]')).toContain('Fri 27 Nov');
    expect(both('[name=departureDay]:checked').val()).toBe('2026-11-26');
    expect(both('[name=reason]').val()).toBe('Said so');
    expect((await desk.send(both, `${stay}/departure-day`)).status).toBe(303);
    expect(await dates()).toMatchObject({ planned: '2026-11-26' });
  });

  it('is undone until the shift ends, unless a night it needs was given to somebody (R24)', async () => {
    await change({ departureDay: '2026-11-27' });
    const undo = async () => {
      const $ = await desk.visit(stay);
      return desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    };
    expect((await undo()).status).toBe(303);
    expect([await nights(), (await dates()) as object]).toEqual([
      '22 23 24',
      { first: '2026-11-25', planned: '2026-11-25' },
    ]);
    await change({ departureDay: '2026-11-23' });
    await hold('2026-11-24', '2026-11-25');
    const refused = await undo();
    expect(refused.status).toBe(409);
    expect(read(page(refused), 'main')).toContain('Maple was given to somebody else');
    expect(await nights()).toBe('22 24');
  });

  it('is undone for a guest who stayed on and came to another bed since: they stay on in it (R8, R24)', async () => {
    house.clock.moveTo('2026-11-27T18:00:00Z');
    desk = await house.signIn();
    const bedId = String((await desk.visit('/'))('[data-bed=Cedar]').attr('data-bed-id'));
    await desk.fill(`${stay}/move`, { bedId, reason: 'Quieter' });
    await change({ departureDay: '2026-11-28' });
    expect(await nights('Cedar')).toBe('27');
    const $ = await desk.visit(stay);
    const answer = await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect([answer.status, await dates()]).toMatchObject([303, { planned: '2026-11-25' }]);
    expect([await nights('Maple'), await nights('Cedar')]).toEqual(['22 23 24 25 26', '27']);
    expect((await desk.visit('/'))('[data-bed=Cedar]').attr('data-flags')).toContain('staying-on');
  });

  it('says calmly that a guest who left has no day to change', async () => {
    const $ = await desk.visit(stay);
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const answer = await desk.send($, `${stay}/departure-day`, { departureDay: '2026-11-26' });
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('They have left already');
    expect((await desk.get(`${stay}/departure-day`)).headers.location).toBe(stay);
    expect((await desk.visit(stay))('form[action$="departure-day"]').length).toBe(0);
  });
});
