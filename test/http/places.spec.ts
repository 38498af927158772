import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}}';
const DOOR = { name: 'Open Door', kind: 'peer', phone: '555-0140', opens: 'Weekdays 9 to 5' };

describe('the directory of places', () => {
  let house: House;
  let desk: Desk;
  let coordinator: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
    coordinator = await house.signIn('coordinator', 'Nora');
  });

  afterEach(() => house.close());

  const add = (answers: Fields = {}) => coordinator.fill(paths.places(), { ...DOOR, ...answers });
  const idOf = async (name = 'Open Door') =>
    (await house.rows<{ id: string }>('SELECT id FROM places WHERE name = ?', [name]))[0]!.id;

  it('says warmly that it is empty, and who can fill it', async () => {
    expect(read(await desk.visit(paths.places()), 'main')).toContain(
      'A coordinator can add the ones you know.',
    );
    expect(read(await coordinator.visit(paths.places()), 'main')).toContain('Add the first one below');
  });

  it('is read by everyone, by what places are for, from the shift and from the calls', async () => {
    await add();
    await add({ name: 'Soup', kind: 'food', phone: '' });
    const $ = await desk.visit(paths.places());
    expect(
      $('main h2')
        .toArray()
        .map((each) => $(each).text()),
    ).toEqual(['Peer support and groups', 'Food and clothes']);
    expect(read($, 'main')).toContain('Open Door · 555-0140 Weekdays 9 to 5');
    expect($('main form').length).toBe(0);
    for (const from of [paths.shift(), paths.calls()])
      expect((await desk.visit(from))(`main a[href="${paths.places()}"]`).length).toBe(1);
    const one = await desk.visit(paths.place(await idOf()));
    expect([read(one, 'h1'), one('main form').length]).toEqual(['Open Door', 0]);
    expect((await desk.get('/places/nowhere')).status).toBe(404);
  });

  it.each([
    [{ name: '' }, '#name-error', 'Enter its name'],
    [{ kind: '' }, '#kind-error', 'Choose what it is for'],
    [{ kind: 'moon' }, '#kind-error', 'Choose what it is for'],
    [{ note: 'x'.repeat(501) }, '#note-error', 'too long'],
  ])('refuses %j beside the field and keeps the rest', async (answers: Fields, where, words) => {
    const refused = await add(answers);
    expect([refused.status, read(page(refused), where)]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    expect(page(refused)('#opens').attr('value')).toBe('Weekdays 9 to 5');
    expect(await house.rows('SELECT * FROM places')).toEqual([]);
  });

  it('is kept by coordinators; two who change one place are told (R26)', async () => {
    await add();
    const address = paths.place(await idOf());
    const [one, other] = [await coordinator.visit(address), await coordinator.visit(address)];
    expect((await coordinator.send(one, address, { phone: '555-0141' })).status).toBe(303);
    const late = await coordinator.send(other, address, { opens: 'Never' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('555-0141');
    expect(page(late)('#opens').attr('value')).toBe('Never');
    expect((await coordinator.send(page(late), address)).status).toBe(303);
    expect(await house.rows('SELECT phone, opens FROM places')).toEqual([
      { phone: '555-0140', opens: 'Never' },
    ]);
    const csrf = await desk.visit(paths.shift());
    for (const to of [paths.places(), address, paths.placeLook(await idOf())])
      expect((await desk.post(to, { _csrf: String(csrf('[name=_csrf]').first().val()) })).status).toBe(403);
  });

  it('sets a place aside and takes it back in', async () => {
    await add();
    const address = paths.place(await idOf());
    await coordinator.fill(address, { used: 'no' });
    expect(read(await desk.visit(paths.places()), 'main')).not.toContain('Open Door');
    expect(read(await coordinator.visit(paths.places()), 'details')).toContain('Open Door');
    expect(read(await desk.visit(address), '.state')).toBe('Not used any more since Sun 22 Nov.');
    await coordinator.fill(address, { used: 'yes' });
    expect(read(await desk.visit(paths.places()), 'main')).toContain('Open Door');
  });

  it('groups by the words of the house, and keeps a kind that was set aside', async () => {
    await add();
    const manager = await house.signIn('manager');
    await manager.fill('/settings/lists/place-kinds', { 'label-food': 'Meals', 'aside[]': 'peer' });
    await add({ name: 'Soup', kind: 'food' });
    expect(read(await desk.visit(paths.places()), 'main')).toMatch(
      /Meals.*Soup.*Peer support and groups.*Open Door/,
    );
    expect((await coordinator.fill(paths.place(await idOf()), { phone: '555-0142' })).status).toBe(303);
    expect((await add({ name: 'Another' })).status).toBe(422);
  });

  it('shows what was typed as text', async () => {
    await add({ name: HOSTILE, note: HOSTILE });
    const $ = await desk.visit(paths.places());
    expect(read($, 'main')).toContain(HOSTILE);
    expect($('main img').length).toBe(0);
    expect(read(await desk.visit(paths.place(await idOf(HOSTILE))), 'h1')).toBe(HOSTILE);
  });
});
