import type { Response } from 'supertest';
import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const WHY = { reason: 'repair', note: 'The heater is cold' };

/** Sun 22 Nov 2026, 10:40 pm: Maple and Fern in the garden room, Cedar and Birch on their own. */
describe('beds out of use (R11)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    await house.write((tx) =>
      tx.query(`UPDATE beds SET room = 'Garden room' WHERE name IN ('Maple', 'Fern')`),
    );
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const bed = async (name: string) =>
    (await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = '${name}'`))[0]!.id;
  const card = async (name: string) => {
    const $ = await desk.visit('/');
    return { status: $(`[data-bed="${name}"]`).attr('data-status'), words: read($, `[data-bed="${name}"]`) };
  };
  const closeNow = async (name: string, answers = {}, at = desk) =>
    at.fill(paths.closeNow(await bed(name)), { ...WHY, ...answers });
  const closureOf = async (name: string) =>
    (await house.rows<{ id: string }>(`SELECT id FROM closures WHERE bed_id = '${await bed(name)}'`))[0]!.id;
  const nightsOf = async (name: string) =>
    (
      await house.rows<{ count: number }>(
        `SELECT count(*) AS count FROM bed_nights WHERE bed_id = '${await bed(name)}'`,
      )
    )[0]!.count;
  const plan = async (at: Desk, name: string, answers: object) => {
    const id = await bed(name);
    return at.fill(paths.bed(id), { ...WHY, ...answers }, paths.bedClosures(id));
  };
  const main = (answer: Response) => read(page(answer), 'main');

  it('closes a bed from the board in three steps, until someone opens it, and tells nobody why', async () => {
    const board = await desk.visit('/');
    const form = String(board('[data-bed="Maple"] a:contains("Close")').attr('href'));
    const done = await desk.fill(form, WHY);
    expect([done.status, done.headers.location]).toEqual([303, '/']);
    const { status, words } = await card('Maple');
    expect(status).toBe('closed');
    expect(words).toContain('Not in use Until someone opens it.');
    expect(words).not.toMatch(/heater|broken/i);
    expect(await nightsOf('Maple')).toBe(400);
    expect(read(await desk.visit('/shift'), 'main')).toContain('Not in use until someone opens it');
    expect(read(await desk.visit('/beds/print'), '[data-bed="Maple"]')).not.toMatch(/heater|broken/);
  });

  it('is undone with its room in one step, and closes a room or nothing', async () => {
    const done = await closeNow('Fern', { room: 'yes' });
    expect(done.status).toBe(303);
    expect([(await card('Maple')).status, (await card('Fern')).status]).toEqual(['closed', 'closed']);
    expect(
      (await desk.fill('/', {}, String((await desk.visit('/'))('form[action^="/undo/"]').attr('action'))))
        .status,
    ).toBe(303);
    expect([(await card('Maple')).status, (await card('Fern')).status]).toEqual(['free', 'free']);
    expect([await nightsOf('Maple'), await nightsOf('Fern')]).toEqual([0, 0]);
    await desk.fill('/check-in', {
      name: 'Sam Rivers',
      bedId: await bed('Maple'),
      departureDay: '2026-11-25',
    });
    const refused = await closeNow('Fern', { room: 'yes' });
    expect(refused.status).toBe(409);
    expect((await card('Fern')).status).toBe('free');
  });

  it('planned by a coordinator is not for staff to undo (R11)', async () => {
    const dana = await house.signIn('coordinator');
    await plan(dana, 'Cedar', { firstNight: '2026-11-25', lastNight: '2026-11-27' });
    const [act] = await house.rows<{ id: string }>(`SELECT id FROM acts WHERE kind = 'bed.closed'`);
    const drawn = async (who: Desk) => (await who.visit('/'))('[aria-labelledby=done] form').length;
    expect([await drawn(desk), await drawn(dana)]).toEqual([0, 1]);
    await closeNow('Maple');
    expect(await drawn(desk)).toBe(1);
    const by = async (who: Desk) =>
      who.post(`/undo/${act!.id}`, { _csrf: String((await who.visit('/me'))('[name=_csrf]').val()) });
    const refused = await by(desk);
    expect([refused.status, read(page(refused), 'main')]).toEqual([
      409,
      expect.stringContaining('A coordinator planned this'),
    ]);
    expect((await by(dana)).status).toBe(303);
  });

  it('is undone, also when the bed was kept for nights after it meanwhile (R24)', async () => {
    await closeNow('Fern', { lastNight: '2026-11-24' });
    const undo = String((await desk.visit('/'))('form[action^="/undo/"]').attr('action'));
    const kept = { bedId: await bed('Fern'), firstNight: '2026-11-26', nights: '1' };
    expect((await desk.fill('/holds/new', kept, '/holds')).status).toBe(303);
    expect((await desk.fill('/', {}, undo)).status).toBe(303);
    expect((await card('Fern')).status).toBe('free');
  });

  it('never closes over a guest in the house, and says that they can move first', async () => {
    const stay = (
      await desk.fill('/check-in', {
        name: 'Sam Rivers',
        bedId: await bed('Maple'),
        departureDay: '2026-11-23',
      })
    ).headers.location!;
    const refused = await closeNow('Maple');
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('S.R. is in Maple, to leave Mon 23 Nov.');
    expect(main(refused)).toContain('They can move to another bed first. Free now: Cedar, Birch, Fern.');
    expect(page(refused)(`a[href="${stay}"]`)).toHaveLength(1);
    expect(page(refused)('#note').text()).toContain(WHY.note);
    // Also on the day they leave, while they are still here
    house.clock.moveTo('2026-11-23T16:00:00Z');
    desk = await house.signIn();
    expect((await closeNow('Maple')).status).toBe(409);
  });

  it('names every hold and stay in the way, each with what can be done, and up to when it could be closed', async () => {
    const bedId = await bed('Maple');
    await house.write(async (tx) => {
      await tx.query(`INSERT INTO claims VALUES ('h', 'hold', ?, NULL, '2026-11-25', '2026-11-27')`, [bedId]);
      await tx.query(
        `INSERT INTO holds VALUES ('h', ?, 'Dee Dawn', NULL, '2026-11-25', '2026-11-27', '2026-11-26T04:00:00Z', NULL, ?,
          '2026-11-22T15:00:00Z', NULL, NULL, NULL, 1, NULL)`,
        [bedId, desk.person.id],
      );
      await tx.query(`INSERT INTO claims VALUES ('c', 'closure', ?, NULL, '2026-12-01', '2026-12-03')`, [
        bedId,
      ]);
    });
    const refused = await closeNow('Maple');
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('Maple is held for D.D. from Wed 25 Nov to Fri 27 Nov.');
    expect(main(refused)).toContain('Maple is not in use from Tue 1 Dec to Thu 3 Dec.');
    expect(main(refused)).toContain('up to the night of Tue 24');
    expect(page(refused)('a[href="/holds/h"]')).toHaveLength(1);
    expect((await closeNow('Maple', { lastNight: '2026-11-24' })).status).toBe(303);
    expect((await card('Maple')).words).toContain('Until Wed 25 Nov');
  });

  it.each([
    ['nothing said', { reason: '', note: '' }, '#reason-error', 'Choose a reason'],
    ['no words', { note: ' ' }, '#note-error', 'Write a few words'],
    ['a last night that is over', { lastNight: '2026-11-21' }, '#lastNight-error', 'comes before the first'],
    ['a last night far away', { lastNight: '2028-01-01' }, '#lastNight-error', 'within 400 days'],
    ['no day', { lastNight: 'soon' }, '#lastNight-error', 'Enter a day'],
  ])('asks again beside the question: %s', async (_, answers, place, words) => {
    const answer = await closeNow('Maple', answers);
    expect(answer.status).toBe(422);
    expect(read(page(answer), place)).toContain(words);
  });

  it('is topped up as days go by (R12)', async () => {
    await closeNow('Maple');
    const last = () =>
      house.rows(
        `SELECT max(night) AS night FROM bed_nights JOIN beds ON beds.id = bed_id WHERE name = 'Maple'`,
      );
    expect(await last()).toEqual([{ night: '2027-12-26' }]);
    house.clock.advance({ days: 3 });
    desk = await house.signIn();
    expect(await last()).toEqual([{ night: '2027-12-29' }]);
  });

  it('waits for a coordinator’s look, on the shift page and on the bed’s own, until the button is pressed', async () => {
    await closeNow('Maple');
    const dana = await house.signIn('coordinator', 'Dana');
    const path = paths.bed(await bed('Maple'));
    const shift = await dana.visit('/shift');
    expect(read(shift, 'main')).toContain('No coordinator has looked at it yet');
    expect(shift(`main a[href="${path}"]`)).toHaveLength(1);
    expect((await desk.visit('/shift'))(`main a[href="${path}"]`)).toHaveLength(0);
    const $ = await dana.visit(path);
    expect(read($, 'main')).toContain('Rosa closed this bed on shift');
    expect(read($, 'main')).toContain('Something is broken');
    expect(read($, 'main')).toContain(WHY.note);
    expect(read(await dana.visit('/shift'), 'main')).toContain('No coordinator has looked at it yet');
    expect((await dana.send($, paths.closureSeen(await closureOf('Maple')))).status).toBe(303);
    expect(read(await dana.visit(path), 'main')).toContain('looked at by Dana');
    expect(read(await dana.visit('/shift'), 'main')).not.toContain('No coordinator has looked');
  });

  it('is planned, changed with a line from what to what, left alone by an unchanged save, and cancelled with a note', async () => {
    const dana = await house.signIn('coordinator', 'Dana');
    const made = await plan(dana, 'Cedar', { firstNight: '2026-11-25', lastNight: '2026-11-27' });
    expect(made.status).toBe(303);
    expect(await nightsOf('Cedar')).toBe(3);
    const id = await closureOf('Cedar');
    const lines = () => house.rows(`SELECT kind FROM acts WHERE bed_id IS NOT NULL`);
    const before = await lines();
    expect((await dana.fill(paths.changeClosure(id))).status).toBe(303);
    expect(await lines()).toEqual(before);
    expect(
      (await dana.fill(paths.changeClosure(id), { lastNight: '2026-11-28', reason: 'deep_clean' })).status,
    ).toBe(303);
    const $ = await dana.visit(paths.bed(await bed('Cedar')));
    expect(read($, 'main')).toContain(
      'Changed: last night Fri 27 Nov → Sat 28 Nov; why Something is broken → Deep cleaning',
    );
    expect(await nightsOf('Cedar')).toBe(4);
    const empty = await dana.fill(paths.cancelClosure(id), { note: ' ' });
    expect([empty.status, read(page(empty), '#note-error')]).toEqual([
      422,
      'Error: Write why, in a few words',
    ]);
    expect((await dana.fill(paths.cancelClosure(id), { note: 'They come next year' })).status).toBe(303);
    expect(await nightsOf('Cedar')).toBe(0);
    expect((await dana.fill(paths.cancelClosure(id), { note: 'Again' })).status).toBe(422);
  });

  it('keeps the nights that were closed when the bed is used again', async () => {
    await closeNow('Cedar');
    house.clock.advance({ days: 2 });
    const dana = await house.signIn('coordinator', 'Dana');
    const id = await closureOf('Cedar');
    expect(read(await dana.visit(paths.cancelClosure(id)), 'h1')).toBe('Use Cedar again');
    expect((await dana.fill(paths.cancelClosure(id), { note: 'Mended' })).status).toBe(303);
    expect(await nightsOf('Cedar')).toBe(2);
    expect((await dana.visit('/'))('[data-bed="Cedar"]').attr('data-status')).toBe('free');
  });

  it('refuses a change over somebody else’s nights, and one made on an older page', async () => {
    const dana = await house.signIn('coordinator', 'Dana');
    await plan(dana, 'Cedar', { firstNight: '2026-11-24', lastNight: '2026-11-24' });
    const id = await closureOf('Cedar');
    const old = await dana.visit(paths.changeClosure(id));
    await desk.fill('/check-in', {
      name: 'Sam Rivers',
      bedId: await bed('Cedar'),
      departureDay: '2026-11-24',
    });
    const taken = await dana.fill(paths.changeClosure(id), { firstNight: '2026-11-23' });
    expect(taken.status).toBe(409);
    expect(main(taken)).toContain('Cedar is taken by S.R. from Sun 22 Nov to Tue 24 Nov.');
    expect(page(taken)('#firstNight').val()).toBe('2026-11-23');
    await dana.fill(paths.changeClosure(id), { note: 'Later' });
    const late = await dana.send(old, paths.changeClosure(id), { note: 'Earlier' });
    expect(late.status).toBe(409);
    expect([read(page(late), '#kept-now'), page(late)('#note').text().trim()]).toEqual([
      'Kept now',
      'Earlier',
    ]);
  });

  it('refuses a change past the last night the bed is in use (R12, R13)', async () => {
    const manager = await house.signIn('manager', 'Marta B');
    await plan(manager, 'Cedar', { firstNight: '2026-11-24', lastNight: '2026-11-24' });
    const setting = paths.bedSetting(await bed('Cedar'));
    expect((await manager.fill(setting, { lastNight: '2026-11-26' })).status).toBe(303);
    const change = (lastNight: string) =>
      closureOf('Cedar').then((id) => manager.fill(paths.changeClosure(id), { lastNight }));
    const refused = await change('2026-11-27');
    expect(refused.status).toBe(409);
    expect(main(refused)).toContain('Cedar is not among the beds in use on all of these nights.');
    expect((await change('2026-11-26')).status).toBe(303);
    expect(await nightsOf('Cedar')).toBe(3);
    // Nor is a bed closed without an end that is gone by then
    const late = await plan(manager, 'Cedar', { firstNight: '2026-11-27' });
    expect(late.status).toBe(409);
    expect(main(late)).toContain('Cedar is not among the beds in use on all of these nights.');
  });

  it('lets no bed go that is promised later, and names each claim (R12)', async () => {
    const manager = await house.signIn('manager', 'Marta B');
    await plan(manager, 'Cedar', { firstNight: '2026-12-01', lastNight: '2026-12-02' });
    await plan(manager, 'Cedar', { firstNight: '2026-12-05' });
    const setting = paths.bedSetting(await bed('Cedar'));
    const refused = await manager.fill(setting, { lastNight: '2026-11-30' });
    expect(refused.status).toBe(409);
    expect(read(page(refused), '#later')).toContain('Cedar is not in use from Tue 1 Dec to Thu 3 Dec.');
    expect(read(page(refused), '#later')).toContain(
      'Cedar is not in use from Sat 5 Dec until someone opens it.',
    );
    expect(page(refused)('#lastNight').val()).toBe('2026-11-30');
    await manager.fill(paths.cancelClosure(await closureOf('Cedar')), { note: 'Not needed' });
    expect((await manager.fill(setting, { lastNight: '2026-11-30' })).status).toBe(409);
  });

  it('says what a bed offers where it is offered, and by when one is to be ready (R10)', async () => {
    const manager = await house.signIn('manager', 'Marta B');
    const setting = paths.bedSetting(await bed('Cedar'));
    expect(
      (await manager.fill(setting, { 'features[]': ['quiet', 'step_free'], position: '9' })).status,
    ).toBe(303);
    expect((await manager.fill(setting, { 'features[]': 'gold' })).status).toBe(422);
    const offered = read(await desk.visit('/check-in'), `label:contains("Cedar")`);
    expect(offered).toContain('Step-free, quiet');
    const beds = await desk.visit('/');
    expect(beds('[data-bed]').last().attr('data-bed')).toBe('Cedar');
    await manager.fill('/settings/house', { readyHours: '3' });
    const stay = (
      await desk.fill('/check-in', { name: 'Sam', bedId: await bed('Cedar'), departureDay: '2026-11-24' })
    ).headers.location!;
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    expect((await card('Cedar')).words).toContain('To be ready by Mon 23, 1:40 am');
    house.clock.advance({ minutes: 75 });
    await desk.fill('/', {}, paths.ready(await bed('Cedar')));
    const $ = await manager.visit(paths.bed(await bed('Cedar')));
    expect(read($, 'aside')).toContain('Sun 22 Nov, 11:55 pm, RosaIt took 1 h 15 min.');
  });

  it('gives the bed to one of two who want it at once: a guest or a closure, never both', async () => {
    const bedId = await bed('Birch');
    const other = await house.signIn();
    for (let round = 0; round < 6; round += 1) {
      const [welcome, close] = await Promise.all([
        desk.visit(paths.checkInTo(bedId)),
        other.visit(paths.closeNow(bedId)),
      ]);
      const guest = { name: `Sam ${round}`, bedId, departureDay: '2026-11-25', stayedBefore: 'no' };
      const sent = [
        () => desk.send(welcome, '/check-in', guest),
        () => other.send(close, paths.closeNow(bedId), WHY),
      ];
      const answers = await Promise.all((round % 2 ? sent.reverse() : sent).map((send) => send()));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      const won = answers.find(({ status }) => status === 303)!;
      const undo = String((await desk.visit('/'))('form[action^="/undo/"]').first().attr('action'));
      expect(won.headers.location).toMatch(/^\/$|^\/stays\//);
      expect((await desk.fill('/', {}, undo)).status).toBe(303);
      expect(await nightsOf('Birch')).toBe(0);
    }
  });
});
