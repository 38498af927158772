import { randomUUID } from 'node:crypto';
import { type CheerioAPI, load } from 'cheerio';
import type { Response } from 'supertest';
import { AuditService } from '../../src/audit/audit.service.js';
import { paths } from '../../src/web/paths.js';
import { badValues, GIVES_AWAY } from '../support/bad-values.js';
import { type Desk, page, read } from '../support/desk.js';
import { FEBRUARY, februaryHouse, FORMULA, MANY, manyStays } from '../support/february-house.js';
import type { House } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';

let house: House;
let manager: Desk;

beforeAll(async () => {
  house = await februaryHouse();
  manager = await house.signIn('manager');
});

afterAll(() => house.close());

const at = (query = '') => `${paths.outcomes()}?${query}`;
const file = (query = `${FEBRUARY}&sharing=inside`) => `${paths.outcomesFile()}?${query}`;

/** One for each question and moment, then what they thought, then nights in a hospital. */
const ANSWERS = [
  'welcome_leaving',
  'say_leaving',
  ...['connected', 'hope', 'handle', 'belonging'].flatMap((code) =>
    ['arrival', 'leaving', 'follow_up'].map((moment) => `${code}_${moment}`),
  ),
  'living_now_follow_up',
  'connected_as_hoped_follow_up',
  'come_again_follow_up',
  'would_have_gone_to_hospital',
  'hospital_nights_before_180d',
  'hospital_nights_after_180d',
].join();

const SCORED = [
  'How connected do you feel with other people just now?',
  'How hopeful do you feel just now?',
  'How able do you feel to handle what comes?',
  'How much do you feel that you belong somewhere?',
];

const rowsOf = ({ text }: Response) => {
  const [head, ...rows] = readCsv(text);
  return rows.map((row) => Object.fromEntries(head!.map((column, place) => [column, row[place]!])));
};
const exported = async (query?: string) => rowsOf(await manager.get(file(query)));

/** The numbers of a table, by the words of each row's head. */
const tableOf = ($: CheerioAPI, table: string) =>
  Object.fromEntries(
    $(`${table} tbody tr`)
      .toArray()
      .map((row) => [
        read(load(row, null, false), 'th .figure, th:not(:has(.figure))'),
        $(row).find('td').first().text().trim(),
      ]),
  );
const trail = async (act: string) =>
  (
    await house.rows<{ subject: string | null }>('SELECT subject_id AS subject FROM audit WHERE act = ?', [
      act,
    ])
  ).map(({ subject }) => subject);

