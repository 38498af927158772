import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}}';
const NALOXONE = paths.supplySetting('naloxone');
const LOOK = paths.supplyLook('naloxone');

describe('supplies that matter at night', () => {
  let house: House;
  let manager: Desk;
  let theo: Desk;

  beforeEach(async () => {
    house = await openHouse();
    manager = await house.signIn('manager', 'Nora');
    theo = await house.signIn('staff', 'Theo');
  });

  afterEach(() => house.close());

  const switchOn = (answers: Fields = {}) =>
    manager.fill(NALOXONE, { place: 'Hall cupboard', goodUntil: '2027-03-03', isOn: 'yes', ...answers });
  const shift = async () => theo.visit(paths.shift());
  const section = ($: CheerioAPI) => read($, 'section[aria-labelledby=supplies]');
  const looks = () => house.rows('SELECT * FROM supply_looks WHERE undone_at IS NULL');

  it('are three as it ships, that nobody is asked for until a manager says where they are', async () => {
    const list = read(await manager.visit(paths.supplySettings()), 'main');
    for (const name of ['Naloxone', 'First aid kit', 'Smoke alarms']) expect(list).toContain(name);
    expect(section(await shift())).toBe('');
    expect(read(await shift(), 'main')).toContain('All quiet');
    const nowhere = await switchOn({ place: '' });
    expect([nowhere.status, read(page(nowhere), '#place-error')]).toEqual([
      422,
      'Error: Say where it is, so that anyone finds it',
    ]);
    expect((await switchOn()).status).toBe(303);
    expect(read(await shift(), 'main')).not.toContain('All quiet');
    expect(section(await shift())).toContain('Look: Naloxone, Hall cupboard. Good until Wed 3 March 2027.');
  });

  it('are looked at with one click, with who and when, and come round again', async () => {
    await switchOn();
    expect((await theo.send(await shift(), LOOK)).headers.location).toBe(paths.shift());
    const done = await shift();
    expect(read(done, '[role=status]')).toContain('Looked at. Thank you.');
    expect(section(done)).toContain('Looked at Sun 22 Nov, 10:40 pm, Theo');
    expect(section(done)).not.toContain('Look: ');
    expect(done(`form[action="${LOOK}"]`).length).toBe(0);
    house.clock.advance({ hours: 24 * 29 });
    theo = await house.signIn('staff', 'Rosa');
    expect(section(await shift())).toBe('');
    house.clock.advance({ hours: 24 });
    theo = await house.signIn('staff', 'Ash');
    expect(section(await shift())).toContain('Look: Naloxone');
    manager = await house.signIn('manager');
    expect(read(await manager.visit(NALOXONE), 'section[aria-labelledby=looks]')).toContain(
      'Sun 22 Nov, 10:40 pm, Theo',
    );
  });

  it('can be undone until the shift ends, and say so in their history', async () => {
    await switchOn();
    await theo.send(await shift(), LOOK);
    const $ = await shift();
    const undo = String($('section[aria-labelledby=supplies] form[action^="/undo/"]').attr('action'));
    expect((await theo.send($, undo)).status).toBe(303);
    expect(await looks()).toEqual([]);
    expect(section(await shift())).toContain('Look: Naloxone');
    expect(read(await manager.visit(NALOXONE), '.undone')).toContain('Undone: Sun 22 Nov, 10:40 pm, Theo');
  });

  it('are replaced by whoever is on shift; undone, the old date stands again', async () => {
    await switchOn({ goodUntil: '2026-12-01' });
    await theo.send(await shift(), LOOK);
    const soon = await shift();
    expect(section(soon)).toContain('Good until Tue 1 December 2026: time for a new one.');
    expect(soon(`section a[href="${LOOK}"]`).length).toBe(1);
    for (const [goodUntil, words] of [
      ['2026-11-21', 'This day is over'],
      ['soon', 'Enter a day'],
    ] as const) {
      const refused = await theo.fill(LOOK, { goodUntil });
      expect([refused.status, read(page(refused), '#goodUntil-error')]).toEqual([
        422,
        expect.stringContaining(words) as string,
      ]);
    }
    expect((await theo.fill(LOOK, { goodUntil: '2028-12-01' })).status).toBe(303);
    const $ = await shift();
    expect(section($)).toContain('Good until Fri 1 December 2028.');
    expect(read(await manager.visit(NALOXONE), 'section[aria-labelledby=looks]')).toContain(
      'A new one, good until Fri 1 December 2028',
    );
    await theo.send($, String($('section[aria-labelledby=supplies] form[action^="/undo/"]').attr('action')));
    expect(section(await shift())).toContain('Good until Tue 1 December 2026');
  });

  it('are not put back over a date a manager set since', async () => {
    await switchOn();
    await theo.fill(LOOK, { goodUntil: '2028-12-01' });
    const $ = await shift();
    await manager.fill(NALOXONE, { goodUntil: '2029-01-01' });
    const late = await theo.send(
      $,
      String($('section[aria-labelledby=supplies] form[action^="/undo/"]').attr('action')),
    );
    expect(late.status).toBe(409);
    expect(await house.rows(`SELECT good_until AS day FROM supplies WHERE id = 'naloxone'`)).toEqual([
      { day: '2029-01-01' },
    ]);
  });

  it('say when they are good no more', async () => {
    await switchOn({ goodUntil: '2026-11-21' });
    await theo.send(await shift(), LOOK);
    expect(section(await shift())).toContain('Was good until Sat 21 November 2026: it needs a new one.');
  });

  it.each<[string, Fields, string]>([
    ['name', { name: '' }, 'Enter what it is'],
    ['everyDays', { everyDays: '0' }, 'Enter days from 1 to 366'],
    ['everyDays', { everyDays: 'often' }, 'Enter days from 1 to 366'],
    ['goodUntil', { goodUntil: '2027-02-30' }, 'Enter a day'],
  ])('are refused for %s, and keep what was typed: %j', async (field, answers, words) => {
    for (const refused of [
      await switchOn(answers),
      await manager.fill(paths.supplySettings(), {
        name: 'Torch',
        place: 'Hall cupboard',
        everyDays: '30',
        isOn: 'yes',
        ...answers,
      }),
    ]) {
      expect([refused.status, read(page(refused), `#${field}-error`)]).toEqual([
        422,
        expect.stringContaining(words) as string,
      ]);
      expect(page(refused)('[name=place]').val()).toBe('Hall cupboard');
    }
  });

  it('are added by a manager, and shown as they are written', async () => {
    const added = await manager.fill(paths.supplySettings(), {
      name: HOSTILE,
      place: HOSTILE,
      everyDays: '7',
      isOn: 'yes',
    });
    expect(added.status).toBe(303);
    const $ = await shift();
    expect($('main img').length).toBe(0);
    expect(section($)).toContain(`Look: ${HOSTILE}, ${HOSTILE}.`);
  });

  it('show what is kept when two managers change one (R26)', async () => {
    const $ = await manager.visit(NALOXONE);
    await switchOn({ place: 'Kitchen' });
    const late = await manager.send($, NALOXONE, { place: 'Hall', isOn: 'yes' });
    expect([late.status, page(late)('[name=place]').val()]).toEqual([409, 'Hall']);
    expect(read(page(late), 'main')).toContain('Kitchen');
  });
});

