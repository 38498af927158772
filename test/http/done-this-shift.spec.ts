import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('“Done this shift” on the board', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Ash\nBirch\nCedar\nElm\nFir\nMaple\nOak' });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  const welcome = async (name: string) =>
    (await desk.fill(paths.checkIn(), { name, departureDay: '2026-11-25' })).headers.location!;
  const board = () => desk.visit('/');
  const lines = async () => (await board())('[aria-labelledby=done] li').length;
  const more = async () => read(await board(), '[aria-labelledby=done] > p');

  it('shows the last five, and says how many more the shift page tells of', async () => {
    const stay = await welcome('Ana');
    await desk.fill(`${stay}/departure-day`, { departureDay: '2026-11-26' });
    for (const name of ['Ben', 'Cem', 'Dov']) await welcome(name);
    expect([await lines(), await more()]).toEqual([5, '']);
    for (const name of ['Eli', 'Fay']) await welcome(name);
    // The shift page tells of arrivals, not of a planned day
    expect([await lines(), await more()]).toEqual([5, '1 more on the shift page']);
    const $ = await board();
    expect($('[aria-labelledby=done] > p a').attr('href')).toBe(paths.shift());
    expect((await desk.visit(paths.shift()))('#happened ~ ul li').length).toBe(6);
    await welcome('Gil');
    expect(await more()).toBe('2 more on the shift page');
  });

  it('counts nothing that was undone, nor of another shift', async () => {
    const ana = await welcome('Ana');
    for (const name of ['Ben', 'Cem', 'Dov', 'Eli', 'Fay']) await welcome(name);
    expect(await more()).toBe('1 more on the shift page');
    const $ = await desk.visit(ana);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await more()).toBe('');
    house.clock.advance({ hours: 14 });
    desk = await house.signIn();
    expect([await lines(), await more()]).toEqual([
      0,
      'Nothing yet. Check-ins, leavings and beds made ready can be undone here.',
    ]);
  });
});
