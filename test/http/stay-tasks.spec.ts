import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam is in Maple since Sun 22 November 2026, 10:40 pm, to leave on Wed 25. */
describe('settling in: the tasks after check-in', () => {
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

  const NEXT_MORNING = '2026-11-23T15:00:00Z';
  const taskAt = (code: string) => `${stay}/tasks/${code}`;
  const say = (code: string, state: string, by = desk) => by.fill(stay, { state }, taskAt(code));
  const write = (code: string, answers: Fields, by = desk) =>
    by.fill(taskAt(code), { state: 'done', ...answers });
  const sit = async (time = NEXT_MORNING, role: 'staff' | 'coordinator' = 'staff') => {
    house.clock.moveTo(time);
    desk = await house.signIn(role, `Nora ${role} ${time}`);
  };
  const openTasks = async () => {
    const $ = await desk.visit(stay);
    return $('[aria-labelledby=settling-in] > ul > li')
      .toArray()
      .map((each) => $(each).find('p').children().first().text());
  };
  const section = async () => read(await desk.visit(stay), '[aria-labelledby=settling-in]');
  const known = async () => read(await desk.visit(stay), 'aside');
  const rows = () =>
    house.rows('SELECT task, state, words, second, mark FROM stay_tasks ORDER BY task, number');

  it('ask three things on the first night, and the rest from the next morning', async () => {
    expect(await openTasks()).toEqual(['Key', 'Food allergies', 'Anything you need right now?']);
    expect(await section()).toContain('3 to ask, 0 settled. None of it has to be.');
    expect(await section()).toContain('From Mon 23 Nov: 11 more');
    await sit();
    expect(await openTasks()).toHaveLength(14);
    expect(await section()).not.toContain('From Mon');
  });

  it('are done, passed or put off with one click, say who and when, and undo', async () => {
    expect((await say('key', 'done')).headers.location).toBe(stay);
    expect(read(await desk.visit(stay), '.flash')).toContain('Key: done.');
    await say('food', 'passed');
    await say('now', 'not-now');
    expect(await openTasks()).toEqual(['Anything you need right now?']);
    expect(await section()).toContain('Not now, Sun 22 Nov, 10:40 pm, Theo');
    expect(await section()).toContain('2 settled');
    expect(await section()).toContain('Guest passed, Sun 22 Nov, 10:40 pm, Theo');
    const $ = await desk.visit(stay);
    const undo = $('[aria-labelledby=settling-in] form[action^="/undo/"]');
    expect(undo).toHaveLength(2);
    await desk.send($, undo.first().attr('action')!);
    expect(await openTasks()).toEqual(['Key', 'Anything you need right now?']);
  });

  it('leave no line in the history of the stay, and stand in the way of undoing nothing', async () => {
    await say('key', 'done');
    const $ = await desk.visit(stay);
    await desk.send($, $('[aria-labelledby=settling-in] form[action^="/undo/"]').attr('action')!);
    await say('food', 'passed');
    const history = read(await desk.visit(stay), '[aria-labelledby=history]');
    expect(history).toMatch(
      /^History Welcomed to Maple, to leave Wed 25 Nov Sun 22 Nov, 10:40 pm, Theo Undo/,
    );
    expect(history).not.toContain('Undone');
    const open = await desk.visit(stay);
    await desk.send(open, open('[aria-labelledby=history] form').attr('action')!);
    expect(read(await desk.visit(stay), 'main')).toContain('This check-in was undone');
    expect(read(await desk.visit(stay), 'main')).not.toContain('Settling in');
  });

  it('hear two buttons pressed on one page, one after the other', async () => {
    const $ = await desk.visit(stay);
    for (const code of ['key', 'food', 'now']) await desk.send($, taskAt(code), { state: 'done' });
    expect(await rows()).toHaveLength(3);
    const settled = await desk.visit(stay);
    const undo = settled('[aria-labelledby=settling-in] form[action^="/undo/"]').toArray();
    for (const each of undo) await desk.send(settled, settled(each).attr('action')!);
    expect(await openTasks()).toHaveLength(3);
  });

  it('make one answer of the same said at two desks, and show both of two (R26)', async () => {
    const other = await house.signIn('staff', 'Ines');
    const [$, again] = [await desk.visit(stay), await desk.visit(stay)];
    const theirs = await other.visit(taskAt('food'));
    expect((await desk.send($, taskAt('key'), { state: 'done' })).status).toBe(303);
    expect((await other.fill(stay, { state: 'done' }, taskAt('food'))).status).toBe(303);
    expect((await desk.send($, taskAt('food'), { state: 'done' })).status).toBe(303);
    expect(await rows()).toHaveLength(2);
    const answer = await desk.send(again, taskAt('food'), { state: 'passed' });
    expect(answer.status).toBe(409);
    expect(read(page(answer), '[aria-labelledby=kept-now]')).toContain('Done, Ines');
    await write('food', { first: 'No nuts' }, other);
    const late = await other.send(theirs, taskAt('food'), { state: 'done', first: 'No milk' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('No nuts');
    expect(page(late)('#first').val()).toBe('No milk');
    expect((await other.send(page(late), taskAt('food'), { state: 'done' })).status).toBe(303);
    expect(await known()).toContain('FoodNo milk');
  });
});
