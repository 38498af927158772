import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const NUMBER = '555-0171';
const LEAVES = {
  ending: 'planned',
  destination: 'family',
  followUpConsent: 'yes',
  point: ['3d'],
  channel: 'call',
};
const WEDNESDAY = '2026-11-25T18:00:00Z'; // noon

/** Nia left on Sun 22 November 2026, 11:10 pm in Chicago, with a call after 3 days. */
describe('the plan, chosen and changed after leaving too (R33)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;
  let plan: string;
  let guest: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
    stay = (await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' })).headers.location!;
    plan = `${stay}/follow-up-plan`;
    guest = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
  });

  afterEach(() => house.close());

  const leaves = async (answers: Fields = {}) => {
    house.clock.advance({ minutes: 30 });
    await desk.fill(`${stay}/departure`, { ...LEAVES, detail: NUMBER, ...answers });
  };
  const planned = () =>
    house.rows<{ point: string; due: string }>(
      `SELECT f.point, f.due_on AS due, c.channel FROM follow_ups f JOIN consents c ON c.id = f.consent_id
        WHERE f.closed_at IS NULL ORDER BY f.due_on, c.channel`,
    );
  const says = (answers: Fields) =>
    desk.fill(paths.consentsTo(guest, 'follow-up'), answers, paths.consents(guest));
  const moveTo = async (time: string, name = 'Ines again') => {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', name);
  };
  const chosen = async () => {
    const $ = await desk.visit(plan);
    const points = $('[name="point[]"]:checked').toArray();
    return points.map((each) => $(each).attr('value'));
  };

  it('that was begun before somebody else changed it is not kept over theirs unseen (R26, R31)', async () => {
    await leaves();
    const $ = await desk.visit(plan);
    await desk.post('/theme', { ...fieldsOf($, '/theme'), by: desk.person.id });
    const other = await house.signIn('staff', 'Theo');
    await other.fill(plan, { point: ['3d', '30d'] });
    const begun = await desk.visit(plan);
    expect(begun('[name=by] [selected]').attr('value')).toBe(desk.person.id);
    expect((await desk.send(begun, plan)).status).toBe(409);
    expect((await planned()).map(({ point }) => point)).toEqual(['3d', '30d']);
  });

  it('shows what was chosen, with its days, and keeps what is chosen now', async () => {
    await leaves();
    const link = (await desk.visit(stay))('a:contains("Change the plan with them")').attr('href')!;
    const $ = await desk.visit(link);
    expect(read($, 'h1')).toBe('The plan with N.');
    expect(read($, '#point')).toContain('3 days after leaving: Wed 25 Nov');
    expect(await chosen()).toEqual(['3d']);
    const answer = await desk.send($, plan, { 'point[]': ['30d', '11m'], channel: 'call' });
    expect([answer.status, answer.headers.location]).toEqual([303, stay]);
    expect(await planned()).toMatchObject([
      { point: '30d', due: '2026-12-22' },
      { point: '11m', due: '2027-10-22' },
    ]);
    expect(await chosen()).toEqual(['30d', '11m']);
    expect(read(await desk.visit(stay), 'main')).toContain(
      'Chose when to be in touch: 30 days after leaving, 11 months after leaving',
    );
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('All quiet');
  });

  it('a point that was switched off can be switched on again, and the change undone (R24)', async () => {
    await leaves();
    const off = await desk.fill(plan, { 'point[]': [] });
    expect(off.status).toBe(303);
    expect(await planned()).toEqual([]);
    const $ = await desk.visit(stay);
    await desk.send(
      $,
      $('[role=status] form[action^="/undo/"], form[action^="/undo/"]').first().attr('action')!,
      {},
    );
    expect(await planned()).toMatchObject([{ point: '3d' }]);
    await desk.fill(plan, { 'point[]': [] });
    await desk.fill(plan, { 'point[]': ['3d'], channel: 'call' });
    expect(await planned()).toMatchObject([{ point: '3d', due: '2026-11-25' }]);
  });

  it('moves to another way once they said yes to it, and leaves nothing of the first', async () => {
    await leaves();
    house.clock.advance({ minutes: 1 });
    await says({ channel: 'they-call' });
    const $ = await desk.visit(plan);
    expect(read($, 'fieldset:contains("How?")')).toContain('They will call us');
    await desk.send($, plan, { 'point[]': ['3d', '30d'], theyCall: 'yes' });
    expect(await planned()).toMatchObject([
      { point: '3d', channel: 'they-call' },
      { point: '30d', channel: 'they-call' },
    ]);
    await moveTo(WEDNESDAY);
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('They will call us');
    expect(read(await desk.visit('/'), 'body')).not.toContain('1 follow-up');
  });

  it('is chosen later for somebody who said no at the door, and only with a yes', async () => {
    await leaves({ followUpConsent: 'no' });
    expect(read(await desk.visit(plan), 'main')).toContain('There is no yes to being in touch.');
    house.clock.advance({ minutes: 5 });
    await says({ channel: 'text', detail: NUMBER });
    const link = (await desk.visit(paths.consents(guest)))('a:contains("Choose or change the plan")').attr(
      'href',
    )!;
    const $ = await desk.visit(link);
    expect($('#kept :checked').filter((_, each) => $(each).val() !== '').length).toBe(0);
    const wrong = await desk.send($, plan, { 'point[]': ['3d'], channel: 'call' });
    expect([wrong.status, read(page(wrong), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Choose a way they said yes to'),
    ]);
    expect(page(wrong)('[name="point[]"]:checked').length).toBe(1);
    await desk.send(page(wrong), plan, { channel: 'text' });
    expect(await planned()).toMatchObject([{ point: '3d', channel: 'text' }]);
  });

  it('offers no day that is over, and none after the last day of their yes', async () => {
    await leaves({ followUpConsent: 'no' });
    await moveTo('2026-11-27T18:00:00Z');
    await says({ channel: 'text', detail: NUMBER, expires: '2026-12-24' });
    const $ = await desk.visit(plan);
    expect(read($, '#point')).not.toContain('3 days');
    const late = await desk.send($, plan, { 'point[]': ['180d'], channel: 'text' });
    expect(read(page(late), '[role=alert]')).toContain('Their yes ends before “180 days after leaving”');
    const over = await desk.send($, plan, { 'point[]': ['3d'], channel: 'text' });
    expect(read(page(over), '[role=alert]')).toContain('Choose among these moments');
    expect(await planned()).toEqual([]);
  });

  it('what was tried or has ended stays as it is', async () => {
    await leaves({ point: ['3d', '30d'] });
    await moveTo(WEDNESDAY);
    const row = (await desk.visit(paths.followUps()))('main li a').first().attr('href')!;
    await desk.fill(row, { result: 'no_answer' }, `${row}/attempts`);
    const $ = await desk.visit(plan);
    expect(read($, '#point')).not.toContain('3 days');
    await desk.send($, plan, { 'point[]': [], channel: 'call' });
    expect(await planned()).toMatchObject([{ point: '3d' }]);
  });

  it.each([
    ['team', '1 to make now', true],
    ['nobody', 'Nothing to call now', false],
  ])('by one person: once she is gone the guest’s wish decides: %s', async (ifGone, heading, isShown) => {
    await leaves();
    const caller = (await house.signIn('staff', 'Kim')).person.id;
    const missing = await desk.fill(plan, { by: caller });
    expect(read(page(missing), '[role=alert]')).toContain('Choose what then: the team, or nobody');
    await desk.send(page(missing), plan, { by: caller, ifGone });
    await moveTo(WEDNESDAY);
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('Asked for Kim');
    const boss = await house.signIn('manager');
    await boss.fill(`/people/${caller}`, {}, `/people/${caller}/disable`);
    expect(read(await desk.visit(paths.followUps()), 'h1')).toBe(heading);
    const [row] = await house.rows<{ id: string }>('SELECT id FROM follow_ups');
    const $ = await desk.visit(paths.followUp(row!.id));
    expect($.text().includes(NUMBER)).toBe(isShown);
    if (!isShown)
      expect(read($, 'main')).toContain('They wanted to hear from Kim, who left. Nobody else rings.');
  });

  it('shows both to the second of two desks that change one plan (R26)', async () => {
    await leaves();
    const other = await house.signIn('staff', 'Theo');
    const sheets = [await desk.visit(plan), await other.visit(plan)];
    await desk.send(sheets[0]!, plan, { 'point[]': ['3d', '30d'] });
    const late = await other.send(sheets[1]!, plan, { 'point[]': ['180d'] });
    expect([late.status, read(page(late), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('Someone else changed this meanwhile'),
    ]);
    expect(await planned()).toMatchObject([{ point: '3d' }, { point: '30d' }]);
  });

  it('waits for the leaving', async () => {
    expect((await desk.get(plan)).status).toBe(303);
  });
});
