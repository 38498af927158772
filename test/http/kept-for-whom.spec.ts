import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('a bed for somebody who rang or who waits: nothing is typed twice (R15, R16)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const wait = (name: string) => desk.fill('/waitlist', { name });
  const waiting = async () => read(await desk.visit('/waitlist'), 'main ol');
  const bedFor = async (place: number) => {
    const path = String((await desk.visit('/waitlist'))('ol > li a').eq(place).attr('href'));
    return String((await desk.visit(path))('a.btn').attr('href'));
  };
  const inMaple = async () => ({ bedId: (await bed('Maple'))! });
  const holds = () => house.rows('SELECT guest_name AS name, ending FROM holds');

  it('a call by somebody who comes leads to a bed kept under the name they gave', async () => {
    await desk.fill('/calls', { outcome: 'coming', name: 'Kim Lee', caller: 'self' });
    const link = (await desk.visit('/calls'))('a[href^="/holds/new"]').attr('href')!;
    const $ = await desk.visit(link);
    expect(read($, '#kept .flag')).toBe('For K.L. who rang.');
    // While initials are shown the name is spelled out nowhere, and none stands in the address
    expect($.html() + link).not.toContain('Kim');
    const done = await desk.send($, '/holds', await inMaple());
    expect(done.status).toBe(303);
    expect(await holds()).toEqual([{ name: 'Kim Lee', ending: null }]);
  });

  it('another name counts over the one that is written down, and a call without a name needs none', async () => {
    await desk.fill('/calls', { outcome: 'coming', name: 'Kim Lee' });
    house.clock.advance({ minutes: 1 });
    await desk.fill('/calls', { outcome: 'coming' });
    const links = (await desk.visit('/calls'))('a[href^="/holds/new"]');
    const [nameless, named] = links.toArray().map((each) => each.attribs.href!);
    expect((await desk.fill(named!, { guestName: 'Ann', ...(await inMaple()) }, '/holds')).status).toBe(303);
    const second = { bedId: (await bed('Cedar'))! };
    expect((await desk.fill(nameless!, second, '/holds')).status).toBe(303);
    expect(await holds()).toEqual(
      expect.arrayContaining([
        { name: 'Ann', ending: null },
        { name: null, ending: null },
      ]),
    );
  });

  const bed = async (name: string) => (await desk.visit('/'))(`[data-bed="${name}"]`).attr('data-bed-id');

  it('only who comes is offered a bed; an undone call leads nowhere', async () => {
    await desk.fill('/calls', { outcome: 'talked', name: 'Ann' });
    expect((await desk.visit('/calls'))('a[href^="/holds/new"]').length).toBe(0);
    await desk.fill('/calls', { outcome: 'coming', name: 'Kim' });
    const $ = await desk.visit('/calls');
    const link = $('a[href^="/holds/new"]').attr('href')!;
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect((await desk.get(link)).status).toBe(404);
    expect((await desk.get('/holds/new?waits=nobody')).status).toBe(404);
  });

  it('who waits gets a bed without being written down again, and their waiting ends with it', async () => {
    await wait('Kim Lee');
    const link = await bedFor(0);
    const $ = await desk.visit(link);
    expect(read($, '#kept .flag')).toBe('For K.L. from the waitlist. Their waiting ends with it.');
    const done = await desk.send($, '/holds', await inMaple());
    expect(done.status).toBe(303);
    expect(await waiting()).toBe('');
    expect(await holds()).toEqual([{ name: 'Kim Lee', ending: null }]);
  });

  it('who goes before others goes with a reason', async () => {
    await wait('Ann');
    await wait('Kim');
    const asked = await desk.fill(await bedFor(1), await inMaple(), '/holds');
    expect([asked.status, read(page(asked), '#errors')]).toEqual([
      422,
      expect.stringContaining('Somebody asked earlier. Say why this person goes first'),
    ]);
    expect([await holds(), await waiting()]).toEqual([[], expect.stringMatching(/A\..*K\./)]);
    expect((await desk.send(page(asked), '/holds', { reason: 'Needs no steps' })).status).toBe(303);
    expect(await waiting()).toMatch(/^A\.((?!K\.).)*$/);
  });

  it('a bed that is taken back puts them where they waited: nobody falls off unseen (R24)', async () => {
    await wait('Ann');
    await wait('Kim');
    await desk.fill(await bedFor(0), await inMaple(), '/holds');
    expect(await waiting()).toMatch(/^K\./);
    const $ = await desk.visit('/');
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await waiting()).toMatch(/^A\..*K\./);
  });

  it('two desks give one of them a bed once', async () => {
    await wait('Kim');
    const link = await bedFor(0);
    const other = await house.signIn();
    const [one, two] = [await desk.visit(link), await other.visit(link)];
    const answers = await Promise.all([
      desk.send(one, '/holds', { bedId: (await bed('Maple'))! }),
      other.send(two, '/holds', { bedId: (await bed('Cedar'))! }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await holds()).toHaveLength(1);
  });
});
