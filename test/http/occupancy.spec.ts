import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import type { House } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';
import { HALF, twoBedHouse, untilApril } from '../support/two-bed-house.js';

let house: House;
let manager: Desk;
/** The page as it was on 13 February at 10 am, and what the board said of that night. */
let early: { $: CheerioAPI; tonight: CheerioAPI; board: CheerioAPI; running: CheerioAPI };

const at = (query = '') => `${paths.occupancy()}?${query}`;
const file = (query = `${HALF}&sharing=inside`) => `${paths.occupancyFile()}?${query}`;

beforeAll(async () => {
  const { house: two, di } = await twoBedHouse();
  house = two;
  manager = await house.signIn('manager');
  early = {
    $: await manager.visit(at(HALF)),
    tonight: await manager.visit(at('from=2026-02-13&to=2026-02-13')),
    board: await manager.visit('/'),
    running: await manager.visit(at('from=2026-01-01&to=2026-12-31')),
  };
  await untilApril(house, di);
  manager = await house.signIn('manager');
});

afterAll(() => house.close());

/** Each row of a table as its cells. */
const rowsOf = ($: CheerioAPI, caption: string, part = 'tbody') =>
  $('table')
    .filter((_, table) => $(table).find('caption').text() === caption)
    .find(`${part} tr`)
    .toArray()
    .map((row) =>
      $(row)
        .find('th, td')
        .toArray()
        .map((cell) =>
          $(cell)
            .text()
            .replace(/\u00a0/g, ' '),
        ),
    );

const figure = ($: CheerioAPI, name: string) => {
  const row = $('.figures tbody tr').filter((_, each) => $(each).find('.figure').text() === name);
  return [row.find('td b').text(), row.find('[data-of=n]').text()];
};

const trail = async (act: string) =>
  (
    await house.rows<{ subject: string | null }>('SELECT subject_id AS subject FROM audit WHERE act = ?', [
      act,
    ])
  ).map(({ subject }) => subject);