describe('clocks of the house', () => {
  let house: House;
  let manager: Desk;

  beforeEach(async () => {
    house = await openHouse();
    manager = await house.signIn('manager', 'Nora');
  });

  afterEach(() => house.close());

  const write = (kind: string) =>
    manager.fill(paths.newHappening(), { 'kinds[]': [kind], nextShift: 'Mind the step' }, paths.happened());
  const handed = async () => read(await manager.visit(paths.shift()), 'section[aria-labelledby=something]');

  it('are set by a manager for each kind, and run for what is written from then on', async () => {
    await write('broken');
    const clock = { 'tell-broken': '2', 'report-broken': '48', 'to-broken': 'The insurance <b>' };
    expect((await manager.fill(paths.clockSettings(), clock)).status).toBe(303);
    expect(await handed()).toContain('Tell a coordinator by Mon 23 Nov, 10:40 pm');
    expect(await handed()).not.toContain('insurance');
    await write('broken');
    expect(await handed()).toContain('Tell a coordinator by Mon 23 Nov, 12:40 am');
    expect(await handed()).toContain('Tell The insurance <b> by Tue 24 Nov, 10:40 pm');
    // Set to none
    await manager.fill(paths.clockSettings(), { 'tell-hurt': '' });
    await write('hurt');
    expect((await handed()).match(/Tell a coordinator/g)).toHaveLength(2);
    expect(await house.rows('SELECT * FROM incident_clocks WHERE person_id IS NOT NULL')).toHaveLength(2);
  });

  it.each<[Fields, string]>([
    [{ 'tell-hurt': '0' }, 'Enter hours from 1 to 720'],
    [{ 'tell-hurt': 'soon' }, 'Enter hours from 1 to 720'],
    [{ 'report-hurt': '721' }, 'Enter hours from 1 to 720'],
    [{ 'to-hurt': 'The county' }, 'Enter within how many hours'],
  ])('are refused for %j, and keep what was typed', async (answers, words) => {
    const refused = await manager.fill(paths.clockSettings(), { 'tell-hit': '9', ...answers });
    expect([refused.status, read(page(refused), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    expect(page(refused)('[name=tell-hit]').val()).toBe('9');
  });

  it('show what is kept when two managers change them (R26)', async () => {
    const $ = await manager.visit(paths.clockSettings());
    await manager.fill(paths.clockSettings(), { 'tell-hurt': '3' });
    const late = await manager.send($, paths.clockSettings(), { 'tell-hurt': '5' });
    expect([late.status, page(late)('[name=tell-hurt]').val()]).toEqual([409, '5']);
    expect(read(page(late), 'main')).toContain('coordinator 3 h');
    expect((await manager.send(page(late), paths.clockSettings())).status).toBe(303);
  });
});
