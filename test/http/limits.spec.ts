import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

/** It is Sun 22 November 2026. */
describe('how long somebody stays (R22)', () => {
  let house: House;
  let manager: Desk;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nFern' });
    manager = await house.signIn('manager', 'Marlo');
    desk = await house.signIn('staff', 'Robin');
  });

  afterEach(() => house.close());

  const limit = (answers: Fields) => manager.fill('/settings/limits', answers, '/settings/limits');
  const keepDay = (keptDay: string, dayName = 'A holiday') =>
    manager.fill('/settings/limits', { keptDay, dayName }, '/settings/kept-days');
  const bedId = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;
  const welcome = (answers: Fields) =>
    desk.fill('/check-in', { name: 'Sam Ash', stayedBefore: 'no', ...answers });
  const stays = () =>
    house.rows('SELECT planned_day AS planned FROM stays WHERE left_at IS NULL AND undone_at IS NULL');
  const yes = (why: string) => ({ exceptionReason: why, agreedBy: manager.person.id });

  /** What the page asks when the house has no room for that long by itself. */
  const lead = (answer: Awaited<ReturnType<Desk['fill']>>) => read(page(answer), 'main');

  it('is a week until a manager says otherwise, for those who arrive from a day on', async () => {
    expect(read(await manager.visit('/settings/limits'), 'main ul')).toContain(
      'Whole house · Up to 7 nights in one stay.Since the house opened',
    );
    expect((await limit({ mostNights: '3' })).status).toBe(303);
    expect((await limit({ mostNights: '5', fromDay: '2026-11-24' })).status).toBe(303);
    const days = async () =>
      (await desk.visit('/check-in'))('[name=departureDay]')
        .toArray()
        .map((each) => each.attribs.value);
    expect(await days()).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    house.clock.moveTo('2026-11-24T20:00:00Z');
    desk = await house.signIn('staff', 'Ash');
    expect(await days()).toHaveLength(5);
  });

  it('keeps a limit that was begun, and nothing of the days below it (R31)', async () => {
    const $ = await manager.visit('/settings/limits');
    await manager.fill('/', {}, '/sign-out');
    await manager.send($, '/settings/limits', { bedId: await bedId('Fern'), mostNights: '4' });
    await manager.signIn(manager.person.id, PASSPHRASE);
    expect(read(await manager.visit('/'), 'aside')).toContain('How long somebody stays, begun');
    const begun = await manager.visit('/settings/limits');
    expect(read(begun, 'main')).toContain('Begun by you');
    expect([begun('[name=mostNights]').val(), begun('option[selected]').text()]).toEqual(['4', 'Fern']);
    await keepDay('2026-12-25');
    expect(await house.rows('SELECT place FROM drafts')).toEqual([{ place: '/settings/limits' }]);
    await manager.send(begun, '/settings/limits', { fromDay: '2026-12-01' });
    expect(await house.rows('SELECT place FROM drafts')).toEqual([]);
  });

  it('asks for a yes where a stay goes past it, keeps every answer, and counts at once', async () => {
    await limit({ mostNights: '3' });
    const asked = await welcome({ departureDay: '2026-11-26', pronouns: 'they' });
    expect(asked.status).toBe(409);
    expect(lead(asked)).toContain('That makes 4 nights. The house has up to 3.');
    expect(page(asked)('[name=pronouns]').val()).toBe('they');
    expect(await stays()).toEqual([]);
    const blank = await desk.send(page(asked), '/check-in', {
      exceptionReason: ' ',
      agreedBy: manager.person.id,
    });
    expect(blank.status).toBe(422);
    expect(lead(blank)).toContain('That makes 4 nights. The house has up to 3.');
    const done = await desk.send(page(blank), '/check-in', yes('The room is not free before'));
    expect(done.status).toBe(303);
    expect(await stays()).toEqual([{ planned: '2026-11-26' }]);
    // What was agreed is not asked for again when the stay gets another bed or fewer nights
    const stay = done.headers.location!;
    expect((await desk.fill(`${stay}/move`, { bedId: await bedId('Cedar'), reason: 'Quieter' })).status).toBe(
      303,
    );
    expect((await desk.fill(stay, { departureDay: '2026-11-25' }, `${stay}/departure-day`)).status).toBe(303);
  });

  it('counts the nights of earlier stays of the same person where the house says so', async () => {
    await limit({ mostNights: '7', rollingNights: '5', rollingDays: '30' });
    const stay = (await welcome({ departureDay: '2026-11-24' })).headers.location!;
    house.clock.moveTo('2026-11-26T18:00:00Z');
    desk = await house.signIn('staff', 'Ash');
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    house.clock.moveTo('2026-11-30T18:00:00Z');
    desk = await house.signIn('staff', 'Kim');
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const again = { name: 'Sam Ash', stayedBefore: 'yes', guestId: guest!.id, departureDay: '2026-12-02' };
    const asked = await desk.fill('/check-in', again);
    expect(lead(asked)).toContain('That makes 6 nights in 30 days. The house has up to 5.');
    expect((await desk.fill('/check-in', { ...again, departureDay: '2026-12-01' })).status).toBe(303);
  });

  it('counts the nights on every record of the same person', async () => {
    await limit({ mostNights: '7', rollingNights: '5', rollingDays: '30' });
    const stay = (await welcome({ departureDay: '2026-11-26' })).headers.location!;
    house.clock.moveTo('2026-11-26T18:00:00Z');
    desk = await house.signIn('staff', 'Ash');
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const second = (await welcome({ name: 'Sam Ashe', departureDay: '2026-11-28', confirmNotReady: 'yes' }))
      .headers.location!;
    const lengthen = () => desk.fill(second, { departureDay: '2026-11-29' }, `${second}/departure-day`);
    const [one, other] = await house.rows<{ id: string }>('SELECT id FROM guests ORDER BY name DESC');
    const linked = { other: other!.id, ground: 'guest-said' };
    expect((await desk.fill(`/guests/${one!.id}`, linked, `/guests/${one!.id}/links`)).status).toBe(303);
    expect(lead(await lengthen())).toContain('That makes 7 nights in 30 days. The house has up to 5.');
  });

  it('can be another for one bed: it stands beside the bed, and a move to it asks', async () => {
    await limit({ bedId: await bedId('Fern'), mostNights: '2' });
    expect(read(await desk.visit('/check-in'), 'form[action="/check-in"]')).toContain('Up to 2 nights.');
    const stay = (await welcome({ bedId: await bedId('Maple'), departureDay: '2026-11-26' })).headers
      .location!;
    const moved = await desk.fill(`${stay}/move`, { bedId: await bedId('Fern'), reason: 'The heater' });
    expect(moved.status).toBe(409);
    expect(lead(moved)).toContain('That makes 4 nights in Fern. The house has up to 2.');
    expect((await desk.send(page(moved), `${stay}/move`, yes('Only bed that is warm'))).status).toBe(303);
  });

  it('asks before two guests swap into a bed with a limit', async () => {
    const stay = (await welcome({ bedId: await bedId('Maple'), departureDay: '2026-11-26' })).headers
      .location!;
    const other = (await welcome({ name: 'Lou', bedId: await bedId('Fern'), departureDay: '2026-11-23' }))
      .headers.location!;
    await limit({ bedId: await bedId('Fern'), mostNights: '2' });
    const swapped = await desk.fill(`${stay}/swap`, {
      otherStayId: other.split('/')[2]!,
      reason: 'Both want it',
    });
    expect([swapped.status, lead(swapped)]).toEqual([
      409,
      expect.stringContaining('That makes 4 nights in Fern. The house has up to 2.'),
    ]);
  });

  it('skips the days on which nobody is asked to leave, and their nights are not past it', async () => {
    await limit({ mostNights: '3' });
    expect((await keepDay('2026-11-24')).status).toBe(303);
    await keepDay('2026-11-25');
    const offered = (await desk.visit('/check-in'))('[name=departureDay]').toArray();
    expect(offered.map((each) => each.attribs.value)).toEqual(['2026-11-23', '2026-11-26']);
    const stay = (await welcome({ departureDay: '2026-11-26' })).headers.location!;
    expect(read(await desk.visit(stay), 'main')).toContain('The house has stays up toThu 26 Nov');
    const longer = await desk.fill(stay, { departureDay: '2026-11-27' }, `${stay}/departure-day`);
    expect([longer.status, longer.text]).toEqual([409, expect.stringContaining('The house has up to 3.')]);
  });

  it('is refused in words where it cannot be a limit, and taken away only before anyone came under it', async () => {
    for (const [answers, words] of [
      [{ mostNights: '' }, 'Enter the most nights of one stay in the house'],
      [{ mostNights: '29' }, 'Enter a number from 1 to 28'],
      [{ mostNights: '7', rollingNights: '5' }, 'Enter both numbers, or neither'],
      [{ mostNights: '7', rollingNights: '30', rollingDays: '30' }, 'Enter fewer nights than days'],
      [{ mostNights: '7', fromDay: '2026-11-21' }, 'This day is over. Choose a day still to come'],
      [{ mostNights: '7', bedId: 'nowhere' }, 'Choose a bed, or the whole house'],
    ] as const) {
      const refused = await limit(answers);
      expect([refused.status, read(page(refused), '#errors')]).toEqual([422, expect.stringContaining(words)]);
    }
    await limit({ mostNights: '5', fromDay: '2026-11-24' });
    const twice = await limit({ mostNights: '6', fromDay: '2026-11-24' });
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('there is one already')]);
    await limit({ mostNights: '4' });
    const $ = await manager.visit('/settings/limits');
    const away = $('form[action$="/take-away"]').toArray();
    expect(away).toHaveLength(1);
    expect((await manager.send($, away[0]!.attribs.action!)).status).toBe(303);
    expect(await house.rows('SELECT most_nights AS most FROM stay_limits ORDER BY from_day')).toEqual([
      { most: 7 },
      { most: 4 },
    ]);
  });

  describe('what was agreed to on the phone', () => {
    const agreed = async () => {
      await limit({ mostNights: '3' });
      const asked = await welcome({ departureDay: '2026-11-26' });
      return (await desk.send(page(asked), '/check-in', yes('The flat is ready on Thu'))).headers.location!;
    };

    it('is found by the coordinator it is said of at the next sign-in, and looked at once', async () => {
      await agreed();
      const other = await house.signIn('coordinator', 'Dana');
      expect(read(await other.visit('/'), 'aside')).not.toContain('in your name');
      expect(read(await manager.visit('/'), 'aside')).toContain('1 exception in your name');
      const $ = await manager.visit('/exceptions');
      const found = read($, 'section[aria-labelledby=next]');
      expect(found).toContain(
        'S.A. · Check-in “The flat is ready on Thu” Maple: came Sun 22 Nov, planned to Thu 26 Nov, 4 nights. Written down by Robin',
      );
      const action = $('form[action$="/look"]').attr('action')!;
      const long = await manager.send($, action, { remark: 'x'.repeat(501) });
      expect(long.status).toBe(422);
      const _csrf = String((await other.visit('/'))('[name=_csrf]').val());
      expect((await other.post(action, { _csrf })).status).toBe(404);
      expect((await manager.send(page(long), action, { remark: 'I said two nights' })).status).toBe(303);
      const after = read(await manager.visit('/exceptions'), 'main');
      expect(after).toContain('Nothing waits for you.');
      expect(after).toContain('Marlo looked at it');
      expect(after).toContain('“I said two nights”');
      expect(read(await manager.visit('/'), 'aside')).not.toContain('in your name');
    });

    it('is nothing to look at when it was undone, or when they wrote it down themselves', async () => {
      const stay = await agreed();
      await desk.send(
        await desk.visit(stay),
        (await desk.visit(stay))('form[action^="/undo/"]').attr('action')!,
      );
      desk = manager;
      await agreed();
      expect(read(await manager.visit('/exceptions'), 'main')).toContain('Nothing waits for you.');
    });

    it('is for coordinators', async () => {
      expect((await desk.get('/exceptions')).status).toBe(403);
    });
  });
});
