import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };
const AT_ONCE = { ...LEAVES, bedNext: 'at-once' };

/** Set up Sun 22 November 2026, 10:40 pm in Chicago. */
describe('a bed that is ready at once when they leave (R10)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
    stay = await arrive('Sam Ash');
    house.clock.advance({ minutes: 50 });
  });

  afterEach(() => house.close());

  const arrive = async (name: string, by = desk) =>
    (await by.fill('/check-in', { name, stayedBefore: 'no', departureDay: '2026-11-25' })).headers.location!;
  const turnovers = () =>
    house.rows('SELECT since_at = ended_at AS none, ready_by AS by FROM turnovers ORDER BY since_at');
  const status = async () => (await desk.visit('/'))('[data-bed=Maple]').attr('data-status');
  const bedId = async () => (await desk.visit('/'))('[data-bed=Maple]').attr('data-bed-id')!;
  const undo = async () => {
    const $ = await desk.visit(stay);
    return desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
  };

  it('offers it beside getting ready and closing, with getting ready as always', async () => {
    const $ = await desk.visit(`${stay}/departure`);
    const offered = $('[name=bedNext]').toArray();
    expect(offered.map((each) => $(each).val())).toEqual(['ready', 'at-once', 'close']);
    expect(read($, 'form.cols')).toContain('Ready at once: nothing to do');
    await desk.fill(`${stay}/departure`, LEAVES);
    expect(await status()).toBe('getting-ready');
  });

  it('is ready by the same person in the same act, in no time', async () => {
    const done = await desk.fill(`${stay}/departure`, AT_ONCE);
    expect(done.headers.location).toBe(stay);
    expect(read(await desk.visit(stay), '.flash')).toContain('The bed is ready');
    expect(await turnovers()).toEqual([{ none: 1, by: desk.person.id }]);
    expect(await status()).toBe('free');
    const $ = await (await house.signIn('coordinator')).visit(paths.bed(await bedId()));
    expect(read($, 'main')).toContain('It took 0 min.');
    expect(read($, 'main')).toContain('Rosa');
    expect(read(await desk.visit(stay), 'main')).toContain('bed ready at once');
    const acts = await house.rows(`SELECT kind FROM acts WHERE kind IN ('stay.left', 'bed.ready')`);
    expect(acts).toEqual([{ kind: 'stay.left' }]);
  });

  it('counts from the time they left, also when that is told later', async () => {
    house.clock.advance({ minutes: 50 });
    const leftAt = '2026-11-22T23:10';
    expect((await desk.fill(`${stay}/departure`, { ...AT_ONCE, leftAt })).status).toBe(303);
    const [kept] = await house.rows('SELECT since_at AS since, ended_at AS ended FROM turnovers');
    expect(kept).toEqual({ since: '2026-11-23T05:10:00Z', ended: '2026-11-23T05:10:00Z' });
  });

  it('is undone with the leaving, and counts as made ready nowhere (R24)', async () => {
    await desk.fill(`${stay}/departure`, AT_ONCE);
    expect((await undo()).status).toBe(303);
    expect(await status()).toBe('staying');
    expect(await house.rows('SELECT 1 FROM turnovers WHERE ready_by IS NOT NULL')).toEqual([]);
    // And the next leaving is a new one
    house.clock.advance({ minutes: 5 });
    await desk.fill(`${stay}/departure`, LEAVES);
    expect(await status()).toBe('getting-ready');
  });

  it('gives a bed that nobody had made up before them back to getting ready', async () => {
    await desk.fill(`${stay}/departure`, LEAVES);
    house.clock.advance({ minutes: 5 });
    const answers = { name: 'Lee', stayedBefore: 'no', departureDay: '2026-11-25' };
    const next = { ...answers, bedId: await bedId(), confirmNotReady: 'yes' };
    stay = (await desk.fill('/check-in', next)).headers.location!;
    house.clock.advance({ minutes: 5 });
    await desk.fill(`${stay}/departure`, AT_ONCE);
    expect(await status()).toBe('free');
    expect((await undo()).status).toBe(303);
    expect(await house.rows('SELECT 1 FROM turnovers WHERE ready_by IS NOT NULL')).toEqual([]);
  });

  it('is made ready by nobody when the leaving turns out not to have been one (R53)', async () => {
    await desk.fill(`${stay}/departure`, AT_ONCE);
    const chief = await house.signIn('coordinator', 'Ines');
    const answer = await chief.fill(
      `${stay}/correct?field=reopen`,
      { reason: 'Still here' },
      `${stay}/reopen`,
    );
    expect(answer.status).toBe(303);
    expect(await house.rows('SELECT 1 FROM turnovers WHERE ready_by IS NOT NULL')).toEqual([]);
  });

  it('takes no time still when the hour of the leaving is corrected (R53)', async () => {
    await desk.fill(`${stay}/departure`, AT_ONCE);
    const chief = await house.signIn('coordinator', 'Ines');
    const answer = await chief.fill(
      `${stay}/correct?field=leftAt`,
      { value: '2026-11-22T23:00', reason: 'Earlier' },
      `${stay}/correct`,
    );
    expect(answer.status).toBe(303);
    expect(await turnovers()).toEqual([{ none: 1, by: desk.person.id }]);
  });
});
