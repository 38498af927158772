import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}} & </textarea><script>1</script>';

describe('a house note (R27 to R31)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple' });
    desk = await house.signIn('staff', 'Theo');
  });

  afterEach(() => house.close());

  const write = (answers: Fields, from: string = paths.board()) => desk.fill(from, answers, paths.notes());
  const notes = () => house.rows<{ number: number; text: string }>('SELECT * FROM notes ORDER BY number');
  const doneAction = ($: CheerioAPI) => $('form[action$="/done"]').first().attr('action')!;

  it.each([paths.board(), paths.shift()])(
    'is written on %s, with nothing but its text, and back there',
    async (from) => {
      const $ = await desk.visit(from);
      const fields = {
        ...Object.fromEntries(
          $('form[action="/notes"]')
            .serializeArray()
            .map(({ name, value }) => [name, value]),
        ),
        text: 'Dryer is slow.\r\nRun it twice.',
      };
      const answer = await desk.post(paths.notes(), fields).set('Referer', `${house.url}${from}`);
      expect([answer.status, answer.headers.location]).toEqual([303, from]);
      expect(read(await desk.visit(from), '[role=status]')).toBe('Note saved.');
      expect(await notes()).toEqual([
        expect.objectContaining({ number: 1, text: 'Dryer is slow.\nRun it twice.', lives: 'shift' }),
      ]);
      const shift = read(await desk.visit(paths.shift()), '#main');
      expect(shift).toContain('1 house note');
      expect(shift).toContain('Dryer is slow. Run it twice. Theo, Sun 22, 10:40 pm · until 2 pm Mon 23');
      expect(read(await desk.visit('/'), 'aside')).toContain('1 house note');
    },
  );

  it('goes nowhere but to pages of ours afterwards', async () => {
    const $ = await desk.visit('/');
    const fields = {
      ...Object.fromEntries(
        $('form[action="/notes"]')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      ),
      text: 'Milk',
    };
    const answer = await desk.post(paths.notes(), fields).set('Referer', 'http://elsewhere.example/people');
    expect(answer.headers.location).toBe('/');
  });

  it.each<[string, Fields, string]>([
    ['without a text', { text: ' \n ' }, 'Write the note'],
    ['too long', { text: 'x'.repeat(10_001) }, 'This is too long. Use at most 10000 characters'],
    ['with a life nobody offered', { text: 'Milk', lives: 'for ever' }, 'Choose how long it is shown'],
    ['until a day that is missing', { text: 'Milk', lives: 'date', until: '' }, 'Enter the last day'],
    [
      'until a day that does not exist',
      { text: 'Milk', lives: 'date', until: '2026-02-30' },
      'Enter the last day',
    ],
    ['until a day that is over', { text: 'Milk', lives: 'date', until: '2026-11-21' }, 'This day is over'],
    ['until a day too far away', { text: 'Milk', lives: 'date', until: '2027-12-28' }, 'within 400 days'],
  ])('is refused %s, and keeps what was typed', async (_, answers, words) => {
    const answer = await write({ lives: 'shift', ...answers });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain(words);
    expect($('title').text()).toMatch(/^Error: House note/);
    expect(String($('[name=text]').val()).trim()).toBe(String(answers.text).trim());
    if (answers.until) expect($('[name=until]').val()).toBe(answers.until);
    expect(await notes()).toEqual([]);
    const mended = await desk.send($, paths.notes(), { text: 'Milk', lives: 'done' });
    expect([mended.status, (await notes()).length]).toEqual([303, 1]);
  });

  it('has room for 10,000 characters, the ends of lines counted once', async () => {
    const text = `${'häßlich 🌲 '.repeat(900)}${'\n'.repeat(40)}`;
    const full = text.padEnd(10_000 + (text.length - [...text].length), 'x');
    expect([...full]).toHaveLength(10_000);
    expect((await write({ text: full.replaceAll('\n', '\r\n') })).status).toBe(303);
    expect((await notes())[0]!.text).toBe(full);
  });

  it('asks for the day on a page of its own when it is to live until one', async () => {
    const asked = await write({ text: 'The plumber comes', lives: 'date' });
    expect(asked.status).toBe(200);
    const $ = page(asked);
    expect($('[name=text]').val()).toBe('The plumber comes');
    expect($('[name=lives]:checked').val()).toBe('date');
    expect($('[role=alert]').length).toBe(0);
    expect((await desk.send($, paths.notes(), { until: '2026-11-26' })).status).toBe(303);
    expect(read(await desk.visit(paths.shift()), '#main')).toContain(
      'The plumber comes Theo, Sun 22, 10:40 pm · until Thu 26 Nov',
    );
  });

  it('is shown as it was written, whatever it is', async () => {
    await write({ text: HOSTILE, lives: 'done' });
    await desk.post('/theme', { _csrf: String((await desk.visit('/'))('[name=_csrf]').first().val()) });
    const $ = await desk.visit(paths.shift());
    expect(read($, '.written')).toBe(HOSTILE);
    expect($('main img, main script').length).toBe(0);
    const refused = page(await write({ text: HOSTILE, lives: 'no' }));
    expect(refused('[name=text]').val()).toBe(HOSTILE);
    expect(refused('main img, main script').length).toBe(0);
  });

  it('is one note however often its form is sent, and each gets the next number (R29)', async () => {
    const $ = await desk.visit('/');
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => desk.send($, paths.notes(), { text: 'Milk' })),
    );
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await notes()).toHaveLength(1);
    const pages = await Promise.all(Array.from({ length: 8 }, () => desk.visit('/')));
    await Promise.all(pages.map((each, index) => desk.send(each, paths.notes(), { text: `Note ${index}` })));
    expect((await notes()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('takes a message from “Someone is asking about a person”, signed in only, for any name alike (R49)', async () => {
    expect((await house.desk().visit(paths.askedAbout()))('main a').length).toBe(0);
    const link = (await desk.visit(paths.askedAbout()))('main a').attr('href')!;
    expect(link).toBe('/notes?lives=done&as=message');
    const $ = await desk.visit(`${link}&text=Jo+is+here`);
    expect([$('[name=lives]:checked').val(), $('[name=text]').val()]).toEqual(['done', '']);
    expect(read($, 'h1')).toBe('A message for our board');
    expect(read($, '#text-hint')).toContain('A message for a guest goes here too.');
    expect(read($, '#text-hint')).toContain('Never whether anyone stays here.');
    expect(read($, 'main')).not.toContain('Nothing about a guest');
    const empty = page(await desk.send($, paths.notes(), { text: '' }));
    expect([read(empty, 'h1'), read(empty, 'main')]).toEqual([
      'A message for our board',
      expect.stringContaining('A message for a guest goes here too.'),
    ]);
    await desk.send($, paths.notes(), { text: 'A sister sends her love' });
    expect(await house.rows('SELECT lives, text FROM notes')).toEqual([
      { lives: 'done', text: 'A sister sends her love' },
    ]);
  });

  it('sent after signing out becomes its writer’s draft, and stands in every box until it is saved (R31)', async () => {
    const $ = await desk.visit('/');
    await desk.fill('/', {}, '/sign-out');
    const late = await desk.send($, paths.notes(), { text: 'Dryer is slow', lives: 'done' });
    expect([late.status, late.headers.location]).toEqual([303, '/sign-in']);
    expect(await notes()).toEqual([]);
    expect((await (await house.signIn()).get('/')).text).not.toContain('Dryer');
    await desk.signIn(desk.person.id, PASSPHRASE);
    const board = await desk.visit('/');
    expect(read(board, 'aside')).toContain('House note, begun Sun 22 Nov, 10:40 pm');
    expect([board('[name=text]').val(), board('[name=lives]').val()]).toEqual(['Dryer is slow', 'done']);
    const whole = await desk.visit(paths.notes());
    expect(read(whole, 'main')).toContain('Begun by you');
    expect([whole('[name=text]').val(), whole('[name=lives]:checked').val()]).toEqual([
      'Dryer is slow',
      'done',
    ]);
    expect((await desk.send(board, paths.notes())).status).toBe(303);
    expect(read(await desk.visit('/'), 'aside')).not.toContain('begun');
    expect(await notes()).toHaveLength(1);
  });

  it('keeps a day that was begun, also when it is saved from a box', async () => {
    const whole = await desk.visit(paths.notes());
    const typed = { text: 'Plumber', lives: 'date', until: '2026-11-26' };
    await desk.post('/names', {
      ...Object.fromEntries(
        whole('form#kept')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      ),
      ...typed,
    });
    expect((await desk.send(await desk.visit('/'), paths.notes())).status).toBe(303);
    expect(await house.rows('SELECT until_day FROM notes')).toEqual([{ until_day: '2026-11-26' }]);
  });

  it('is done with one click, says who and when, and can be undone until the shift ends (R24)', async () => {
    await write({ text: 'Bins out', lives: 'done' });
    house.clock.advance({ hours: 2 });
    const rosa = await house.signIn('staff', 'Rosa');
    const $ = await rosa.visit(paths.shift());
    expect((await rosa.send($, doneAction($))).headers.location).toBe(paths.shift());
    const after = await rosa.visit(paths.shift());
    expect(read(after, '#main')).toContain('Done by Rosa, Mon 23, 12:40 am');
    expect(read(after, '#notes')).toBe('House notes');
    expect(after('form[action$="/done"]').length).toBe(0);
    expect(read(await rosa.visit('/'), 'aside')).toContain('No house notes');
    await rosa.send(after, after('.list form[action^="/undo/"]').attr('action')!);
    const undone = await rosa.visit(paths.shift());
    expect(read(undone, '#notes')).toBe('1 house note');
    await rosa.send(undone, doneAction(undone));
    house.clock.moveTo('2026-11-23T13:59:00Z');
    const early = await house.signIn();
    const last = await early.visit(paths.shift());
    expect(read(last, '#main')).toContain('Bins out');
    house.clock.moveTo('2026-11-23T14:00:00Z');
    expect(read(await early.visit(paths.shift()), '#main')).not.toContain('Bins out');
    const late = await early.send(last, last('.list form[action^="/undo/"]').attr('action')!);
    expect(late.status).toBe(409);
  });

  it('is done once when two desks say so at the same time', async () => {
    await write({ text: 'Bins out', lives: 'done' });
    const desks = await Promise.all([house.signIn(), house.signIn(), house.signIn()]);
    const pages = await Promise.all(desks.map((each) => each.visit(paths.shift())));
    const answers = await Promise.all(
      desks.map((each, index) => each.send(pages[index]!, doneAction(pages[0]!))),
    );
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await house.rows(`SELECT * FROM acts WHERE kind = 'note.done'`)).toHaveLength(1);
    const said = await Promise.all(
      desks.map(async (each) => read(await each.visit(paths.shift()), '[role=status]')),
    );
    expect(said.sort()).toEqual(['Done already.', 'Done already.', 'Done. Undo']);
  });

  it('has no “Done” unless it lives until done, and 404 for one nobody wrote', async () => {
    await write({ text: 'Dryer', lives: 'shift' });
    const [{ id }] = (await house.rows<{ id: string }>('SELECT id FROM notes')) as [{ id: string }];
    const $ = await desk.visit(paths.shift());
    expect(doneAction($)).toBeUndefined();
    const _csrf = String($('[name=_csrf]').first().val());
    expect((await desk.post(paths.noteDone(id), { _csrf })).status).toBe(409);
    expect((await desk.post(paths.noteDone(desk.person.id), { _csrf })).status).toBe(404);
  });
});
