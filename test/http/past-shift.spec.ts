import { load } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };
const NIGHT = paths.shiftOf('2026-11-22', 22);

describe('a shift that is over (R30)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    desk = await house.signIn('manager', 'Theo');
  });

  afterEach(() => house.close());

  const sit = async (time: string, name?: string) => {
    house.clock.moveTo(time);
    desk = await house.signIn('manager', name);
  };
  const bedId = async (bed: string) => (await desk.visit('/'))(`[data-bed="${bed}"]`).attr('data-bed-id')!;
  const welcome = async (bed: string, name: string, answers: Fields = {}) => {
    const facts = { bedId: await bedId(bed), name, departureDay: '2026-11-25', ...answers };
    return (await desk.fill(paths.checkIn(), facts)).headers.location!;
  };
  const past = async (address = NIGHT) => {
    const $ = await desk.visit(address);
    return {
      $,
      all: read($, 'main'),
      happened: read($, 'section:has(#happened)'),
      notes: read($, 'section:has(#notes)'),
    };
  };

  it('shows the one line of what went wrong in it, and the way to the rest to whoever may read it', async () => {
    const line = 'The tap drips. Empty the bucket at 2';
    await desk.fill(paths.newHappening(), { 'kinds[]': 'broken', nextShift: line }, paths.happened());
    await sit('2026-11-23T15:00:00Z', 'Rosa');
    const { $, all } = await past();
    expect(all).toContain(`Something happened ${line}Sun 22, 10:40 pm · written by Theo`);
    expect($(`a:contains("${line}")`).length).toBe(1);
    desk = await house.signIn('staff');
    expect((await past()).$(`a:contains("${line}")`).length).toBe(0);
    expect((await past(paths.shiftOf('2026-11-22', 14))).all).not.toContain(line);
  });

  it('shows what happened in it, what was written in it, who was there, and nothing of another', async () => {
    await desk.fill(paths.shiftPeople(), { person: desk.person.id, role: 'shift' });
    const sam = await welcome('Maple', 'Sam Oak');
    await desk.fill(`${sam}/departure`, LEAVES);
    await desk.fill('/notes', { text: 'Bins out', lives: 'shift' });
    const lou = await welcome('Cedar', 'Lou');
    await desk.fill(`${lou}/notes`, { text: 'Likes tea', writtenBy: 'guest' });
    await sit('2026-11-23T14:00:00Z', 'Rosa');
    await welcome('Birch', 'Ash');
    await desk.fill('/notes', { text: 'Dryer is slow', lives: 'done' });
    await sit('2027-01-10T18:00:00Z', 'Ines');
    const { $, all, happened, notes } = await past();
    expect(read($, 'h1')).toBe('Shift, 10 pm Sun 22 to 8 am Mon 23');
    expect(all).toContain('It began Sun 22 November 2026.');
    expect(all).toContain('On shift: Theo');
    expect(happened).toContain('Maple · S.O. arrived Sun 22, 10:40 pm · Theo');
    expect(happened).toContain('Maple · S.O. left Sun 22, 10:40 pm · Theo');
    expect(notes).toContain('Bins out');
    expect(notes).toContain('Likes tea');
    expect(all).not.toMatch(/Dryer|A\. arrived/);
    const morning = await past(paths.shiftOf('2026-11-23', 8));
    expect(morning.happened).toContain('Birch · A. arrived Mon 23, 8 am · Rosa');
    expect(morning.notes).toContain('Dryer is slow');
    expect(morning.all).not.toMatch(/Bins|S\.O\.|Likes tea/);
  });

  it('has nothing to press but its links', async () => {
    await desk.fill('/notes', { text: 'Bins out', lives: 'done' });
    await welcome('Cedar', 'Lou', { departureDay: '2026-11-23' });
    await sit('2026-11-24T18:00:00Z');
    const { $ } = await past();
    expect($('main form, main button').length).toBe(0);
    expect(read($, 'main')).not.toContain('still here');
  });

  it('shows notes as they read now: amended, taken back', async () => {
    await desk.fill('/notes', { text: 'Bins on Munday', lives: 'done' });
    await desk.fill('/notes', { text: 'Not for here', lives: 'done' });
    const notes = await house.rows<{ id: string }>('SELECT id FROM notes ORDER BY number');
    const [first, second] = notes.map(({ id }) => paths.note(id));
    await desk.fill(first!, { text: 'Bins on Monday', why: 'A slip' }, `${first}/amend`);
    await desk.fill(second!, { reason: 'not_so' }, `${second}/take-back`);
    await sit('2026-11-23T18:00:00Z');
    const seen = (await past()).notes;
    expect(seen).toContain('Bins on Monday');
    expect(seen).toContain('Bins on Munday');
    expect(seen).not.toContain('Not for here');
    expect(seen).toMatch(/[Tt]aken back/);
  });

  it('tells of a hold whose hour came in it, and of nothing that was undone', async () => {
    const hold = { bedId: await bedId('Fern'), guestName: 'Dee', keepUntil: '2026-11-23T01:00' };
    await desk.fill(`/holds/new?bed=${hold.bedId}`, hold, '/holds');
    await welcome('Maple', 'Sam');
    const $ = await desk.visit('/');
    await desk.send($, String($('form[action^="/undo/"]').first().attr('action')));
    await sit('2026-11-23T20:00:00Z');
    await desk.fill('/notes', { text: 'Anything', lives: 'done' });
    const { happened } = await past();
    expect(happened).toContain('Fern · Kept for D. until 1 am. That hour came, so it is kept no more.');
    expect(happened).not.toContain('S. arrived');
    expect((await past(paths.shiftOf('2026-11-23', 8))).happened).not.toContain('Kept for D.');
    expect((await past(paths.shiftOf('2026-11-22', 14))).happened).not.toContain('That hour came');
  });

  it('leads to the shift before and after it, and from the one that runs to the one before', async () => {
    await sit('2026-11-24T18:00:00Z');
    const links = ({ $ }: { $: ReturnType<typeof load> }) =>
      $('main .row a')
        .toArray()
        .map((each) => $(each).attr('href'));
    expect(links(await past())).toEqual([
      paths.shiftOf('2026-11-22', 14),
      paths.shiftOf('2026-11-23', 8),
      paths.shift(),
    ]);
    expect(links(await past(paths.shiftOf('2026-11-23', 22)))[1]).toBe(paths.shift());
    const now = await desk.visit(paths.shift());
    expect(read(now, 'main')).toContain('The shift before: 10 pm Mon 23 to 8 am Tue 24');
  });

  it('leads from the running one to its own page, and refuses one to come or none in plain words', async () => {
    expect((await desk.get(NIGHT)).headers.location).toBe(paths.shift());
    const wrong = [
      '/shift?date=2026-11-23&slot=8',
      '/shift?date=2026-11-22&slot=9',
      '/shift?date=2026-11-22',
      '/shift?slot=22',
      '/shift?date=2026-02-30&slot=8',
      '/shift?date=2026-11-22&slot=22&slot=8',
      '/shift?date=2026-11-22&slot=8.0',
      '/shift?date=9999-11-22&slot=8',
      '/shift?date=&slot=',
      "/shift?date='&slot=;",
    ];
    for (const address of wrong) {
      const answer = await desk.get(address);
      expect([address, answer.status]).toEqual([address, 422]);
      expect(read(page(answer), 'main')).toMatch(/No shift begins then|not begun yet/);
    }
    expect((await desk.get('/shift?date=2000-01-01&slot=8')).status).toBe(200);
  });

  it('is written down as a look at the record of each guest whose notes it shows (R44)', async () => {
    const lou = await welcome('Cedar', 'Lou');
    await desk.fill(`${lou}/notes`, { text: 'One', writtenBy: 'guest' });
    await desk.fill(`${lou}/notes`, { text: 'Two', writtenBy: 'guest' });
    await sit('2026-11-23T18:00:00Z');
    await past();
    await past(paths.shiftOf('2026-11-22', 14));
    expect(await house.rows(`SELECT subject_id AS stay FROM audit WHERE act = 'shift.past.view'`)).toEqual([
      { stay: lou.split('/')[2] },
    ]);
  });

  it('goes by the hours the managers set, and keeps what had an end', async () => {
    await desk.fill('/notes', { text: 'Bins out', lives: 'shift' });
    const ends = () => house.rows('SELECT shift_ends_at, (SELECT undo_until FROM acts LIMIT 1) FROM notes');
    const before = await ends();
    const wrong = await desk.fill('/settings/house', { shiftStarts: '7 25' });
    expect([wrong.status, page(wrong)('#shiftStarts').val()]).toEqual([422, '7 25']);
    expect(read(page(wrong), 'main')).toContain('Enter two or three different hours from 0 to 23');
    expect((await desk.fill('/settings/house', { shiftStarts: '19, 7' })).status).toBe(303);
    expect(await ends()).toEqual(before);
    expect(read(await desk.visit(paths.shift()), '.lead')).toContain('7 pm Sun 22 to 7 am Mon 23');
    await sit('2026-11-23T18:00:00Z');
    expect((await past(paths.shiftOf('2026-11-22', 19))).notes).toContain('Bins out');
    expect((await desk.get(NIGHT)).status).toBe(422);
  });
});

