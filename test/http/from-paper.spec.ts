import type { Response } from 'supertest';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

/** Sun 22 Nov 2026, 5 pm at UTC-6; the power comes back on Mon 23, 7 am. */
const AT_FIVE = '2026-11-22T23:00:00Z';
const AT_SEVEN = '2026-11-23T13:00:00Z';
const ARRIVED = '/from-paper?kind=arrived';
const NOTE = '/from-paper?kind=note';
const night = (clock: string) => `2026-11-${clock > '12' ? '22' : '23'}T${clock}`;

describe('what was written on paper while the computer was down (R52)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch', startAt: AT_FIVE });
    await house.signIn('staff', 'Rosa');
    house.clock.moveTo(AT_SEVEN);
    desk = await house.signIn('staff', 'Kim');
  });

  afterEach(() => house.close());

  const idOf = async (table: 'beds' | 'people' | 'guests', name: string): Promise<string> =>
    (await house.rows<{ id: string }>(`SELECT id FROM ${table} WHERE name = ?`, [name]))[0]!.id;

  const stayOf = async (name: string): Promise<string> =>
    (
      await house.rows<{ id: string }>(
        'SELECT s.id FROM stays s JOIN guests g ON g.id = guest_id WHERE name = ?',
        [name],
      )
    )[0]!.id;

  /** Keys in one line, as it is written by Rosa unless it says otherwise. */
  async function key(kind: string, answers: Record<string, string>, at: Desk = desk): Promise<Response> {
    const writer = await idOf('people', 'Rosa');
    const $ = await at.visit(`/from-paper?kind=${kind}`);
    return at.send($, `/from-paper?kind=${kind}`, { writer, ...answers });
  }

  const arrive = async (name: string, bed: string, at: string, more: Record<string, string> = {}) =>
    key('arrived', {
      name,
      bedId: await idOf('beds', bed),
      departureDay: '2026-11-25',
      arrivedAt: at,
      ...more,
    });

  const leave = async (name: string, at: string, more: Record<string, string> = {}) =>
    key('left', {
      stayId: await stayOf(name),
      leftAt: at,
      ending: 'planned',
      destination: 'family',
      ...more,
    });

  const sheet = async (from: Desk = desk) => {
    const $ = await from.visit('/from-paper');
    return $('aside ol.list > li')
      .toArray()
      .map((line) => $(line).find('p').text().replace(/\s+/gu, ' ').trim());
  };

  const history = async (name: string) =>
    read(await desk.visit(`/stays/${await stayOf(name)}`), 'main ul.list');

  it('offers what a line can say, and asks for the questions of that kind', async () => {
    const $ = await desk.visit('/from-paper');
    expect(read($, 'h1')).toBe('From paper');
    expect(
      $('main nav a')
        .toArray()
        .map((link) => $(link).text()),
    ).toEqual([
      'Someone came',
      'Someone left',
      'Someone moved',
      'Away for a night',
      'Not seen',
      'Back, or seen again',
      'A bed was made ready',
      'A note',
      'A call',
      'A bed was closed',
      'A bed was kept',
    ]);
    expect(read($, 'aside')).toContain('Nothing is typed in yet.');
  });

  it('asks for an arrival in the order of the paper check-in form', async () => {
    const paper = await desk.visit('/help/paper-check-in');
    const asked = paper('.question h2')
      .toArray()
      .map((each) => paper(each).text().trim());
    const $ = await desk.visit('/from-paper?kind=arrived');
    const questions = $('#kept')
      .find('legend, label:not(.opt)')
      // The sheet has it in a column of its own
      .not('#left-since *')
      .toArray()
      .map((each) => $(each).text().trim());
    expect(questions.slice(0, asked.length)).toEqual(asked);
    // As it happened: they came before they said when they leave
    expect(asked.indexOf('Arrived')).toBe(asked.indexOf('Leaving') - 1);
  });

  it('takes a whole night: came, moved, went, came back, left, ready, a note, a call', async () => {
    expect((await arrive('Jo Rivera', 'Maple', night('20:10'))).headers.location).toBe('/from-paper');
    const stayId = await stayOf('Jo Rivera');
    const toCedar = { bedId: await idOf('beds', 'Cedar'), reason: 'The heater' };
    expect((await key('moved', { stayId, movedAt: night('21:00'), ...toCedar })).status).toBe(303);
    const away = { stayId, awayAt: night('22:00'), backBy: night('06:30') };
    expect((await key('away', away)).status).toBe(303);
    expect((await key('back', { stayId, at: night('05:45') })).status).toBe(303);
    expect((await leave('Jo Rivera', night('06:15'))).status).toBe(303);
    const ready = { bedId: await idOf('beds', 'Maple'), happenedAt: night('06:20') };
    expect((await key('ready', ready)).status).toBe(303);
    expect((await key('note', { text: 'The fuse box hums', eventAt: night('06:30') })).status).toBe(303);
    expect((await key('call', { outcome: 'talked', happenedAt: night('06:40') })).status).toBe(303);
    expect(await sheet()).toEqual([
      'Sun 22 Nov, 8:10 pmSomeone came: J.R. · MapleWritten by Rosa. Typed in by Kim.',
      'Sun 22 Nov, 9 pmSomeone moved: J.R. · CedarWritten by Rosa. Typed in by Kim.',
      'Sun 22 Nov, 10 pmAway for a night: J.R. · CedarWritten by Rosa. Typed in by Kim.',
      'Mon 23 Nov, 5:45 amBack, or seen again: J.R. · CedarWritten by Rosa. Typed in by Kim.',
      'Mon 23 Nov, 6:15 amSomeone left: J.R. · CedarWritten by Rosa. Typed in by Kim.',
      'Mon 23 Nov, 6:20 amA bed was made ready: MapleWritten by Rosa. Typed in by Kim.',
      'Mon 23 Nov, 6:30 amA note: The fuse box humsWritten by Rosa. Typed in by Kim.',
      'Mon 23 Nov, 6:40 amA callWritten by Rosa. Typed in by Kim.',
    ]);
    expect(
      await house.rows('SELECT arrived_at AS came, left_at AS "left", arrival_day AS day FROM stays'),
    ).toEqual([{ came: '2026-11-23T02:10:00Z', left: '2026-11-23T12:15:00Z', day: '2026-11-22' }]);
    expect(await house.rows('SELECT ended_at AS at FROM turnovers ORDER BY since_at')).toEqual([
      { at: '2026-11-23T12:20:00Z' },
      { at: null },
    ]);
    expect(await house.rows('SELECT at FROM calls')).toEqual([{ at: '2026-11-23T12:40:00Z' }]);
  });

  it('says whose hand it was in the history of the stay and on the shift page', async () => {
    await arrive('Jo Rivera', 'Maple', night('20:10'));
    expect(await history('Jo Rivera')).toContain('Kim · from paper, written by Rosa');
    await key('note', {
      text: 'The fuse box hums',
      eventAt: night('06:30'),
      writer: '',
      writerName: 'Old Ned',
    });
    const board = read(await desk.visit('/'), '[aria-labelledby=done]');
    expect(board).toContain('Welcomed: J.R. · Maple');
    expect(board).toContain('Kim · from paper, written by Rosa');
    const $ = await desk.visit('/shift');
    expect(read($, '#happened ~ ul')).toContain('Kim · from paper, written by Rosa');
    expect(read($, '[aria-labelledby=notes]')).toContain(
      'Kim, Mon 23, 6:30 am · from paper, written by Old Ned',
    );
    const [line] = await house.rows<{ name: string }>(
      `SELECT p.name FROM audit a JOIN people p ON p.id = a.person_id WHERE act = 'stays.checkIn'`,
    );
    expect(line).toEqual({ name: 'Kim' });
  });

  it('asks once about a line that happened before the last one, and keeps what was typed', async () => {
    await arrive('Jo Rivera', 'Maple', night('23:10'));
    const answer = await arrive('Sam Ash', 'Cedar', night('22:00'));
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, '#ask-why')).toContain('The last line is from Sun 22 Nov, 11:10 pm.');
    expect($('#name').val()).toBe('Sam Ash');
    expect(await sheet()).toHaveLength(1);
    const isEarlier = String($('[name=isEarlier]').val());
    const again = await desk.send($, ARRIVED, { isEarlier, arrivedAt: night('21:00') });
    expect(again.status).toBe(409);
    expect(await sheet()).toHaveLength(1);
    expect((await desk.send($, ARRIVED, { isEarlier })).status).toBe(303);
    expect(await sheet()).toHaveLength(2);
    // The last line is the one that was keyed in last
    expect((await key('note', { text: 'Bins', eventAt: night('22:00') })).status).toBe(303);
  });

  it('leaves an undone line aside when it looks at the order, and goes on with the paper', async () => {
    await arrive('Jo Rivera', 'Maple', night('23:10'));
    const $ = await desk.visit('/from-paper');
    const action = $('aside form[action^="/undo/"]').attr('action')!;
    const undone = await desk
      .post(action, {
        _csrf: String($('[name=_csrf]').first().val()),
        formToken: String($(`form[action="${action}"] [name=formToken]`).val()),
      })
      .set('Referer', `${desk.url}/from-paper`);
    expect(undone.headers.location).toBe('/from-paper');
    expect((await sheet())[0]).toMatch(/^Undone:/);
    expect((await arrive('Sam Ash', 'Maple', night('22:00'))).status).toBe(303);
  });

  it('refuses by the rules of the usual pages: taken, in the future, before the arrival', async () => {
    await arrive('Jo Rivera', 'Maple', night('20:10'));
    const taken = await arrive('Sam Ash', 'Maple', night('21:00'));
    expect(taken.status).toBe(409);
    expect(read(page(taken), '#in-the-way ~ p')).toContain('Maple is taken by J.R.');
    expect(page(taken)('#name').val()).toBe('Sam Ash');
    const future = await arrive('Sam Ash', 'Cedar', '2026-11-23T08:00');
    expect(future.status).toBe(422);
    expect(read(page(future), '#arrivedAt-error')).toContain('in the future');
    const before = await leave('Jo Rivera', night('20:00'), { isEarlier: '2026-11-23T02:00:00Z' });
    expect(read(page(before), '#leftAt-error')).toContain('before the arrival');
    expect(await house.rows('SELECT id FROM paper_lines')).toHaveLength(1);
  });

  it('says all that is missing at once, beside the fields', async () => {
    await arrive('Jo Rivera', 'Maple', night('20:10'));
    const answer = await key('left', { writer: '' });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(
      $('#errors li')
        .toArray()
        .map((each) => $(each).text()),
    ).toEqual([
      'Choose who left',
      'Enter the day and the time on the paper',
      'Choose how the stay ended',
      'Choose where they went, or how it was left open',
      'Choose who wrote it, or write their name',
    ]);
  });

  it.each([
    ['ready', { happenedAt: '2026-11-14T10:00' }],
    ['call', { outcome: 'talked', happenedAt: '2026-11-14T10:00' }],
    ['note', { text: 'Bins', eventAt: '2026-11-14T10:00' }],
    ['closed', { reason: 'repair', note: 'The tap', happenedAt: '2026-11-14T10:00' }],
    ['kept', { keepUntil: '2026-11-23T20:00', happenedAt: '2026-11-14T10:00' }],
  ])('does not take a line that is too far back: %s', async (kind, answers) => {
    const bedId = await idOf('beds', 'Maple');
    const answer = await key(kind, {
      ...(answers as Record<string, string>),
      ...(kind === 'call' || kind === 'note' ? {} : { bedId }),
    });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '.err')).toContain('too far back');
  });

  it('asks for a coordinator’s yes where the usual page does', async () => {
    const coordinator = await house.signIn('coordinator');
    const days = (from: string) => ({ departureDay: '2026-11-24', arrivedAt: from });
    await house.write((tx) => tx.query(`UPDATE beds SET first_night = '2026-11-01'`));
    const asked = await arrive('Jo Rivera', 'Maple', '', days('2026-11-14T20:00'));
    expect(asked.status).toBe(409);
    expect(read(page(asked), '#ask-exception')).toContain('coordinator’s yes');
    const yes = { exceptionReason: 'The computer was away', agreedBy: coordinator.person.id };
    expect((await desk.send(page(asked), ARRIVED, yes)).status).toBe(303);
  });

  it('takes a planned day that is over by now: they stay on', async () => {
    expect((await arrive('Jo Rivera', 'Maple', night('20:10'), { departureDay: '2026-11-23' })).status).toBe(
      303,
    );
    house.clock.moveTo('2026-11-25T13:00:00Z');
    desk = await house.signIn('staff');
    const came = await arrive('Sam Ash', 'Cedar', '2026-11-23T20:10', { departureDay: '2026-11-24' });
    expect(came.status).toBe(303);
    const $ = await desk.visit('/');
    expect($('[data-bed="Cedar"]').attr('data-flags')).toContain('staying-on');
  });

  it('asks whether they are the one a bed was kept for, and uses that up', async () => {
    const kept = { bedId: await idOf('beds', 'Maple'), guestName: 'Dara', keepUntil: '2026-11-23T20:00' };
    expect(
      (await key('kept', { ...kept, firstNight: '2026-11-23', happenedAt: night('05:00') })).status,
    ).toBe(303);
    const refused = await arrive('', 'Maple', night('06:00'), { noName: 'yes' });
    expect(refused.status).toBe(409);
    const $ = page(refused);
    const holdId = String($('[name=holdId]').first().val());
    expect((await desk.send($, ARRIVED, { holdId, noName: '' })).status).toBe(303);
    expect(await house.rows('SELECT ending FROM holds')).toEqual([{ ending: 'used' }]);
    expect(await house.rows('SELECT name FROM guests')).toEqual([{ name: 'Dara' }]);
  });

  it('asks to talk with a coordinator first, as at the door, and goes on with either answer', async () => {
    await arrive('Jo Rivera', 'Maple', night('20:10'));
    await leave('Jo Rivera', night('21:00'));
    const guestId = await idOf('guests', 'Jo Rivera');
    const coordinator = await house.signIn('coordinator');
    const line = { reason: 'The stairs', untilDay: '2026-12-24', told: 'no' };
    expect((await coordinator.fill(`/guests/${guestId}/talk-first`, line)).status).toBe(303);
    const known = { stayedBefore: 'yes', guestId, askedSame: 'yes' };
    const asked = await arrive('Jo Rivera', 'Cedar', night('22:00'), known);
    expect(asked.status).toBe(409);
    expect(read(page(asked), '#ask-talk ~ p')).toContain('The stairs');
    const answer = { ...known, talked: 'not-reached' };
    expect((await desk.send(page(asked), ARRIVED, answer)).status).toBe(303);
  });

  it('says whose hand it was on the page of the bed', async () => {
    const closed = { reason: 'repair', note: 'The tap', happenedAt: night('23:00') };
    const bedId = await idOf('beds', 'Birch');
    await key('closed', { bedId, ...closed, writer: '', writerName: 'Old Ned' });
    const coordinator = await house.signIn('coordinator');
    expect(read(await coordinator.visit(`/beds/${bedId}`), 'main')).toContain(
      'Kim · from paper, written by Old Ned',
    );
  });

  it('places notes by when they happened (R29)', async () => {
    await key('note', { text: 'Second', eventAt: night('23:00') });
    const $ = await desk.visit('/from-paper?kind=note');
    const first = { text: 'First', eventAt: night('22:00'), isEarlier: '2026-11-23T04:00:00Z' };
    expect((await desk.send($, NOTE, first)).status).toBe(303);
    const shift = await desk.visit('/shift');
    const notes = shift('.written').toArray();
    expect(notes.map((note) => shift(note).text())).toEqual(['Second', 'First']);
  });

  it('asks which of two times it was on the night the clocks went back', async () => {
    house.clock.moveTo('2026-11-01T13:00:00Z');
    desk = await house.signIn('staff');
    const at = { text: 'Bins', eventAt: '2026-11-01T01:30' };
    const asked = await key('note', at);
    expect(asked.status).toBe(422);
    expect(read(page(asked), '.which')).toContain('The second time');
    expect((await desk.send(page(asked), NOTE, { eventAtWhich: '-06:00' })).status).toBe(303);
    expect(await house.rows('SELECT event_at AS at FROM notes')).toEqual([{ at: '2026-11-01T07:30:00Z' }]);
  });

  it('is one act when it is sent twice, and one stay when two desks key in the same', async () => {
    const $ = await desk.visit('/from-paper?kind=note');
    const note = { text: 'Bins', eventAt: night('22:00'), writer: await idOf('people', 'Rosa') };
    const twice = await Promise.all([1, 2].map(() => desk.send($, NOTE, note)));
    expect(twice.map(({ status }) => status)).toEqual([303, 303]);
    expect(await house.rows('SELECT id FROM notes')).toHaveLength(1);
    const other = await house.signIn('staff');
    const came = {
      name: 'Jo Rivera',
      bedId: await idOf('beds', 'Maple'),
      departureDay: '2026-11-25',
      arrivedAt: night('23:00'),
      stayedBefore: 'no',
    };
    const both = await Promise.all([desk, other].map((each) => key('arrived', came, each)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await house.rows('SELECT id FROM stays')).toHaveLength(1);
    expect(await house.rows(`SELECT id FROM paper_lines WHERE kind = 'arrived'`)).toHaveLength(1);
  });

  it('closes the sheet when all of it is in; the next line begins another', async () => {
    await arrive('Jo Rivera', 'Maple', night('23:10'));
    expect((await desk.fill('/from-paper', {}, '/from-paper/done')).headers.location).toBe('/');
    expect(await sheet()).toEqual([]);
    expect((await key('note', { text: 'Bins', eventAt: night('22:00') })).status).toBe(303);
    expect(await house.rows('SELECT ended_at IS NULL AS isOpen FROM paper_sheets ORDER BY isOpen')).toEqual([
      { isOpen: 0 },
      { isOpen: 1 },
    ]);
  });

  it('says when a line was on the screen already, and writes no second one', async () => {
    await arrive('Jo Rivera', 'Maple', night('20:10'));
    await leave('Jo Rivera', night('22:00'));
    const bedId = await idOf('beds', 'Maple');
    expect((await key('ready', { bedId, happenedAt: night('22:30') })).status).toBe(303);
    // The page offers no bed that is ready; another desk may still have it
    expect((await key('ready', { bedId, happenedAt: night('22:30') })).status).toBe(303);
    expect(read(await desk.visit('/from-paper'), 'main, [role=status]')).toContain('written down already');
    expect(await house.rows(`SELECT id FROM paper_lines WHERE kind = 'ready'`)).toHaveLength(1);
  });

  it('keeps the half typed line when another is undone or the screen is covered from beside it (R31)', async () => {
    expect((await key('note', { text: 'Bins out', eventAt: night('06:30') })).status).toBe(303);
    const open = await desk.visit('/from-paper?kind=closed');
    await desk.send(open, '/curtain', { note: 'The tap' });
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    await desk.send(open, '/from-paper/done');
    const $ = await desk.visit('/from-paper?kind=closed');
    expect($('#note').val()).toBe('The tap');
  });

  it('asks whether no stay was offered when a reason is chosen with another outcome (R15)', async () => {
    const answer = await key('call', {
      outcome: 'talked',
      noStayReason: 'no_bed',
      happenedAt: '2026-11-22T20:00',
    });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#errors')).toContain('Couldn’t offer a stay');
    expect(await house.rows('SELECT 1 FROM calls')).toEqual([]);
  });

  it('closes a bed from the hour on paper', async () => {
    const closed = { reason: 'repair', note: 'The tap', happenedAt: night('23:00') };
    expect((await key('closed', { bedId: await idOf('beds', 'Birch'), ...closed })).status).toBe(303);
    expect(await house.rows('SELECT first_night AS first, made_at AS at FROM closures')).toEqual([
      { first: '2026-11-22', at: '2026-11-23T05:00:00Z' },
    ]);
    expect(read(await desk.visit('/shift'), '#happened ~ ul')).toContain('Closed Sun 22, 11 pm');
  });
});
