import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

// R29
describe('who has read the notes up to where', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple' });
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const write = (desk: Desk, text: string, more = {}) =>
    desk.fill(paths.notes(), { text, lives: 'done', ...more });
  const shift = async (desk: Desk) => read(await desk.visit(paths.shift()), '#main');
  const aside = async (desk: Desk) => read(await desk.visit('/'), 'aside');
  const readIt = (desk: Desk) => desk.fill(paths.shift(), {}, paths.shiftRead());

  it('counts on the board what is new for each person, and not what they wrote themselves', async () => {
    await write(theo, 'Bins out');
    await write(theo, 'Milk');
    expect(await aside(rosa)).toContain('2 house notes · 2 new for you');
    expect(await aside(theo)).not.toContain('new for you');
    await write(rosa, 'Dryer');
    expect(await aside(theo)).toContain('3 house notes · 1 new for you');
  });

  it('is kept with one click, up to the newest line of the page as it was drawn', async () => {
    await write(theo, 'Bins out');
    const $ = await rosa.visit(paths.shift());
    expect(read($, '#main')).toContain('1 new for you');
    await write(theo, 'Written while she read');
    const answer = await rosa.send($, paths.shiftRead());
    expect([answer.status, answer.headers.location]).toEqual([303, paths.shift()]);
    const after = await shift(rosa);
    expect(after).toContain('1 new for you');
    expect(after).toContain('Written while she read New · Theo');
    expect(after).not.toContain('Bins out New');
    await readIt(rosa);
    const done = await rosa.visit(paths.shift());
    expect(read(done, '#main')).not.toContain('new for you');
    expect(done(`form[action="${paths.shiftRead()}"]`).length).toBe(0);
  });

  it('is seen by the whole team, and says of nobody that they have not', async () => {
    await write(theo, 'Bins out');
    await readIt(rosa);
    expect(await shift(theo)).toContain('Read by Rosa.');
    await write(theo, 'Milk');
    const said = await shift(theo);
    expect(said).toContain('An earlier part read by Rosa.');
    expect(said).not.toContain('Marta');
    await readIt(rosa);
    expect(await shift(theo)).toContain('Read by Rosa.');
  });

  it('says nothing of who has read no line of the page, such as somebody who did not work', async () => {
    await write(theo, 'The oven is off', { lives: 'shift' });
    await readIt(rosa);
    house.clock.advance({ hours: 24 * 5 });
    await theo.signIn(theo.person.id, 'three warm lamps on a porch');
    await write(theo, 'Milk');
    expect(await shift(theo)).not.toContain('Rosa');
  });

  it('begins anew with an amendment, and with a note of something earlier', async () => {
    await write(theo, 'Bins out');
    await readIt(rosa);
    const [note] = await house.rows<{ id: string }>('SELECT id FROM notes');
    await theo.fill(
      paths.note(note!.id),
      { text: 'Bins out on Tuesday', why: 'Which day' },
      paths.noteAmend(note!.id),
    );
    expect(await shift(rosa)).toContain('Bins out on Tuesday New · Theo');
    await readIt(rosa);
    await write(theo, 'Power cut', { eventAt: '2026-11-20T03:00' });
    expect(await shift(rosa)).toContain('Power cut New · Theo, Fri 20, 3 am');
  });

  it('does not count what was taken back', async () => {
    await write(theo, 'Bins out');
    const [note] = await house.rows<{ id: string }>('SELECT id FROM notes');
    await theo.fill(paths.note(note!.id), { reason: 'by_mistake' }, paths.noteTakeBack(note!.id));
    expect(await aside(rosa)).toContain('No house notes');
    expect(await aside(rosa)).not.toContain('new for you');
  });

  it('shows what was written while somebody was away, also when it lives no more, until they have read it', async () => {
    await write(theo, 'The oven is off', { lives: 'shift' });
    house.clock.advance({ hours: 24 * 5 });
    const back = await house.signIn('staff', 'Ines');
    expect(await shift(back)).not.toContain('The oven is off');
    await rosa.signIn(rosa.person.id, 'three warm lamps on a porch');
    expect(await shift(rosa)).toContain('The oven is off New');
    await readIt(rosa);
    expect(await shift(rosa)).not.toContain('The oven is off');
  });

  it.each([['nonsense'], ['-1'], ['999999999'], ['']])(
    'takes no mark “%s” past what is written',
    async (upTo) => {
      await write(theo, 'Bins out');
      await rosa.fill(paths.shift(), { upTo }, paths.shiftRead());
      await write(theo, 'Milk');
      expect(await aside(rosa)).toContain(upTo === '999999999' ? '1 new for you' : '2 new for you');
    },
  );

  it('keeps the further of two readings that arrive together', async () => {
    await write(theo, 'Bins out');
    const early = await rosa.visit(paths.shift());
    await write(theo, 'Milk');
    const late = await rosa.visit(paths.shift());
    await Promise.all([late, early, late, early].map(($) => rosa.send($, paths.shiftRead())));
    expect(await aside(rosa)).not.toContain('new for you');
  });
});
