import { load } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };
const AGREES = { ...LEAVES, followUpConsent: 'yes', point: ['3d'], channel: 'call', detail: '555-0171' };
const PLACE = { name: 'Open Door', kind: 'peer', phone: '555-0140', opens: 'Weekdays 9 to 5' };

/** Nia is here on Sun 22 November 2026; the house knows the Open Door. */
describe('connections made with a guest', () => {
  let house: House;
  let desk: Desk;
  let coordinator: Desk;
  let stay: string;
  let connections: string;
  let place: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
    coordinator = await house.signIn('coordinator', 'Nora');
    await coordinator.fill(paths.places(), PLACE);
    place = (await house.rows<{ id: string }>('SELECT id FROM places'))[0]!.id;
    stay = (await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' })).headers.location!;
    connections = `${stay}/connections`;
  });

  afterEach(() => house.close());

  const makes = (answers: Fields = {}) => desk.fill(connections, { placeId: place, way: 'rang', ...answers });
  const leaves = (answers: Fields) => {
    house.clock.advance({ minutes: 30 });
    return desk.fill(`${stay}/departure`, answers);
  };
  const main = async () => read(await desk.visit(connections), 'main');
  const askPage = async () =>
    `${connections}/${(await house.rows<{ id: string }>('SELECT id FROM connections'))[0]!.id}`;
  const says = async (how: string, words = '') => desk.fill(await askPage(), { how, words });
  const undo = async (label: RegExp) => {
    const $ = await desk.visit(connections);
    const form = $('main form[action^="/undo/"]').filter((_, each) => label.test($(each).text()));
    return desk.send($, String(form.first().attr('action')));
  };

  it('are written down with a place of the directory or in own words, and stand on the stay', async () => {
    expect(read(await desk.visit(stay), 'aside')).toContain('Connections');
    expect((await makes()).headers.location).toBe(connections);
    expect(read(await desk.visit(connections), '[role=status]')).toContain('The connection is kept.');
    expect((await makes({ placeId: '', ownWords: 'Her aunt’s choir', way: '' })).status).toBe(303);
    expect(await main()).toMatch(/Open Door · Rang together.*Sun 22 Nov, 10:40 pm, Ines/);
    expect(await main()).toContain('Her aunt’s choir');
    expect(await house.rows('SELECT way FROM connections ORDER BY own_words')).toEqual([
      { way: 'rang' },
      { way: null },
    ]);
    const $ = await desk.visit(stay);
    expect(read($, `aside a[href="${connections}"]`)).toBe('Connections: 2 made');
    expect((await desk.visit(`${stay}/departure`))(`a[href="${connections}"]`).length).toBe(1);
    const [view] = await house.rows(`SELECT count(*) AS n FROM audit WHERE act = 'connections.view'`);
    expect((view as { n: number }).n).toBeGreaterThan(0);
  });

  it.each([
    [{ placeId: '', way: '' }, '#placeId-error', 'Choose a place, or write one below'],
    [{ ownWords: 'Choir' }, '#ownWords-error', 'not both'],
    [{ placeId: 'nowhere' }, '#placeId-error', 'Choose a place of the list'],
    [{ way: 'flew' }, '#way-error', 'Choose what was done'],
  ])('refuse %j beside the field', async (answers: Fields, where, words) => {
    const refused = await makes(answers);
    expect([refused.status, read(page(refused), where)]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    expect(await house.rows('SELECT * FROM connections')).toEqual([]);
  });

  it('can be undone until the shift ends, and count nowhere then', async () => {
    await makes();
    await undo(/Open Door/);
    expect(await main()).toContain('Undone: Open Door');
    expect(read(await desk.visit(stay), `aside a[href="${connections}"]`)).toBe('Connections');
  });

  it('keep their name when the place is not used any more, and it is not offered again', async () => {
    await makes();
    await coordinator.fill(paths.place(place), { used: 'no' });
    expect(await main()).toContain('Open Door');
    expect((await desk.visit(connections))('#placeId option').length).toBe(1);
    const refused = await makes();
    expect([refused.status, read(page(refused), '#placeId-error')]).toEqual([
      422,
      expect.stringContaining('not used any more') as string,
    ]);
  });

  it('are asked about only after leaving, while a yes to being in touch holds (R32)', async () => {
    await makes();
    const early = await desk.get(await askPage());
    expect(read(page(early), '[role=alert]')).toContain('They are still here.');
    expect(page(early)(`form[action="${await askPage()}"]`).length).toBe(0);
    await leaves(AGREES);
    expect(await main()).toContain('How was it?');
    expect(await main()).not.toContain('There was trouble');
    expect((await says('good', 'Kind people')).headers.location).toBe(connections);
    expect(await main()).toContain('Good “Kind people”');
    const open = await desk.visit(await askPage());
    const guest = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
    const $ = await desk.visit(paths.consents(guest));
    const withdraw = String($('main form[action$="/withdraw"]').first().attr('action'));
    expect((await desk.send($, withdraw)).status).toBe(303);
    const refused = await desk.send(open, await askPage(), { how: 'trouble', words: 'Too late' });
    expect([refused.status, read(page(refused), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('No yes to being in touch holds now.') as string,
    ]);
    expect(read(page(refused), '[role=alert]')).toContain('Too late');
    expect(await house.rows('SELECT answer FROM connection_answers')).toEqual([{ answer: 'good' }]);
    expect((await desk.visit(connections))(`a[href="${await askPage()}"]`).length).toBe(0);
  });

  it('are not asked about where nobody said yes, and nothing is asked after a death', async () => {
    await makes();
    await leaves(LEAVES);
    expect(await main()).toContain('No yes to being in touch holds now. Nothing is asked.');
  });

  it('are over after a death: nothing is asked, nothing is added', async () => {
    await makes();
    await leaves(AGREES);
    const [asking, adding] = [await desk.visit(await askPage()), await desk.visit(connections)];
    const guest = (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays'))[0]!.id;
    expect((await desk.fill(`${stay}/death`, { about: 'about' })).status).toBe(303);
    expect(await house.rows('SELECT guest_id AS id FROM deaths')).toEqual([{ id: guest }]);
    expect(await main()).toContain('They have died. Nothing is asked.');
    const refused = [
      await desk.send(asking, await askPage(), { how: 'good' }),
      await desk.send(adding, connections, { ownWords: 'A choir' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([409, 409]);
    expect((await desk.visit(connections))('main form[action$="/connections"]').length).toBe(0);
  });

  it('of a check-in that was undone count nowhere, and nothing is added', async () => {
    await makes();
    const $ = await desk.visit(stay);
    await desk.send($, String($('main form[action^="/undo/"]').last().attr('action')));
    expect(await main()).toContain('This check-in was undone. Nothing is added.');
  });

  it('skipped is an answer, not asked is none (R37)', async () => {
    await makes();
    await leaves(AGREES);
    const none = await says('');
    expect([none.status, read(page(none), '#how-error')]).toEqual([
      422,
      expect.stringContaining('skipping is an answer') as string,
    ]);
    expect((await says('skipped')).status).toBe(303);
    expect(await main()).toContain('They skipped it');
    await undo(/They skipped it/);
    expect(await main()).not.toContain('They skipped it');
    expect((await undo(/Open Door/)).status).toBe(303);
  });

  it('answered once stands in the way of undoing the leaving it was asked after (R24), and of no other answer', async () => {
    await makes();
    await desk.fill(connections, { ownWords: 'A choir' });
    await leaves(AGREES);
    const undoLeaving = async () =>
      (await desk.visit(stay))('[aria-labelledby=history] li').filter((_, each) =>
        load(each).text().includes('Left:'),
      );
    expect((await undoLeaving()).find('form[action^="/undo/"]').length).toBe(1);
    const asking = (await desk.visit(connections))('a:contains("How was it?")');
    const [first, second] = asking.toArray().map((each) => String(load(each)('a').attr('href')));
    await desk.fill(first!, { how: 'good' });
    await desk.fill(second!, { how: 'mixed' });
    expect((await undoLeaving()).text()).toContain('Something else was done here since then.');
    expect((await undo(/Good/)).status).toBe(303);
    expect((await undo(/Mixed/)).status).toBe(303);
    expect((await undoLeaving()).find('form[action^="/undo/"]').length).toBe(1);
  });

  it('two desks that ask the same are told (R26), and an answered one is not taken back before its answer', async () => {
    await makes();
    await leaves(AGREES);
    const stale = await desk.visit(await askPage());
    await says('mixed');
    const late = await desk.send(stale, await askPage(), { how: 'trouble', words: 'Cold room' });
    expect([late.status, read(page(late), 'main')]).toEqual([
      409,
      expect.stringContaining('Mixed') as string,
    ]);
    expect(page(late)('#words').text()).toContain('Cold room');
    expect((await desk.visit(connections))('main form[action^="/undo/"]').length).toBe(1);
    const pages = await Promise.all([desk.visit(await askPage()), coordinator.visit(await askPage())]);
    const address = await askPage();
    const both = await Promise.all([
      desk.send(pages[0], address, { how: 'good' }),
      coordinator.send(pages[1], address, { how: 'trouble' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await house.rows('SELECT answer FROM connection_answers')).toHaveLength(2);
  });

  it('trouble reaches the coordinators without who told of it, until somebody looked', async () => {
    await makes();
    await leaves(AGREES);
    const named = await says('trouble', 'They were rude to Nia');
    expect([named.status, read(page(named), '#words-error')]).toEqual([
      422,
      expect.stringContaining('“Nia” may be a guest’s name') as string,
    ]);
    await says('trouble', 'Turned away at the door');
    expect(read(await desk.visit(paths.places()), 'main')).not.toContain('trouble');
    expect(read(await desk.visit(paths.place(place)), 'main')).not.toContain('Turned away');
    expect(read(await desk.visit(paths.shift()), 'main')).not.toContain('told of trouble');
    expect(read(await coordinator.visit(paths.places()), 'main')).toContain(
      'Open Door · 1 report of trouble · 1 report not looked at yet',
    );
    expect(read(await coordinator.visit(paths.shift()), 'main')).toContain('Open Door');
    const $ = await coordinator.visit(paths.place(place));
    expect(read($, 'main')).toContain('“Turned away at the door”');
    expect(read($, 'main')).toContain('November 2026');
    for (const word of ['Nia', 'N.', 'Ines', 'Sun 22 Nov', stay]) expect(read($, 'main')).not.toContain(word);
    const done = await coordinator.send($, paths.placeLook(place), { done: 'Rang their manager' });
    expect(done.status).toBe(303);
    expect(read(await coordinator.visit(paths.place(place)), 'main')).toMatch(
      /Looked at .*, Nora\..*Rang their manager/,
    );
    expect(read(await coordinator.visit(paths.shift()), 'main')).not.toContain('Open Door');
    const again = await coordinator.send($, paths.placeLook(place), { done: 'Twice' });
    expect(again.status).toBe(409);
    const looked = await coordinator.visit(paths.place(place));
    await coordinator.send(looked, looked('main form[action^="/undo/"]').first().attr('action')!);
    expect(read(await coordinator.visit(paths.shift()), 'main')).toContain('Open Door');
    await undo(/There was trouble/);
    expect(read(await coordinator.visit(paths.places()), 'main')).not.toContain('report of trouble');
  });
});
