import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

/** Sam is in Maple since Sun 22 November 2026, 10:40 pm, to leave on Wed 25. */
describe('a guest who is out of the house (R21)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Theo');
    stay = (await desk.fill(paths.checkIn(), { name: 'Sam Ash', departureDay: '2026-11-25' })).headers
      .location!;
  });

  afterEach(() => house.close());

  const idOf = () => stay.split('/')[2]!;
  const away = (answers: Fields = {}, by = desk) =>
    by.fill(`${stay}/away`, { backBy: '2026-11-23T21:00', ...answers });
  const press = async (action: string, by = desk, from = stay) => by.send(await by.visit(from), action);
  const card = async (bed = 'Maple') => {
    const $ = await desk.visit('/');
    const of = `[data-bed=${bed}]`;
    return { flags: $(of).attr('data-flags'), status: $(of).attr('data-status'), words: read($, of) };
  };
  const night = async (date: string) => {
    const $ = await desk.visit(paths.night(date));
    return { lead: read($, '.lead'), words: read($, 'main ul') };
  };
  const absences = () =>
    house.rows(
      `SELECT kind, since_day AS since, back_day AS back, ending, undone_at IS NOT NULL AS undone
        FROM absences ORDER BY since_at, undone_at`,
    );

  async function sit(time: string): Promise<void> {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', `Nora ${time}`);
  }

  it('is written down with when they expect to be back and what we do if not; the bed stays theirs', async () => {
    const link = (await desk.visit(stay))('main a[href$="/away"]');
    expect(link.text()).toBe('Away for a night');
    const answer = await away({ wish: 'Ring my sister' });
    expect([answer.status, answer.headers.location]).toEqual([303, stay]);
    const $ = await desk.visit(stay);
    expect(read($, '.flash')).toContain('Back by 9 pm Mon 23. The bed is kept.');
    expect(read($, '[aria-labelledby=out]')).toContain('Away. Back by 9 pm Mon 23.');
    expect(read($, '[aria-labelledby=out]')).toContain('Went 10:40 pm Sun 22. The bed is kept.');
    expect(read($, '[aria-labelledby=out]')).toContain('If they are not back then: “Ring my sister”');
    expect(read($, '[aria-labelledby=history]')).toContain(
      'Away from Sun 22 Nov, 10:40 pm, back by Mon 23 Nov, 9 pm. The bed is kept',
    );
    expect(read($, 'aside')).toContain('They are away by their own word.');
    expect(await card()).toMatchObject({ flags: 'away', status: 'staying' });
    expect((await card()).words).toContain('Back by 9 pm Mon 23.');
    expect(read(await desk.visit('/'), '.lead')).toContain('1 guest here · 1 of them away');
  });

  it('changes nothing by itself: past the time it only says that they have not come back', async () => {
    await away({ wish: 'Ring my sister' });
    const rows = await absences();
    await sit('2026-11-24T03:00:00Z');
    expect((await card()).words).toContain('Back by 9 pm Mon 23.');
    await sit('2026-11-24T03:01:00Z');
    expect((await card()).words).toContain('Hasn’t come back yet, expected 9 pm Mon 23.');
    expect((await card()).flags).toBe('away');
    expect((await card()).words).toContain('What S.A. asked us to do then');
    expect((await card()).words).not.toContain('sister');
    expect(read(await desk.visit(stay), '[aria-labelledby=out]')).toContain(
      'They asked us to do this: “Ring my sister”',
    );
    const shift = read(await desk.visit('/shift'), '[aria-labelledby=happened]');
    expect(shift).toContain('Maple · S.A. · Hasn’t come back yet, expected 9 pm Mon 23.');
    await sit('2026-12-24T03:01:00Z');
    expect(await absences()).toEqual(rows);
    expect((await card()).flags).toBe('staying-on away');
  });

  it('is back in one click from the board, and each night counts as it was', async () => {
    await away();
    await sit('2026-11-24T16:00:00Z');
    const answer = await press(`${stay}/back`, desk, '/');
    expect(answer.status).toBe(303);
    expect((await card()).flags).toBe('');
    expect(await absences()).toEqual([
      { kind: 'away', since: '2026-11-22', back: '2026-11-24', ending: 'back', undone: 0 },
    ]);
    expect(read(await desk.visit(stay), 'aside')).toContain('1 night slept here, 2 nights away, bed kept');
    expect(read(await desk.visit('/shift'), '[aria-labelledby=happened]')).toContain(
      'Maple · S.A. came back Tue 24, 10 am',
    );
    expect(await night('2026-11-23')).toEqual({
      lead: 'This night is over. 0 guests stayed. 1 away, bed kept.',
      words: expect.stringContaining('1 night away, bed kept') as string,
    });
    expect((await night('2026-11-24')).words).not.toContain('away');
  });

  it('was seen again earlier than it is written down: no night is unknown any more', async () => {
    await press(`${stay}/not-seen`);
    await sit('2026-11-23T15:00:00Z');
    expect((await night('2026-11-22')).lead).toContain('0 guests stayed. Of 1 it is not known.');
    const answer = await desk.fill(`${stay}/back`, { at: '2026-11-22T23:00' });
    expect(answer.status).toBe(303);
    expect((await night('2026-11-22')).lead).toBe('This night is over. 1 guest stayed.');
    expect(read(await desk.visit(stay), '[aria-labelledby=history]')).toContain(
      'Seen again Sun 22 Nov, 11 pm',
    );
  });

  it('was not seen, in one click: since they came, as it was in this shift, and paper says so', async () => {
    const answer = await press(`${stay}/not-seen`);
    expect(answer.status).toBe(303);
    expect(await card()).toMatchObject({ flags: 'not-seen', status: 'staying' });
    expect((await card()).words).toContain('Not seen since 10:40 pm Sun 22.');
    const $ = await desk.visit(stay);
    expect(read($, '[aria-labelledby=out]')).toContain('Nothing is written down. Unsure?');
    expect(read($, 'aside')).toContain('This is written down already.');
    const sheet = await desk.visit(paths.nightSheet());
    expect(read(sheet, '[data-bed=Maple]')).toContain('Staying, not seen');
    expect(read(sheet, '[data-bed=Maple] td:last')).toBe('Not seen since 10:40 pm Sun 22');
    expect(read(sheet, 'main')).toContain('1 guest in all. 1 not seen, look for them too: Maple.');
  });

  it('was not seen in a later shift: since that began, so that no night before it changes', async () => {
    await sit('2026-11-24T07:00:00Z');
    await press(`${stay}/not-seen`);
    expect((await card()).words).toContain('Not seen since 10 pm Mon 23.');
    expect(await absences()).toMatchObject([{ kind: 'not-seen', since: '2026-11-23', back: null }]);
    await sit('2026-11-24T15:00:00Z');
    expect((await night('2026-11-22')).lead).toContain('1 guest stayed.');
    expect((await night('2026-11-23')).lead).toContain('Of 1 it is not known.');
  });

  it('prints who is away, and does not look for them in a fire', async () => {
    await away();
    const sheet = await desk.visit(paths.nightSheet());
    expect(read(sheet, '[data-bed=Maple] td:last')).toBe('Away. Back by 9 pm Mon 23');
    expect(read(sheet, 'main')).toContain('1 guest in all. 1 away: Maple.');
  });

  it('rings after nobody has seen them: they are away, with what they asked for earlier ready', async () => {
    await away({ wish: 'Ring my sister' });
    await press(`${stay}/back`);
    await sit('2026-11-24T07:00:00Z');
    await press(`${stay}/not-seen`);
    expect(read(await desk.visit(stay), '[aria-labelledby=out]')).toContain('“Ring my sister”');
    const form = await desk.visit(`${stay}/away`);
    expect(form('#wish').val()).toBe('Ring my sister');
    await sit('2026-11-24T15:00:00Z');
    await away({ backBy: '2026-11-25T12:00' });
    expect(await absences()).toMatchObject([
      { kind: 'away', ending: 'back' },
      { kind: 'not-seen', since: '2026-11-23', back: '2026-11-24', ending: 'told-anew' },
      { kind: 'away', since: '2026-11-24', back: null },
    ]);
    expect((await card()).words).toContain('Back by 12 noon Wed 25.');
  });

  it.each([
    ['without a time', {}, { backBy: '' }, '#backBy-error', 'Enter when they expect to be back'],
    ['over already', {}, { backBy: '2026-11-22T22:40' }, '#backBy-error', 'This time is over'],
    ['no time', {}, { backBy: 'soon' }, '#backBy-error', 'Enter a day and a time'],
    ['a time that comes twice', {}, { backBy: '2027-11-07T01:30' }, '#backBy-error', 'existed twice'],
    ['a time that does not come', {}, { backBy: '2027-03-14T02:30' }, '#backBy-error', 'did not exist'],
    ['out before they came', {}, { awayAt: '2026-11-22T22:39' }, '#awayAt-error', 'had not come yet'],
    ['out in the future', {}, { awayAt: '2026-11-22T22:41' }, '#awayAt-error', 'in the future'],
    ['a wish too long', {}, { wish: 'x'.repeat(501) }, '#wish-error', 'at most 500'],
  ])('refuses %s beside the field, and keeps what was typed', async (_, __, answers, field, words) => {
    const answer = await away({ wish: 'Ring my sister', ...answers });
    expect(answer.status).toBe(422);
    expect(read(page(answer), field)).toContain(words);
    expect(page(answer)('#wish').val()).toBe((answers as Fields).wish ?? 'Ring my sister');
    expect(await absences()).toEqual([]);
  });

  it('takes the first or the second of a time that comes twice, and shows which (R3)', async () => {
    house.clock.moveTo('2027-11-06T18:00:00Z');
    desk = await house.signIn();
    const asked = await away({ backBy: '2027-11-07T01:30' });
    const [, second] = page(asked)('[name=backByWhich]').toArray();
    const backByWhich = String(page(asked)(second).val());
    expect((await desk.send(page(asked), `${stay}/away`, { backByWhich })).status).toBe(303);
    expect((await card()).words).toContain('Back by 1:30 am (second) Sun 7.');
  });

  it.each([
    ['back', 'at', '2026-11-22T22:39', 'only after that'],
    ['back', 'at', '2026-11-22T22:41', 'in the future'],
    ['not-seen', 'since', '2026-11-22T22:39', 'had not come yet'],
    ['not-seen', 'since', '2026-11-22T22:41', 'in the future'],
  ])('refuses %s with a time that does not fit', async (act, field, time, words) => {
    if (act === 'back') await away();
    const answer = await desk.fill(`${stay}/${act}`, { [field]: time });
    expect(answer.status).toBe(422);
    expect(read(page(answer), `#${field}-error`)).toContain(words);
    expect(page(answer)(`#${field}`).val()).toBe(time);
  });

  it('asks for a coordinator’s yes for what was more than seven house days ago (R4, R22)', async () => {
    await house.signIn('coordinator', 'Dana');
    const [dana] = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Dana'`);
    await desk.fill(stay, { departureDay: '2026-11-29' }, `${stay}/departure-day`);
    await sit('2026-12-01T18:00:00Z');
    const backBy = '2026-12-01T21:00';
    expect((await away({ awayAt: '2026-11-24T18:00', backBy })).status).toBe(303);
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    const asked = await away({ awayAt: '2026-11-23T18:00', backBy, wish: 'Ring my sister' });
    expect(asked.status).toBe(409);
    expect(read(page(asked), 'main')).toContain('It is further back than a shift records alone.');
    expect(page(asked)('#wish').val()).toBe('Ring my sister');
    const yes = { exceptionReason: 'Dana knows', agreedBy: dana!.id };
    expect((await desk.send(page(asked), `${stay}/away`, yes)).status).toBe(303);
    expect(read(await desk.visit(stay), '[aria-labelledby=history]')).toContain('Dana said yes');
  });

  it('can be undone until the shift ends, each as it was before (R24)', async () => {
    const undo = async () => {
      const $ = await desk.visit(stay);
      return desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    };
    await press(`${stay}/not-seen`);
    await away();
    await press(`${stay}/back`);
    expect((await card()).flags).toBe('');
    expect((await undo()).status).toBe(303);
    expect((await card()).flags).toBe('away');
    expect((await undo()).status).toBe(303);
    expect((await card()).flags).toBe('not-seen');
    expect((await undo()).status).toBe(303);
    expect((await card()).flags).toBe('');
    expect(await absences()).toMatchObject([{ undone: 1 }, { undone: 1 }]);
    expect((await night('2026-11-22')).words).not.toMatch(/away|not seen/);
    expect(read(await desk.visit(stay), 'aside')).not.toContain('Nights so far');
    // Nothing stands in the way of undoing the arrival any more
    expect((await undo()).status).toBe(303);
    expect((await card()).status).toBe('free');
  });

  it('moves, swaps and leaves while away; undoing the leaving finds them away', async () => {
    await away();
    const other = (await desk.fill(paths.checkIn(), { name: 'Lou', departureDay: '2026-11-25' })).headers
      .location!;
    await desk.fill(`${stay}/swap`, { otherStayId: other.split('/')[2]!, reason: 'Stairs' });
    expect((await card('Cedar')).flags).toBe('away');
    const [birch] = await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = 'Birch'`);
    await desk.fill(`${stay}/move`, { bedId: birch!.id, reason: 'Quieter' });
    expect((await card('Birch')).words).toContain('Back by 9 pm Mon 23.');
    const left = await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    expect(left.status).toBe(303);
    expect((await card('Birch')).flags).toBe('');
    expect((await desk.visit(stay))('[aria-labelledby=out]').length).toBe(0);
    for (const act of ['away', 'not-seen', 'back'])
      expect((await desk.get(`${stay}/${act}`)).headers.location).toBe(stay);
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect((await card('Birch')).flags).toBe('away');
  });

  it('is refused calmly once they have left (R25)', async () => {
    const $ = await desk.visit(`${stay}/away`);
    const stayPage = await desk.visit(stay);
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const answers = [
      await desk.send($, `${stay}/away`, { backBy: '2026-11-23T21:00' }),
      await desk.send(stayPage, `${stay}/not-seen`),
      await desk.post(`${stay}/back`, { _csrf: stayPage('[name=_csrf]').first().val() as string }),
      await desk.post(`${stay}/still-here`, { _csrf: stayPage('[name=_csrf]').first().val() as string }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(409);
      expect(read(page(answer), 'main')).toContain('They have left already');
    }
  });

  it('is one line however many desks say that they are back, or were not seen (R26)', async () => {
    const other = await house.signIn();
    const both = async (act: string) => {
      const [one, two] = [await desk.visit(stay), await other.visit(stay)];
      return Promise.all([desk.send(one, `${stay}/${act}`), other.send(two, `${stay}/${act}`)]);
    };
    expect((await both('not-seen')).map(({ status }) => status)).toEqual([303, 303]);
    expect((await both('back')).map(({ status }) => status)).toEqual([303, 303]);
    expect(await absences()).toHaveLength(1);
    const acts = await house.rows(`SELECT kind FROM acts WHERE stay_id = ? ORDER BY number`, [idOf()]);
    expect(acts).toEqual([{ kind: 'stay.arrived' }, { kind: 'stay.notSeen' }, { kind: 'stay.back' }]);
  });

  it('shows the second of two desks what the first wrote, and loses nothing (R26)', async () => {
    const other = await house.signIn();
    const [one, two] = [await desk.visit(`${stay}/away`), await other.visit(`${stay}/away`)];
    const answers = await Promise.all([
      desk.send(one, `${stay}/away`, { backBy: '2026-11-23T21:00', wish: 'Ring my sister' }),
      other.send(two, `${stay}/away`, { backBy: '2026-11-24T09:00', wish: 'Nothing' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await absences()).toHaveLength(1);
    const [late] = answers.filter(({ status }) => status === 409);
    const isOthers = page(late!)('#wish').val() === 'Nothing';
    expect(read(page(late!), '[aria-labelledby=kept-now]')).toContain(
      isOthers ? 'Away. Back by 9 pm Mon 23' : 'Away. Back by 9 am Tue 24',
    );
    const again = await (isOthers ? other : desk).send(page(late!), `${stay}/away`);
    expect(again.status).toBe(303);
    expect((await absences()).length).toBe(2);
    expect((await card()).words).toContain(isOthers ? 'Back by 9 am Tue 24.' : 'Back by 9 pm Mon 23.');
  });

  it('shows what they told before: only what is new is written', async () => {
    await away({ wish: 'Ring my sister' });
    const form = await desk.visit(`${stay}/away`);
    expect([form('#backBy').val(), form('#wish').val()]).toEqual(['2026-11-23T21:00', 'Ring my sister']);
    await desk.send(form, `${stay}/away`, { wish: 'Ring nobody' });
    expect(read(await desk.visit(stay), '[aria-labelledby=out]')).toContain('“Ring nobody”');
    await sit('2026-11-24T15:00:00Z');
    expect((await desk.visit(`${stay}/away`))('#backBy').val()).toBe('');
  });

  it('says the same twice as one absence, and the same back twice as one return', async () => {
    const other = await house.signIn();
    const [one, two] = [await desk.visit(`${stay}/away`), await other.visit(`${stay}/away`)];
    const answers = { backBy: '2026-11-23T21:00', wish: 'Ring my sister' };
    expect((await desk.send(one, `${stay}/away`, answers)).status).toBe(303);
    expect((await other.send(two, `${stay}/away`, answers)).status).toBe(303);
    expect(await absences()).toHaveLength(1);
    const [first, second, third] = [
      await desk.visit(`${stay}/back`),
      await other.visit(`${stay}/back`),
      await other.visit(`${stay}/back`),
    ];
    house.clock.advance({ minutes: 30 });
    expect((await desk.send(first, `${stay}/back`, { at: '2026-11-22T23:00' })).status).toBe(303);
    expect((await other.send(second, `${stay}/back`, { at: '2026-11-22T23:00' })).status).toBe(303);
    const late = await other.send(third, `${stay}/back`, { at: '2026-11-22T23:05' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('11 pm Sun 22');
    expect(page(late)('#at').val()).toBe('2026-11-22T23:05');
  });

  it('keeps what was begun for the one who began it (R31)', async () => {
    const $ = await desk.visit(`${stay}/away`);
    const typed = { backBy: '2026-11-23T21:00', wish: 'Ring my sister' };
    await desk.post('/curtain', { ...fieldsOf($, `${stay}/away`), ...typed });
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    expect((await desk.visit(`${stay}/away`))('#wish').val()).toBe('Ring my sister');
    expect(read(await desk.visit('/'), '[aria-labelledby=begun]')).toContain('Away for a night, Maple');
  });
});