describe('the page of stay outcomes', () => {
  it('shows the figures of the worked example, each with its n and what it means (R36)', async () => {
    const $ = await manager.visit(at(FEBRUARY));
    expect(read($, '.lead')).toBe('1 to 14 February 2026 · made Wed 1 April 2026');
    expect(read($, 'h2')).toContain('5 stays left. The middle one lasted 4 nights.');
    const rows = $('.figures tbody tr')
      .toArray()
      .map((row) => ['.figure', 'td b', '[data-of=n]', '.meaning'].map((part) => $(row).find(part).text()));
    expect(rows.map(([figure, value, n]) => `${figure}: ${value} of ${n}`)).toEqual([
      'Stays that left: 5 of 5 stays',
      'Average nights per stay: 3.6 of 5 stays',
      'Average without 0 nights: 4.5 of 4 stays',
      'Median nights per stay: 4 of 5 stays',
      'Stays of 0 nights: 1 of 5 stays',
      'Nights slept here: 18 of 5 stays',
      'Nights away, bed kept: 0 of 5 stays',
      'Nights not known: 0 of 5 stays',
      'Stays that arrived: 5 of 5 stays',
      'Guests: 5 of 5 guests',
      'Guests of 0 nights only: 0 of 0 guests',
      'First-time guests: 4 of 5 guests2 missing',
      'Guests who came again: 1 of 5 guests',
      'Came back within 30 days: 1 of 5 of 5 stays',
      'Came back within 180 days: none of 0 stays5 missing',
      ...['Yes', 'Maybe', 'No'].map((answer) => `${answer}: none of 0 answers5 missing`),
      ...[...SCORED, ...SCORED].map((question) => `${question}: none of 0 pairs5 missing`),
      '3 days after leaving: said yes: 1 of 5 of 5 stays',
      '3 days after leaving: reached, of those: 0 of 1 of 1 stay',
      '3 days after leaving: reached, of all: 0 of 5 of 5 stays',
      '30 days after leaving: said yes: 1 of 5 of 5 stays',
      '30 days after leaving: reached, of those: 0 of 1 of 1 stay',
      '30 days after leaving: reached, of all: 0 of 5 of 5 stays',
      ...['180 days', '11 months'].flatMap((point) =>
        ['said yes', 'reached, of those', 'reached, of all'].map(
          (part) => `${point} after leaving: ${part}: none of 0 stays5 missing`,
        ),
      ),
      'Connections made: 0 of 0 connections',
      'Stays with a connection: 0 of 5 of 5 stays',
    ]);
    expect(rows.every(([, , , meaning]) => meaning!.length > 20)).toBe(true);
  });

  it('keeps the three kinds of no answer apart, with the house’s words (R37)', async () => {
    const $ = await manager.visit(at(FEBRUARY));
    expect(tableOf($, '[aria-labelledby=destinations]')).toEqual({
      'Own place': '1',
      Family: '1',
      'Chose not to say': '1',
      'Don’t know': '1',
      'Not asked': '1',
    });
    expect(tableOf($, '[aria-labelledby=endings]')).toEqual({
      'Left as planned': '4',
      'Left earlier by choice': '1',
    });
  });

  it('holds each figure against the period before and the same days a year earlier', async () => {
    const $ = await manager.visit(at('from=2026-02-15&to=2026-02-28'));
    const row = $('.figures tbody tr').first();
    expect([...row.find('td')].map((cell) => $(cell).text())).toEqual(['0', '0 stays', '5', '0']);
    expect([...row.find('td')].slice(2).map((cell) => $(cell).attr('data-of'))).toEqual([
      'Period before',
      'A year before',
    ]);
  });

  it('draws what its table says, and says it aloud', async () => {
    const $ = await manager.visit(at(FEBRUARY));
    const texts = (selector: string) => [...$(selector)].map((each) => $(each).text());
    const nights = texts('.spread thead .num').slice(0, -1);
    const stays = texts('.spread tbody .num').slice(0, -1);
    const drawn = texts('.chart .night');
    const heights = [...$('.chart rect')].map((bar) => Number($(bar).attr('height')));
    expect([nights, stays]).toEqual([
      ['0', '1', '2', '3', '4', '5', '6'],
      ['1', '0', '0', '1', '1', '1', '1'],
    ]);
    expect(drawn).toEqual(nights);
    expect(heights.map((height) => height / Math.max(...heights))).toEqual(stays.map(Number));
    expect(texts('.chart .count')).toEqual(stays.filter((count) => count !== '0'));
    expect(texts('.chart title')[0]).toBe(
      '1 stay of 0 nights, 1 stay of 3 nights, 1 stay of 4 nights, 1 stay of 5 nights, 1 stay of 6 nights',
    );
    expect(stays.reduce((sum, each) => sum + Number(each), 0)).toBe(5);
  });

  it('opens with the last full quarter of the house day', async () => {
    const $ = await manager.visit(paths.outcomes());
    expect([$('[name=from]').val(), $('[name=to]').val()]).toEqual(['2026-01-01', '2026-03-31']);
    expect(read($, 'main')).toContain('The last full quarter of the year.');
    expect(read($, '.lead')).toContain('1 January to 31 March 2026');
    expect((await manager.get(paths.reports())).headers.location).toBe(paths.outcomes());
  });

  it('says calmly that nothing is there, and no figure is a broken number', async () => {
    const $ = await manager.visit(at('from=2025-01-01&to=2025-03-31'));
    expect(read($, 'h2')).toContain('No stay left in this period.');
    expect(read($, '[aria-labelledby=figures]')).toContain('Nothing to count in this period.');
    expect($('.chart').length).toBe(0);
    expect(read($, 'main')).not.toMatch(/NaN|null|undefined|Infinity/);
  });

  it('says of a period that is running how far it goes', async () => {
    for (const to of ['2026-04-01', '2026-12-31']) {
      const $ = await manager.visit(at(`from=2026-02-01&to=${to}`));
      expect(read($, 'main')).toContain('still running');
      expect(read($, 'main')).toContain('The figures go up to Wed 1 Apr');
    }
    expect(read(await manager.visit(at('from=2026-02-01&to=2026-03-31')), 'main')).not.toContain('running');
  });

  it('says of a period that is still to come when it begins', async () => {
    const ahead = read(await manager.visit(at('from=2026-05-01&to=2026-05-31')), 'main');
    expect(ahead).toContain('This period begins Fri 1 May. There is nothing to show yet.');
    expect(ahead).not.toContain('running');
  });

  it('says that the rows of less than a month can point to someone, and lets the house decide (R38, R39)', async () => {
    expect(read(await manager.visit(at(FEBRUARY)), 'main')).toContain('Shorter than a month');
    expect(read(await manager.visit(paths.outcomes()), 'main')).not.toContain('Shorter than');
  });

  it.each([
    ['from=2026-02-30&to=2026-03-01', 'from', 'Enter the first day'],
    ['from=&to=2026-03-01', 'from', 'Enter the first day'],
    ['from=2026-02-01', 'to', 'Enter the last day'],
    ['from=2026-02-01&to=soon', 'to', 'Enter the last day'],
    [
      'from=2026-03-02&to=2026-03-01',
      'to',
      'The last day lies before the first. Choose Mon 2 March 2026 or a later one',
    ],
    ['from=2026-03-01&from=2026-03-02&to=2026-03-03', 'from', 'more than once'],
  ])('asks again for %s: 422, beside the field, with what was typed', async (query, blamed, words) => {
    for (const path of [at(query), file(`${query}&sharing=inside`)]) {
      const answer = await manager.get(path);
      const $ = page(answer);
      expect([answer.status, $('h1').length]).toEqual([422, 1]);
      expect($('title').text()).toMatch(/^Error: /);
      expect(read($, '#errors')).toContain(words);
      expect(read($, `#${blamed}-error`)).toContain(words);
      const typed = new URLSearchParams(query);
      expect($('[name=to]').val()).toBe(typed.get('to') ?? '');
      expect($('[name=from]').val()).toBe(typed.getAll('from').at(-1));
      expect($('.figures, .chart, .btn[name=sharing]').length).toBe(0);
    }
    expect(page(await manager.get(at('from=soon&to=later')))('[name=from]').attr('type')).toBe('text');
  });

  it('bears whatever stands behind its question mark', async () => {
    for (const { raw } of badValues) {
      for (const name of ['from', 'to', 'sharing']) {
        for (const path of [at(raw(name)), file(`${FEBRUARY}&${raw(name)}`)]) {
          const answer = await manager.get(encodeURI(path).replaceAll('%25', '%'));
          if (answer.status === 431) continue;
          expect([200, 413, 422]).toContain(answer.status);
          expect(read(page(answer), 'main')).not.toMatch(GIVES_AWAY);
        }
      }
    }
  });

  it('writes down who looked, at which period, before it is shown (R44)', async () => {
    const before = (await trail('reports.view')).length;
    await manager.visit(at(FEBRUARY));
    expect((await trail('reports.view')).slice(before)).toEqual(['2026-02-01-to-2026-02-14']);
  });
});

