import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const NINE_REFUSED = Array.from({ length: 9 }, () => 409);

/** Sun 22 Nov 2026, 5 pm at UTC-6. */
const AT_FIVE = '2026-11-22T23:00:00Z';
const at = (clock: string) => `2026-11-22T${clock}-06:00`;

describe('a bed kept for somebody until an hour (R14)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch', startAt: AT_FIVE });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  const linkOf = async (bed: string, words: string): Promise<string> => {
    const $ = await desk.visit('/');
    const link = $(`[data-bed="${bed}"] a`).filter((_, each) => $(each).text().startsWith(words));
    return String(link.attr('href'));
  };

  /** Keeps Maple for Dara until 6 pm, by the link on the board. */
  async function keep(answers: Record<string, string> = {}): Promise<string> {
    const all = { guestName: 'Dara', keepUntil: '2026-11-22T18:00', nights: '3', ...answers };
    const answer = await desk.fill(await linkOf('Maple', 'Keep it for someone'), all, '/holds');
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  }

  const maple = async () => {
    const $ = await desk.visit('/');
    const card = '[data-bed="Maple"]';
    return { status: $(card).attr('data-status'), words: read($, `${card} p`), free: read($, 'h1') };
  };

  /** A desk nobody used for two hours has signed itself out. */
  async function comeBackAt(clock: string): Promise<void> {
    house.clock.moveTo(at(clock));
    desk = await house.signIn();
  }

  const holds = () => house.rows('SELECT ending, version FROM holds');

  it('is kept at 5:59 pm and free at 6 pm, with no write in between', async () => {
    await keep();
    expect(await maple()).toMatchObject({
      status: 'arriving',
      words: 'Kept for D. until 6 pm. Would leave Wed 25 Nov.',
      free: 'Beds: 2 free now',
    });
    house.clock.moveTo(at('17:59'));
    expect((await maple()).status).toBe('arriving');
    house.clock.moveTo(at('18:00'));
    const before = await holds();
    expect(await maple()).toMatchObject({ status: 'free', free: 'Beds: 3 free now' });
    expect(before).toEqual([{ ending: null, version: 1 }]);
    // The next act settles it, and the board says the same
    const shown = await maple();
    await desk.fill('/notes', { text: 'Bins out', lives: 'shift' });
    expect(await holds()).toEqual([{ ending: 'lapsed', version: 2 }]);
    expect(await maple()).toEqual(shown);
  });

  it('is checked in from in two clicks, and used up by it', async () => {
    await keep();
    const link = await linkOf('Maple', 'Check in');
    const answer = await desk.fill(link, {}, '/check-in');
    expect(answer.status).toBe(303);
    expect(await holds()).toEqual([{ ending: 'used', version: 2 }]);
    expect(
      await house.rows(
        `SELECT guests.name, planned_day AS day, beds.name AS bed FROM stays JOIN guests ON guests.id = guest_id
          JOIN bed_segments part ON part.stay_id = stays.id JOIN beds ON beds.id = bed_id`,
      ),
    ).toEqual([{ name: 'Dara', day: '2026-11-25', bed: 'Maple' }]);
    expect((await maple()).status).toBe('staying');
  });

  it('writes down the hour, the nights and the reason, and says them on its own page', async () => {
    const path = await keep({ reason: 'Comes by the late bus', keepUntil: '' });
    const $ = await desk.visit(path);
    expect(read($, 'h1')).toBe('Maple is kept for D.');
    expect(read($, '.lead')).toBe('Sun 22 Nov to Wed 25 Nov, 3 nights · kept until Sun 22 Nov, 11 pm');
    expect(read($, 'main')).toContain('Comes by the late bus');
    expect(read($, 'main')).not.toContain('Dara');
    expect($('title').text()).not.toContain('D');
  });

  it('asks from an hour before: keep longer or let go, each in one click', async () => {
    const path = await keep();
    house.clock.moveTo(at('16:59'));
    expect(read(await desk.visit('/'), '[data-bed="Maple"] form button')).toBe('');
    house.clock.moveTo(at('17:00'));
    expect((await desk.fill('/', {}, `${path}/keep-until`)).status).toBe(303);
    expect((await maple()).words).toContain('Kept for D. until 7 pm.');
    house.clock.moveTo(at('18:00'));
    expect((await desk.fill('/', {}, `${path}/let-go`)).headers.location).toBe('/');
    expect((await maple()).status).toBe('free');
  });

  it('and to ring, where they said how to reach them: the number stands on its page alone', async () => {
    await keep({ reach: '555-0182, ask for Dara' });
    house.clock.moveTo(at('16:59'));
    expect((await desk.visit('/'))('[data-bed="Maple"] a[href$="#ring"]').length).toBe(0);
    house.clock.moveTo(at('17:00'));
    const board = await desk.visit('/');
    expect(read(board, 'main')).not.toContain('555-0182');
    const $ = await desk.visit(board('[data-bed="Maple"] a[href$="#ring"]').attr('href')!);
    expect(read($, '#ring')).toBe('Ring them: 555-0182, ask for Dara');
    expect((await desk.fill('/holds/new', { reach: '5'.repeat(101) }, '/holds')).status).toBe(422);
  });

  it('takes the number along that was said on the phone', async () => {
    const rang = { outcome: 'coming', name: 'Kim', ringOther: '2026-11-23T09:00', reach: '555-0199' };
    await desk.fill('/calls', rang);
    const calls = await desk.visit('/calls');
    const from = calls('[aria-labelledby=to-ring] a').attr('href')!;
    const [cedar] = await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = 'Cedar'`);
    const kept = await desk.fill(from, { bedId: cedar!.id }, '/holds');
    expect(read(await desk.visit(kept.headers.location!), '#ring')).toBe('Ring them: 555-0199');
  });

  it('keeps the bed until its hour when somebody notes that they didn’t come (yet)', async () => {
    const path = await keep();
    await desk.fill(path, { reason: 'Rang, nobody answered' }, `${path}/did-not-come`);
    expect((await maple()).status).toBe('arriving');
    const $ = await desk.visit(path);
    expect(read($, 'main li')).toContain('Didn’t come (yet)');
    expect(read($, 'main li')).toContain('Rang, nobody answered');
  });

  it.each([
    ['its hour passed', (path: string) => comeBackAt('19:00').then(() => path)],
    [
      'it was let go',
      async (path: string) => {
        await desk.fill(path, { reason: 'Rang: not coming' }, `${path}/let-go`);
        return path;
      },
    ],
  ])('welcomes them from the same page after %s', async (_, end) => {
    const path = await end(await keep());
    const link = (await desk.visit(path))('a.btn').attr('href')!;
    expect((await desk.fill(link, { departureDay: '2026-11-25' }, '/check-in')).status).toBe(303);
    expect(await house.rows('SELECT name FROM guests')).toEqual([{ name: 'Dara' }]);
  });

  it('offers them a free bed when theirs was given to somebody else meanwhile', async () => {
    const path = await keep();
    await comeBackAt('19:00');
    const other = { name: 'Sam', departureDay: '2026-11-24' };
    expect((await desk.fill('/check-in', other)).status).toBe(303);
    const $ = await desk.visit(path);
    expect(read($, 'h2#others')).toBe('Maple is taken just now. Free:');
    const answer = await desk.fill($('a.btn').first().attr('href')!, {}, '/check-in');
    expect(answer.status).toBe(303);
    expect((await desk.visit('/'))('[data-bed="Cedar"]').attr('data-status')).toBe('staying');
  });

  const bedId = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;

  it('refuses a check-in without it, by name, and offers to use it', async () => {
    await keep();
    const wanted = { name: 'Sam', bedId: await bedId('Maple'), departureDay: '2026-11-24' };
    const answer = await desk.fill('/check-in', wanted);
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, 'h1')).toBe('Maple: Kept for D. until 6 pm');
    expect(read($, 'main')).toContain('Maple is held for D. from Sun 22 Nov to Wed 25 Nov.');
    expect(read($, '#kept-for + form button')).toBe('Yes, welcome D.');
    expect(await house.rows('SELECT id FROM stays')).toEqual([]);
  });

  it('is used up when they choose another bed, and no other hold with it', async () => {
    await keep();
    const cedar = await linkOf('Cedar', 'Keep it for someone');
    await desk.fill(cedar, { guestName: 'Noor' }, '/holds');
    const from = await linkOf('Maple', 'Check in');
    const answer = await desk.fill(from, { bedId: await bedId('Birch') }, '/check-in');
    expect(answer.status).toBe(303);
    expect(await house.rows('SELECT guest_name AS name, ending FROM holds ORDER BY name')).toEqual([
      { name: 'Dara', ending: 'used' },
      { name: 'Noor', ending: null },
    ]);
    expect((await maple()).status).toBe('free');
    const again = await desk.fill(from, { bedId: await bedId('Maple') }, '/check-in');
    expect(again.status).toBe(409);
    expect(read(page(again), '#errors')).toContain('was welcomed already');
  });

  it('holds the coming night of a bed whose guest leaves on that day (R6)', async () => {
    await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-23' });
    house.clock.moveTo('2026-11-23T16:00:00Z');
    desk = await house.signIn();
    await keep({ keepUntil: '2026-11-23T20:00' });
    const { status, words } = await maple();
    expect(status).toBe('staying');
    expect(words).toContain('Kept for D. until 8 pm.');
    expect(await linkOf('Maple', 'Check in')).toBe('undefined');
  });

  it('is refused for a bed that is taken, with every answer kept, and one click keeps a free one', async () => {
    await keep();
    const wanted = { guestName: 'Noor', nights: '2', reason: 'Rang at five', bedId: await bedId('Maple') };
    const answer = await desk.fill('/holds/new', wanted, '/holds');
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain('Maple is held for D. from Sun 22 Nov to Wed 25 Nov.');
    const kept = ['guestName', 'nights', 'reason'].map((name) => String($(`[name=${name}]`).val()).trim());
    expect(kept).toEqual(['Noor', '2', 'Rang at five']);
    const button = $('button[name=useBed]').first();
    expect(button.text()).toBe('Keep Cedar');
    expect((await desk.send($, '/holds', { useBed: String(button.val()) })).status).toBe(303);
    expect(read(await desk.visit('/'), '[data-bed="Cedar"] p')).toContain('Kept for N. until 11 pm');
  });

  it.each([
    ['an hour that is past', { keepUntil: '2026-11-22T16:59' }, 'keepUntil', 'still to come'],
    ['an hour after the nights', { keepUntil: '2026-11-25T04:00' }, 'keepUntil', 'nights are over'],
    ['a night that is over', { firstNight: '2026-11-21', keepUntil: '' }, 'firstNight', 'over'],
    ['no night', { nights: '0' }, 'nights', 'at least one night'],
    ['no bed', { bedId: '' }, 'bedId', 'Choose a bed'],
  ])('asks again for %s', async (_, answers, field, words) => {
    const all = { bedId: await bedId('Maple'), nights: '3', ...answers };
    const answer = await desk.fill('/holds/new', all, '/holds');
    expect(answer.status).toBe(422);
    expect(read(page(answer), `#${field}-error`)).toContain(words);
    expect(await holds()).toEqual([]);
  });

  describe('undone (R24)', () => {
    const undo = async () => {
      const $ = await desk.visit('/');
      const action = String($('form[action^="/undo/"]').first().attr('action'));
      return desk.send($, action);
    };
    const times = () => house.rows('SELECT ending, keep_until AS until FROM holds');
    const AT_SIX = '2026-11-23T00:00:00Z';

    it('a hold keeps nothing and counts nowhere', async () => {
      await keep();
      expect((await undo()).status).toBe(303);
      expect(await times()).toEqual([{ ending: 'undone', until: AT_SIX }]);
      expect((await maple()).status).toBe('free');
    });

    it('a letting go gives it back, unless a night of it was given since', async () => {
      const path = await keep();
      await desk.fill(path, {}, `${path}/let-go`);
      expect((await undo()).headers.location).toBe(path);
      expect(await times()).toEqual([{ ending: null, until: AT_SIX }]);
      await desk.fill(path, {}, `${path}/let-go`);
      const $ = await desk.visit('/');
      const action = String($('form[action^="/undo/"]').first().attr('action'));
      await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-24' });
      const answer = await desk.send($, action);
      expect(answer.status).toBe(409);
      expect(await times()).toEqual([{ ending: 'let-go', until: AT_SIX }]);
    });

    it('a check-in gives back what it used up, with the hour it had', async () => {
      await keep();
      await desk.fill(await linkOf('Maple', 'Check in'), {}, '/check-in');
      expect((await undo()).status).toBe(303);
      expect(await times()).toEqual([{ ending: null, until: AT_SIX }]);
      expect(await maple()).toMatchObject({ status: 'arriving' });
    });

    it('a check-in undone after the hour gives back nothing, and nobody is in its way', async () => {
      await keep();
      await desk.fill(await linkOf('Maple', 'Check in'), {}, '/check-in');
      house.clock.moveTo(at('18:30'));
      expect((await undo()).status).toBe(303);
      expect(await times()).toEqual([{ ending: 'lapsed', until: AT_SIX }]);
      expect((await maple()).status).toBe('free');
    });

    it('is refused once their guest was welcomed', async () => {
      await keep();
      const $ = await desk.visit('/');
      await desk.fill(await linkOf('Maple', 'Check in'), {}, '/check-in');
      const answer = await desk.send($, String($('form[action^="/undo/"]').first().attr('action')));
      expect(answer.status).toBe(409);
    });
  });

  it('is handed over: what is kept, what ended by itself and why', async () => {
    await keep();
    const shift = async () => read(await desk.visit('/shift'), '[aria-labelledby=happened] li');
    expect(await shift()).toContain('Maple · Kept for D. until 6 pm.');
    house.clock.moveTo(at('22:30'));
    desk = await house.signIn();
    // Also to the shift after the one in which its hour came
    expect(await shift()).toContain('Kept for D. until 6 pm. That hour came, so it is kept no more.');
    house.clock.moveTo('2026-11-23T15:00:00Z');
    desk = await house.signIn();
    expect(await shift()).toBe('');
  });

  it('is kept again from its page while the nights are free', async () => {
    const path = await keep();
    house.clock.moveTo(at('18:00'));
    const again = { keepUntil: '2026-11-22T23:30' };
    expect((await desk.fill(path, again, `${path}/keep-until`)).status).toBe(303);
    expect((await maple()).words).toContain('Kept for D. until 11:30 pm.');
    await comeBackAt('23:30');
    await desk.fill('/check-in', { name: 'Sam', departureDay: '2026-11-24' });
    const answer = await desk.fill(path, { keepUntil: '2026-11-23T02:00' }, `${path}/keep-until`);
    expect(answer.status).toBe(409);
    expect(read(page(answer), '[role=alert]')).toContain('Maple is taken by S.');
  });

  describe('at once (P8)', () => {
    it('ten desks keep one bed: one has it, nine are offered the free ones with every answer kept', async () => {
      const id = await bedId('Maple');
      const sheets = await Promise.all(
        Array.from({ length: 10 }, () => desk.visit(`/holds/new?bed=${id}&from=2026-11-22`)),
      );
      const answers = await Promise.all(
        sheets.map(($, index) =>
          desk.send($, '/holds', { guestName: `Guest ${index}`, reason: `No. ${index}` }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...NINE_REFUSED]);
      answers.forEach((answer, index) => {
        if (answer.status === 303) return;
        const $ = page(answer);
        expect(String($('[name=guestName]').val())).toBe(`Guest ${index}`);
        expect(String($('[name=reason]').val()).trim()).toBe(`No. ${index}`);
        expect(read($, 'button[name=useBed]')).toBe('Keep CedarKeep Birch');
      });
      expect(await house.rows('SELECT count(*) AS nights FROM bed_nights')).toEqual([{ nights: 1 }]);
    });

    it('a check-in and a hold: one of them has the bed', async () => {
      const id = await bedId('Maple');
      const pairs = await Promise.all(
        Array.from({ length: 5 }, () =>
          Promise.all([desk.visit(`/holds/new?bed=${id}`), desk.visit(`/check-in?bed=${id}`)]),
        ),
      );
      const answers = await Promise.all(
        pairs.flatMap(([held, welcomed], index) => [
          desk.send(held, '/holds', { guestName: `Guest ${index}` }),
          desk.send(welcomed, '/check-in', { name: `Guest ${index}`, departureDay: '2026-11-24' }),
        ]),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, ...NINE_REFUSED]);
    });
  });
});
