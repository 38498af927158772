import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };

describe('recording that someone leaves (R23)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    const answer = await (
      await house.signIn()
    ).fill(paths.checkIn(), { name: 'Sam', departureDay: '2026-11-25' });
    stay = answer.headers.location!;
    house.clock.advance({ hours: 10 });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  it('keeps how it ended and where they went, and the bed gets ready', async () => {
    const answer = await desk.fill(`${stay}/departure`, LEAVES);
    expect([answer.status, answer.headers.location]).toEqual([303, stay]);
    const $ = await desk.visit(stay);
    expect(read($, 'main')).toContain('Left as planned');
    expect(read($, 'main')).toContain('Family');
    const board = await desk.visit('/');
    expect(board('[data-bed="Maple"]').attr('data-status')).toBe('getting-ready');
  });

  it('says calmly when it was recorded as planned on another day, with Undo beside it', async () => {
    expect(read(await desk.visit(`${stay}/departure`), '#main')).toContain(
      'Left as planned (for Wed 25 Nov)',
    );
    await desk.fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(stay);
    expect(read($, '.flash')).toContain('The planned day was Wed 25');
    await desk.send($, $('.flash form').attr('action')!);
    await desk.fill(`${stay}/departure`, { ...LEAVES, ending: 'early_choice' });
    expect(read(await desk.visit(stay), '.flash p')).toBe('S. left Maple.');
  });

  it('has nothing chosen beforehand, and asks for both facts', async () => {
    const $ = await desk.visit(`${stay}/departure`);
    expect(
      $('[name=ending]:checked, [name=destination]:checked, [name=followUpConsent]:checked').length,
    ).toBe(0);
    const answer = await desk.send($, `${stay}/departure`, { ownWords: 'Gracias, a slow week' });
    expect(answer.status).toBe(422);
    const again = page(answer);
    expect(read(again, '[role=alert]')).toContain('Choose how the stay ended');
    expect(read(again, '[role=alert]')).toContain('Choose where they went');
    expect(read(again, '[name=ownWords]')).toBe('Gracias, a slow week');
    expect(await house.rows('SELECT * FROM departures')).toEqual([]);
  });

  it('refuses a leaving before the arrival and one in the future', async () => {
    for (const [leftAt, words] of [
      ['2026-11-22T20:00', 'before the arrival'],
      ['2026-11-24T20:00', 'in the future'],
    ] as const) {
      const answer = await desk.fill(`${stay}/departure`, { ...LEAVES, leftAt });
      expect(answer.status).toBe(422);
      expect(read(page(answer), '[role=alert]')).toContain(words);
      expect(page(answer)('[name=leftAt]').val()).toBe(leftAt);
    }
  });

  it('keeps a way to be in touch only with a yes, and asks for it then (R32)', async () => {
    const noDetail = await desk.fill(`${stay}/departure`, { ...LEAVES, followUpConsent: 'yes' });
    expect(read(page(noDetail), '[role=alert]')).toContain('Choose how they want to be in touch');
    await desk.fill(`${stay}/departure`, {
      ...LEAVES,
      followUpConsent: 'no',
      channel: 'call',
      detail: '555-0100',
    });
    expect(await house.rows('SELECT * FROM consents')).toEqual([]);
    expect(JSON.stringify(await house.rows('SELECT * FROM departures'))).not.toContain('555-0100');
  });

  it('makes one leaving of two desks that say the same, and shows both texts when they do not (R26)', async () => {
    const other = await house.signIn('staff', 'Theo');
    const [mine, theirs, third] = await Promise.all([
      desk.visit(`${stay}/departure`),
      other.visit(`${stay}/departure`),
      other.visit(`${stay}/departure`),
    ]);
    expect((await desk.send(mine, `${stay}/departure`, LEAVES)).status).toBe(303);
    expect((await other.send(theirs, `${stay}/departure`, LEAVES)).status).toBe(303);
    const conflict = await other.send(third, `${stay}/departure`, { ...LEAVES, destination: 'shelter' });
    expect(conflict.status).toBe(409);
    expect(read(page(conflict), 'main')).toContain('Family');
    expect(read(page(conflict), 'main')).toContain('Shelter');
    expect(await house.rows('SELECT * FROM departures')).toHaveLength(1);
  });

  it('is undone until the shift ends: the guest is back in the bed and nothing is deleted (R24)', async () => {
    const yes = { ...LEAVES, followUpConsent: 'yes', point: '3d', channel: 'call', detail: '555-0100' };
    await desk.fill(`${stay}/departure`, yes);
    const $ = await desk.visit(stay);
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    expect((await desk.send($, undo)).status).toBe(303);
    const board = await desk.visit('/');
    expect(board('[data-bed="Maple"]').attr('data-status')).toBe('staying');
    expect(await house.rows('SELECT undone_at FROM departures WHERE undone_at IS NOT NULL')).toHaveLength(1);
    expect(await house.rows('SELECT * FROM consents WHERE withdrawn_at IS NULL')).toEqual([]);
    expect(read(await desk.visit(stay), 'main')).toContain('Undone');
  });

  it('cannot be undone once the shift is over, and says why', async () => {
    house.clock.moveTo('2026-11-23T19:59:00Z');
    desk = await house.signIn();
    await desk.fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(stay);
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    house.clock.advance({ minutes: 1 });
    const answer = await desk.send($, undo);
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('shift in which it was done is over');
    expect((await desk.visit('/'))('[data-bed="Maple"]').attr('data-status')).toBe('getting-ready');
  });

  it('cannot be undone once someone else is in the bed', async () => {
    await desk.fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(stay);
    const bed = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    await desk.fill(paths.checkInTo(bed), {
      name: 'Lou',
      departureDay: '2026-11-25',
      confirmNotReady: 'yes',
    });
    const answer = await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('Someone else is in this bed now');
  });

  it('cannot be undone once the bed is closed, and says so (R13)', async () => {
    await desk.fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(stay);
    const bed = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    await desk.fill(paths.closeNow(bed), { reason: 'repair', note: 'The heater is cold' });
    const answer = await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('Maple is not in use on some of these nights');
  });

  it('is undone on the leaving day though the coming night is kept for somebody by then (R6, R24)', async () => {
    house.clock.moveTo('2026-11-25T16:00:00Z');
    desk = await house.signIn();
    await desk.fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(stay);
    const bedId = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    const kept = { bedId, firstNight: '2026-11-25', nights: '2', keepUntil: '2026-11-25T22:00' };
    expect((await desk.fill(paths.newHold(), kept, paths.holds())).status).toBe(303);
    const answer = await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(answer.status).toBe(303);
    const maple = (await desk.visit('/'))('[data-bed="Maple"]');
    expect([maple.attr('data-status'), maple.attr('data-flags')]).toEqual(['staying', 'leaving-today']);
  });

  it('further back than seven house days wants a reason and a coordinator’s yes, and counts at once (R4, R22)', async () => {
    house.clock.advance({ days: 12 });
    desk = await house.signIn();
    const far = { ...LEAVES, leftAt: '2026-11-25T10:00' };
    const asked = await desk.fill(`${stay}/departure`, far);
    expect(asked.status).toBe(409);
    expect(page(asked)('[name=ending]:checked').val()).toBe('planned');
    const noReason = await desk.send(page(asked), `${stay}/departure`, { exceptionReason: '  ' });
    expect(noReason.status).toBe(422);
    const $ = page(asked);
    const agreedBy = String($('[name=agreedBy]').first().val());
    const done = await desk.send($, `${stay}/departure`, {
      exceptionReason: 'Nobody wrote it down',
      agreedBy,
    });
    expect(done.status).toBe(303);
    expect(read(await desk.visit(stay), 'main')).toContain('Nobody wrote it down');
  });

  it('comes however late: a guest who stayed on left days ago (R8)', async () => {
    house.clock.moveTo('2026-11-28T18:00:00Z');
    desk = await house.signIn();
    const board = await desk.visit('/');
    expect(board('[data-bed="Maple"]').attr('data-flags')).toBe('staying-on');
    const answer = await desk.fill(`${stay}/departure`, { ...LEAVES, leftAt: '2026-11-27T10:00' });
    expect(answer.status).toBe(303);
    expect(await house.rows('SELECT * FROM bed_nights')).toHaveLength(5);
  });

  it('makes the bed ready in one click, which can be undone', async () => {
    await desk.fill(`${stay}/departure`, LEAVES);
    const board = await desk.visit('/');
    const ready = board('form[action$="/ready"]').attr('action')!;
    expect((await desk.send(board, ready)).status).toBe(303);
    const after = await desk.visit('/');
    expect(after('[data-bed="Maple"]').attr('data-status')).toBe('free');
    const undo = after('form[action^="/undo/"]').first().attr('action')!;
    await desk.send(after, undo);
    expect((await desk.visit('/'))('[data-bed="Maple"]').attr('data-status')).toBe('getting-ready');
  });

  it('takes a corrected number for another leaving, and shows both (R26)', async () => {
    const [mine, theirs] = await Promise.all([
      desk.visit(`${stay}/departure`),
      desk.visit(`${stay}/departure`),
    ]);
    const yes = { ...LEAVES, followUpConsent: 'yes', point: '3d', channel: 'call' };
    await desk.send(mine, `${stay}/departure`, { ...yes, detail: '555-0001' });
    const other = await desk.send(theirs, `${stay}/departure`, { ...yes, detail: '555-0002' });
    expect(other.status).toBe(409);
    for (const number of ['555-0001', '555-0002']) expect(read(page(other), 'main')).toContain(number);
  });

  it('shows what was begun beside what somebody else recorded meanwhile (R26, R31)', async () => {
    await desk.fill(`${stay}/departure`, { ownWords: 'A good week' }, '/theme');
    await (await house.signIn()).fill(`${stay}/departure`, LEAVES);
    const $ = await desk.visit(`${stay}/departure`);
    expect(read($, 'main')).toContain('A good week');
    expect(read($, 'main')).toContain('Left as planned');
  });
});

