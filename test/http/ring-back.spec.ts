import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** It is Sun 22 November 2026, 10:40 pm. */
describe('ringing back who asked for it (R15)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const noStay = (answers: Record<string, string>) =>
    desk.fill(paths.calls(), { outcome: 'no_stay', ...answers });
  /** Kim was told that there is no bed, and is to be rung in an hour. */
  const kimWaits = () =>
    noStay({ noStayReason: 'no_bed', name: 'Kim Lee', ringAt: '2026-11-22T23:45', reach: '555-0182' });
  const toRing = async (at = desk) => read(await at.visit(paths.calls()), '[aria-labelledby=to-ring]');
  const press = async (reached: string, at = desk) => {
    const $ = await at.visit(paths.calls());
    return at.send($, $('[aria-labelledby=to-ring] form').attr('action')!, { reached });
  };

  it('is one tap on the page that says why no stay was offered', async () => {
    const asked = page(await noStay({}));
    const times = asked('[name=ringAt]')
      .toArray()
      .map((each) => String(asked(each).attr('value')));
    expect(times).toEqual([
      '',
      '2026-11-22T23:45',
      '2026-11-23T10:00',
      '2026-11-23T14:00',
      '2026-11-23T18:00',
    ]);
    expect(read(asked, 'form')).toContain('Sun 22, 11:45 pm');
    const answer = await desk.send(asked, paths.calls(), { noStayReason: 'no_bed', ringAt: times[1]! });
    expect(answer.status).toBe(303);
    expect(await toRing()).toContain('Somebody · Sun 22, 11:45 pm');
  });

  it('waits by initials with the number beside it, is counted on board and shift page, and turns due at its minute', async () => {
    await kimWaits();
    expect(await toRing()).toContain(
      'K.L. · Sun 22, 11:45 pm · 555-0182 Rang Sun 22, 10:40 pm, Rosa answered',
    );
    for (const path of ['/', '/shift'])
      expect(read(await desk.visit(path), 'main')).toMatch(/1 to ring back(?! ·)/);
    house.clock.advance({ minutes: 65 });
    expect(await toRing()).toContain('Waiting since Sun 22, 11:45 pm');
    for (const path of ['/', '/shift']) {
      const words = read(await desk.visit(path), 'main');
      expect(words).toContain('1 to ring back · 1 waits now');
      expect(words).not.toMatch(/K\.L\.|555-0182/);
    }
  });

  it('is done in one click, stays with the call, and can be undone', async () => {
    await kimWaits();
    const answer = await press('yes');
    expect([answer.status, answer.headers.location]).toEqual([303, '/calls']);
    const $ = await desk.visit(paths.calls());
    expect(read($, '[role=status]')).toContain('Noted: rung back.');
    expect(read($, 'tbody')).toContain('Rung back Sun 22, 10:40 pm, Rosa');
    expect(read($, 'main')).not.toContain('555-0182');
    expect(read(await desk.visit('/'), 'main')).not.toContain('to ring back');
    await desk.send($, $('tbody form').attr('action')!);
    expect(await toRing()).toContain('K.L. · Sun 22, 11:45 pm');
  });

  it('not reached, they are to be rung in an hour, which can be undone until somebody rang again', async () => {
    await kimWaits();
    house.clock.advance({ minutes: 66 });
    await press('no');
    const $ = await desk.visit(paths.calls());
    expect(await toRing()).toContain('Mon 23, 1 am');
    const undo = $('.flash form').attr('action')!;
    await press('yes');
    const late = await desk.send($, undo);
    expect([late.status, read(page(late), 'main')]).toEqual([409, expect.stringContaining('since then')]);
    expect(await house.rows('SELECT 1 FROM calls WHERE rung_at IS NOT NULL')).toHaveLength(1);
  });

  it.each(['yes', 'no'])(
    'is rung once by two desks, the first says %s: the second hears of it',
    async (first) => {
      await kimWaits();
      house.clock.advance({ minutes: 20 });
      const other = await house.signIn('staff', 'Theo');
      const sheets = [await desk.visit(paths.calls()), await other.visit(paths.calls())];
      const action = sheets[0]!('[aria-labelledby=to-ring] form').attr('action')!;
      const [one, two] = first === 'yes' ? ['yes', 'no'] : ['no', 'yes'];
      const answers = await Promise.all([
        desk.send(sheets[0]!, action, { reached: one }),
        other.send(sheets[1]!, action, { reached: two }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
      const late = answers.find(({ status }) => status === 409)!;
      expect(read(page(late), 'h1')).toBe('Calls');
      expect(await house.rows(`SELECT 1 FROM acts WHERE kind = 'call.rung'`)).toHaveLength(1);
    },
  );

  it.each([
    ['ringAt', '2026-11-22T22:39', 'This time is over'],
    ['ringAt', 'soon', 'Enter a day and a time'],
    ['ringOther', '2026-11-29T22:41', 'within a week'],
    ['ringOther', '2026-11-22T22:39', 'This time is over'],
    ['reach', '5'.repeat(101), 'too long'],
    ['reach', '555-0182', 'Choose when to ring them'],
  ])('asks again for %s “%s”, keeps the rest and writes nothing', async (name, wrong, words) => {
    const answer = await noStay({ noStayReason: 'no_bed', name: 'Kim', [name]: wrong });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '#errors')).toContain(words);
    expect($('#name').val()).toBe('Kim');
    expect(await house.rows('SELECT 1 FROM calls')).toEqual([]);
  });

  it('leaves a number that goes with the waitlist beside what they need', async () => {
    const waits = { name: 'Kim', wait: 'yes', need: 'No steps', reach: '555-0182' };
    expect((await noStay({ noStayReason: 'no_bed', ...waits })).status).toBe(303);
    expect(read(await desk.visit('/waitlist'), 'ol')).toContain('No steps To reach them: 555-0182');
  });

  it('is asked which of two at the hour that comes twice (R3)', async () => {
    house.clock.moveTo('2026-11-01T05:00:00Z');
    desk = await house.signIn();
    const twice = { ringAt: '', ringOther: '2026-11-01T01:30' };
    const answer = await noStay({ noStayReason: 'no_bed', ...twice });
    expect(answer.status).toBe(422);
    expect(page(answer)('[name=ringOtherWhich]').length).toBe(2);
    await noStay({ noStayReason: 'no_bed', ...twice, ringOtherWhich: '-06:00' });
    expect(await house.rows('SELECT ring_at FROM calls')).toEqual([{ ring_at: '2026-11-01T07:30:00Z' }]);
  });

  it('keeps a call whose caller was rung back: its undo says why', async () => {
    await kimWaits();
    const logged = (await desk.visit(paths.calls()))('tbody form').attr('action')!;
    const $ = await desk.visit(paths.calls());
    await press('yes');
    const answer = await desk.send($, logged);
    expect([answer.status, read(page(answer), 'main')]).toEqual([409, expect.stringContaining('rung back')]);
  });

  it('of a call nobody asked to be rung for there is nothing to press', async () => {
    await desk.fill(paths.calls(), { outcome: 'talked' });
    const [call] = await house.rows<{ id: string }>('SELECT id FROM calls');
    const $ = await desk.visit('/me');
    const fields = { _csrf: String($('[name=_csrf]').first().val()), reached: 'yes' };
    for (const id of [call!.id, 'nobody'])
      expect((await desk.post(paths.ringBack(id), fields)).status).toBe(404);
  });
});
