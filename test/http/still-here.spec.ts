import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam was to leave Maple on Mon 23 November 2026 and stays on; Lou is in Cedar until Sat 28. */
describe('“Is S. still here?” (R8)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn();
    const welcome = async (name: string, departureDay: string) =>
      (await desk.fill(paths.checkIn(), { name, departureDay })).headers.location!;
    stay = await welcome('Sam Ash', '2026-11-23');
    await welcome('Lou', '2026-11-28');
    await sit('2026-11-25T04:00:00Z');
  });

  afterEach(() => house.close());

  async function sit(time: string): Promise<void> {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', `Nora ${time}`);
  }

  const card = async () => read(await desk.visit('/'), '[data-bed=Maple]');
  /** As a browser does, which says where the button stood. */
  const press = async (act: string, from = '/') =>
    desk
      .post(`${stay}/${act}`, fieldsOf(await desk.visit(from), `${stay}/${act}`))
      .set('Referer', desk.url + from);
  const dates = () =>
    house.rows(`SELECT planned_day, departure_day, version FROM stays WHERE id = ?`, [stay.split('/')[2]]);

  it('is asked on board and shift page, once a night, only for who stays on', async () => {
    expect(await card()).toContain('Is S.A. still here?');
    const shift = await desk.visit('/shift');
    expect(read(shift, '[aria-labelledby=happened]')).toContain('Is S.A. still here?');
    expect(read(await desk.visit('/'), '[data-bed=Cedar]')).not.toContain('still here?');
    expect((await desk.visit('/'))('form[action$="/still-here"]').length).toBe(1);
  });

  it('changes no date, and asks again in the next night: yes says who looked, and when', async () => {
    const before = await dates();
    const answer = await press('still-here');
    expect([answer.status, answer.headers.location]).toEqual([303, '/']);
    expect(await card()).not.toContain('still here?');
    expect(await card()).toContain('Seen Tue 24, 10 pm. Change the leaving day in Maple');
    expect((await desk.visit('/'))('[data-bed=Maple] a[href$="/departure-day"]').attr('href')).toBe(
      `${stay}/departure-day`,
    );
    expect(await dates()).toEqual(before);
    const history = read(await desk.visit(stay), '[aria-labelledby=history]');
    expect(history).toContain('Still here: somebody looked Tue 24 Nov, 10 pm, Nora');
    await sit('2026-11-25T09:59:00Z');
    expect(await card()).not.toContain('still here?');
    await sit('2026-11-25T10:00:00Z');
    expect(await card()).toContain('Is S.A. still here?');
  });

  it('is one line whoever looks again in a night, and can be undone', async () => {
    const [one, two] = [await desk.visit('/'), await desk.visit('/')];
    await desk.send(one, `${stay}/still-here`);
    await desk.send(two, `${stay}/still-here`);
    expect(await house.rows(`SELECT kind FROM acts WHERE kind = 'stay.seen'`)).toHaveLength(1);
    const $ = await desk.visit('/');
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await card()).toContain('Is S.A. still here?');
  });

  it('is believed: nobody was out before somebody saw them', async () => {
    await press('still-here');
    const answer = await desk.fill(`${stay}/not-seen`, { since: '2026-11-24T21:59' });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#since-error')).toContain('They were seen after that');
    house.clock.advance({ minutes: 30 });
    expect(read(await desk.visit(stay), '#miss')).toContain('“Not seen” counts since 10 pm Tue 24.');
    expect((await desk.fill(`${stay}/not-seen`, { since: '2026-11-24T22:10' })).status).toBe(303);
  });

  it('does not stand in the way of undoing what was done before it (R24)', async () => {
    await desk.fill(stay, { departureDay: '2026-11-24' }, `${stay}/departure-day`);
    await sit('2026-11-25T10:00:00Z');
    await desk.fill(stay, { departureDay: '2026-11-25' }, `${stay}/departure-day`);
    await sit('2026-11-26T10:00:00Z');
    await desk.fill(stay, { departureDay: '2026-11-27' }, `${stay}/departure-day`);
    const undo = (await desk.visit(stay))('form[action^="/undo/"]').first().attr('action')!;
    const token = (await desk.visit('/'))('[name=_csrf]').first().val() as string;
    expect((await desk.post(`${stay}/still-here`, { _csrf: token })).status).toBe(303);
    const $ = await desk.visit(stay);
    expect((await desk.send($, undo)).status).toBe(303);
  });

  it('is answered with not seen: the board says so, and asks no more until they are back', async () => {
    expect((await press('not-seen', '/shift')).headers.location).toBe('/shift');
    const words = await card();
    expect(words).toContain('Not seen since 10 pm Tue 24.');
    expect(words).not.toContain('still here?');
    await sit('2026-11-25T10:00:00Z');
    expect(await card()).not.toContain('still here?');
    await press('back');
    expect(await card()).toContain('Seen Wed 25, 4 am.');
    expect(await card()).not.toContain('still here?');
  });

  it('leads to the leaving for a guest who left', async () => {
    const $ = await desk.visit('/');
    expect($('[data-bed=Maple] .asked a').attr('href')).toBe(`${stay}/departure`);
  });
});