describe('undoing around a bed that is not made up (R10, R24)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple' });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  const welcome = async (name: string) =>
    (await desk.fill('/check-in', { name, departureDay: '2026-11-25', confirmNotReady: 'yes' })).headers
      .location!;
  const maple = async () => (await desk.visit('/'))('[data-bed="Maple"]');
  const undoOf = async (kind: string) => {
    const sql = 'SELECT id FROM acts WHERE kind = ? AND undone_by_act IS NULL ORDER BY number DESC';
    const [act] = await house.rows<{ id: string }>(sql, [kind]);
    const _csrf = String((await desk.visit('/'))('[name=_csrf]').first().val());
    return desk.post(`/undo/${act!.id}`, { _csrf });
  };

  it('brings “not made up yet” back with the guest whose leaving is undone', async () => {
    await desk.fill(`${await welcome('Sam')}/departure`, LEAVES);
    const lou = await welcome('Lou');
    expect((await maple()).attr('data-flags')).toBe('not-ready');
    await desk.fill(`${lou}/departure`, LEAVES);
    expect((await undoOf('stay.left')).status).toBe(303);
    expect((await maple()).attr('data-flags')).toBe('not-ready');
    expect((await undoOf('stay.arrived')).status).toBe(303);
    expect((await maple()).attr('data-status')).toBe('getting-ready');
  });

  it('is undone though somebody else came and left since: the bed gets ready after them', async () => {
    const stays: string[] = [];
    for (const name of ['Sam', 'Lou', 'Max']) {
      stays.push(await welcome(name));
      await desk.fill(`${stays.at(-1)}/departure`, LEAVES);
    }
    const $ = await desk.visit(stays[1]!);
    const undo = $('[aria-labelledby=history] form[action^="/undo/"]').first().attr('action')!;
    const answer = await desk.send($, undo);
    expect(answer.status).toBe(303);
    const card = await maple();
    expect([card.attr('data-status'), card.attr('data-flags')]).toEqual(['staying', 'not-ready']);
  });

  it('does not take “ready” back once somebody was welcomed since, and says why', async () => {
    await desk.fill(`${await welcome('Sam')}/departure`, LEAVES);
    const board = await desk.visit('/');
    await desk.send(board, board('form[action$="/ready"]').attr('action')!);
    await desk.fill(`${await welcome('Lou')}/departure`, LEAVES);
    const answer = await undoOf('bed.ready');
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'h1')).toBe('That cannot be undone now');
    expect(read(page(answer), 'main')).toContain('Something else was done here since then');
    expect(read(await desk.visit('/'), 'aside')).not.toContain('Undo: Ready: Maple');
  });
});
