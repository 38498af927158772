import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam Ash is in Maple and Lou Birk in Cedar, from Sunday 22 November 2026 at 10:40 pm. */
describe('what the page after says was done, and of whom', () => {
  let house: House;
  let desk: Desk;
  let sam: string;
  let lou: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('coordinator');
    sam = (await welcome('Sam Ash')).headers.location!;
    await desk.visit('/');
    lou = (await welcome('Lou Birk')).headers.location!;
    await desk.visit('/');
    house.clock.advance({ hours: 1 });
  });

  afterEach(() => house.close());

  const welcome = (name: string) => desk.fill(paths.checkIn(), { name, departureDay: '2026-11-25' });
  const said = async (at = '/') => read(await desk.visit(at), '.flash p');
  const bed = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;

  it('names the guest and the bed, in initials', async () => {
    await welcome('Ines Oak');
    expect(await said()).toBe('I.O. in Birch is checked in.');
    await desk.fill(`${sam}/away`, { backBy: '2026-11-23T21:00' });
    expect(await said()).toBe('S.A. in Maple · Back by 9 pm Mon 23. The bed is kept.');
    await desk.fill(`${sam}/back`);
    expect(await said()).toBe('S.A. in Maple is back.');
    await desk.fill(`${sam}/departure-day`, { departureDay: '2026-11-26', reason: 'A day more' });
    expect(await said()).toBe('S.A. in Maple leaves on another day now, Thu 26 Nov.');
    await desk.fill(`${sam}/swap`, { otherStayId: lou.split('/')[2]!, reason: 'Quieter' });
    expect(await said()).toBe('S.A. in Cedar and L.B. in Maple have swapped beds.');
    await desk.fill(`${lou}/departure`, { ending: 'early_choice', destination: 'family' });
    expect(await said()).toBe('L.B. left Maple.');
    await desk.send(await desk.visit('/'), `/beds/${await bed('Maple')}/ready`);
    expect(await said()).toBe('Maple is ready.');
    await desk.fill(`${sam}/move`, { bedId: await bed('Maple'), reason: 'Back again' });
    const $ = await desk.visit(sam);
    expect(read($, '.flash p')).toBe('S.A. moved to Maple.');
    await desk.send($, $('.flash form').attr('action')!);
    expect(await said()).toBe('Undone: S.A. in Cedar.');
  });

  it('says it once, with the whole name only while names are shown, and keeps no name', async () => {
    const fields = fieldsOf(await desk.visit('/'), '/names');
    await desk.fill(`${sam}/departure`, { save: 'later' });
    const [session] = await house.rows<{ data: string }>(
      `SELECT data FROM sessions WHERE data LIKE '%has not left yet%'`,
    );
    expect(session!.data).not.toContain('Sam');
    await desk.post('/names', fields);
    expect(await said()).toBe('Sam Ash in Maple has not left yet. What you wrote stands ready for the door.');
    expect(await said()).toBe('');
  });

  it('says for whom a bed is kept and who waits', async () => {
    const oak = await bed('Birch');
    const kept = await desk.fill(
      paths.newHold(),
      {
        bedId: oak,
        firstNight: '2026-11-22',
        nights: '1',
        guestName: 'Dana Fir',
      },
      '/holds',
    );
    const hold = kept.headers.location!;
    expect(await said()).toBe('D.F. · Birch is kept.');
    await desk.fill(hold, {}, `${hold}/did-not-come`);
    expect(await said()).toBe('Birch: D.F. did not come yet. They are welcome all the same.');
    await desk.fill(hold, {}, `${hold}/let-go`);
    expect(await said()).toBe('Birch is not kept for D.F. any more.');
    await desk.fill(paths.waitlist(), { name: 'Ulla', askAgainOn: '2026-11-24' });
    expect(await said()).toBe('U. is on the waitlist.');
  });
});