describe('the page of occupancy', () => {
  it('says the worked example in one sentence, and in figures with their n and what they mean (R36)', async () => {
    const $ = await manager.visit(at(HALF));
    expect(read($, 'h1')).toBe('Occupancy');
    expect(read($, '.lead')).toBe('1 to 14 February 2026 · made Wed 1 April 2026');
    expect(read($, '#occupied')).toBe('Of 26 nights in service, 19 were occupied: 73.1%.');
    expect(figure($, 'Occupancy')).toEqual(['73.1%', '26 nights']);
    expect(figure($, 'Occupancy of capacity')).toEqual(['67.9%', '28 nights']);
    expect(figure($, 'Guests per night')).toEqual(['1.36', '14 nights']);
    expect(figure($, 'Guests')).toEqual(['5', '5 guests']);
    expect(figure($, 'First-time guests')).toEqual(['4', '5 guests']);
    expect(figure($, 'Nights slept here')).toEqual(['19', '19 occupied']);
    expect(
      $('.figures .meaning')
        .toArray()
        .every((each) => $(each).text().length > 10),
    ).toBe(true);
  });

  it('shows the nights of each bed in a picture and in a table that say the same', async () => {
    const $ = await manager.visit(at(HALF));
    expect(rowsOf($, 'Nights by bed')).toEqual([
      ['North', '11', '14', '0', '14', '78.6%'],
      ['South', '8', '12', '2', '14', '66.7%'],
    ]);
    expect(rowsOf($, 'Nights by bed', 'tfoot')).toEqual([['Both', '19', '26', '2', '28', '73.1%']]);
    expect(read($, '#bed-bars').replace(/\u00a0/g, ' ')).toBe(
      'North: 11 of 14 nights. South: 8 of 12 nights, closed on 2.',
    );
    const words = $('svg:has(#bed-bars) text')
      .toArray()
      .map((each) => $(each).text());
    expect(words).toEqual(['North', '11 of 14', 'South', '8 of 12']);
    const bars = $('svg:has(#bed-bars) rect')
      .toArray()
      .map((each) => Number($(each).attr('width')));
    const [northAll, north, southAll, south] = bars as [number, number, number, number];
    expect(north / northAll).toBeCloseTo(11 / 14, 2);
    expect([southAll / northAll, south / northAll].map((each) => each.toFixed(2))).toEqual(['0.86', '0.57']);
  });

  it.each([
    ['night', 14, ['Sun 1 Feb 2026', '2', '2', '0', '2', '100%'], '100'],
    ['week', 3, ['1 February 2026', '2', '2', '0', '2', '100%'], '100'],
    ['month', 1, ['1 to 14 February 2026', '19', '26', '2', '28', '73.1%'], '73'],
    ['year', 1, ['1 to 14 February 2026', '19', '26', '2', '28', '73.1%'], '73'],
    ['', 14, ['Sun 1 Feb 2026', '2', '2', '0', '2', '100%'], '100'],
  ])('parts them by “%s”: picture and table have %i parts that add up', async (by, count, first, column) => {
    const $ = await manager.visit(at(`${HALF}&by=${by}`));
    const rows = rowsOf($, 'Nights of all beds');
    expect([rows.length, rows[0]]).toEqual([count, first]);
    const [all] = rowsOf($, 'Nights of all beds', 'tfoot');
    for (const place of [1, 2, 3, 4])
      expect(rows.reduce((sum, row) => sum + Number(row[place]), 0)).toBe(Number(all![place]));
    const drawn = $('svg:has(#part-columns) .count')
      .toArray()
      .map((each) => $(each).text());
    expect([drawn.length, drawn[0]]).toEqual([count, column]);
    expect(drawn).toEqual(rows.map((row) => String(Math.round(Number(row[5]!.replace('%', ''))))));
    expect($('[name=by] option[selected]').attr('value') ?? '').toBe(by);
  });

  it('was 75% of 24 on 13 February at 10 am, and as many beds were taken that night as the board said (R8)', () => {
    expect(read(early.$, '#occupied')).toBe('Of 24 nights in service, 18 were occupied: 75%.');
    expect(read(early.$, 'main')).toContain('The figures go up to Fri 13 Feb');
    const staying = early.board('[data-status=staying]').toArray();
    const leaving = staying.filter((bed) => early.board(bed).attr('data-flags')?.includes('leaving-today'));
    const [, occupied, inService] = rowsOf(early.tonight, 'Nights by bed', 'tfoot')[0]!;
    expect([staying.length, leaving.length, occupied, inService]).toEqual([2, 1, '1', '2']);
  });

  it('counts only nights that have begun, of beds in use', () => {
    expect(rowsOf(early.running, 'Nights of all beds')).toEqual([
      ['January 2026', '2', '20', '0', '20', '10%'],
      ['1 to 13 February 2026', '18', '24', '2', '26', '75%'],
    ]);
  });

  it('shows years where months are too many for a picture, and says so', async () => {
    const $ = await manager.visit(at('from=2006-01-01&to=2026-03-31&by=month'));
    expect(rowsOf($, 'Nights of all beds').length).toBe(21);
    expect(read($, 'main')).toContain('More months than a picture can show');
    const { text } = await manager.get(file('from=2006-01-01&to=2026-03-31&by=month&sharing=inside'));
    expect(readCsv(text).filter(([part]) => part === 'month')).toHaveLength(243);
  });

  it('opens with the last full quarter; says of a period without a bed, or ahead, that there is nothing', async () => {
    expect(read(await manager.visit(at()), 'main')).toContain('The last full quarter of the year.');
    const old = await manager.visit(at('from=2025-01-01&to=2025-03-31'));
    expect(read(old, '#occupied')).toBe('No bed was in service in this period.');
    expect(figure(old, 'Occupancy')).toEqual(['none', '0 nights']);
    const ahead = await manager.visit(at('from=2027-01-01&to=2027-03-31'));
    expect(read(ahead, '#occupied')).toBe('No night of this period has begun.');
  });

  it('holds it against the period before', async () => {
    const $ = await manager.visit(at('from=2026-02-01&to=2026-02-28'));
    const row = $('.figures tbody tr').filter(
      (_, each) => $(each).find('.figure').text() === 'Occupied nights',
    );
    expect(row.find('[data-of="Period before"]').text()).toBe('2');
    expect(row.find('[data-of="A year before"]').text()).toBe('0');
  });

  it('keeps what was typed and says what is wrong (422)', async () => {
    const answer = await manager.get(at('from=2026-02-01&to=2026-02-14&by=fortnight'));
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#errors')).toContain('Choose nights, weeks, months or years');
    expect((await manager.get(at('from=2026-02-14&to=2026-02-01'))).status).toBe(422);
  });

  it('is for coordinators, and each look is written down; companions are shown nothing (R44)', async () => {
    const coordinator = await house.signIn('coordinator');
    const before = await trail('reports.view');
    const $ = await coordinator.visit(at(HALF));
    expect($('[name=sharing]').length).toBe(0);
    expect((await trail('reports.view')).slice(before.length)).toEqual(['2026-02-01-to-2026-02-14']);
    expect((await coordinator.get(file())).status).toBe(403);
    const companion = await house.signIn();
    expect([(await companion.get(at(HALF))).status, (await companion.get(file())).status]).toEqual([
      403, 403,
    ]);
  });

  it('names no guest', async () => {
    const { text } = await manager.get(at(HALF));
    expect(text).not.toMatch(/\b(Ada|Bo|Cy|Di|Eve)\b/);
  });
});