describe('the night’s sheet and the keys (R30)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager', 'Theo');
  });

  afterEach(() => house.close());

  const isAsked = async () => (await desk.visit(paths.shift()))('main .flag').length > 0;

  it('is asked for until it was printed in this shift', async () => {
    expect(await isAsked()).toBe(true);
    await desk.visit(paths.nightSheet());
    await desk.visit(paths.nightSheet());
    expect(await isAsked()).toBe(false);
    expect((await desk.visit(paths.shift()))(`main a[href="${paths.nightSheet()}"]`).length).toBe(1);
    house.clock.moveTo('2026-11-23T14:00:00Z');
    desk = await house.signIn();
    expect(await isAsked()).toBe(true);
  });

  it('is asked for until somebody says “Not now”, whoever looks', async () => {
    const answer = await desk.fill(paths.shift(), {}, paths.shiftSheet());
    expect(answer.headers.location).toBe(paths.shift());
    desk = await house.signIn();
    expect(await isAsked()).toBe(false);
    await desk.visit(paths.nightSheet());
    expect(await house.rows('SELECT how FROM sheets_settled')).toEqual([{ how: 'not-now' }]);
  });

  it('says which keys left with their guest, until they are back', async () => {
    const lou = (await desk.fill('/check-in', { name: 'Lou', departureDay: '2026-11-25' })).headers.location!;
    await desk.fill(`${lou}/tasks/key`, { first: '4', second: '3', state: 'done' });
    const seen = async () => read(await desk.visit(paths.shift()), 'section:has(#happened)');
    expect(await seen()).not.toContain('still out');
    await desk.fill(`${lou}/departure`, { ...LEAVES, keysBack: 'not-yet' });
    expect(await seen()).toContain('L. left Sun 22; key 4, lockbox 3 is still out.');
    house.clock.moveTo('2026-12-23T18:00:00Z');
    desk = await house.signIn();
    expect(await seen()).toContain('still out');
    await desk.fill(`${lou}/tasks/key`, { mark: 'back', state: 'done' });
    expect(await seen()).not.toContain('still out');
  });

  it('says nothing of a key that was given back at leaving, nor after a month', async () => {
    const come = async (name: string, keysBack: string) => {
      const stay = (await desk.fill('/check-in', { name, departureDay: '2026-11-25' })).headers.location!;
      await desk.fill(`${stay}/tasks/key`, { first: '4', state: 'done' });
      await desk.fill(`${stay}/departure`, { ...LEAVES, keysBack });
    };
    await come('Lou', 'yes');
    const seen = async () => read(await desk.visit(paths.shift()), 'section:has(#happened)');
    expect(await seen()).not.toContain('still out');
    await come('Ash', 'not-asked');
    expect(await seen()).toContain('A. left Sun 22; key 4 is still out.');
    house.clock.moveTo('2026-12-24T18:00:00Z');
    desk = await house.signIn();
    expect(await seen()).not.toContain('still out');
  });

  it('says by when a bed is meant to be ready (R10)', async () => {
    await desk.fill('/settings/house', { readyHours: '3' });
    const lou = (await desk.fill('/check-in', { name: 'Lou', departureDay: '2026-11-25' })).headers.location!;
    await desk.fill(`${lou}/departure`, LEAVES);
    expect(read(await desk.visit(paths.shift()), 'section:has(#happened)')).toContain(
      'Getting ready since Sun 22, 10:40 pm. To be ready by Mon 23, 1:40 am.',
    );
  });
});
