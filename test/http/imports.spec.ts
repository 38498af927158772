import type { CheerioAPI } from 'cheerio';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
import { xlsx } from '../support/xlsx.js';
import { paths } from '../../src/web/paths.js';

const HEAD = 'Guest,No,Bed,Arrived,Left,Ended,Went to';
const LOU = 'Lou Halfway,7,Maple,2026-03-02,2026-03-05,Left as planned,Family';
const KIM = 'Kim Aster,8,Cedar,2026-03-02 16:30,2026-03-04 09:15,planned,own_place';

describe('earlier stays from a spreadsheet', () => {
  let house: House;
  let manager: Desk;

  beforeEach(async () => {
    house = await openHouse();
    manager = await house.signIn('manager', 'Nora');
  });

  afterEach(() => house.close());

  /** Chooses a file on the page and sends it as a browser does. */
  async function send(bytes: string | Buffer, name = 'old book.csv', desk = manager) {
    const $ = await desk.visit(paths.imports());
    return desk.upload(paths.imports(), fieldsOf($, paths.imports()), { field: 'file', name, bytes });
  }
  /** Answers the page of the trial. */
  async function tried(lines: readonly string[], choices: Fields = {}): Promise<CheerioAPI> {
    const sent = await send([HEAD, ...lines].join('\n'));
    expect(sent.status).toBe(303);
    const columns = sent.headers.location!;
    const chosen = await manager.fill(columns, { earlierBeds: 'open', ...choices });
    expect([chosen.status, read(page(chosen), '.errs')]).toEqual([303, '']);
    return manager.visit(chosen.headers.location!);
  }
  const actionOf = ($: CheerioAPI) => String($('form[action$="/trial"]').attr('action'));
  async function imported(lines: readonly string[], way = 'all', choices: Fields = {}) {
    const $ = await tried(lines, choices);
    return manager.send($, actionOf($), { way });
  }
  const counts = ($: CheerioAPI) =>
    $('.facts dd')
      .toArray()
      .map((each) => $(each).text());
  const wrong = ($: CheerioAPI) =>
    $('section[aria-labelledby=wrong] li')
      .toArray()
      .map((each) => $(each).text().replace(/\s+/gu, ' ').trim());
  const stays = () =>
    house.rows<{ id: string; name: string | null; bed: string; arrival: string; departure: string }>(
      `SELECT s.id, g.name, b.name AS bed, s.arrival_day AS arrival, s.departure_day AS departure FROM stays s
        JOIN guests g ON g.id = s.guest_id JOIN bed_segments p ON p.stay_id = s.id JOIN beds b ON b.id = p.bed_id
        WHERE s.undone_at IS NULL ORDER BY s.arrived_at, b.name`,
    );
  const count = async (table: string) => (await house.rows(`SELECT 1 FROM ${table}`)).length;

  it('are told apart in the report and in its file', async () => {
    await imported([LOU, KIM]);
    const period = 'from=2026-03-01&to=2026-03-31';
    const $ = await manager.visit(`${paths.outcomes()}?${period}`);
    const row = $('.figures tr').filter((_, each) => $(each).find('.figure').text() === 'Imported');
    expect(row.find('td b').text()).toBe('2 of 2');
    const file = await manager.get(`${paths.outcomesFile()}?${period}&sharing=inside`);
    expect(
      file.text
        .trim()
        .split('\r\n')
        .map((line) => line.split(',').at(-1)),
    ).toEqual(['imported', 'yes', 'yes']);
  });

  it('come in from the file to the house in three pages, and the rows that waited are gone', async () => {
    const sent = await send([HEAD, LOU, KIM].join('\n'));
    const $ = await manager.visit(sent.headers.location!);
    expect(read($, 'h1')).toBe('What the columns tell');
    expect(
      $('select')
        .toArray()
        .map((each) => $(each).val()),
    ).toEqual(['name', 'number', 'bed', 'arrived', 'left', 'ending', 'destination']);
    const trial = await tried([LOU, KIM]);
    expect(counts(trial)).toEqual(['2', '2 stays', '0 rows', '0 rows']);
    expect(await count('stays')).toBe(0);
    const done = await manager.send(trial, actionOf(trial), { way: 'all' });
    expect([done.status, done.headers.location]).toEqual([303, paths.imports()]);
    expect(read(await manager.visit(paths.imports()), '[role=status]')).toContain('Imported: 2 stays.');
    expect(
      (await stays()).map(({ name, bed, arrival, departure }) => ({ name, bed, arrival, departure })),
    ).toEqual([
      { name: 'Lou Halfway', bed: 'Maple', arrival: '2026-03-02', departure: '2026-03-05' },
      { name: 'Kim Aster', bed: 'Cedar', arrival: '2026-03-02', departure: '2026-03-04' },
    ]);
    expect(await house.rows('SELECT night FROM bed_nights ORDER BY night')).toHaveLength(5);
    // The first sending still waits, the one that came in is gone
    expect(await count('waiting_imports')).toBe(1);
    expect(await count('waiting_rows')).toBe(2);
  });

  it('tell each problem by the number of its row, and write nothing', async () => {
    const $ = await tried(
      [
        LOU,
        'A,1,Attic,2026-03-02,2026-03-05',
        '',
        'B,2,Birch,2026-03-05,2026-03-02',
        'C,3,Birch,2026-12-24,2026-12-26',
        'D,4,Maple,2026-03-04,2026-03-06',
        'E,5,Birch,2026-03-02,',
        'F,7,Birch,2026-03-04,2026-03-08',
        'G,6,Birch,30/02/2026,2026-03-08',
        'H,9,Birch,2026-03-02,2026-03-03,Vanished',
        ',10,,2026-03-02,2026-03-03',
        'I,11,Birch,2026-05-02,2026-05-03,planned,Died',
      ],
      { dateOrder: 'day' },
    );
    expect(wrong($)).toEqual([
      'Row 3 There is no bed of this name in the house.',
      'Row 5 They left before they arrived.',
      'Row 6 The arrival is in the future.',
      'Row 7 Row 2 has Maple from Mon 2 Mar to Thu 5 March 2026.',
      'Row 8 This stay has not ended. Only stays that are over come in.',
      'Row 9 Row 2 has the same guest in Maple from Mon 2 Mar to Thu 5 March 2026.',
      'Row 10 The day of the arrival is no day.',
      'Row 11 How it ended: “Vanished” is on none of our lists.',
      'Row 12 No bed is named.',
      'Row 13 Where they went: “Died” is on none of our lists.',
    ]);
    expect(counts($)).toEqual(['11', '1 stay', '0 rows', '10 rows']);
    expect([await count('stays'), await count('guests'), await count('imports')]).toEqual([0, 0, 0]);
    const refused = await manager.send($, actionOf($), { way: 'all' });
    expect([refused.status, read(page(refused), '#way-error')]).toEqual([
      409,
      'Error: Some rows have a problem. Nothing was imported.',
    ]);
    expect(await count('stays')).toBe(0);
    expect((await manager.send($, actionOf($), { way: '' })).status).toBe(422);
    // The page was drawn once: what was refused is nothing that was done
    expect((await manager.send($, actionOf($), { way: 'good' })).status).toBe(303);
    expect(await stays()).toHaveLength(1);
    expect(read(await manager.visit(paths.imports()), 'main')).toContain(
      '10 rows with a problem did not come in.',
    );
  });

  it('come in once, however often the file is brought in, with what was added to it since', async () => {
    await imported([LOU, KIM]);
    const again = await tried([LOU, KIM, 'Lou Halfway,7,Cedar,2026-04-02,2026-04-03']);
    expect(counts(again)).toEqual(['3', '1 stay', '2 rows', '0 rows']);
    await manager.send(again, actionOf(again), { way: 'all' });
    expect(await stays()).toHaveLength(3);
    // The same number in one file is the same guest, also of a row that came in before
    expect(await count('guests')).toBe(2);
    const third = await tried([LOU, KIM]);
    expect(third('[name=way]').length).toBe(0);
    expect(read(third, 'main')).toContain('No row can come in just now.');
  });

  it('never double a stay that was written by hand, and name it as the desk shows names', async () => {
    house.clock.advance({ hours: 1 });
    const came = { name: 'Ash Quill', departureDay: '2026-11-24', arrivedAt: '2026-11-20T15:00' };
    const stay = await manager.fill('/check-in', { ...came, bedId: await bedId('Maple') });
    expect(stay.status).toBe(303);
    const left = { ending: 'planned', destination: 'family', leftAt: '2026-11-22T11:00' };
    expect((await manager.fill(`${stay.headers.location}/departure`, left)).status).toBe(303);
    const $ = await tried(['Ash Quill,,Maple,2026-11-20,2026-11-22', 'Bo,,Maple,2026-11-22,2026-11-22']);
    expect(wrong($)).toEqual(['Row 2 Maple is taken by A.Q. from Fri 20 Nov to Sun 22 November 2026.']);
  });

  it('need the night a bed has, unless the bed was in use before', async () => {
    const $ = await tried([LOU], { earlierBeds: 'problem' });
    expect(wrong($)[0]).toMatch(/^Row 2 Maple is in use here only from \w+ 15 November 2026\.$/);
    const opened = await tried([LOU], { earlierBeds: 'open' });
    expect(read(opened, 'main')).toContain('Maple counts as in use from Mon 2 March 2026.');
  });

  it('are guests of their own by the same name, unless somebody chose otherwise', async () => {
    const twice = ['Lou,,Maple,2026-03-02,2026-03-05', 'Lou,,Maple,2026-04-02,2026-04-05'];
    await imported(twice);
    expect(await count('guests')).toBe(2);
    await house.close();
    house = await openHouse();
    manager = await house.signIn('manager', 'Nora');
    await imported(twice, 'all', { sameName: 'one' });
    expect(await count('guests')).toBe(1);
  });

  it('can be taken back whole, until something is written on one of them', async () => {
    await imported([LOU, KIM]);
    const list = await manager.visit(paths.imports());
    const back = String(list('form[action$="/take-back"]').attr('action'));
    expect((await manager.send(list, back)).status).toBe(303);
    expect([await stays(), await count('bed_nights')]).toEqual([[], 0]);
    expect(await house.rows('SELECT 1 FROM guests WHERE name IS NOT NULL')).toEqual([]);
    expect(await house.rows('SELECT DISTINCT first_night AS n FROM beds')).toEqual([{ n: '2026-11-15' }]);
    expect(read(await manager.visit(paths.imports()), 'main')).toContain('Taken back.');
    const twice = await manager.post(back, { ...fieldsOf(list, back) });
    expect(twice.status).toBe(303); // the same form: nothing more is done
    // And comes in anew
    await imported([LOU, KIM]);
    const [lou] = await stays();
    const paged = await manager.visit(`/stays/${lou!.id}`);
    expect(read(paged, '.facts')).toContain('ImportedFrom a spreadsheet on Sun 22 Nov');
    expect(read(paged, 'main')).toContain('Imported from a spreadsheet, in Maple');
    const changed = await manager.fill(
      `/stays/${lou!.id}/correct?field=ending`,
      { value: 'early_choice', reason: 'Slip' },
      `/stays/${lou!.id}/correct`,
    );
    expect(changed.status).toBe(303);
    const now = await manager.visit(paths.imports());
    const live = String(now('form[action$="/take-back"]').attr('action'));
    const refused = await manager.send(now, live);
    expect([refused.status, read(page(refused), 'main')]).toEqual([
      409,
      expect.stringContaining('Something else was written on one of these stays since then.'),
    ]);
    expect(await stays()).toHaveLength(2);
  });

  it('leave no follow-up, no bed to make up, no task, no consent; each has its line of audit', async () => {
    await imported([LOU, KIM]);
    for (const table of ['follow_ups', 'turnovers', 'stay_tasks', 'consents'])
      expect([table, await count(table)]).toEqual([table, 0]);
    const lines = await house.rows(
      `SELECT 1 FROM audit JOIN stays ON stays.id = audit.subject_id WHERE act = 'imports.run'`,
    );
    expect(lines).toHaveLength(2);
    expect(
      await house.rows(
        'SELECT left_about, ending, destination, in_touch FROM departures ORDER BY left_at DESC',
      ),
    ).toEqual([
      { left_about: 'not-known', ending: 'planned', destination: 'family', in_touch: 'not-asked' },
      { left_about: 'exact', ending: 'planned', destination: 'own_place', in_touch: 'not-asked' },
    ]);
    expect(read(await manager.visit('/'), 'h1')).toBe('Beds: 3 free now');
  });

  it('are read from an XLSX: real days, the stored value of a formula, numbers as text', async () => {
    const bytes = xlsx([
      ['Guest', 'No', 'Bed', 'Arrived', 'Left'],
      [{ formula: 'A9', value: 'Lou Halfway' }, '007', 'Maple', { day: 46083.6875 }, { day: 46086 }],
    ]);
    const sent = await send(bytes, 'book.xlsx');
    const $ = await manager.visit(sent.headers.location!);
    expect(read($, 'main')).toContain('2026-03-02T16:30');
    expect(read($, 'main')).toContain('007');
    const chosen = await manager.fill(sent.headers.location!, { earlierBeds: 'open' });
    const trial = await manager.visit(chosen.headers.location!);
    await manager.send(trial, actionOf(trial), { way: 'all' });
    expect(await stays()).toEqual([
      {
        id: expect.anything() as unknown,
        name: 'Lou Halfway',
        bed: 'Maple',
        arrival: '2026-03-02',
        departure: '2026-03-05',
      },
    ]);
  });

  it('refuse a file that is none, too large, too long, or unpacks to too much', async () => {
    const error = (answer: Parameters<typeof page>[0]) => [answer.status, read(page(answer), '#file-error')];
    expect(error(await send(''))).toEqual([422, 'Error: There is nothing in this file']);
    expect(error(await send(HEAD))).toEqual([422, 'Error: There is no row below the first one']);
    expect(error(await send(Buffer.from([0xff, 0xfe, 0xfa])))).toEqual([
      422,
      'Error: This is no CSV in UTF-8 and no XLSX. Save it as one of them',
    ]);
    expect(error(await send('x'.repeat(2 * 1024 * 1024 + 1)))).toEqual([
      422,
      'Error: This file is too large. Use at most 2 MB',
    ]);
    expect(error(await send(`${HEAD}\n${'a\n'.repeat(10_001)}`))).toEqual([
      422,
      'Error: There are too many rows. Use at most 10,000 at a time',
    ]);
    expect(error(await send(xlsx([['Bed', ' '.repeat(17 * 1024 * 1024)]])))).toEqual([
      422,
      'Error: There is too much in this file. Use at most 10,000 rows',
    ]);
    expect((await send('x'.repeat(3 * 1024 * 1024))).status).toBe(413);
    expect(await count('waiting_imports')).toBe(0);
  });

  it('carry the token of the session as every form, and no other address takes a file', async () => {
    const $ = await manager.visit(paths.imports());
    const fields = fieldsOf($, paths.imports());
    const file = { field: 'file', name: 'a.csv', bytes: `${HEAD}\n${LOU}` };
    const { _csrf: token, ...without } = fields;
    expect((await manager.upload(paths.imports(), without, file)).status).toBe(419);
    const other = fieldsOf(await (await house.signIn('manager')).visit(paths.imports()), paths.imports());
    expect((await manager.upload(paths.imports(), { ...fields, _csrf: other._csrf! }, file)).status).toBe(
      419,
    );
    expect((await manager.upload('/notes', fields, file)).status).toBe(415);
    const staff = await house.signIn('staff');
    expect((await staff.upload(paths.imports(), { _csrf: token! }, file)).status).toBe(403);
    expect(await count('waiting_imports')).toBe(0);
    const sent = await manager.upload(paths.imports(), fields, file);
    const twice = await manager.upload(paths.imports(), fields, file);
    expect([twice.status, twice.headers.location]).toEqual([303, sent.headers.location]);
    expect(await count('waiting_imports')).toBe(1);
    // Another file with the same form is another answer
    expect((await manager.upload(paths.imports(), fields, { ...file, bytes: HEAD + KIM })).status).toBe(422);
    expect(
      (await manager.upload(paths.imports(), fields, { ...file, bytes: `${HEAD}\n${KIM}` })).status,
    ).toBe(409);
  });

  it('wait for one person, a day long, and are gone when thrown away', async () => {
    const columns = (await send([HEAD, LOU].join('\n'))).headers.location!;
    const rosa = await house.signIn('manager', 'Rosa');
    expect((await rosa.get(columns)).status).toBe(404);
    expect(read(await rosa.visit(paths.imports()), 'main')).not.toContain('old book.csv');
    const list = await manager.visit(paths.imports());
    await manager.send(list, String(list('form[action$="/throw-away"]').attr('action')));
    expect([(await manager.get(columns)).status, await count('waiting_rows')]).toEqual([404, 0]);
    const later = (await send([HEAD, LOU].join('\n'))).headers.location!;
    house.clock.advance({ hours: 24 });
    const theo = await house.signIn('manager', 'Theo');
    expect((await theo.get(later)).status).toBe(404);
    await theo.fill('/notes', { text: 'Bins out', lives: 'shift' });
    expect(await count('waiting_rows')).toBe(0);
  });

  it('show what may be a name as names are shown, before anybody said which column has them', async () => {
    const $ = await manager.visit(
      (await send(['Whatever,Bed,In,Out', 'Lou Halfway,Maple,2026-03-02,2026-03-05'].join('\n'))).headers
        .location!,
    );
    expect(read($, 'main')).toContain('L.H.');
    expect(read($, 'main')).toContain('Maple');
    expect($.html()).not.toContain('Lou Halfway');
  });

  it('ask for the order of days only where it cannot be told', async () => {
    const ask = async (...rows: string[]) => {
      const sent = await send(['Bed;In;Out', ...rows].join('\r\n'));
      return manager.fill(sent.headers.location!, {});
    };
    expect((await ask('Maple;13/03/2026;14/03/2026')).status).toBe(303);
    const unclear = await ask('Maple;03/04/2026;04/04/2026');
    expect([unclear.status, read(page(unclear), '#dateOrder-error')]).toEqual([
      422,
      'Error: The days can be read in two ways. Choose what comes first',
    ]);
  });

  const bedId = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;
});
