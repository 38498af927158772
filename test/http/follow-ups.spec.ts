import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const NUMBER = '555-0171';
const YES = { followUpConsent: 'yes', point: ['3d', '30d'], channel: 'call', detail: NUMBER };

// Set up Sun 22 November 2026, 10:40 pm in Chicago
describe('in touch after leaving (R32–R35)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
  });

  afterEach(() => house.close());

  /** Somebody comes, and leaves half an hour later with these answers. */
  async function leaves(name: string, answers: Fields = YES): Promise<string> {
    const came = await desk.fill(paths.checkIn(), { name, departureDay: '2026-11-25' });
    const stay = came.headers.location!;
    house.clock.advance({ minutes: 30 });
    const left = await desk.fill(`${stay}/departure`, {
      ending: 'planned',
      destination: 'family',
      ...answers,
    });
    expect([left.status, read(page(left), '[role=alert]')]).toEqual([303, '']);
    return stay;
  }

  async function moveTo(time: string): Promise<void> {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', `Ines at ${time}`);
  }

  const DUE = '2026-11-25T18:00:00Z'; // Wed 25, noon

  const rowOf = async (name: string) => {
    const $ = await desk.visit(paths.followUps());
    return $('main li')
      .filter((_, each) => $(each).text().includes(name))
      .first()
      .find('a')
      .attr('href')!;
  };
  const tries = (address: string, result: string, more: Fields = {}) =>
    desk.fill(address, { result, ...more }, `${address}/attempts`);
  const list = async () => read(await desk.visit(paths.followUps()), 'main');

  it('needs a yes, a moment and a way; nothing is ticked beforehand', async () => {
    const came = await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' });
    const address = `${came.headers.location}/departure`;
    const $ = await desk.visit(address);
    expect($('[name="point[]"]:checked, [name="agreed[]"]:checked, [name=channel]:checked').length).toBe(0);
    const leaving = { ending: 'planned', destination: 'family', followUpConsent: 'yes' };
    const answer = await desk.send($, address, { ...leaving, channel: 'call', detail: NUMBER });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '[role=alert]')).toContain('Tick at least one moment they want');
    const hours = await desk.send($, address, { ...leaving, ...YES, safeFrom: '17', safeTo: '10' });
    expect(read(page(hours), '[role=alert]')).toContain('Choose an hour later on the same day');
    expect(page(hours)('[name="point[]"]:checked').length).toBe(2);
    expect(page(hours)('[name=safeFrom]').val()).toBe('17');
    expect(await house.rows('SELECT * FROM consents')).toEqual([]);
  });

  it.each<Fields>([{ followUpConsent: 'no' }, { followUpConsent: 'not-asked' }, {}])(
    'nobody is on any list after %p, whatever else was filled in',
    async (answer) => {
      await leaves('Nia', { point: ['3d'], channel: 'call', detail: NUMBER, ...answer });
      await moveTo(DUE);
      expect(await list()).toContain('All quiet');
      expect(await house.rows('SELECT * FROM follow_ups')).toEqual([]);
      expect(JSON.stringify(await house.rows('SELECT * FROM consents'))).not.toContain(NUMBER);
    },
  );

  it('is due by the house calendar, and the number is shown only when it can be rung', async () => {
    await leaves('Nia');
    expect(await list()).toContain('Coming up');
    const address = await rowOf('N.');
    expect((await desk.get(address)).text).not.toContain(NUMBER);
    await moveTo('2026-11-25T15:59:00Z');
    expect(await list()).toContain('From 10 am, Wed 25');
    expect((await desk.get(address)).text).not.toContain(NUMBER);
    await moveTo(DUE);
    expect(await list()).toContain('1 to make now');
    const $ = await desk.visit(address);
    expect(read($, 'main')).toContain(NUMBER);
    expect(read($, 'main')).toContain('Withhold our number first');
    expect(read($, 'main')).toContain('Don’t say the house’s name.');
    expect(read($, 'main')).not.toContain('Left the agreed message');
    const [seen] = await house.rows(`SELECT count(*) AS seen FROM audit WHERE act = 'followUps.view'`);
    expect(seen).toEqual({ seen: 3 });
  });

  it('a try is one click, stands in the history of the stay, and proposes the next day', async () => {
    const stay = await leaves('Nia');
    await moveTo(DUE);
    const answer = await tries(await rowOf('N.'), 'no_answer');
    expect([answer.status, answer.headers.location]).toEqual([303, paths.followUps()]);
    expect(await list()).toContain('Tried Wed 25 Nov, 12 noon: no answer');
    expect(await list()).toContain('From 10 am, Thu 26');
    expect(read(await desk.visit(stay), 'main')).toContain('Tried, 3 days after leaving: no answer');
  });

  it('comes back when the guest asked for, and refuses an hour that is not safe', async () => {
    await leaves('Nia', { ...YES, safeFrom: '12', safeTo: '17' });
    await moveTo(DUE);
    const address = await rowOf('N.');
    const late = await tries(address, 'later', { nextTry: '2026-11-28T19:00' });
    expect(late.status).toBe(422);
    expect(read(page(late), '[role=alert]')).toContain('from 12 noon to 5 pm');
    expect(page(late)('[name=nextTry]').val()).toBe('2026-11-28T19:00');
    expect(await house.rows('SELECT * FROM attempts')).toEqual([]);
    expect((await tries(address, 'later', { nextTry: '2026-11-28T15:00' })).status).toBe(303);
    expect(await list()).toContain('Sat 28 Nov');
  });

  it('keeps the time a guest asked for while another follow-up of theirs is tried', async () => {
    await leaves('Nia');
    await moveTo('2026-12-23T18:00:00Z');
    const $ = await desk.visit(paths.followUps());
    const [first, second] = $('main li a')
      .toArray()
      .map((each) => String($(each).attr('href')));
    await tries(first!, 'later', { nextTry: '2026-12-30T15:00' });
    await tries(second!, 'no_answer');
    const found = await house.rows('SELECT next_try_at FROM follow_ups ORDER BY due_on');
    expect(found).toEqual([{ next_try_at: '2026-12-30T21:00:00Z' }, { next_try_at: '2026-12-24T16:00:00Z' }]);
  });

  it('waits for the guest after someone else answered: no next try, no number', async () => {
    await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    await tries(address, 'someone_else');
    expect(await list()).toContain('They will call us');
    const $ = await desk.visit(address);
    expect($.text()).not.toContain(NUMBER);
    const results = $('[name=result]')
      .toArray()
      .map((each) => $(each).attr('value'));
    expect(results).toEqual(['called_us', 'not_this_one', 'stop_all', 'died']);
    const outward = await desk.send($, `${address}/attempts`, { result: 'no_answer' });
    expect([outward.status, read(page(outward), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Choose what came of it'),
    ]);
  });

  it('stop all closes every one at once and hides the number everywhere; its undo brings back all (R24)', async () => {
    const stay = await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    await tries(address, 'stop_all');
    expect(await house.rows('SELECT DISTINCT closed_as FROM follow_ups')).toEqual([{ closed_as: 'stopped' }]);
    for (const place of [paths.followUps(), address, stay, '/']) {
      expect((await desk.get(place)).text).not.toContain(NUMBER);
    }
    const $ = await desk.visit(stay);
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    expect((await desk.send($, undo)).status).toBe(303);
    expect(await house.rows('SELECT DISTINCT closed_as FROM follow_ups')).toEqual([{ closed_as: null }]);
    expect((await desk.get(address)).text).toContain(NUMBER);
  });

  it('a number that is wrong is set aside for all of the plan, and the guest has not said stop', async () => {
    const stay = await leaves('Nia');
    await moveTo(DUE);
    const guest = String((await desk.visit(stay))('aside a[href$="/consents"]').attr('href'));
    expect((await desk.get(guest)).text).toContain(NUMBER);
    await tries(await rowOf('N.'), 'wrong_number');
    expect(read(await desk.visit(guest), 'main')).toContain('The number was set aside');
    expect((await desk.get(guest)).text).not.toContain(NUMBER);
    expect(read(await desk.visit(stay), 'main')).toContain('number set aside');
    expect((await desk.get(stay)).text).not.toContain(NUMBER);
    const found = await house.rows('SELECT closed_at, waits_since IS NOT NULL AS waits FROM follow_ups');
    expect(found).toEqual([
      { closed_at: null, waits: 1 },
      { closed_at: null, waits: 1 },
    ]);
  });

  it('closes as not reached after three tries without an answer', async () => {
    await leaves('Nia');
    for (const day of ['25', '26', '27']) {
      await moveTo(`2026-11-${day}T18:00:00Z`);
      expect((await tries(await rowOf('N.'), 'no_answer')).status).toBe(303);
    }
    const closed = await house.rows('SELECT closed_as FROM follow_ups WHERE closed_at IS NOT NULL');
    expect(closed).toEqual([{ closed_as: 'not-reached' }]);
  });

  it('“I will call you” stands on the list until thirty days after its day, and then only on its own page', async () => {
    await leaves('Gus', { ...YES, channel: 'they-call', detail: '' });
    await moveTo('2026-12-25T18:00:00Z');
    expect(await list()).toContain('until Fri 25 Dec');
    const address = await rowOf('3 days');
    await moveTo('2026-12-26T18:00:00Z');
    expect(await list()).not.toContain('3 days after leaving');
    expect(await list()).toContain('30 days after leaving');
    expect(read(await desk.visit(address), 'main')).toContain(
      'We waited until Fri 25 Dec. It is off the list',
    );
    expect((await tries(address, 'called_us')).status).toBe(303);
  });

  it('“I will call you” has no number, no hour and nothing to make', async () => {
    await leaves('Gus', { ...YES, channel: 'they-call', detail: '' });
    await moveTo(DUE);
    expect(await list()).toContain('They will call us: don’t ring G. · Maple · 3 days after leaving');
    await tries(await rowOf('G.'), 'called_us');
    expect(await house.rows('SELECT closed_as FROM follow_ups ORDER BY due_on')).toEqual([
      { closed_as: 'reached' },
      { closed_as: null },
    ]);
  });

  it('rings nobody who is staying here again', async () => {
    await leaves('Nia');
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    await moveTo(DUE);
    const address = await rowOf('N.');
    await desk.fill(paths.checkIn(), {
      name: 'Nia',
      guestId: guest!.id,
      departureDay: '2026-11-28',
      confirmNotReady: 'yes',
    });
    expect(await list()).toContain('Staying here again: ask in person');
    expect((await desk.get(address)).text).not.toContain(NUMBER);
  });

  it('shows the number nowhere on the stay, only the way and its hours', async () => {
    const stay = await leaves('Nia', { ...YES, safeFrom: '10', safeTo: '17' });
    await moveTo(DUE);
    const $ = await desk.visit(stay);
    expect(read($, 'main')).toContain('Yes. Call, 10 am to 5 pm');
    expect($.text()).not.toContain(NUMBER);
    await tries(await rowOf('N.'), 'stop_all');
    expect(read(await desk.visit(stay), 'main')).toContain('Yes, then taken back. Nobody rings');
  });

  it('can be undone where it was written, and says which try that was', async () => {
    await leaves('Nia', { ...YES });
    await moveTo(DUE);
    const address = await rowOf('N.');
    await tries(address, 'later', { nextTry: '2026-11-28T15:00' });
    await tries(address, 'called_us');
    expect(read(await desk.visit('/'), '.flash p')).toBe('Written down: they called us.');
    const $ = await desk.visit(address);
    const undo = $('main form[action^="/undo/"]');
    expect(undo.length).toBe(2);
    await desk.send($, undo.last().attr('action')!);
    expect(await list()).toContain('Sat 28 Nov');
  });

  /** The same guest comes and leaves once more. */
  async function leavesAgain(answers: Fields): Promise<string> {
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const again = { name: 'Nia', guestId: guest!.id, departureDay: '2026-11-28', confirmNotReady: 'yes' };
    const stay = (await desk.fill(paths.checkIn(), again)).headers.location!;
    house.clock.advance({ minutes: 30 });
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...answers });
    return stay;
  }
  const undoLast = async (stay: string) => {
    const $ = await desk.visit(stay);
    return desk.send($, $('main li form[action^="/undo/"]').first().attr('action')!);
  };
  const openOnes = () =>
    house.rows(`SELECT point FROM follow_ups f JOIN consents c ON c.id = f.consent_id
      WHERE f.closed_at IS NULL AND c.withdrawn_at IS NULL`);

  it('a later no ends what was agreed before; when it was a slip, that stands again (R32, R35)', async () => {
    await leaves('Nia');
    const stay = await leavesAgain({ followUpConsent: 'no' });
    expect(await openOnes()).toEqual([]);
    expect(await list()).toContain('All quiet');
    await undoLast(stay);
    expect(await openOnes()).toHaveLength(2);
  });

  it('not asked at a later leaving ends nothing', async () => {
    await leaves('Nia');
    await leavesAgain({ followUpConsent: 'not-asked' });
    expect(await openOnes()).toHaveLength(2);
  });

  it('what an undone leaving agreed to stays gone, though a stop is undone after it (R24)', async () => {
    const first = await leaves('Nia');
    const second = await leavesAgain(YES);
    const ofFirst = await house.rows<{ id: string }>(
      `SELECT id FROM follow_ups WHERE stay_id = '${first.split('/')[2]}' AND point = '3d'`,
    );
    await tries(paths.followUp(ofFirst[0]!.id), 'stop_all');
    await undoLast(second);
    await undoLast(first);
    const open = await house.rows(
      `SELECT DISTINCT f.stay_id FROM follow_ups f JOIN consents c ON c.id = f.consent_id
        WHERE f.closed_at IS NULL AND c.withdrawn_at IS NULL`,
    );
    expect(open).toEqual([{ stay_id: first.split('/')[2] }]);
    const undone = await house.rows(
      `SELECT DISTINCT f.closed_as, c.withdrawn_at IS NOT NULL AS gone FROM follow_ups f
        JOIN consents c ON c.id = f.consent_id WHERE f.stay_id = '${second.split('/')[2]}'`,
    );
    expect(undone).toEqual([{ closed_as: 'undone', gone: 1 }]);
  });

  it('a number that is not theirs is not theirs under another yes either (R34)', async () => {
    await leaves('Nia');
    await leavesAgain({ ...YES, detail: '555 0171' });
    await moveTo(DUE);
    await tries(await rowOf('N.'), 'someone_else_stop');
    const found = await house.rows('SELECT set_aside_by IS NOT NULL AS aside FROM consents');
    expect(found).toEqual([{ aside: 1 }, { aside: 1 }]);
    expect(await list()).toContain('Nothing to call now');
  });

  it('goes with the leaving when that is undone, but not after a try (R24)', async () => {
    const stay = await leaves('Nia');
    const undoOf = async () => {
      const $ = await desk.visit(stay);
      return desk.send($, $('form[action^="/undo/"]').last().attr('action')!);
    };
    await undoOf();
    expect(await house.rows('SELECT DISTINCT closed_as FROM follow_ups')).toEqual([{ closed_as: 'undone' }]);
    expect(await list()).toContain('All quiet');
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...YES });
    await tries(await rowOf('N.'), 'called_us');
    const closed = await house.rows('SELECT closed_as, count(*) AS n FROM follow_ups GROUP BY 1 ORDER BY 1');
    expect(closed).toEqual([
      { closed_as: null, n: 1 },
      { closed_as: 'reached', n: 1 },
      { closed_as: 'undone', n: 2 },
    ]);
    expect((await desk.get(stay)).text).toContain('Something else was done here since then');
  });

  it('two desks that try at once: one try, the other sees it first (R26)', async () => {
    await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    const other = await house.signIn('staff', 'Theo');
    const pages = await Promise.all([desk.visit(address), other.visit(address)]);
    const answers = await Promise.all([
      desk.send(pages[0], `${address}/attempts`, { result: 'no_answer' }),
      other.send(pages[1], `${address}/attempts`, { result: 'talked' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await house.rows('SELECT * FROM attempts')).toHaveLength(1);
  });

  it('keeps what was begun while the screen is covered, under its own name on the board (R31)', async () => {
    await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    const fields = fieldsOf(await desk.visit(address), `${address}/attempts`);
    await desk.post('/curtain', { ...fields, nextTry: '2026-11-28T15:00' });
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    expect(read(await desk.visit('/'), 'aside')).toContain('A follow-up, begun');
    expect((await desk.visit(address))('[name=nextTry]').val()).toBe('2026-11-28T15:00');
  });

  it('is one try however often the button is pressed', async () => {
    await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    const $ = await desk.visit(address);
    const sent = Array.from({ length: 5 }, () => desk.send($, `${address}/attempts`, { result: 'talked' }));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(await house.rows('SELECT * FROM attempts')).toHaveLength(1);
  });

  it('says 404 for one that is not there, and writes nothing on one that is closed', async () => {
    await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    await tries(address, 'talked');
    const $ = await desk.visit(address);
    expect($('form#kept').length).toBe(0);
    const _csrf = String($('[name=_csrf]').first().val());
    expect((await desk.post(`${address}/attempts`, { _csrf, result: 'no_answer' })).status).toBe(409);
    expect((await desk.get('/follow-ups/none')).status).toBe(404);
    expect((await desk.post('/follow-ups/none/attempts', { _csrf, result: 'talked' })).status).toBe(404);
  });

  it('known to have died: nobody rings, and the page asks who else should know', async () => {
    const stay = await leaves('Nia');
    await moveTo(DUE);
    const address = await rowOf('N.');
    const answer = await tries(address, 'died');
    expect([answer.status, answer.headers.location]).toEqual([303, address]);
    const $ = await desk.visit(address);
    expect(read($, '[aria-labelledby=who-else]')).toContain('You are not alone with this. Ring');
    expect($('[aria-labelledby=who-else] a').first().attr('href')).toBe(`${stay}/death`);
    expect($.text()).not.toContain(NUMBER);
    expect(await house.rows('SELECT DISTINCT closed_as FROM follow_ups')).toEqual([{ closed_as: 'died' }]);
  });

  it('says that others use the phone, and which language to use', async () => {
    const stay = await leaves('Nia', { followUpConsent: 'no' });
    house.clock.advance({ minutes: 2 });
    const guest = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
    const said = { channel: 'call', detail: NUMBER, sharedPhone: 'yes', language: 'Spanish' };
    await desk.fill(paths.consentsTo(guest, 'follow-up'), said, paths.consents(guest));
    await desk.fill(`${stay}/follow-up-plan`, { 'point[]': ['3d'], channel: 'call' });
    await moveTo(DUE);
    expect(read(await desk.visit(await rowOf('N.')), 'main')).toContain(
      'Others use this phone too. Language: Spanish.',
    );
  });

  describe('the list', () => {
    const part = async (query: string) => read(await desk.visit(`/follow-ups?${query}`), 'main');

    it('is filtered by flat words in the address, without a name', async () => {
      await leaves('Nia');
      await leaves('Gil', { ...YES, channel: 'they-call' });
      await leaves('Moe', { ...YES, point: ['30d'] });
      await moveTo(DUE);
      await tries(await rowOf('N.'), 'no_answer');
      expect(await part('part=due')).toContain('N.');
      expect(await part('part=due')).not.toMatch(/G\.|M\./);
      expect(await part('part=week')).toMatch(/N\./);
      expect(await part('part=week')).not.toMatch(/G\.|M\./);
      expect(await part('part=waiting')).toContain('G.');
      expect(await part('part=waiting')).not.toMatch(/N\.|M\./);
      expect(await part('part=done')).toContain('All quiet. Nothing here.');
      const $ = await desk.visit('/follow-ups?part=week&whose=mine');
      expect(read($, 'main')).toContain('Nothing here was asked of you.');
      const links = $('main nav a, main p a')
        .toArray()
        .map((each) => String($(each).attr('href')));
      expect(links.every((href) => /^\/follow-ups\?part=[a-z]+(&whose=mine)?$/.test(href))).toBe(true);
      expect($('[aria-current=page]').last().text()).toBe('This week');
    });

    it('shows for 30 days what is done, and who was last reached when; never what was stopped', async () => {
      await leaves('Nia');
      await leaves('Moe', { ...YES, detail: '555-0199' });
      await moveTo(DUE);
      await tries(await rowOf('N.'), 'talked');
      await tries(await rowOf('M.'), 'stop_all');
      expect(await part('part=done')).toContain('Reached, Wed 25 Nov');
      expect(await part('part=done')).not.toContain('M.');
      await moveTo('2026-12-22T18:00:00Z');
      expect(await part('part=due')).toContain('Last reached Wed 25 Nov, 12 noon');
      expect(await part('part=done')).toContain('Reached, Wed 25 Nov');
      await moveTo('2026-12-26T18:00:00Z');
      expect(await part('part=done')).not.toContain('Reached');
    });
  });
});