describe('the file for inside', () => {
  it('is three clicks from anywhere: Beds, Reports, the button', async () => {
    const reports = (await manager.visit('/'))('main a')
      .filter((_, link) => load(link).text() === 'Reports')
      .attr('href')!;
    const answer = await manager.get(reports);
    const $ = await manager.visit(answer.headers.location!);
    const form = $('form[method=get]').has('[name=sharing]');
    const query = new URLSearchParams(
      form.serializeArray().map(({ name, value }): [string, string] => [name, value]),
    );
    expect($('[name=sharing]').first().text()).toBe('For us, inside (CSV)');
    query.set('sharing', String($('[name=sharing]').val()));
    const download = await manager.get(`${form.attr('action')}?${query.toString()}`);
    expect(download.headers['content-disposition']).toBe(
      'attachment; filename="stay-outcomes-2026-01-01-to-2026-03-31-inside.csv"',
    );
    expect(rowsOf(download)).toHaveLength(5);
  });

  it('is a spreadsheet nobody keeps on the way, with the columns in their order', async () => {
    const answer = await manager.get(file());
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="stay-outcomes-2026-02-01-to-2026-02-14-inside.csv"',
    });
    expect(answer.text.startsWith('\uFEFFstay_key,left_year,nights,')).toBe(true);
    expect(readCsv(answer.text)[0]!.join()).toBe(
      'stay_key,left_year,nights,first_stay,stays_before,referral_source,extended_nights,moved_beds,nights_away,ending,destination,destination_hud,' +
        ANSWERS +
        ',support_kinds,follow_up_consented,reached_3_days,reached_30_days,reached_180_days,reached_11_months,imported',
    );
  });

  it('says the same as the page', async () => {
    const rows = await exported();
    const $ = await manager.visit(at(FEBRUARY));
    const nights = rows.map((row) => Number(row.nights)).sort((one, other) => one - other);
    const figures = tableOf($, '.figures');
    expect(String(rows.length)).toBe(figures['Stays that left']);
    expect(nights.reduce((sum, each) => sum + each, 0) / rows.length).toBeCloseTo(
      Number(figures['Average nights per stay']),
      5,
    );
    expect(String(nights[2])).toBe(figures['Median nights per stay']);
    expect(rows.map(({ ending }) => ending).sort()).toEqual([
      'early_choice',
      ...Array.from({ length: 4 }, () => 'planned'),
    ]);
    expect(rows.map(({ destination }) => destination).sort()).toEqual([
      'chose not to say',
      "don't know",
      'family',
      'not asked',
      'own_place',
    ]);
  });

  it('tells first stays from later ones, and how they were asked', async () => {
    const rows = await exported();
    const told = rows.map((row) =>
      [row.nights, row.first_stay, row.stays_before, row.follow_up_consented].join(),
    );
    expect(told.sort()).toEqual([
      '0,no,1,no',
      '3,chose not to say,0,no',
      '4,yes,0,no',
      '5,not asked,0,not asked',
      '6,yes,0,yes',
    ]);
    expect(rows.map((row) => row.extended_nights).sort()).toEqual(['0', '0', '2', '3', '4']);
  });

  it('tells moves, and whether a guest who agreed was reached', async () => {
    const [di] = await house.rows<{ stay: string; consent: string; guest: string; left: string }>(
      `SELECT s.id AS stay, c.id AS consent, s.guest_id AS guest, s.left_at AS left
        FROM consents c JOIN stays s ON s.id = c.stay_id`,
    );
    await house.write(async (tx) => {
      await tx.query(`UPDATE follow_ups SET closed_at = ?, closed_as = 'reached' WHERE point = '3d'`, [
        di!.left,
      ]);
      await tx.query(
        `INSERT INTO follow_ups (id, stay_id, consent_id, point, due_on, closed_at, closed_as, version)
          VALUES (?, ?, ?, '11m', '2026-02-17', ?, 'undone', 1)`,
        [randomUUID(), di!.stay, di!.consent, di!.left],
      );
      const id = randomUUID();
      const bed = `(SELECT id FROM beds WHERE name = 'Third')`;
      await tx.query(
        `INSERT INTO bed_segments (id, stay_id, bed_id, from_at, from_day, to_at, to_day)
          VALUES (?, ?, ${bed}, ?, '2026-02-13', ?, '2026-02-13')`,
        [id, di!.stay, di!.left, di!.left],
      );
      await tx.query(
        `INSERT INTO claims (id, kind, bed_id, guest_key, first_night, end_night)
          VALUES (?, 'stay', ${bed}, ?, '2026-02-13', '2026-02-13')`,
        [id, di!.guest],
      );
    });
    const rows = await exported();
    const reached = rows.map((row) =>
      ['moved_beds', 'reached_3_days', 'reached_30_days', 'reached_180_days', 'reached_11_months']
        .map((column) => row[column])
        .join(),
    );
    expect(reached.sort()).toEqual([
      ...Array.from({ length: 3 }, () => '0,not agreed,not agreed,not agreed,not agreed'),
      '0,not asked,not asked,not asked,not asked',
      '1,yes,no,not due yet,not agreed',
    ]);
  });

  it('counts nights away apart, on the page as in the file; nights not known are neither (R21)', async () => {
    const insert = `INSERT INTO absences (id, stay_id, kind, since_at, since_day, back_by, back_at, back_day, ending)
      SELECT ?, s.id, ?, ? || 'T18:00:00Z', ?, ?, ? || 'T18:00:00Z', ?, 'back' FROM stays s JOIN guests g ON g.id = s.guest_id
      WHERE g.name LIKE 'Di%'`;
    const nightsOut = (kind: string, since: string, back: string) => {
      const backBy = kind === 'away' ? `${back}T17:00:00Z` : null;
      return house.write((tx) => tx.query(insert, [randomUUID(), kind, since, since, backBy, back, back]));
    };
    await nightsOut('away', '2026-02-08', '2026-02-10');
    await nightsOut('not-seen', '2026-02-11', '2026-02-12');
    const figures = tableOf(await manager.visit(at(FEBRUARY)), '.figures');
    expect(
      ['Nights slept here', 'Nights away, bed kept', 'Nights not known'].map((each) => figures[each]),
    ).toEqual(['15', '2', '1']);
    expect((await exported()).map((row) => row.nights_away).sort()).toEqual(['0', '0', '0', '0', '2']);
  });

  it('points to nobody: no name, key, bed, date or own words (R38)', async () => {
    const { text } = await manager.get(file());
    expect(text).not.toMatch(/Ada|Jos|Eve|Di\b|Cy\b|North|Third|555|2026-|T\d\d:/);
    expect(text).not.toContain(FORMULA);
    const ids = await house.rows<{ id: string }>(
      'SELECT id FROM stays UNION SELECT id FROM guests UNION SELECT id FROM beds',
    );
    for (const { id } of ids) expect(text).not.toContain(id.slice(0, 8));
  });

  it('has keys made anew each time, which no spreadsheet takes for a number', async () => {
    const [first, second] = [await exported(), await exported()].map((rows) =>
      rows.map((row) => row.stay_key!),
    );
    const keys = [...first!, ...second!];
    // In the order of the keys, never of the ids that stand in every address: no row is the n-th stay of the house
    expect([first, second]).toEqual([[...first!].sort(), [...second!].sort()]);
    expect(new Set(keys).size).toBe(10);
    for (const key of keys) expect(key).toMatch(/^[a-z]{12}$/);
  });

  it('leaves out what was undone, and who is still here (R24)', async () => {
    const rows = await exported('from=2026-01-01&to=2026-12-31&sharing=inside');
    expect(rows).toHaveLength(5);
    expect(rows.map(({ ending }) => ending)).not.toContain('police');
  });

  it('is written down before it is sent, with its period (R44)', async () => {
    await manager.get(file());
    expect((await trail('reports.exportInside')).at(-1)).toBe('2026-02-01-to-2026-02-14');
  });

  it('and page are not sent when that cannot be written down', async () => {
    const audit = house.app.get(AuditService);
    const write = audit.write.bind(audit);
    audit.write = () => Promise.reject(new Error('full'));
    const answers = await Promise.all([at(FEBRUARY), file()].map((path) => manager.get(path)));
    audit.write = write;
    for (const { status, text } of answers) {
      expect(status).toBe(500);
      expect(text).not.toMatch(/left_year|The middle one lasted/);
    }
  });

  it.each([
    ['funder', 'Totals for a funder are not made yet. Nothing was exported'],
    ['anyone', 'Give it out first: nothing was exported'],
    ['', 'Choose who will read the file. Nothing was exported'],
    ['constructor', 'Choose who will read the file. Nothing was exported'],
  ])('is not made for “%s”: a calm sentence, and no line of an export', async (sharing, words) => {
    const before = await trail('reports.exportInside');
    const answer = await manager.get(file(`${FEBRUARY}&sharing=${sharing}`));
    const $ = page(answer);
    expect([answer.status, read($, '#sharing-error')]).toEqual([422, `Error: ${words}`]);
    expect(read($, '#errors')).toContain(words);
    expect($('#errors a[href="#sharing"]').length).toBe(1);
    expect([$('[name=from]').val(), $('[name=to]').val()]).toEqual(['2026-02-01', '2026-02-14']);
    expect(await trail('reports.exportInside')).toEqual(before);
  });

  it('has every row once, however many there are, and one row of names', async () => {
    await manyStays(house, 1_100);
    const answer = await manager.get(file(`${MANY}&sharing=inside`));
    const [head, ...rows] = readCsv(answer.text);
    expect([rows.length, new Set(rows.map(([key]) => key)).size]).toEqual([1_100, 1_100]);
    expect(new Set(rows.map((row) => row[head!.indexOf('stays_before')])).size).toBe(1_100);
    expect(answer.text.lastIndexOf('\uFEFF')).toBe(0);
    const $ = await manager.visit(at(MANY));
    expect(tableOf($, '.figures')).toMatchObject({
      'Stays that left': '1100',
      'Average nights per stay': '0',
    });
  });

  it('is for managers: a coordinator sees the page without the button, and 403 at its address', async () => {
    const coordinator = await house.signIn('coordinator');
    const before = await trail('reports.exportInside');
    const $ = await coordinator.visit(at(FEBRUARY));
    expect($('.figures').length).toBeGreaterThan(0);
    expect($('[name=sharing]').length).toBe(0);
    expect(read($, 'main')).toContain('Don’t pass this page on');
    expect((await coordinator.get(file())).status).toBe(403);
    expect((await coordinator.get(file(`${FEBRUARY}&sharing=funder`))).status).toBe(403);
    expect(read(await coordinator.visit('/'), 'main')).toContain('Reports');
    expect(await trail('reports.exportInside')).toEqual(before);
  });

  it('companions are shown neither, nor a way there', async () => {
    const companion = await house.signIn();
    const statuses = await Promise.all(
      [paths.reports(), at(FEBRUARY), file()].map(async (path) => (await companion.get(path)).status),
    );
    expect(statuses).toEqual([403, 403, 403]);
    expect(read(await companion.visit('/'), 'main')).not.toContain('Reports');
  });
});