describe('the file of occupancy', () => {
  const exported = async (query?: string) => {
    const answer = await manager.get(file(query));
    const [head, ...rows] = readCsv(answer.text);
    return rows.map((row) => Object.fromEntries(head!.map((column, place) => [column, row[place]!])));
  };

  it('has a row for all, for each bed and for each part, and says the same as the page', async () => {
    const rows = await exported(`${HALF}&by=week&sharing=inside`);
    expect(rows.map(({ part, bed, from, to }) => `${part} ${bed} ${from} ${to}`)).toEqual([
      'all all beds 2026-02-01 2026-02-14',
      'bed North 2026-02-01 2026-02-14',
      'bed South 2026-02-01 2026-02-14',
      'week all beds 2026-02-01 2026-02-01',
      'week all beds 2026-02-02 2026-02-08',
      'week all beds 2026-02-09 2026-02-14',
    ]);
    expect(rows[0]).toMatchObject({
      ...{ nights: '14', capacity: '28', in_service: '26', closed: '2', occupied: '19', slept: '19' },
      ...{ held_away: '0', not_known: '0', held_not_used: '0', fully_taken: '7' },
      ...{ occupancy: '73.1', occupancy_of_capacity: '67.9', guests_per_night: '1.36' },
    });
    const $ = await manager.visit(at(`${HALF}&by=week`));
    const shown = [...rowsOf($, 'Nights by bed'), ...rowsOf($, 'Nights of all beds')];
    expect(rows.slice(1).map((row) => [row.occupied, row.in_service, row.closed, row.capacity])).toEqual(
      shown.map((row) => row.slice(1, 5)),
    );
  });

  it('is offered with the same period and parts, and written down before it is sent', async () => {
    const $ = await manager.visit(at(`${HALF}&by=week`));
    const sent = $('form[action="/reports/occupancy.csv"]').serializeArray();
    expect(sent.map(({ name, value }) => `${name}=${value}`).join('&')).toBe(`${HALF}&by=week`);
    const before = await trail('reports.exportInside');
    await exported();
    expect((await trail('reports.exportInside')).slice(before.length)).toEqual(['2026-02-01-to-2026-02-14']);
  });

  it('has no number where there is nothing to take it of (R37)', async () => {
    const [all] = await exported('from=2025-01-01&to=2025-03-31&sharing=inside');
    expect([all!.occupancy, all!.guests_per_night, all!.capacity]).toEqual(['none', '0', '0']);
    const [ahead] = await exported('from=2027-01-01&to=2027-03-31&sharing=inside');
    expect([ahead!.from, ahead!.guests_per_night]).toEqual(['none', 'none']);
  });

  it.each(['funder', 'anyone', ''])('is not made for “%s”', async (sharing) => {
    const before = await trail('reports.exportInside');
    const answer = await manager.get(file(`${HALF}&by=week&sharing=${sharing}`));
    expect([answer.status, page(answer)('#sharing-error').length]).toEqual([422, 1]);
    expect(page(answer)('[name=by]').val()).toBe('week');
    expect(await trail('reports.exportInside')).toEqual(before);
  });
});

describe('guests whose records are linked', () => {
  it('are one, and not here for the first time again (R46)', async () => {
    const key = (name: string) => `(SELECT id FROM guests WHERE name = '${name}' ORDER BY added_at LIMIT 1)`;
    await house.write((tx) =>
      tx.query(
        `INSERT INTO linked_guests (guest_id, same_as, linked_at) VALUES (${key('Bo')}, ${key('Ada')}, '2026-03-01T12:00:00Z')`,
      ),
    );
    const $ = await manager.visit(at(HALF));
    expect([figure($, 'Guests'), figure($, 'First-time guests')]).toEqual([
      ['4', '4 guests'],
      ['3', '4 guests'],
    ]);
  });
});
