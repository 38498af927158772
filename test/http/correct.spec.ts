import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** It is Thu 26 November 2026, 3 pm: Sam came to Maple on Sun 22, 10:40 pm, and left on Wed 25, 10 am; Lou is in Cedar. */
describe('putting something right (R53)', () => {
  let house: House;
  let desk: Desk;
  let beds: Record<string, string>;
  let sam: string;
  let lou: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    desk = await house.signIn('coordinator');
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
    sam = await welcome('Sam Ash', 'Maple', '2026-11-25');
    lou = await welcome('Lou', 'Cedar', '2026-11-28');
    await itIs('25T10:00');
    await leave(sam);
    await itIs('26T15:00');
  });

  afterEach(() => house.close());

  const welcome = async (name: string, bed: string, departureDay: string, more: Fields = {}) =>
    (
      await desk.fill(paths.checkIn(), {
        name,
        bedId: beds[bed]!,
        departureDay,
        confirmNotReady: 'yes',
        ...more,
      })
    ).headers.location!;
  const AGREES = { followUpConsent: 'yes', channel: 'call', detail: '555-0111' };
  const leave = (stay: string, more: Fields = {}) =>
    desk.fill(`${stay}/departure`, {
      ending: 'planned',
      destination: 'family',
      ...AGREES,
      point: '3d',
      ...more,
    });
  const itIs = async (local: string, role: 'coordinator' | 'staff' = 'coordinator') => {
    house.clock.moveTo(`2026-11-${local}:00-06:00`);
    desk = await house.signIn(role);
  };
  const REASON = { reason: 'Theo saw it' };
  const correct = (field: string, value: string, more: Fields = {}, stay = sam) =>
    desk.fill(`${stay}/correct?field=${field}`, { value, ...REASON, ...more }, `${stay}/correct`);
  const reopen = (more: Fields = {}, stay = sam) =>
    desk.fill(`${stay}/correct?field=reopen`, { ...REASON, ...more }, `${stay}/reopen`);
  const history = async (stay = sam) => read(await desk.visit(stay), '[aria-labelledby=history]');
  const idOf = (stay: string) => stay.split('/')[2]!;
  const nights = async (guest: string) =>
    (
      await house.rows<{ line: string }>(
        `SELECT b.name || ' ' || group_concat(substr(n.night, 9), ' ' ORDER BY n.night) AS line
          FROM bed_nights n JOIN beds b ON b.id = n.bed_id JOIN guests g ON g.id = n.guest_key
          WHERE g.name = ? GROUP BY b.id ORDER BY min(n.night)`,
        [guest],
      )
    ).map(({ line }) => line);
  const due = async () =>
    (await house.rows<{ on: string }>('SELECT due_on AS "on" FROM follow_ups ORDER BY due_on')).map(
      (row) => row.on,
    );
  const figures = async () => {
    const $ = await desk.visit('/reports/outcomes?from=2026-11-01&to=2026-11-30');
    return read($, 'main');
  };
  const hold = (bed: string, first: number, end: number) =>
    house.write((tx) =>
      house.app.get(LedgerService).hold(tx, {
        bedId: beds[bed]!,
        firstNight: on(`2026-11-${first}`),
        endNight: on(`2026-11-${end}`),
      }),
    );

  it('starts from the stay’s page, and says what is written down and what cannot be corrected, and why (R25)', async () => {
    const $ = await desk.visit(sam);
    const list = await desk.visit($('a:contains("Put it right")').attr('href')!);
    expect(read(list, '[aria-labelledby=can]')).toContain('When they came Sun 22 Nov, 10:40 pm');
    expect(read(list, '[aria-labelledby=can]')).toContain('How the stay ended Left as planned');
    expect(read(list, '[aria-labelledby=can]')).toContain('Bed, Sun 22 Nov to Wed 25 Nov Maple');
    expect(list('[aria-labelledby=cannot]').length).toBe(0);
    const here = await desk.visit(`${lou}/correct`);
    expect(read(here, '[aria-labelledby=cannot]')).toContain('When they leftThey are still here.');
    expect(read(here, '[aria-labelledby=cannot]')).toContain('Move them instead.');
    expect((await desk.get(`${lou}/correct?field=leftAt`)).status).toBe(303);
  });

  it('is a coordinator’s; staff read who can, and are refused', async () => {
    await itIs('26T15:30', 'staff');
    const $ = await desk.visit(sam);
    expect(read($, 'aside')).toContain('A coordinator can put times, beds and answers right.');
    expect($('a[href$="/correct"]').length).toBe(0);
    expect((await desk.get(`${sam}/correct`)).status).toBe(403);
  });

  it('begins with the time that is written down, to be changed, and keeps what was typed over it', async () => {
    const value = async (field: string) =>
      (await desk.visit(`${sam}/correct?field=${field}`))('[name=value]').val();
    expect([await value('arrivedAt'), await value('leftAt')]).toEqual([
      '2026-11-22T22:40',
      '2026-11-25T10:00',
    ]);
    const as = await desk.fill(`${sam}/correct?field=leftAt`, REASON, `${sam}/correct`);
    expect([as.status, read(page(as), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('This is what is written down already'),
    ]);
    const empty = await correct('leftAt', '');
    expect([empty.status, page(empty)('[name=value]').val() ?? '']).toEqual([422, '']);
  });

  it('moves the arrival: nights, first bed, figures and history say it (R2, R18, R20)', async () => {
    expect(await figures()).toContain('lasted 3 nights');
    expect((await correct('arrivedAt', '2026-11-20T21:00')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 20 21 22 23 24']);
    expect(read(await desk.visit(sam), '.lead')).toContain('Came Fri 20 Nov, 9 pm');
    expect(await figures()).toContain('lasted 5 nights');
    expect(await history()).toContain(
      'Corrected. When they came: Sun 22 Nov, 10:40 pm to Fri 20 Nov, 9 pm “Theo saw it”',
    );
    const [part] = await house.rows<Record<string, string>>(
      'SELECT from_at, from_day FROM bed_segments WHERE stay_id = ?',
      [idOf(sam)],
    );
    expect(part).toEqual({ from_at: '2026-11-21T03:00:00Z', from_day: '2026-11-20' });
  });

  it('further back than a shift records alone, for a coordinator signs it (R4); never into the future', async () => {
    expect((await correct('arrivedAt', '2026-11-23T09:00')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 23 24']);
    const late = await correct('leftAt', '2026-11-26T15:01');
    expect(late.status).toBe(422);
    expect(read(page(late), '#value-error')).toContain('in the future');
    expect(page(late)('[name=value]').val()).toBe('2026-11-26T15:01');
    expect(page(late)('[name=reason]').val()).toBe('Theo saw it');
  });

  it.each([
    ['arrivedAt', '2026-11-25T10:01', 'They had left by then'],
    ['leftAt', '2026-11-22T22:39', 'before the arrival'],
    ['leftAt', '', 'Enter what is right'],
    ['arrivedAt', '2026-11-22T22:40', 'This is what is written down already'],
  ])('refuses %s %s beside the field (422)', async (field, value, words) => {
    const answer = await correct(field, value);
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#value-error')).toContain(words);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24']);
  });

  it('asks why', async () => {
    const answer = await correct('ending', 'early_choice', { reason: ' ' });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#reason-error')).toContain('Say why');
  });

  it('an earlier leaving frees nights; follow-ups nobody tried move along, the others stay (R33)', async () => {
    expect(await due()).toEqual(['2026-11-28']);
    expect((await correct('leftAt', '2026-11-24T18:00')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23']);
    expect(await due()).toEqual(['2026-11-27']);
    const [gone] = await house.rows('SELECT left_at, left_about FROM departures WHERE undone_at IS NULL');
    expect(gone).toEqual({ left_at: '2026-11-25T00:00:00Z', left_about: 'exact' });
    const [turnover] = await house.rows('SELECT since_at FROM turnovers');
    expect(turnover).toEqual({ since_at: '2026-11-25T00:00:00Z' });
    await itIs('28T15:00');
    const list = await desk.visit('/follow-ups');
    await desk.fill(
      list('main li a').attr('href')!,
      { result: 'no_answer' },
      `${list('main li a').attr('href')!}/attempts`,
    );
    expect((await correct('leftAt', '2026-11-25T10:00')).status).toBe(303);
    expect(await due()).toEqual(['2026-11-27']);
  });

  it('a later leaving passes the guard: who had the bed is named, nothing is changed (R13)', async () => {
    const eli = await welcome('Eli', 'Maple', '2026-11-30', { arrivedAt: '2026-11-25T20:00' });
    expect(eli).toMatch(/^\/stays\//);
    const answer = await correct('leftAt', '2026-11-26T09:00');
    expect(answer.status).toBe(409);
    expect(read(page(answer), '[aria-labelledby=in-the-way]')).toContain('Maple is taken by E.');
    expect(page(answer)('[name=value]').val()).toBe('2026-11-26T09:00');
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24']);
    await correct('leftAt', '2026-11-25T19:00');
    expect(read(await desk.visit(sam), '.lead')).toContain('left Wed 25 Nov, 7 pm');
  });

  it('ending and destination: page, figures and export say the new one', async () => {
    await correct('ending', 'early_choice');
    await correct('destination', 'own_place');
    const $ = await desk.visit(sam);
    expect(read($, '[aria-labelledby=ended]')).toContain('Left earlier by choice');
    expect(await history()).toContain('Corrected. Where they went: “Family” to “Own place”');
    expect(await figures()).toContain('Left earlier by choice');
    expect(await figures()).not.toContain('Left as planned');
    expect((await correct('ending', 'died')).status).toBe(422);
  });

  it('the bed of a part that is over, against whoever was in it then (R20)', async () => {
    const $ = await desk.visit(`${sam}/correct`);
    const address = $('a[href*="field=bed"]').attr('href')!;
    const taken = await desk.fill(address, { value: beds.Cedar!, ...REASON }, `${sam}/correct`);
    expect(taken.status).toBe(409);
    expect(read(page(taken), '[aria-labelledby=in-the-way]')).toContain('Cedar is taken by L.');
    expect(read(page(taken), '[aria-labelledby=in-the-way]')).toContain('Free for these nights: Birch, Fern');
    expect((await desk.send(page(taken), `${sam}/correct`, { value: beds.Fern! })).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Fern 22 23 24']);
    expect(await history()).toContain('Corrected. Bed: Maple to Fern');
    const board = await desk.visit('/');
    expect(board('[data-bed=Fern]').attr('data-status')).toBe('getting-ready');
    expect(board('[data-bed=Maple]').attr('data-status')).toBe('free');
  });

  it('never the bed they are in, nor a part of another stay', async () => {
    const $ = await desk.visit(`${sam}/correct`);
    const part = new URLSearchParams($('a[href*="field=bed"]').attr('href')!.split('?')[1]).get('part')!;
    expect((await desk.get(`${lou}/correct?field=bed&part=${part}`)).status).toBe(303);
    const form = await desk.visit(`${sam}/correct?field=bed&part=${part}`);
    const answer = await desk.send(form, `${sam}/correct`, { value: 'nowhere', ...REASON });
    expect(answer.status).toBe(422);
  });

  describe('whose stay it is', () => {
    it('somebody new: nights and what was agreed are theirs (R7)', async () => {
      expect((await correct('guest', 'Robin')).status).toBe(303);
      expect([await nights('Sam Ash'), await nights('Robin')]).toEqual([[], ['Maple 22 23 24']]);
      expect(await history()).toContain('Corrected. Whose stay it is: S.A. to R.');
      const [consent] = await house.rows('SELECT g.name FROM consents c JOIN guests g ON g.id = c.guest_id');
      expect(consent).toEqual({ name: 'Robin' });
    });

    it('a no at that leaving was theirs: the yes of the other guest stands again (R32)', async () => {
      const [guest] = await house.rows<{ id: string }>(`SELECT id FROM guests WHERE name = 'Sam Ash'`);
      const known = { stayedBefore: 'yes', askedSame: 'yes', guestId: guest!.id };
      const again = await welcome('Sam Ash', 'Birch', '2026-11-28', known);
      await leave(again, { followUpConsent: 'no', point: '', detail: '' });
      expect(await house.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toEqual([]);
      expect((await correct('guest', 'Robin', {}, again)).status).toBe(303);
      expect(await house.rows('SELECT stay_id FROM consents WHERE withdrawn_at IS NULL')).toEqual([
        { stay_id: idOf(sam) },
      ]);
    });

    it('and what was said later counts: a second no of theirs, a later yes of the other (R32)', async () => {
      const idByName = async (name: string) =>
        (await house.rows<{ id: string }>('SELECT id FROM guests WHERE name = ?', [name]))[0]!.id;
      const known = { stayedBefore: 'yes', askedSame: 'yes', guestId: await idByName('Sam Ash') };
      const no = { followUpConsent: 'no', point: '', detail: '' };
      const stays = [];
      for (const more of [known, known]) {
        stays.push(await welcome('Sam Ash', 'Birch', '2026-11-28', more));
        house.clock.advance({ minutes: 10 });
        await leave(stays.at(-1)!, no);
        house.clock.advance({ minutes: 10 });
      }
      const robin = await welcome('Robin', 'Birch', '2026-11-28', { stayedBefore: 'no' });
      house.clock.advance({ minutes: 10 });
      await leave(robin);
      const live = () => house.rows('SELECT stay_id FROM consents WHERE withdrawn_at IS NULL');
      expect(await live()).toEqual([{ stay_id: idOf(robin) }]);
      const to = { guestId: await idByName('Robin') };
      expect((await correct('guest', 'Robin', to, stays[0])).status).toBe(303);
      expect(await live()).toEqual([{ stay_id: idOf(robin) }]);
    });

    it('somebody known is offered as initials and month; who had a bed then is refused', async () => {
      const asked = await correct('guest', 'Lou');
      expect(asked.status).toBe(409);
      const $ = page(asked);
      expect(read($, 'form#kept')).toContain('L. came in November 2026');
      const id = $('[name=guestId]').first().attr('value')!;
      const refused = await desk.send($, `${sam}/correct`, { guestId: id });
      expect(refused.status).toBe(409);
      expect(read(page(refused), '[role=alert]')).toContain('another stay on some of these nights');
      expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24']);
      expect((await desk.send(page(refused), `${sam}/correct`, { guestId: 'new' })).status).toBe(303);
      expect(await nights('Sam Ash')).toEqual([]);
    });
  });

  it('the name they go by, the old one beside it', async () => {
    expect((await correct('name', 'Sam Ashe')).status).toBe(303);
    expect(await nights('Sam Ashe')).toEqual(['Maple 22 23 24']);
    expect(await history()).toContain('Corrected. Name: S.A. to S.A. “Theo saw it”');
    await desk.fill('/', {}, '/names');
    expect(await history()).toContain('Corrected. Name: Sam Ash to Sam Ashe');
    expect((await correct('name', 'Sam Ashe')).status).toBe(422);
  });

  describe('reopening: the guest was still here', () => {
    it('in their bed, with every night since; the leaving and what was agreed count nowhere (R24)', async () => {
      expect((await reopen()).status).toBe(303);
      expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
      const board = await desk.visit('/');
      expect(board('[data-bed=Maple]').attr('data-status')).toBe('staying');
      const $ = await desk.visit(sam);
      expect(read($, '.state')).toContain('Staying on');
      expect(await history()).toContain(
        'They had not left Wed 25 Nov, 10 am. Here again, in Maple “Theo saw it”',
      );
      expect(read($, 'li.undone')).toContain('Undone: Left: Left as planned');
      expect(await house.rows('SELECT closed_as FROM follow_ups')).toEqual([{ closed_as: 'undone' }]);
      expect(await house.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toEqual([]);
      expect(await figures()).toContain('No stay left');
      expect((await leave(sam, { followUpConsent: 'no', point: '' })).status).toBe(303);
    });

    it('an earlier yes that this leaving took back stands again', async () => {
      const [guest] = await house.rows<{ id: string }>(`SELECT id FROM guests WHERE name = 'Sam Ash'`);
      const known = { stayedBefore: 'yes', askedSame: 'yes', guestId: guest!.id };
      const again = await welcome('Sam Ash', 'Birch', '2026-11-28', known);
      await leave(again, { followUpConsent: 'no', point: '', detail: '' });
      const live = () => house.rows('SELECT stay_id FROM consents WHERE withdrawn_at IS NULL');
      expect(await live()).toEqual([]);
      expect((await reopen({}, again)).status).toBe(303);
      expect(await live()).toEqual([{ stay_id: idOf(sam) }]);
    });

    it('somebody else is in the bed: named, with the free beds; in one of those they are here again', async () => {
      await welcome('Eli', 'Maple', '2026-11-30', { arrivedAt: '2026-11-26T14:00' });
      const answer = await reopen();
      expect(answer.status).toBe(409);
      const $ = page(answer);
      expect(read($, '[aria-labelledby=in-the-way]')).toContain('Maple is taken by E.');
      expect(read($, 'fieldset')).toContain('In which bed were they since?');
      expect((await desk.send($, `${sam}/reopen`, { bedId: beds.Fern! })).status).toBe(303);
      expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24', 'Fern 25 26']);
      expect(read(await desk.visit(sam), 'h1')).toBe('S.A. in Fern');
    });

    it('also on the day they were to leave, whoever is in their bed is named', async () => {
      await itIs('25T15:00');
      await welcome('Eli', 'Maple', '2026-11-30');
      const answer = await reopen();
      expect(answer.status).toBe(409);
      expect(read(page(answer), '[aria-labelledby=in-the-way]')).toContain('Maple is taken by E.');
    });

    it('a night that is promised to somebody stands in the way', async () => {
      await hold('Maple', 26, 28);
      expect((await reopen()).status).toBe(409);
    });
  });

  it('two coordinators at once: the second sees what is kept now, and loses nothing (R26)', async () => {
    const first = await desk.visit(`${sam}/correct?field=ending`);
    await correct('ending', 'early_choice');
    const answer = await desk.send(first, `${sam}/correct`, { value: 'limit', reason: 'It was ten nights' });
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, '[aria-labelledby=kept-now]')).toContain('Left earlier by choice');
    expect($('[name=value]:checked').val()).toBe('limit');
    expect($('[name=reason]').val()).toBe('It was ten nights');
    expect((await desk.send($, `${sam}/correct`)).status).toBe(303);
    expect(await history()).toContain('“Left earlier by choice” to “Reached the longest stay”');
  });

  it('two reopenings in the same moment make one; the same form twice is one', async () => {
    const forms = await Promise.all([1, 2].map(() => desk.visit(`${sam}/correct?field=reopen`)));
    const answers = await Promise.all(forms.map(($) => desk.send($, `${sam}/reopen`, REASON)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const again = await desk.send(forms[0]!, `${sam}/reopen`, REASON);
    expect([303, 409]).toContain(again.status);
    expect(await house.rows(`SELECT 1 FROM acts WHERE kind = 'stay.reopened'`)).toHaveLength(1);
  });
});
