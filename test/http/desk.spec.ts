import { load } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const TYPED = { name: 'Lou Halfway', stayedBefore: 'not-said' };

describe('the shared desk', () => {
  let house: House;

  beforeEach(async () => {
    house = await openHouse();
  });

  afterEach(() => house.close());

  it('covers the screen: no record in the page, back with the passphrase of the same person', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), { ...TYPED, departureDay: '2026-11-25' });
    const board = fieldsOf(await desk.visit('/'), '/curtain');
    await desk.post('/curtain', board).set('Referer', `${house.url}/`);
    expect((await desk.get('/')).headers.location).toBe('/curtain');
    const curtain = await desk.visit('/curtain');
    expect(curtain.html()).not.toContain('L.H.');
    expect((await desk.send(curtain, '/curtain/lift', { secret: 'not this one at all' })).status).toBe(422);
    const lifted = await desk.send(await desk.visit('/curtain'), '/curtain/lift', { secret: PASSPHRASE });
    expect([lifted.status, lifted.headers.location]).toEqual([303, '/']);
  });

  it.each([
    ['/', 'text', '/notes', 'Dryer is slow'],
    ['/shift', 'text', '/notes', 'Dryer is slow'],
    ['/calls', 'reach', '/calls', '555-0182'],
    ['/waitlist', 'need', '/waitlist', 'No steps'],
  ])(
    'keeps what was begun on %s under the cover, and leads back to it (R31)',
    async (path, field, place, words) => {
      const desk = await house.signIn();
      await desk.fill(path, { [field]: words }, '/curtain');
      const lifted = await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
      expect(lifted.headers.location).toBe(place);
      const $ = await desk.visit(place);
      expect(read($, 'main')).toContain('Begun by you');
      expect($(`[name=${field}]`).val()).toContain(words);
    },
  );

  it('keeps why a bed is being closed', async () => {
    const desk = await house.signIn();
    const [bed] = await house.rows<{ id: string }>('SELECT id FROM beds LIMIT 1');
    const path = paths.closeNow(bed!.id);
    await desk.fill(path, { reason: 'repair', note: 'The tap' }, '/curtain');
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    expect(read(await desk.visit('/'), 'aside')).toContain('Closing a bed, begun');
    const $ = await desk.visit(path);
    expect([$('#note').val(), $('[name=reason]:checked').val()]).toEqual(['The tap', 'repair']);
    expect((await desk.send($, path)).status).toBe(303);
    expect(read(await desk.visit('/'), 'aside')).not.toContain('begun');
  });

  it('keeps why no stay was offered, on its own page', async () => {
    const desk = await house.signIn();
    const asked = load((await desk.fill('/calls', { outcome: 'no_stay' })).text);
    await desk.send(asked, '/curtain', { name: 'Kim', wait: 'yes' });
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    const $ = await desk.visit('/calls');
    expect(read($, 'h1')).toBe('Why could we not offer a stay?');
    expect([$('#name').val(), $('[name=wait]').is('[checked]')]).toEqual(['Kim', true]);
    expect((await desk.send($, '/calls', { noStayReason: 'no_bed' })).headers.location).toBe('/waitlist');
    expect(read(await desk.visit('/calls'), 'h1')).toBe('Calls');
  });

  it('shows initials, and names for ten minutes, written down', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), { ...TYPED, departureDay: '2026-11-25' });
    const initials = await desk.visit('/');
    expect(read(initials, '[data-bed="Maple"]')).toContain('L.H.');
    expect(initials.html()).not.toContain('Halfway');
    await desk.send(initials, '/names');
    expect(read(await desk.visit('/'), '[data-bed="Maple"]')).toContain('Lou Halfway');
    house.clock.advance({ minutes: 11 });
    expect((await desk.visit('/')).html()).not.toContain('Halfway');
    expect(await house.rows(`SELECT * FROM audit WHERE act = 'names.show'`)).toHaveLength(1);
  });

  it('keeps what was typed when the screen is covered, for the one who typed it (R31)', async () => {
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    await desk.post('/curtain', { ...fields($, TYPED) });
    const lifted = await desk.send(await desk.visit('/curtain'), '/curtain/lift', { secret: PASSPHRASE });
    expect(lifted.headers.location).toBe(paths.checkIn());
    expect(read(await desk.visit('/'), 'main')).toContain('Welcome someone, begun');
    expect((await desk.visit(paths.checkIn()))('[name=name]').val()).toBe('Lou Halfway');
  });

  it('makes a form that arrives after sign-out its person’s draft, and shows none of it (R31)', async () => {
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    await desk.fill('/', {}, '/sign-out');
    const late = await desk.post(paths.checkIn(), fields($, { ...TYPED, departureDay: '2026-11-25' }));
    expect([late.status, late.headers.location]).toEqual([303, '/sign-in']);
    const signIn = await desk.visit('/sign-in');
    expect(signIn.html()).not.toContain('Halfway');
    expect(read(signIn, 'main')).toContain('What was typed is kept');
    expect(await house.rows('SELECT * FROM stays')).toEqual([]);

    const other = await house.signIn();
    expect((await other.visit(paths.checkIn())).html()).not.toContain('Halfway');
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect((await desk.visit(paths.checkIn()))('[name=name]').val()).toBe('Lou Halfway');
  });

  it('keeps the text of a form that stood open over night', async () => {
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    house.clock.advance({ hours: 9 });
    const late = await desk.post(paths.checkIn(), fields($, { ...TYPED, departureDay: '2026-11-25' }));
    expect([late.status, late.headers.location]).toEqual([303, '/sign-in']);
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect((await desk.visit(paths.checkIn()))('[name=name]').val()).toBe('Lou Halfway');
  });

  it('never signs a form of one person with the name of another', async () => {
    const mine = await house.signIn();
    const $ = await mine.visit(paths.checkIn());
    const theirs = await house.signIn();
    const token = String((await theirs.visit('/'))('[name=_csrf]').first().val());
    const answer = await theirs.post(paths.checkIn(), {
      ...fields($, { ...TYPED, departureDay: '2026-11-25' }),
      _csrf: token,
    });
    expect(answer.status).toBe(419);
    expect(await house.rows('SELECT * FROM stays')).toEqual([]);
  });

  it('survives a stop and a start: the draft, the stay and the session are as they were', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), { name: 'Sam', departureDay: '2026-11-25' });
    const $ = await desk.visit(paths.checkIn());
    await desk.post('/curtain', fields($, TYPED));
    await house.stop();
    const again = await openHouse({ folder: house.folder });
    const back = again.desk();
    await back.signIn(desk.person.id, PASSPHRASE);
    expect((await back.visit('/'))('[data-bed="Maple"]').attr('data-status')).toBe('staying');
    expect((await back.visit(paths.checkIn()))('[name=name]').val()).toBe('Lou Halfway');
    await again.stop();
    house = await openHouse();
  });

  it('signs a quiet desk out after two hours', async () => {
    const desk = await house.signIn();
    house.clock.advance({ minutes: 119 });
    expect((await desk.get('/')).status).toBe(200);
    house.clock.advance({ minutes: 121 });
    expect((await desk.get('/')).headers.location).toBe('/sign-in');
  });

  it('changes its session at sign-in, and an old cookie is dead at once', async () => {
    const desk = await house.signIn();
    const { cookies: old } = (await desk.get('/')).request as unknown as { cookies: string };
    await desk.fill('/', {}, '/sign-out');
    const again = await house.desk().get('/').set('Cookie', old);
    expect(again.headers.location).toBe('/sign-in');
    expect(JSON.stringify(await house.rows('SELECT token_hash FROM sessions'))).not.toContain(
      old.match(/porchlight=([^.;]+)/)![1]!,
    );
  });

  it('writes last-seen at most once a minute', async () => {
    const desk = await house.signIn();
    await desk.visit('/');
    const seen = async () =>
      (
        await house.rows<{ seen_at: string }>('SELECT seen_at FROM sessions WHERE person_id = ?', [
          desk.person.id,
        ])
      )[0]!.seen_at;
    const before = await seen();
    house.clock.advance({ seconds: 50 });
    await desk.visit('/');
    expect(await seen()).toBe(before);
    house.clock.advance({ seconds: 20 });
    await desk.visit('/');
    expect(await seen()).not.toBe(before);
  });

  it('slows guessing down after five tries, for a person who exists as for one who does not', async () => {
    const person = (await house.signIn()).person.id;
    for (const who of [person, 'nobody-at-all']) {
      const desk = house.desk();
      const words: string[] = [];
      for (let count = 0; count < 6; count += 1) {
        const answer = await desk.fill('/sign-in', { person: who, passphrase: 'a wrong one, all of it' });
        words.push(read(page(answer), '[role=alert]'));
      }
      expect(words[4]).toContain('That didn’t fit');
      expect(words[5]).toContain('Too many tries. Wait 2 seconds');
    }
    house.clock.advance({ seconds: 3 });
    await house.desk().signIn(person, PASSPHRASE);
  });
});

function fields(
  $: Awaited<ReturnType<Awaited<ReturnType<House['signIn']>>['visit']>>,
  typed: Record<string, string>,
) {
  const form = $('form#kept').serializeArray();
  return { ...Object.fromEntries(form.map(({ name, value }) => [name, value])), ...typed };
}
