import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { type House, openHouse } from '../support/open-house.js';

const BEDS = 'Maple Cedar Birch Fern Aspen'.split(' ');

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe('finding a stay', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: BEDS.join('\n') });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  const bedId = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;

  const welcome = async (bed: string, name: string | null) => {
    const who: Fields = name === null ? { noName: 'yes' } : { name };
    const stay = { bedId: await bedId(bed), departureDay: '2026-11-25', stayedBefore: 'no' };
    const answer = await desk.fill(paths.checkIn(), { ...stay, confirmNotReady: 'yes', ...who });
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  };
  const leave = (stay: string) =>
    desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
  const search = (q: string, at = desk) => at.fill(paths.stays(), { q }, paths.findStay());

  /** The stays a page lists, as they are read. */
  const listed = ($: ReturnType<typeof page>) =>
    $('main .list > li')
      .toArray()
      .map((line) =>
        $(line)
          .find('p')
          .toArray()
          .map((part) => plain($(part).text()))
          .join(', '),
      );
  const here = async () => listed(await desk.visit(paths.stays()));
  const left = async () => listed(await desk.visit(paths.staysLeft()));
  const found = async (q: string) => {
    const answer = await search(q);
    expect(answer.status).toBe(200);
    return listed(page(answer));
  };

  it('lists who is here by bed, in initials, with the days that tell them apart', async () => {
    await welcome('Birch', 'Sam Ito');
    await welcome('Maple', 'Jo Rivera');
    await welcome('Cedar', null);
    expect(await here()).toEqual([
      'J.R. · Maple, Came Sun 22 Nov, 10:40 pm · leaves Wed 25 Nov',
      'Guest in Cedar, Came Sun 22 Nov, 10:40 pm · leaves Wed 25 Nov',
      'S.I. · Birch, Came Sun 22 Nov, 10:40 pm · leaves Wed 25 Nov',
    ]);
    await desk.fill('/', {}, '/names');
    expect((await here())[0]).toContain('Jo Rivera');
    house.clock.advance({ days: 5 });
    desk = await house.signIn();
    expect((await here())[0]).toContain('was to leave Wed 25 Nov');
  });

  it('lists who left, the latest first, and never an undone stay', async () => {
    const [sam, jo] = [await welcome('Maple', 'Sam Ito'), await welcome('Cedar', 'Jo Rivera')];
    house.clock.advance({ minutes: 10 });
    await leave(jo);
    house.clock.advance({ minutes: 10 });
    await leave(sam);
    const kim = await welcome('Birch', 'Kim Undone');
    const $ = await desk.visit(kim);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await left()).toEqual([
      'S.I. · Maple, Came Sun 22 Nov, 10:40 pm · left Sun 22 Nov',
      'J.R. · Cedar, Came Sun 22 Nov, 10:40 pm · left Sun 22 Nov',
    ]);
    expect(await here()).toEqual([]);
    expect(await found('undone')).toEqual([]);
    expect(read(await desk.visit(paths.stays()), 'main')).toContain('All quiet. Nobody is staying just now.');
  });

  it('compares as people read: accents, case, spaces and marks make no difference, and no letter stands for others', async () => {
    const names = ['José Díaz', 'Ann-Lou O’Neill', 'Straße', '✿'];
    for (const [place, name] of names.entries()) await welcome(BEDS[place]!, name);
    await welcome('Aspen', null);
    await desk.fill('/', {}, '/names');
    const cases: [q: string, name: string | null][] = [
      ['jose diaz', 'José Díaz'],
      ['  DIAZ   jose ', 'José Díaz'],
      ['osé', 'José Díaz'],
      ['strasse', 'Straße'],
      ["o'neill", 'Ann-Lou O’Neill'],
      ['["ann%"]', 'Ann-Lou O’Neill'],
      ['✿', '✿'],
      ['jose diaz x', null],
      ['%', null],
      ['_', null],
      ['%%%', null],
      ['*', null],
      ['\\', null],
      ["' OR 1=1; --", null],
      ['guest in', null],
    ];
    for (const [q, name] of cases) {
      const answer = await search(q);
      const lines = listed(page(answer)).map((line) => line.split(' · ')[0]);
      expect([q, answer.status, lines]).toEqual([q, 200, name === null ? [] : [name]]);
      expect(page(answer)('[name=q]').val()).toBe(q);
      if (name === null) expect(read(page(answer), 'main')).toContain('Try fewer letters');
    }
  });

  it('asks for a part of the name when there is none, and refuses one no name can have; what was typed stays', async () => {
    await welcome('Maple', 'Ann');
    for (const q of ['', '   ', '\u200b', 'x'.repeat(10_000), 'a\u0000b']) {
      const answer = await search(q);
      expect(answer.status).toBe(422);
      const $ = page(answer);
      expect($('#errors a').attr('href')).toBe('#q');
      expect(read($, '#q-error').length).toBeGreaterThan(10);
      expect(String($('[name=q]').val()).length).toBe(q.length);
      expect(listed($)).toHaveLength(1);
    }
  });

  it('says date, time and night of one who came, or left, after midnight (R1)', async () => {
    house.clock.moveTo('2026-11-23T07:30:00Z');
    desk = await house.signIn();
    const sam = await welcome('Maple', 'Sam Ito');
    expect(await here()).toEqual([
      'S.I. · Maple, Came Mon 23 Nov, 1:30 am, night of Sun 22 to Mon 23 · leaves Wed 25 Nov',
    ]);
    house.clock.advance({ hours: 1 });
    await leave(sam);
    expect((await left())[0]).toMatch(/ · left Mon 23 Nov, night of Sun 22 to Mon 23$/);
  });

  it('keeps what was typed out of addresses, titles, the trail and the session (R49)', async () => {
    const stay = await welcome('Maple', 'Namqzx Surqzx');
    const before = await house.rows('SELECT number FROM audit');
    const answer = await search('namqzx');
    const $ = page(answer);
    expect(answer.headers.location).toBeUndefined();
    expect($('title').text()).toMatch(/^Find/);
    expect(
      $('[href], [action]')
        .toArray()
        .map((each) => JSON.stringify($(each).attr()))
        .join(),
    ).not.toContain('qzx');
    expect(listed($)).toEqual(['N.S. · Maple, Came Sun 22 Nov, 10:40 pm · leaves Wed 25 Nov']);
    expect($('main .list a').attr('href')).toBe(stay);
    expect(JSON.stringify(await house.rows('SELECT * FROM sessions'))).not.toContain('qzx');
    expect(JSON.stringify(await house.rows('SELECT * FROM drafts'))).not.toContain('qzx');
    const trail = await house.rows<object>(`SELECT act, subject_id, person_id FROM audit WHERE number > ?`, [
      before.length,
    ]);
    expect(trail).toEqual([{ act: 'stays.find', subject_id: null, person_id: desk.person.id }]);
    // The desk's buttons come back to an address, not to what was typed
    const back = await desk.send($, '/names').then((each) => each.headers.location);
    const shown = await desk
      .post('/names', { _csrf: String($('[name=_csrf]').val()) })
      .set('Referer', `${house.url}/stays/find`);
    expect([back, shown.headers.location]).toEqual(['/', '/stays/find']);
    expect((await desk.get('/stays/find')).headers.location).toBe('/stays');
  });

  it('shows nothing of what it found when the line of the trail cannot be kept (R44)', async () => {
    await welcome('Maple', 'Ann Other');
    const audit = house.app.get(AuditService);
    audit.write = () => Promise.reject(new Error('the trail is broken'));
    const answer = await search('ann');
    Reflect.deleteProperty(audit, 'write');
    expect([answer.status, answer.text.includes('A.O.')]).toEqual([500, false]);
  });

  it('bears an address nobody made', async () => {
    const queries = ['tab=coming', 'tab=', 'tab=left&tab=here', 'tab[]=left', 'tab=left&before=nobody'];
    for (const query of [...queries, 'tab=left&before=&before=x']) {
      expect([query, (await desk.get(`/stays?${query}`)).status]).toEqual([query, 200]);
    }
  });

  it('shows 30 at most: more who left by “Earlier”, more who are found by typing more', async () => {
    const names = Array.from({ length: 33 }, (_, place) => `Guest Number${place + 1}`);
    for (const [place, name] of names.entries()) {
      await leave(await welcome(BEDS[place % 5]!, name));
      if (place % 3 === 0) house.clock.advance({ minutes: 1 });
    }
    await desk.fill('/', {}, '/names');
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let address: string | undefined = paths.staysLeft(); address !== undefined;) {
      expect(address).toMatch(/^\/stays\?tab=left(&before=[\w-]{36})?$/);
      const $ = await desk.visit(address);
      sizes.push(listed($).length);
      seen.push(...listed($).map((line) => line.split(' · ')[0]!));
      address = $('main .row a')
        .filter((_, each) => $(each).text() === 'Earlier')
        .attr('href');
    }
    expect(sizes).toEqual([30, 3]);
    expect([...seen].sort()).toEqual([...names].sort());
    const $ = page(await search('guest'));
    expect(listed($)).toHaveLength(30);
    expect(read($, 'main')).toContain('Type more of the name to see fewer');
    expect(listed(page(await search('number32')))).toHaveLength(1);
  }, 30_000);

  describe('who is coming', () => {
    const keep = (bed: string, guestName: string, firstNight: string, keepUntil = '') =>
      desk.fill('/holds/new', { bedId: bed, guestName, firstNight, nights: '2', keepUntil }, '/holds');
    const coming = async () => listed(await desk.visit(paths.staysComing()));

    it('lists the beds that are kept by their first night, until their hour, each with its page', async () => {
      expect(read(await desk.visit(paths.staysComing()), 'main section')).toContain(
        'No bed is kept for anyone.',
      );
      await keep(await bedId('Cedar'), 'Kim Lee', '2026-11-24');
      await keep(await bedId('Maple'), '', '2026-11-22', '2026-11-22T23:30');
      expect(await coming()).toEqual([
        'Guest in Maple, From Sun 22 Nov to Tue 24 Nov · kept until 11:30 pm',
        'K.L. · Cedar, From Tue 24 Nov to Thu 26 Nov · kept until 11 pm Tue 24',
      ]);
      const href = (await desk.visit(paths.staysComing()))('main .list a').first().attr('href')!;
      expect((await desk.get(href)).status).toBe(200);
      house.clock.moveTo('2026-11-23T05:30:00Z');
      expect(await coming()).toHaveLength(1);
    });
  });

  describe('by month and bed', () => {
    const by = (answers: Fields) => desk.fill(paths.stays(), answers, paths.findStay());

    beforeEach(async () => {
      await leave(await welcome('Maple', 'Sam Ash'));
      house.clock.advance({ minutes: 1 });
      await leave(await welcome('Cedar', 'Kim Lee'));
      house.clock.moveTo('2026-12-02T18:00:00Z');
      desk = await house.signIn();
      const stay = { bedId: await bedId('Maple'), departureDay: '2026-12-03', stayedBefore: 'no' };
      await desk.fill(paths.checkIn(), { ...stay, confirmNotReady: 'yes', name: 'Lou' });
    });

    const names = async (answers: Fields) => {
      const answer = await by(answers);
      expect(answer.status).toBe(200);
      return listed(page(answer)).map((line) => line.split(',')[0]);
    };

    it('finds those who came in that month, those who slept in that bed, and both at once', async () => {
      expect(await names({ month: '2026-11' })).toEqual(['K.L. · Cedar', 'S.A. · Maple']);
      expect(await names({ month: '2026-12' })).toEqual(['L. · Maple']);
      expect(await names({ bedId: await bedId('Maple') })).toEqual(['L. · Maple', 'S.A. · Maple']);
      expect(await names({ month: '2026-11', bedId: await bedId('Maple') })).toEqual(['S.A. · Maple']);
      expect(await names({ q: 'kim', month: '2026-11' })).toEqual(['K.L. · Cedar']);
      expect(await names({ q: 'kim', month: '2026-12' })).toEqual([]);
      expect(await names({ bedId: 'nowhere' })).toEqual([]);
    });

    it('asks for one of the three, and for a month that is one; what was chosen stays', async () => {
      const none = await by({ q: '' });
      expect([none.status, read(page(none), '#errors')]).toEqual([
        422,
        expect.stringContaining('Type a part of the name, or choose a month or a bed'),
      ]);
      const wrong = await by({ month: 'last winter', bedId: await bedId('Fern') });
      expect(wrong.status).toBe(422);
      const $ = page(wrong);
      expect([$('#month').val(), $('#bedId option:selected').text()]).toEqual(['last winter', 'Fern']);
      expect($('main details').attr('open')).toBeDefined();
    });
  });
});
