import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

describe('what managers decide', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager', 'Nora');
  });

  afterEach(() => house.close());

  const add = (name: string, role = 'staff') =>
    desk.fill('/people/new', { name, role, passphrase: PASSPHRASE }, '/people');

  it('adds someone, who can sign in at once', async () => {
    expect((await add('Theo')).status).toBe(303);
    const signIn = await house.desk().visit('/sign-in');
    const tile = signIn('input[name=person]').filter((_, each) =>
      signIn(each).parent().text().includes('Theo'),
    );
    await house.desk().signIn(String(tile.val()), PASSPHRASE);
  });

  it('refuses a second person of the same name, whatever the capitals', async () => {
    await add('Theo');
    const answer = await add('THEO');
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#name-error')).toContain('Someone of this name is here already');
    expect(page(answer)('[name=name]').val()).toBe('THEO');
  });

  it('keeps somebody half written down for the manager, and no passphrase (R31)', async () => {
    const $ = await desk.visit('/people/new');
    await desk.fill('/', {}, '/sign-out');
    await desk.send($, '/people', { name: 'Theo', role: 'coordinator', passphrase: PASSPHRASE });
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect(JSON.stringify(await house.rows('SELECT * FROM drafts'))).not.toContain(PASSPHRASE);
    expect(read(await desk.visit('/'), 'aside')).toContain('Somebody new on the team, begun');
    const begun = await desk.visit('/people/new');
    expect(read(begun, 'main')).toContain('Begun by you');
    expect([begun('[name=name]').val(), begun('[name=role]:checked').val()]).toEqual(['Theo', 'coordinator']);
    expect((await desk.send(begun, '/people', { passphrase: PASSPHRASE })).status).toBe(303);
    expect(await house.rows('SELECT 1 FROM drafts')).toEqual([]);
  });

  it('never leaves the house without a manager', async () => {
    const [marta] = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Marta'`);
    await desk.fill(`/people/${marta!.id}`, {}, `/people/${marta!.id}/disable`);
    const mine = `/people/${desk.person.id}`;
    const disabled = await desk.fill(mine, {}, `${mine}/disable`);
    expect(disabled.status).toBe(422);
    expect(read(page(disabled), 'main')).toContain('The house needs a manager');
    expect((await desk.fill(mine, { role: 'staff' }, `${mine}/role`)).status).toBe(422);
    expect((await desk.get('/people')).status).toBe(200);
  });

  it('gives someone a new passphrase, which ends what was opened with the old one', async () => {
    const staff = await house.signIn();
    const path = `/people/${staff.person.id}`;
    await desk.fill(path, { passphrase: 'another quite long one' }, `${path}/passphrase`);
    expect((await staff.get('/')).headers.location).toBe('/sign-in');
    await staff.signIn(staff.person.id, 'another quite long one');
  });

  it('lets people change their own passphrase with the one they have', async () => {
    const staff = await house.signIn();
    const wrong = await staff.fill('/me', {
      current: 'not my passphrase',
      passphrase: 'another quite long one',
    });
    expect(wrong.status).toBe(422);
    const right = await staff.fill('/me', { current: PASSPHRASE, passphrase: 'another quite long one' });
    expect(right.status).toBe(303);
    expect((await staff.get('/')).status).toBe(200);
    await house.desk().signIn(staff.person.id, 'another quite long one');
  });

  it('changes the name of the house and the on-call line, which stands on every page, signed in or not', async () => {
    const answer = await desk.fill('/settings/house', {
      houseName: 'Elm House',
      onCallLine: 'Dana 555-0100',
    });
    expect(answer.status).toBe(303);
    for (const path of ['/', '/asked-about'])
      expect(read(await desk.visit(path), 'header')).toContain('Dana 555-0100');
    for (const path of ['/sign-in', '/help']) {
      const $ = await house.desk().visit(path);
      expect(read($, 'header')).toContain('Dana 555-0100');
      expect($('title').text()).toContain('Elm House');
    }
  });

  it('corrects a time zone chosen by mistake: the clock changes, what is recorded stays', async () => {
    await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-25' });
    const before = await house.rows('SELECT arrived_at, arrival_day, planned_day FROM stays');
    expect(read(await desk.visit('/'), 'header time')).toBe('Sun 22 Nov, 10:40 pm');
    expect((await desk.fill('/settings/house', { timeZone: 'America/New_York' })).status).toBe(303);
    expect(read(await desk.visit('/'), 'header time')).toBe('Sun 22 Nov, 11:40 pm');
    expect(await house.rows('SELECT arrived_at, arrival_day, planned_day FROM stays')).toEqual(before);
    const wrong = await desk.fill('/settings/house', { timeZone: 'Mars/Olympus' });
    expect([wrong.status, read(page(wrong), '#timeZone-error')]).toEqual([
      422,
      expect.stringContaining('Choose a time zone'),
    ]);
  });

  it('shows the second of two who change the house that somebody was faster (R26)', async () => {
    const [mine, theirs] = await Promise.all([desk.visit('/settings/house'), desk.visit('/settings/house')]);
    await desk.send(mine, '/settings/house', { houseName: 'Elm House' });
    const answer = await desk.send(theirs, '/settings/house', { houseName: 'Oak House' });
    expect(answer.status).toBe(409);
    expect(page(answer)('[name=houseName]').val()).toBe('Oak House');
    expect(read(page(answer), 'main')).toContain('Elm House');
    expect(await house.rows('SELECT name FROM house')).toEqual([{ name: 'Elm House' }]);
  });

  it('adds a bed, which is free at once, and refuses a second of its name', async () => {
    await desk.fill('/settings/beds', { name: 'Aspen', room: 'Attic' });
    expect((await desk.visit('/'))('[data-bed="Aspen"]').attr('data-status')).toBe('free');
    const again = await desk.fill('/settings/beds', { name: 'aspen' });
    expect(again.status).toBe(422);
    expect(read(page(again), '#name-error')).toContain('Another bed has this name');
  });

  it('retires a bed from a day on, but not under a guest or before their nights are over (R12)', async () => {
    await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-25' });
    const bedId = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    const inUse = await desk.fill(`/settings/beds/${bedId}`, { lastNight: '2026-11-23' });
    expect(inUse.status).toBe(422);
    expect(read(page(inUse), '#lastNight-error')).toContain('A guest is in this bed');

    const cedar = (await desk.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    const tooEarly = await desk.fill(`/settings/beds/${cedar}`, { lastNight: '2020-01-01' });
    expect([tooEarly.status, read(page(tooEarly), '#lastNight-error')]).toEqual([
      422,
      expect.stringContaining('in use from Sun 15 Nov'),
    ]);
    expect((await desk.fill(`/settings/beds/${cedar}`, { lastNight: '2026-11-23' })).status).toBe(303);
    const short = await desk.fill(`/check-in?bed=${cedar}`, { name: 'Lou', departureDay: '2026-11-26' });
    expect(short.status).toBe(409);
    expect(read(page(short), 'main')).toContain('Tue 24 Nov');
    house.clock.advance({ days: 3 });
    expect((await desk.get('/')).headers.location).toBe('/sign-in');
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect((await desk.visit('/'))('[data-bed="Cedar"]').length).toBe(0);
  });

  it('keeps what was begun of the settings while the screen is covered, and the version it was begun with (R26, R31)', async () => {
    const manager = await house.signIn('manager');
    const begun = await manager.visit('/settings/house');
    const typed = { ...fieldsOf(begun, '/settings/house'), houseName: 'Oak House' };
    await manager.post('/curtain', typed);
    await manager.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    const other = await house.signIn('manager');
    await other.fill('/settings/house', { houseName: 'Elm House' });
    expect((await other.visit('/settings/house'))('#houseName').val()).toBe('Elm House');
    expect(read(await manager.visit('/'), 'aside')).toContain('House settings, begun');
    const again = await manager.visit('/settings/house');
    expect(again('#houseName').val()).toBe('Oak House');
    expect((await manager.send(again, '/settings/house')).status).toBe(409);
  });
});
