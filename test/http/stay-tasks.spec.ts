import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

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
    expect(await openTasks()).toEqual(['Key', 'Food allergies', 'Anything you need right now?']);
    expect(await section()).toContain('14 to ask');
    expect(await section()).toContain('11 more to ask');
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

  it('say who may be told what, and nobody while it is unanswered (R49)', async () => {
    expect(await known()).toContain('Who may be toldNobody');
    await write('told', { first: 'My sister: that I am <b>well</b>' });
    expect(await known()).toContain('Who may be toldMy sister: that I am <b>well</b>');
    await desk.fill(taskAt('told'), { state: 'passed', first: '' });
    expect(await known()).toContain('Who may be toldNobody');
  });

  it('lose nothing that is typed beside “Guest passed”', async () => {
    const answer = await desk.fill(taskAt('told'), { state: 'passed', first: 'My sister' });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '.bad')).toContain('Something is written here');
    expect(page(answer)('#first').val()).toBe('My sister');
    expect((await desk.fill(taskAt('told'), { state: 'perhaps', first: 'My sister' })).status).toBe(422);
    expect((await desk.fill(taskAt('told'), { state: 'done', first: 'a'.repeat(201) })).status).toBe(422);
    expect((await desk.fill(taskAt('key'), { state: 'done', mark: 'lost' })).status).toBe(422);
    expect((await desk.get(taskAt('diagnosis'))).status).toBe(404);
    expect(await rows()).toEqual([]);
  });

  it('keep what was begun for the one who began it (R31)', async () => {
    const $ = await desk.visit(taskAt('helps'));
    await desk.send(await desk.visit('/'), '/curtain');
    await desk.send($, taskAt('helps'), { state: 'done', first: 'A quiet room' });
    const [draft] = await house.rows<{ fields: string }>('SELECT fields FROM drafts');
    expect(draft!.fields).toContain('A quiet room');
    expect(await rows()).toEqual([]);
    await desk.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    expect(read(await desk.visit('/'), '[aria-labelledby=begun]')).toContain('Settling in, Maple, begun');
    expect((await desk.visit(taskAt('helps')))('#first').text().trim()).toBe('A quiet room');
  });

  it('tell what we do if they are not back: on the page, and where “away” is written down', async () => {
    expect(await known()).toContain('If they are not backNot asked yet. Wait, and ring on call.');
    await write('not-back', { first: 'Ring my sister' });
    expect(await known()).toContain('If they are not backRing my sister');
    expect((await desk.visit(`${stay}/away`))('#wish').val()).toBe('Ring my sister');
    await desk.fill(`${stay}/not-seen`, {});
    expect(read(await desk.visit(stay), '[aria-labelledby=out]')).toContain('Ring my sister');
  });

  it('know the key: at leaving, and when it comes back after', async () => {
    await write('key', { first: '4', second: '3', mark: 'with-guest' });
    expect(await known()).toContain('Key4, lockbox 3: with the guest');
    const leaving = await desk.visit(`${stay}/departure`);
    expect(read(leaving, 'main')).toContain('Key 4, lockbox 3: with the guest.');
    expect(leaving('[name=keysBack]:checked').val()).toBeUndefined();
    const ending = { ending: 'planned', destination: 'family' };
    await desk.fill(`${stay}/departure`, { ...ending, keysBack: 'not-yet' });
    const $ = await desk.visit(stay);
    const key = $('aside a').filter((_, each) => $(each).text() === 'The key came back');
    await desk.fill(key.attr('href')!, { state: 'done', mark: 'back' });
    expect(await known()).toContain('Key4, lockbox 3: given back');
    expect(await known()).not.toContain('The key came back');
    expect(read(await desk.visit(taskAt('food')), 'main')).toContain(
      'They have left. Only the key can still come back.',
    );
    const late = await desk.post(taskAt('food'), {
      ...fieldsOf(leaving, `${stay}/departure`),
      state: 'done',
    });
    expect(late.status).toBe(409);
  });

  it('take a key that came back for given back at leaving', async () => {
    await write('key', { first: '4', mark: 'back' });
    const leaving = await desk.visit(`${stay}/departure`);
    expect(leaving('[name=keysBack]:checked').val()).toBe('yes');
  });

  it('let what helps go with the guest: gone from the file at leaving, and no undo brings it back', async () => {
    const words = { first: 'Zimtschnecke by the window', second: 'Never the blue lamp' };
    await write('helps', words);
    await write('helps', { ...words, first: 'Zimtschnecke and tea' });
    const ines = await house.signIn('staff', 'Ines');
    const $ = await ines.visit(taskAt('helps'));
    await ines.send(await ines.visit('/'), '/curtain');
    await ines.send($, taskAt('helps'), { state: 'done', first: 'Zimtschnecke begun' });
    expect(await house.rows('SELECT place FROM drafts')).toEqual([{ place: taskAt('helps') }]);
    const leaving = await desk.visit(`${stay}/departure`);
    expect(read(leaving, 'main')).toContain(
      'Recording this deletes it for good. Undo does not bring it back.',
    );
    expect(leaving(`main a[href="${taskAt('helps')}"]`).text()).toContain('Print it for them first');
    expect(await inFile('Zimtschnecke')).toBe(true);
    const left = await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    expect(left.status).toBe(303);
    expect(await rows()).toEqual([
      { task: 'helps', state: 'done', words: null, second: null, mark: null },
      { task: 'helps', state: 'done', words: null, second: null, mark: null },
    ]);
    const after = await desk.visit(stay);
    await desk.send(after, after('.flash form').attr('action')!);
    expect(await section()).toContain('From Mon 23 Nov: 11 more');
    expect(await section()).toContain('Deleted with their leaving. Ask again');
    expect(read(await desk.visit(taskAt('helps')), 'main')).toContain(
      'deleted when their leaving was recorded',
    );
    expect((await desk.visit(taskAt('helps')))('#first').val()).toBe('');
    expect(read(await desk.visit(`${stay}/departure`), 'main')).not.toContain('Print it for them first');
    await house.stop();
    expect(await inFile('Zimtschnecke')).toBe(false);
    expect(await inFile('blue lamp')).toBe(false);
    house = await openHouse({ folder: house.folder });
  });

  it('name to a coordinator alone who must not be here; to all it says: talk with on call first', async () => {
    const coordinator = await house.signIn('coordinator', 'Dana');
    const flag = 'Talk with on call first';
    const pages = async (by = desk) =>
      (
        await Promise.all(
          [stay, '/check-in', '/holds/new', taskAt('apart'), '/', '/shift'].map((each) => by.visit(each)),
        )
      ).map((each) => read(each, 'main'));
    expect((await pages()).join()).not.toContain(flag);
    await write('apart', { first: 'My brother Zacharias' });
    const [onStay, atDoor, onHold, task, ...others] = await pages();
    for (const each of [onStay, atDoor, onHold, task]) expect(each).toContain(flag);
    expect([onStay, atDoor, onHold, task, ...others].join()).not.toContain('Zacharias');
    expect((await desk.visit(taskAt('apart')))('main form')).toHaveLength(0);
    expect((await coordinator.visit(taskAt('apart')))('#first').val()).toBe('My brother Zacharias');
    expect(read(await coordinator.visit(stay), 'main')).not.toContain('Zacharias');
    await coordinator.fill(taskAt('apart'), { state: 'passed', first: '' });
    expect((await pages()).join()).not.toContain(flag);
  });

  it('show somebody who wrote at the same moment what they typed, and not what a coordinator reads', async () => {
    const coordinator = await house.signIn('coordinator', 'Dana');
    const $ = await desk.visit(taskAt('apart'));
    await coordinator.fill(taskAt('apart'), { state: 'done', first: 'My brother' });
    const answer = await desk.send($, taskAt('apart'), { state: 'done', first: 'Their cousin' });
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('Their cousin');
    expect(read(page(answer), 'main')).not.toContain('brother');
  });

  it('go through the agreement in the version the page showed, signed or not, and each version is kept', async () => {
    expect(read(await desk.visit(taskAt('agreement')), 'main')).toContain('The house has no text yet.');
    const manager = await house.signIn('manager', 'Marlo');
    const keep = (text: string) => manager.fill('/settings/agreement', { text });
    expect((await keep('We knock.')).status).toBe(303);
    const $ = await desk.visit(taskAt('agreement'));
    expect(read($, '.written')).toBe('We knock.');
    await keep('We knock.\nWe share the kitchen.');
    await keep('We knock.\nWe share the kitchen.');
    expect((await desk.send($, taskAt('agreement'), { state: 'done', mark: 'signed' })).status).toBe(303);
    expect(await house.rows('SELECT agreement, mark FROM stay_tasks')).toEqual([
      { agreement: 1, mark: 'signed' },
    ]);
    const now = read(await desk.visit(taskAt('agreement')), 'main');
    expect(now).toContain('They went through version 1. This is version 2.');
    const settings = await manager.visit('/settings/agreement');
    expect(
      settings('[aria-labelledby=versions] a')
        .toArray()
        .map((each) => settings(each).text()),
    ).toEqual(['Version 2', 'Version 1']);
    expect(read(await manager.visit('/settings/agreement/1'), '.written')).toBe('We knock.');
    expect((await desk.get('/settings/agreement')).status).toBe(403);
    expect((await manager.get('/settings/agreement/7')).status).toBe(404);
    expect((await manager.get('/settings/agreement/x')).status).toBe(404);
    const wrong = await desk.send(await desk.visit(taskAt('agreement')), taskAt('agreement'), {
      state: 'done',
      agreement: '99',
    });
    expect(wrong.status).toBe(404);
  });

  it('show two managers who change the agreement both texts (R26)', async () => {
    const manager = await house.signIn('manager', 'Marlo');
    const $ = await manager.visit('/settings/agreement');
    await manager.fill('/settings/agreement', { text: 'We knock.' });
    const answer = await manager.send($, '/settings/agreement', { text: 'We whisper.' });
    expect(answer.status).toBe(409);
    expect(read(page(answer), '[aria-labelledby=kept-now]')).toContain('We knock.');
    expect(page(answer)('#text').text().trim()).toBe('We whisper.');
    expect((await manager.fill('/settings/agreement', { text: ' ' })).status).toBe(422);
  });

  it('are written into the record of who looked and who wrote, without a word of theirs (R44)', async () => {
    await desk.visit(taskAt('helps'));
    await write('told', { first: 'My sister' });
    const audit = await house.rows<{ act: string }>(
      'SELECT act, subject_id FROM audit WHERE subject_id = ?',
      [stay.split('/')[2]],
    );
    expect(audit.filter(({ act }) => act.startsWith('stays.tasks')).length).toBeGreaterThan(2);
    expect(JSON.stringify(await house.rows('SELECT * FROM audit'))).not.toContain('sister');
    expect(JSON.stringify(await house.rows('SELECT * FROM acts'))).not.toContain('sister');
  });

  it('are found without reading every stay there ever was', async () => {
    const seen = await house.asked(async () => {
      await desk.visit(paths.checkIn());
      await desk.visit(stay);
    });
    const about = seen.filter(({ sql }) => sql.includes('stay_tasks'));
    expect(about).toHaveLength(2);
    for (const { sql, values } of about) {
      const plan = await house.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
      // Of the parts of stays only the open ones are gone through, one for each bed
      const scans = plan.filter(({ detail }) => /^SCAN/.test(detail) && !/segments_one_open/.test(detail));
      expect(scans.filter(({ detail }) => detail !== 'SCAN CONSTANT ROW')).toEqual([]);
    }
  });

  async function inFile(words: string): Promise<boolean> {
    const files = (await readdir(house.folder)).filter((name) => name.startsWith('house.sqlite'));
    const all = await Promise.all(files.map((name) => readFile(join(house.folder, name))));
    return all.some((bytes) => bytes.includes(words));
  }
});
