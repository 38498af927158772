import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam is in Maple since Sun 22 November 2026, 10:40 pm; Lou left Cedar on Mon 23 and is to be rung. It is Tue 24, 9 am. */
describe('a death (R50)', () => {
  let house: House;
  let desk: Desk;
  let sam: string;
  let lou: string;
  let beds: Record<string, string>;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch' });
    desk = await house.signIn();
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
    sam = await welcome('Sam Ash', 'Maple');
    lou = await welcome('Lou', 'Cedar');
    await itIs('23T10:00');
    await desk.fill(`${lou}/departure`, {
      ending: 'planned',
      destination: 'family',
      followUpConsent: 'yes',
      point: '3d',
      channel: 'call',
      detail: '555-0111',
    });
    await itIs('24T09:00');
  });

  afterEach(() => house.close());

  const welcome = async (name: string, bed: string) =>
    (await desk.fill(paths.checkIn(), { name, bedId: beds[bed]!, departureDay: '2026-11-27' })).headers
      .location!;
  const itIs = async (local: string, role: 'coordinator' | 'staff' = 'staff') => {
    house.clock.moveTo(`2026-11-${local}:00-06:00`);
    desk = await house.signIn(role);
  };
  const write = (stay = sam, more: Fields = {}) => desk.fill(`${stay}/death`, { about: 'about', ...more });
  const guestOf = async (stay: string) =>
    (
      await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays WHERE id = ?', [
        stay.split('/').at(-1)!,
      ])
    )[0]!.id;
  const open = () => house.rows('SELECT 1 FROM follow_ups WHERE closed_at IS NULL');
  const putRight = (stay: string, field: string, to: string, more: Fields = {}) =>
    desk.fill(`${stay}/correct?field=${field}`, { reason: 'It was a mix-up', ...more }, `${stay}/${to}`);
  const hold = (bed: string, first: number, end: number) =>
    house.write((tx) =>
      house.app.get(LedgerService).hold(tx, {
        bedId: beds[bed]!,
        firstNight: on(`2026-11-${first}`),
        endNight: on(`2026-11-${end}`),
      }),
    );

  it('lets go of a bed that is kept for them: nobody is asked to ring them', async () => {
    const kept = { guestId: await guestOf(lou), askedSame: 'yes', keepUntil: '2026-11-24T10:00' };
    const other = { guestName: 'Ann', keepUntil: '2026-11-24T10:00' };
    await desk.fill(`/holds/new?bed=${beds.Cedar}`, kept, '/holds');
    await desk.fill(`/holds/new?bed=${beds.Birch}`, other, '/holds');
    expect((await write(lou)).status).toBe(303);
    expect(await house.rows('SELECT guest_name AS name, ending FROM holds ORDER BY ending')).toEqual([
      { name: 'Ann', ending: null },
      { name: null, ending: 'let-go' },
    ]);
    expect((await desk.visit('/'))('[data-bed=Cedar]').attr('data-status')).toBe('getting-ready');
  });

  it('has a quiet link on the stay’s page, and is no ending anyone can choose', async () => {
    const $ = await desk.visit(sam);
    const death = await desk.visit($('a:contains("If they have died")').attr('href')!);
    expect(read(death, 'h1')).toBe('If S.A. has died');
    expect(read(death, '.lead')).toContain('Ring the on-call line');
    expect(death('a[href="/help/if-someone-dies"]').length).toBe(1);
    expect(death('input:checked').length).toBe(0);
    const leaving = await desk.visit(`${sam}/departure`);
    expect(leaving('[value=died]').length).toBe(0);
    const sent = await desk.fill(`${sam}/departure`, { ending: 'died', destination: 'family' });
    expect(sent.status).toBe(422);
  });

  it('is never asked about at the door, and deletes what helped for good', async () => {
    const task = `${sam}/tasks/helps`;
    await desk.fill(task, { first: 'Tea and the radio', state: 'done' }, task);
    expect(await house.rows(`SELECT 1 FROM stay_tasks WHERE words = 'Tea and the radio'`)).toHaveLength(1);
    await write();
    expect(await house.rows('SELECT 1 FROM stay_tasks WHERE words IS NOT NULL')).toEqual([]);
    const answers = { name: 'Sam Ash', stayedBefore: 'yes', bedId: beds.Birch!, departureDay: '2026-11-27' };
    expect((await desk.fill(paths.checkIn(), answers)).status).toBe(303);
  });

  it('ends the stay without questions: the bed is closed, nobody makes it ready, no undo is offered', async () => {
    await desk.fill(`${sam}/departure`, { ownWords: 'Thank you', save: 'later' });
    const answer = await write();
    expect(answer.headers.location).toBe(sam);
    const $ = await desk.visit(sam);
    expect(read($, '[role=status]')).not.toContain('Undo');
    expect(read($, '.lead')).toContain('died about Tue 24 Nov, 9 am · 2 nights');
    expect($('[aria-labelledby=ended]').length).toBe(0);
    expect($('a[href$="/death"]').length).toBe(0);
    expect($('form[action^="/undo/"]').length).toBe(0);
    const board = await desk.visit('/');
    expect(board('[data-bed=Maple]').attr('data-status')).toBe('closed');
    expect(read(board, '[data-bed=Maple]')).not.toContain('died');
    expect(await house.rows(`SELECT 1 FROM turnovers WHERE bed_id = ?`, [beds.Maple])).toEqual([]);
    expect(await house.rows('SELECT reason, note FROM closures')).toEqual([
      { reason: 'not_shown', note: null },
    ]);
    expect(await house.rows('SELECT 1 FROM drafts')).toEqual([]);
    expect(await house.rows('SELECT keys_back, in_touch FROM departures WHERE ending = ?', ['died'])).toEqual(
      [{ keys_back: 'not-asked', in_touch: 'not-asked' }],
    );
    expect(read(await desk.visit('/stays?tab=left'), 'main')).toContain('died Tue 24 Nov');
    expect(read(await desk.visit('/beds/print'), 'main')).not.toContain('S.A.');
    expect(read(await desk.visit('/shift'), 'main')).toContain('S.A. died. Written down as Tue 24, 9 am.');
  });

  it('asks when, and nothing more: in the future or before they came is refused beside the field', async () => {
    for (const diedAt of ['2026-11-24T09:01', '2026-11-22T22:39']) {
      const answer = await write(sam, { diedAt });
      expect(answer.status).toBe(422);
      expect(read(page(answer), '#diedAt-error')).not.toBe('');
    }
    expect((await write(sam, { diedAt: '2026-11-23T05:00', about: '' })).status).toBe(303);
    expect(read(await desk.visit(sam), '.lead')).toContain('died, found Mon 23 Nov, 5 am · 1 night');
  });

  it('is never refused for a claim: a promised night keeps its own, the bed is closed until then', async () => {
    await hold('Maple', 27, 29);
    expect((await write()).status).toBe(303);
    expect(await house.rows('SELECT last_night FROM closures')).toEqual([{ last_night: '2026-11-26' }]);
    const board = await desk.visit('/');
    expect(board('[data-bed=Maple]').attr('data-status')).toBe('closed');
  });

  it('says so when somebody has the bed this very night: it cannot be closed over them', async () => {
    await itIs('27T15:00');
    await hold('Maple', 27, 29);
    expect((await write()).status).toBe(303);
    expect(await house.rows('SELECT 1 FROM closures')).toEqual([]);
    const history = read(await desk.visit(sam), '[aria-labelledby=history]');
    expect(history).toContain('Maple is promised for this night and not closed');
  });

  it('of a guest who is in the house is written on the stay they are in, not on an older one', async () => {
    await itIs('24T10:00');
    const again = await desk.fill(paths.checkIn(), {
      name: 'Lou',
      bedId: beds.Birch!,
      departureDay: '2026-11-27',
      guestId: (await house.rows<{ id: string }>(`SELECT id FROM guests WHERE name = 'Lou'`))[0]!.id,
      stayedBefore: 'yes',
      askedSame: 'yes',
    });
    expect(again.status).toBe(303);
    const refused = await write(lou, { diedAt: '2026-11-24T09:30' });
    expect([refused.status, read(page(refused), 'main')]).toEqual([
      409,
      expect.stringContaining('Write it on the page of that stay'),
    ]);
    expect(await house.rows('SELECT 1 FROM deaths')).toEqual([]);
    expect((await write(again.headers.location)).status).toBe(303);
  });

  it('written by two desks at once it is one', async () => {
    const forms = await Promise.all([1, 2].map(() => desk.visit(`${sam}/death`)));
    const answers = await Promise.all(forms.map(($) => desk.send($, `${sam}/death`)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await house.rows('SELECT 1 FROM deaths')).toHaveLength(1);
    expect((await desk.get(`${sam}/death`)).status).toBe(303);
  });

  it('of a guest who had left: nobody rings any more, and the stay ended as it did', async () => {
    expect(await open()).toHaveLength(1);
    expect((await write(lou, { diedAt: '2026-11-23T09:00' })).status).toBe(422);
    expect((await write(lou, { diedAt: '2026-11-24T01:00', about: 'exact' })).status).toBe(303);
    expect(await house.rows('SELECT closed_as FROM follow_ups')).toEqual([{ closed_as: 'died' }]);
    expect(await house.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toEqual([]);
    expect(await house.rows('SELECT 1 FROM closures')).toEqual([]);
    const $ = await desk.visit(lou);
    expect(read($, '.state')).toBe('They died Tue 24 Nov, 1 am.');
    expect(read($, '[aria-labelledby=ended]')).toContain('Left as planned');
    await itIs('27T12:00');
    expect(read(await desk.visit('/follow-ups'), 'main')).not.toContain('L.');
  });

  it('counts as itself among the endings, and is in no list to choose from (R36)', async () => {
    await write();
    await itIs('24T10:00', 'coordinator');
    const $ = await desk.visit('/reports/outcomes?from=2026-11-01&to=2026-11-30');
    const rows = $('tbody tr')
      .toArray()
      .map((row) => [...$(row).find('th, td')].map((cell) => $(cell).text().trim()).slice(0, 2));
    expect(rows.filter(([label]) => label === 'Died')).toEqual([
      ['Died', '1'],
      ['Died', '1'],
    ]);
    const correcting = await desk.visit(`${lou}/correct?field=ending`);
    expect(correcting('[value=died]').length).toBe(0);
  });

  describe('written by mistake, a coordinator puts it right (R53)', () => {
    it('the guest is here again, in a bed that is open again', async () => {
      await write();
      await itIs('25T09:00', 'coordinator');
      const list = await desk.visit(`${sam}/correct`);
      expect(read(list, '[aria-labelledby=can]')).toContain('When they died');
      expect(read(list, '[aria-labelledby=cannot]')).toContain('The stay ended with a death.');
      expect((await putRight(sam, 'reopen', 'reopen')).status).toBe(303);
      const board = await desk.visit('/');
      expect(board('[data-bed=Maple]').attr('data-status')).toBe('staying');
      expect(read(await desk.visit(sam), 'li.undone')).toContain('Died: written down as Tue 24 Nov, 9 am');
      expect(await house.rows('SELECT 1 FROM deaths WHERE undone_at IS NULL')).toEqual([]);
    });

    it('when it was can be corrected, and stands in both places', async () => {
      await write();
      await itIs('25T09:00', 'coordinator');
      await putRight(sam, 'leftAt', 'correct', { value: '2026-11-24T02:00' });
      expect(await house.rows('SELECT died_at FROM deaths')).toEqual([{ died_at: '2026-11-24T08:00:00Z' }]);
      expect(read(await desk.visit(sam), '.lead')).toContain('2 am · 1 night');
    });

    it('what ended a stay is put right on its page, and on no other of theirs', async () => {
      const again = {
        bedId: beds.Cedar!,
        departureDay: '2026-11-27',
        guestId: await guestOf(lou),
        stayedBefore: 'yes',
      };
      const here = (
        await desk.fill(paths.checkIn(), { ...again, name: 'Lou', askedSame: 'yes', confirmNotReady: 'yes' })
      ).headers.location!;
      await write(here);
      await itIs('25T09:00', 'coordinator');
      const list = await desk.visit(`${lou}/correct`);
      expect(read(list, '[aria-labelledby=cannot]')).toContain('It ended another stay of theirs');
      expect((await desk.get(`${lou}/correct?field=alive`)).headers.location).toBe(`${lou}/correct`);
      expect(await house.rows('SELECT 1 FROM deaths WHERE undone_at IS NULL')).toHaveLength(1);
      expect((await putRight(here, 'reopen', 'reopen')).status).toBe(303);
      expect(await house.rows('SELECT 1 FROM deaths WHERE undone_at IS NULL')).toEqual([]);
    });

    it('a guest who left is rung again', async () => {
      await write(lou);
      await itIs('25T09:00', 'coordinator');
      expect((await putRight(lou, 'alive', 'correct')).status).toBe(303);
      expect(await open()).toHaveLength(1);
      expect(read(await desk.visit(lou), '[aria-labelledby=history]')).toContain(
        'Corrected. They have not died',
      );
      expect(await house.rows('SELECT 1 FROM consents WHERE withdrawn_at IS NULL')).toHaveLength(1);
    });
  });
});
