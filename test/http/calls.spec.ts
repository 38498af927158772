import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('logging who rang (R15)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const log = (answers: Record<string, string>, at = desk) => at.fill(paths.calls(), answers);
  /** The list as it is read, a line for each call. */
  const listed = async (path: string = paths.calls()) => {
    const $ = await desk.visit(path);
    return $('tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('td')
          .toArray()
          .map((cell) => $(cell).clone().find('form').remove().end().text().replace(/\s+/gu, ' ').trim())
          .join(' | '),
      );
  };
  const lead = async (path: string = paths.calls()) => read(await desk.visit(path), '.lead');

  it('takes one click on the page, without a name', async () => {
    expect(await lead()).toBe('0 since Sun 22, 4 am. No name is needed.');
    const answer = await log({ outcome: 'rang_off' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/calls']);
    const $ = await desk.visit('/calls');
    expect(read($, '.flash p')).toBe('Noted: rang off.');
    expect(await listed()).toEqual(['10:40 pm | Rang off Phone · Not said | Rosa']);
    expect(await lead()).toContain('1 since');
  });

  it('takes each way, each caller and each outcome as the page offers them', async () => {
    const $ = await desk.visit('/calls');
    const offered = (selector: string) =>
      $(selector)
        .toArray()
        .map((each) => String($(each).attr('value')));
    const [lines, callers, outcomes] = ['[name=line]', 'option', '[name=outcome]'].map(offered) as [
      string[],
      string[],
      string[],
    ];
    expect([lines.length, callers.length, outcomes.length]).toEqual([3, 6, 7]);
    for (const line of lines) expect((await log({ line, outcome: 'talked' })).status).toBe(303);
    for (const caller of callers) expect((await log({ caller, outcome: 'talked' })).status).toBe(303);
    for (const outcome of outcomes)
      expect((await log({ outcome, noStayReason: outcome === 'no_stay' ? 'no_bed' : '' })).status).toBe(303);
    expect(await lead()).toContain('16 since');
  });

  it('goes back to the page of ours it was logged on, and nowhere else', async () => {
    const $ = await desk.visit('/calls');
    const from = async (page: string) => {
      const fields = { ...fieldsOf($, '/calls'), formToken: '', outcome: 'rang_off' };
      const token = await desk.visit('/calls');
      fields.formToken = String(fieldsOf(token, '/calls').formToken);
      return (await desk.post('/calls', fields).set('Referer', page)).headers.location;
    };
    expect(await from(`${house.url}/`)).toBe('/');
    expect(await from(`${house.url}/calls?day=2026-11-21`)).toBe('/calls');
    expect(await from('https://evil.example/calls')).toBe('/calls');
  });

  it('says the words for whoever asks about a person, and keeps no name (R49)', async () => {
    await log({ line: 'door', caller: 'official', outcome: 'asked_about' });
    const $ = await desk.visit('/calls');
    const words = read(await desk.visit(paths.askedAbout()), '.say');
    expect(read($, '.flash p')).toBe(`Noted: asked about a person. Say this: ${words}`);
    expect(Object.keys((await house.rows('SELECT * FROM calls'))[0]!)).toEqual(
      [
        'id line caller outcome at house_day person_id undone_at no_stay_reason minutes name',
        'ring_at reach rung_at rung_by',
      ]
        .join(' ')
        .split(' '),
    );
    await log({ outcome: 'asked_about', name: 'Kim' });
    expect(await house.rows('SELECT name FROM calls WHERE name IS NOT NULL')).toEqual([]);
  });

  it('asks on a page of its own why no stay was offered, with what the house can offer instead', async () => {
    const manager = await house.signIn('manager');
    await manager.fill('/settings/house', { insteadOfABed: 'Tea and a chair until morning' });
    const asked = page(await log({ line: 'door', outcome: 'no_stay' }));
    expect(read(asked, 'h1')).toBe('Why could we not offer a stay?');
    expect(read(asked, 'aside')).toContain('Tea and a chair until morning');
    expect(await house.rows('SELECT * FROM calls')).toEqual([]);
    const groups = asked('legend')
      .toArray()
      .map((each) => asked(each).text());
    expect(groups).toEqual(
      expect.arrayContaining(['No room just now', 'Something we can’t offer', 'Their own choice']),
    );
    const answer = await desk.send(asked, '/calls', { noStayReason: 'no_bed', minutes: '12' });
    expect(answer.status).toBe(303);
    expect(await listed()).toEqual([
      '10:40 pm | Couldn’t offer a stay No bed free Door · Not said · 12 minutes | Rosa',
    ]);
  });

  it.each([
    ['noStayReason', 'no-bed', 'Choose why no stay was offered'],
    ['minutes', '1.5', 'Enter the minutes as a number'],
    ['name', '', 'Enter a name to ask for'],
    ['askAgainOn', '2026-11-21', 'This day is over'],
  ])('asks again for %s, keeps the rest and writes nothing', async (name, wrong, words) => {
    const asked = page(await log({ outcome: 'no_stay' }));
    const fields = { noStayReason: 'no_bed', wait: 'yes', name: 'Kim', need: 'No steps', [name]: wrong };
    const answer = await desk.send(asked, '/calls', fields);
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, `#${name}-error`)).toContain(words);
    expect([$('#need').val(), $('[name=wait]').is('[checked]')]).toEqual(['No steps', true]);
    expect(await house.rows('SELECT id FROM calls UNION SELECT id FROM waitlist')).toEqual([]);
  });

  it('puts whoever wants to wait on the waitlist in the same click, nothing typed twice (R16)', async () => {
    const asked = page(await log({ outcome: 'no_stay', name: 'Kim Lee' }));
    expect(asked('#name').val()).toBe('Kim Lee');
    const answer = await desk.send(asked, '/calls', { noStayReason: 'no_bed', wait: 'yes' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/waitlist']);
    expect(read(await desk.visit('/waitlist'), 'ol')).toContain('K.L.');
  });

  it('undone, the place on the waitlist goes with it, unless somebody did something with that (R24)', async () => {
    const twice = async () => {
      const asked = page(await log({ outcome: 'no_stay', name: 'Kim Lee' }));
      await desk.send(asked, '/calls', { noStayReason: 'no_bed', wait: 'yes' });
      return (await desk.visit('/calls'))('tbody form').first().attr('action')!;
    };
    const slip = await twice();
    expect((await desk.fill('/calls', {}, slip)).status).toBe(303);
    expect(read(await desk.visit('/waitlist'), 'main')).toContain('Nobody is waiting.');
    const undo = await twice();
    const entry = (await desk.visit('/waitlist'))('ol a').attr('href')!;
    await desk.fill(entry, { askAgainOn: '2026-11-25' }, `${entry}/ask-again`);
    const refused = await desk.fill('/calls', {}, undo);
    expect([refused.status, read(page(refused), 'main')]).toEqual([
      409,
      expect.stringContaining('since then'),
    ]);
    expect(await house.rows('SELECT 1 FROM calls WHERE undone_at IS NULL')).toHaveLength(1);
    expect(await house.rows('SELECT 1 FROM waitlist WHERE outcome IS NULL')).toHaveLength(1);
  });

  it.each([
    ['line', 'Choose how they reached us'],
    ['caller', 'Choose who it was'],
    ['outcome', 'Choose what came of it'],
  ])('asks again for a %s nobody offers, beside the question, and writes nothing', async (name, words) => {
    for (const wrong of [
      '',
      'rang-off',
      '__proto__',
      "' OR 1=1; --",
      'x'.repeat(10_000),
      ['phone', 'door'],
    ]) {
      const fields = { line: 'message', caller: 'family', outcome: 'talked', [name]: wrong };
      const answer = await desk.fill('/calls', fields);
      expect(answer.status).toBe(422);
      const $ = page(answer);
      const [link] = $('#errors a').toArray();
      expect($(link).attr('href')).toBe(`#${name}`);
      expect($(`#${name}`).length).toBe(1);
      const isOdd = typeof wrong !== 'string' || wrong.length > 100;
      expect(read($, `#${name}-error`)).toContain(isOdd ? 'This' : words);
      if (name !== 'line') expect($('[name=line]:checked').val()).toBe('message');
      if (name !== 'caller') expect($('option[selected]').attr('value')).toBe('family');
    }
    expect(await house.rows('SELECT * FROM calls')).toEqual([]);
  });

  it('asks what came of it when Enter is pressed: the first button says nothing by itself', async () => {
    const $ = await desk.visit('/calls');
    const [first] = $('form[action="/calls"] button').toArray();
    expect([$(first).attr('name'), $(first).attr('tabindex')]).toEqual([undefined, '-1']);
    const answer = await desk.send($, '/calls');
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#errors')).toContain('Choose what came of it');
  });

  it('makes one call of a double click, and asks about a second outcome of the same page', async () => {
    const $ = await desk.visit('/calls');
    const clicks = Array.from({ length: 5 }, () => desk.send($, '/calls', { outcome: 'talked' }));
    expect((await Promise.all(clicks)).map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    const other = await desk.send($, '/calls', { outcome: 'rang_off' });
    expect(other.status).toBe(409);
    expect(read(page(other), 'h1')).toBe('This form was sent before');
    expect(await lead()).toContain('1 since');
    expect(await house.rows(`SELECT * FROM acts WHERE kind = 'call.logged'`)).toHaveLength(1);
  });

  it('loses none of 30 calls from three desks at once', async () => {
    const desks = [desk, await house.signIn(), await house.signIn()];
    const sheets = await Promise.all(
      Array.from({ length: 30 }, (_, place) => desks[place % 3]!.visit('/calls')),
    );
    await Promise.all(sheets.map(($, place) => desks[place % 3]!.send($, '/calls', { outcome: 'rang_off' })));
    expect(await lead()).toContain('30 since');
  });

  it('is undone by anyone until the shift ends: then it is neither listed nor counted (R24)', async () => {
    await log({ outcome: 'talked' });
    house.clock.advance({ seconds: 5 });
    await log({ outcome: 'rang_off' });
    const theo = await house.signIn('staff', 'Theo');
    const $ = await theo.visit('/calls');
    const undo = $('tbody tr').first().find('form').attr('action')!;
    const [once, twice] = await Promise.all([theo.send($, undo), theo.send($, undo)]);
    expect([once.headers.location, twice.headers.location]).toEqual(['/calls', '/calls']);
    expect(await listed()).toEqual(['10:40 pm | Talked Phone · Not said | Rosa']);
    expect(await lead()).toContain('1 since');
    expect(await house.rows('SELECT * FROM calls')).toHaveLength(2);
    expect((await theo.visit('/calls'))(`form[action="${undo}"]`).length).toBe(0);
  });

  it('cannot be undone once the shift is over, and says why', async () => {
    house.clock.moveTo('2026-11-23T03:59:00Z');
    desk = await house.signIn();
    await log({ outcome: 'talked' });
    const $ = await desk.visit('/calls');
    const undo = $('tbody form').attr('action')!;
    house.clock.advance({ minutes: 1 });
    expect((await desk.visit('/calls'))('tbody form').length).toBe(0);
    house.clock.advance({ minutes: 1 });
    expect((await desk.visit('/calls'))('tbody form').length).toBe(0);
    const answer = await desk.send($, undo);
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('shift in which it was done is over');
  });

  it('leaves its line in the trail, and none for a look or for what was refused (R44)', async () => {
    const trail = () =>
      house.rows(`SELECT act, subject_id FROM audit WHERE act LIKE 'calls%' ORDER BY number`);
    await log({ outcome: '' });
    await desk.visit('/calls');
    expect(await trail()).toEqual([]);
    await log({ outcome: 'talked' });
    const [call] = await house.rows<{ id: string }>('SELECT id FROM calls');
    expect(await trail()).toEqual([{ act: 'calls.log', subject_id: call!.id }]);
  });

  it('lists the newest first, also within one minute', async () => {
    const outcomes = ['rang_off', 'talked', 'coming', 'asked_about', 'sent_elsewhere', 'gave_information'];
    for (const outcome of outcomes) {
      await log({ outcome });
      house.clock.advance({ seconds: 2 });
    }
    const rows = await house.rows<{ outcome: string }>('SELECT outcome FROM calls ORDER BY at DESC, id DESC');
    expect(rows.map(({ outcome }) => outcome)).toEqual([...outcomes].reverse());
    expect((await listed()).map((line) => line.split(/ \| | Phone/)[1])).toEqual([
      'Gave information',
      'Sent elsewhere',
      'Asked about a person',
      'Is coming to stay',
      'Talked',
      'Rang off',
    ]);
  });

  describe('by house days', () => {
    const logAt = async (time: string, outcome: string) => {
      house.clock.moveTo(time);
      desk = await house.signIn('staff', `Person at ${time}`);
      await log({ outcome });
    };
    const times = async (path?: string) => (await listed(path)).map((line) => line.split(' | ')[0]);

    it('belong to the day that has begun at the rollover, right across midnight', async () => {
      await logAt('2026-11-22T09:59:59Z', 'rang_off');
      await logAt('2026-11-22T10:00:00Z', 'talked');
      await logAt('2026-11-23T05:59:00Z', 'talked');
      await logAt('2026-11-23T06:00:00Z', 'talked');
      await logAt('2026-11-23T09:59:00Z', 'talked');
      expect(await lead()).toBe('4 since Sun 22, 4 am. No name is needed.');
      expect(await times()).toEqual(['Mon 23, 3:59 am', 'Mon 23, 12 midnight', '11:59 pm', '4 am']);
      expect(await times('/calls?day=2026-11-21')).toEqual(['Sun 22, 3:59 am']);
      expect(await lead('/calls?day=2026-11-21')).toBe(
        '1 from Sat 21, 4 am to Sun 22, 4 am. No name is needed.',
      );
      house.clock.advance({ minutes: 1 });
      expect(await lead()).toBe('0 since Mon 23, 4 am. No name is needed.');
      expect(read(await desk.visit('/calls'), 'main')).toContain('All quiet. No calls since Mon 23, 4 am.');
    });

    it('lead from one night to the next, up to the current one', async () => {
      const links = async (path: string) => {
        const $ = await desk.visit(path);
        return $('main .row:not(.tabs) a')
          .toArray()
          .map((each) => [$(each).text().replace(/\s/gu, ' '), $(each).attr('href')]);
      };
      expect(await links('/calls')).toEqual([
        ['Calls of the night of Sat 21 to Sun 22', '/calls?day=2026-11-21'],
      ]);
      expect(await links('/calls?day=2026-11-21')).toEqual([
        ['Calls of the night of Fri 20 to Sat 21', '/calls?day=2026-11-20'],
        ['Calls of the night of Sun 22 to Mon 23', '/calls'],
      ]);
      expect(await lead('/calls?day=2026-11-22')).toBe(await lead());
    });

    it.each(['2026-11-23', '2026-02-30', '1999-12-31', '', 'soon', '2026-11-22&day=2026-11-22'])(
      'are asked for by a real day that has begun: not %j',
      async (day) => {
        const answer = await desk.get(`/calls?day=${day}`);
        expect(answer.status).toBe(422);
        expect(read(page(answer), 'main')).toContain('Choose a day up to Sun 22 Nov');
      },
    );

    it('keep the order of a night in which 1:30 am comes twice, and say which (R3)', async () => {
      await logAt('2026-11-01T06:30:00Z', 'talked');
      await logAt('2026-11-01T07:15:00Z', 'talked');
      await logAt('2026-11-01T07:30:00Z', 'talked');
      await logAt('2026-11-01T08:00:00Z', 'talked');
      expect(await lead()).toBe('4 since Sat 31, 4 am. No name is needed.');
      expect(await times()).toEqual([
        'Sun 1, 2 am',
        'Sun 1, 1:30 am (second)',
        'Sun 1, 1:15 am (second)',
        'Sun 1, 1:30 am (first)',
      ]);
    });

    it('are found by their day, not by looking through all of them', async () => {
      const plan = await house.rows<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT * FROM calls WHERE house_day = '2026-11-22' AND undone_at IS NULL ORDER BY at DESC`,
      );
      expect(plan.map(({ detail }) => detail).join()).toContain('USING INDEX calls_by_day (house_day=?)');
    });
  });
});
