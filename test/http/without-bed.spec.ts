import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}}';
const PAGE = paths.withoutBed();

describe('without a bed', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const tap = (answers: Fields, kind = 'visit') => desk.fill(PAGE, { kind, ...answers });
  const lines = ($: CheerioAPI) =>
    [...$('section[aria-labelledby=noted] .split')].map((line) =>
      $(line).find('div').first().text().replace(/\s+/gu, ' ').trim(),
    );
  const shown = async () => lines(await desk.visit(PAGE));
  const rows = () => house.rows('SELECT * FROM help_without_bed WHERE undone_at IS NULL');
  const detailsOf = async () => String((await desk.visit(PAGE))(`a[href^="${PAGE}/"]`).first().attr('href'));

  it('is one click from the calls, under the same word of the menu', async () => {
    const $ = await desk.visit(paths.calls());
    expect($(`nav[aria-label=Calls] a[href="${PAGE}"]`).text()).toBe('Without a bed');
    const there = await desk.visit(PAGE);
    expect(there('nav[aria-label=Main] [aria-current=page]').text()).toBe('Calls');
    expect(read(there, 'h1')).toBe('Without a bed');
    expect(read(there, 'section[aria-labelledby=noted]')).toContain('Nothing noted since Sun 22, 4 am.');
  });

  it('notes a visit, a visit for the night and a thing given with one tap each', async () => {
    for (const [answers, kind] of [
      [{ overnight: 'no' }, 'visit'],
      [{ overnight: 'yes' }, 'visit'],
      [{ code: 'fare' }, 'thing'],
    ] as const) {
      const done = await tap(answers, kind);
      expect([done.status, done.headers.location]).toEqual([303, PAGE]);
    }
    expect(await shown()).toEqual([
      '10:40 pm · A fareRosa',
      '10:40 pm · A visit for the night · 1 personRosa',
      '10:40 pm · A visit · 1 personRosa',
    ]);
  });

  it('has a button for each, that says it all', async () => {
    const $ = await desk.visit(PAGE);
    const buttons = (name: string) =>
      [...$(`section[aria-labelledby=${name}] button.btn`)].map((each) => $(each).text());
    expect(buttons('visits')).toEqual(['A visit', 'A visit for the night']);
    expect(buttons('things')).toEqual([
      'Food',
      'Clothes',
      'A fare',
      'Toiletries',
      'Blanket or sleeping bag',
      'Something else',
    ]);
    expect(buttons('groups')).toHaveLength(6);
  });

  it('notes a group with its heads, also one to which nobody came', async () => {
    expect((await tap({ count: '7', code: 'walk' }, 'group')).status).toBe(303);
    expect((await tap({ count: '0', code: 'support' }, 'group')).status).toBe(303);
    expect(await shown()).toEqual([
      '10:40 pm · Talking together · 0 peopleRosa',
      '10:40 pm · A walk · 7 peopleRosa',
    ]);
  });

  it.each<[string, Fields, string, string]>([
    ['group', { code: 'walk', count: '' }, 'count', 'Enter how many people were there'],
    ['group', { code: 'walk', count: '1.5' }, 'count', 'Enter a number from 0 to 99'],
    ['group', { count: '4' }, 'main', 'Choose which group'],
    ['thing', {}, 'main', 'Choose what it was'],
    ['thing', { code: 'gold' }, 'main', 'Choose what it was'],
    ['visit', { count: '0' }, 'count', 'Enter a number from 1 to 99'],
    ['party', {}, 'main', 'Choose what it was'],
  ])('is refused for a %s with %j, and keeps what was typed', async (kind, answers, _field, words) => {
    const refused = await tap(answers, kind);
    expect([refused.status, read(page(refused), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    if (kind === 'group') expect(page(refused)('[name=count]').val()).toBe(answers.count);
    expect(await rows()).toEqual([]);
  });

  it('makes one of a form that is sent twice', async () => {
    const $ = await desk.visit(PAGE);
    await desk.send($, PAGE, { kind: 'visit', overnight: 'no' });
    await desk.send($, PAGE, { kind: 'visit', overnight: 'no' });
    expect(await rows()).toHaveLength(1);
  });

  it('says more afterwards: how many, minutes, for the night, a word to call them by, when', async () => {
    await tap({ overnight: 'no' });
    const address = await detailsOf();
    const answers = {
      count: '2',
      minutes: '45',
      overnight: 'yes',
      name: 'Kim Porter',
      at: '2026-11-22T21:15',
    };
    const done = await desk.fill(address, answers);
    expect([done.status, done.headers.location]).toEqual([303, PAGE]);
    expect(await shown()).toEqual(['9:15 pm · A visit for the night · K.P. · 2 people · 45 minutesRosa']);
    const again = await desk.visit(address);
    expect(['count', 'minutes', 'name', 'at'].map((name) => again(`[name=${name}]`).val())).toEqual([
      '2',
      '45',
      '',
      '',
    ]);
    expect(read(again, 'form#kept')).toContain('Take away “K.P.”');
    expect(read(again, 'title')).not.toContain('Kim');
    await desk.fill(address, { noName: 'yes' });
    expect(await shown()).toEqual(['9:15 pm · A visit for the night · 2 people · 45 minutesRosa']);
  });

  it.each<[string, string, string]>([
    ['count', '0', 'Enter a number from 1 to 99'],
    ['count', 'few', 'Enter a number from 1 to 99'],
    ['minutes', '1.5', 'Enter the minutes as a number'],
    ['minutes', '0', 'Enter the minutes as a number'],
    ['at', '2026-11-22T23:59', 'future'],
    ['at', '2026-01-01T12:00', 'too far back'],
    ['at', 'noon', 'Enter a day and a time'],
  ])('is refused where %s is %s, and keeps what was typed', async (field, typed, words) => {
    await tap({ overnight: 'no' });
    const refused = await desk.fill(await detailsOf(), { name: 'Kim', [field]: typed });
    expect([refused.status, read(page(refused), `#${field}-error`)]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    expect(page(refused)('[name=name]').val()).toBe('Kim');
    expect(page(refused)(`[name=${field}]`).val()).toBe(typed);
  });

  it('keeps what was typed of one line when its person is signed out (R31)', async () => {
    await tap({ overnight: 'no' });
    const address = await detailsOf();
    const $ = await desk.visit(address);
    await desk.fill('/', {}, '/sign-out');
    await desk.send($, address, { name: 'Kim', minutes: '20' });
    await desk.signIn(desk.person.id, 'three warm lamps on a porch');
    const back = await desk.visit(address);
    expect(read(back, '.flag')).toContain('Begun by you');
    expect([back('[name=name]').val(), back('[name=minutes]').val()]).toEqual(['Kim', '20']);
  });

  it('shows what is kept when two people say more of one (R26)', async () => {
    await tap({ overnight: 'no' });
    const address = await detailsOf();
    const $ = await desk.visit(address);
    const other = await house.signIn('staff', 'Theo');
    await other.fill(address, { count: '3' });
    const late = await desk.send($, address, { count: '2' });
    expect([late.status, page(late)('[name=count]').val()]).toEqual([409, '2']);
    expect(read(page(late), 'section.flag')).toContain('How many3');
    expect((await desk.send(page(late), address)).status).toBe(303);
    expect(await rows()).toEqual([expect.objectContaining({ count: 2 })]);
  });

  it('is undone until the shift ends, counts nowhere then, and stays as it is afterwards', async () => {
    await tap({ overnight: 'no' });
    await tap({ code: 'food' }, 'thing');
    const address = await detailsOf();
    const $ = await desk.visit(PAGE);
    const undo = String($('.split form[action^="/undo/"]').first().attr('action'));
    expect((await desk.send($, undo)).status).toBe(303);
    expect(await shown()).toEqual(['10:40 pm · A visit · 1 personRosa']);
    expect((await desk.get(address)).status).toBe(404);
    const left = await detailsOf();
    const open = await desk.visit(left);
    house.clock.advance({ hours: 10 });
    desk = await house.signIn('staff', 'Theo');
    expect(read(await desk.visit(left), 'main')).toContain('It stays as it is');
    const late = await desk.fill(PAGE, { kind: 'visit' });
    expect(late.status).toBe(303);
    expect(open('form#kept').length).toBe(1);
    expect((await desk.get(`${PAGE}/nobody`)).status).toBe(404);
  });

  it('is not changed by a page that is sent after the shift is over', async () => {
    await tap({ overnight: 'no' });
    const address = await detailsOf();
    const $ = await desk.visit(address);
    house.clock.advance({ hours: 9, minutes: 30 });
    const late = await desk.send($, address, { count: '9' });
    if (late.status === 303) await desk.signIn(desk.person.id, 'three warm lamps on a porch');
    expect(await rows()).toEqual([expect.objectContaining({ count: 1 })]);
  });

  it('lists another house day by its address, and refuses one that is still to come', async () => {
    await tap({ overnight: 'no' });
    house.clock.advance({ hours: 24 });
    desk = await house.signIn('staff', 'Theo');
    expect(await shown()).toEqual([]);
    const $ = await desk.visit(paths.withoutBedOf('2026-11-22'));
    expect(lines($)).toEqual(['10:40 pm · A visit · 1 personRosa']);
    expect($('.split form, .split a').length).toBe(0);
    for (const day of ['2026-11-24', 'noon'])
      expect((await desk.get(paths.withoutBedOf(day))).status).toBe(422);
  });

  it('forgets a name after thirty days, in the file too', async () => {
    await tap({ overnight: 'no' });
    await desk.fill(await detailsOf(), { name: 'Kim Porter' });
    house.clock.advance({ hours: 24 * 30 });
    desk = await house.signIn('staff', 'Theo');
    expect(lines(await desk.visit(paths.withoutBedOf('2026-11-22')))[0]).toContain('K.P.');
    house.clock.advance({ hours: 24 });
    desk = await house.signIn('staff', 'Ash');
    expect(lines(await desk.visit(paths.withoutBedOf('2026-11-22')))).toEqual([
      '10:40 pm · A visit · 1 personRosa',
    ]);
    expect(await rows()).toEqual([expect.objectContaining({ name: null, count: 1 })]);
  });

  it('shows what a house words itself, as it is written', async () => {
    const manager = await house.signIn('manager', 'Nora');
    expect((await manager.fill('/settings/lists/things', { newLabel: HOSTILE })).status).toBe(303);
    await tap({ code: 'ours_7' }, 'thing');
    expect(await shown()).toEqual([`10:40 pm · ${HOSTILE}Rosa`]);
    await manager.fill('/settings/lists/things', { 'aside[]': 'ours_7' });
    const late = await tap({ code: 'ours_7' }, 'thing');
    expect(read(page(late), '[role=alert]')).toContain('is not offered any more');
    expect(await shown()).toEqual([`10:40 pm · ${HOSTILE}Rosa`]);
  });

  it('stands in one quiet line on the shift page, and on the page of a past shift', async () => {
    const line = async (address: string) =>
      read(await desk.visit(address), 'section[aria-labelledby=happened]');
    expect(await line(paths.shift())).not.toContain('Without a bed');
    await tap({ overnight: 'yes' });
    await desk.fill(await detailsOf(), { count: '2' });
    await tap({ overnight: 'no' });
    await tap({ code: 'food' }, 'thing');
    await tap({ count: '6', code: 'meal' }, 'group');
    await desk.fill(paths.calls(), { outcome: 'talked', minutes: '12' });
    await desk.fill(paths.calls(), { outcome: 'talked' });
    const words =
      'Without a bed: 2 visits (3 people, 1 overnight) · 1 group (6 people) · 1 thing given · 2 calls (12 minutes said)';
    expect(await line(paths.shift())).toContain(words);
    house.clock.advance({ hours: 10 });
    desk = await house.signIn('staff', 'Theo');
    expect(await line(paths.shift())).not.toContain('Without a bed');
    expect(await line(paths.shiftOf('2026-11-22', 22))).toContain(words);
  });
});

describe('the report of what was done without a bed', () => {
  let house: House;
  let manager: Desk;

  beforeAll(async () => {
    house = await openHouse();
    manager = await house.signIn('manager', 'Nora');
    const tap = (answers: Fields) => manager.fill(PAGE, answers);
    await tap({ kind: 'visit', overnight: 'yes' });
    await tap({ kind: 'visit', overnight: 'no' });
    await tap({ kind: 'group', code: 'walk', count: '6' });
    await tap({ kind: 'thing', code: 'fare' });
    await tap({ kind: 'thing', code: 'fare' });
    await manager.fill(paths.calls(), { outcome: 'talked', minutes: '12' });
    await manager.fill(paths.calls(), { outcome: 'talked', line: 'door' });
    house.clock.advance({ hours: 24 });
    manager = await house.signIn('manager', 'Ines');
    await manager.fill(PAGE, { kind: 'visit', overnight: 'no' });
  });

  afterAll(() => house.close());

  const OF = 'from=2026-11-22&to=2026-11-22';

  it('counts by house day, each figure with what it means, and stands beside the outcomes', async () => {
    const $ = await manager.visit(`${paths.withoutBedReport()}?${OF}`);
    expect(read($, '#figures')).toBe('2 visits, 1 group, 2 things given, 2 calls.');
    const told = [...$('.figures tbody tr')].map((row) =>
      [...$(row).find('th, td')]
        .slice(0, 3)
        .map((cell) => $(cell).text())
        .join('|'),
    );
    expect(told).toEqual([
      'Visits|2|',
      'People at visits|2|',
      'Visits for the night|1|',
      'People at visits for the night|1|',
      'Minutes of visits|not said|0',
      'Groups|1|',
      'Heads at groups|6|',
      'Minutes of groups|not said|0',
      'Groups: A walk|1|',
      'Heads: A walk|6|',
      'Things given|2|',
      'Given: A fare|2|',
      'Calls|2|',
      'Minutes of calls|12|1',
      'Calls: Phone|1|',
      'Minutes of calls: Phone|12|1',
      'Calls: Door|1|',
      'Minutes of calls: Door|not said|0',
    ]);
    const outcomes = await manager.visit(paths.outcomes());
    expect(outcomes(`nav[aria-label=Reports] a[href="${paths.withoutBedReport()}"]`).length).toBe(1);
  });

  it('says the same in its file, for the house alone, and each is written down', async () => {
    const refused = await manager.get(`${paths.withoutBedFile()}?${OF}&sharing=anyone`);
    expect([refused.status, read(page(refused), '#sharing-error')]).toEqual([
      422,
      expect.stringContaining('Nothing was exported') as string,
    ]);
    const sent = await manager.get(`${paths.withoutBedFile()}?${OF}&sharing=inside`);
    expect(sent.headers['content-disposition']).toContain('without-bed-2026-11-22-to-2026-11-22-inside.csv');
    const [head, ...rows] = readCsv(sent.text);
    expect(head).toEqual(['figure', 'label', 'value', 'n', 'meaning']);
    expect(rows.map((row) => row.slice(0, 4).join('|'))).toContain(
      'call_minutes_phone|Minutes of calls: Phone|12|1',
    );
    expect(rows).toHaveLength(18);
    const trail = await house.rows(`SELECT subject_id FROM audit WHERE act = 'reports.exportInside'`);
    expect(trail).toEqual([{ subject_id: '2026-11-22-to-2026-11-22' }]);
  });
});
