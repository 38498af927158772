import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { februaryHouse } from '../support/february-house.js';
import type { House } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';
import { readXlsx } from '../support/read-xlsx.js';

let house: House;
let manager: Desk;

beforeAll(async () => {
  house = await februaryHouse();
  manager = await house.signIn('manager');
});

afterAll(() => house.close());

const QUARTER = 'from=2026-01-01&to=2026-03-31';
const at = (query = QUARTER) => `${paths.anyone()}?${query}`;
const file = () => `${paths.outcomesFile()}?${QUARTER}&sharing=anyone`;
const main = async (path = at()) => read(await manager.visit(path), 'main');
const givenOut = () => house.rows<{ version: number }>('SELECT version FROM given_out ORDER BY version');

/** So many further stays that left in the quarter, each with one ending and one destination. */
async function further(count: number, ending: string, destination: string, from = 0): Promise<void> {
  await house.write(async (tx) => {
    for (let n = from; n < from + count; n += 1) {
      const id = `${ending}-${destination}-${n}`;
      await tx.query(`INSERT INTO guests (id, added_at, version) VALUES (?, '2026-03-02T18:00:00Z', 1)`, [
        `of-${id}`,
      ]);
      await tx.query(
        `INSERT INTO stays (id, guest_id, stayed_before, arrived_at, arrival_day, first_planned_day, planned_day, left_at,
          departure_day, version)
        VALUES (?, ?, 'no', '2026-03-02T18:00:00Z', '2026-03-02', '2026-03-04', '2026-03-04', '2026-03-04T18:00:00Z',
          '2026-03-04', 1)`,
        [id, `of-${id}`],
      );
      await tx.query(
        `INSERT INTO departures (id, stay_id, left_at, left_about, ending, destination, in_touch, keys_back)
          VALUES (?, ?, '2026-03-04T18:00:00Z', 'exact', ?, ?, 'no', 'yes')`,
        [`left-${id}`, id, ending, destination],
      );
    }
  });
}

describe('tables for anyone else (R39)', () => {
  it('ask once how time is cut, and keep to it', async () => {
    const $ = await manager.visit(paths.anyone());
    expect(read($, 'legend')).toBe('How is time cut for everyone outside?');
    const unanswered = await manager.fill(paths.anyone(), {}, paths.anyoneGrid());
    expect([unanswered.status, read(page(unanswered), '#grid-error')]).toEqual([
      422,
      'Error: Choose calendar quarters or calendar years',
    ]);
    expect((await manager.get(file())).status).toBe(422);
    const chosen = await manager.fill(paths.anyone(), { grid: 'quarters' }, paths.anyoneGrid());
    expect(chosen.headers.location).toBe(paths.anyone());
    expect((await manager.visit(paths.anyone()))('[name=grid]').length).toBe(0);
    const other = await manager.post(paths.anyoneGrid(), {
      ...Object.fromEntries(
        $('form[method=post]')
          .serializeArray()
          .map(({ name, value }): [string, string] => [name, value]),
      ),
      grid: 'years',
    });
    expect(other.status).toBe(409);
  });

  it('of fewer than 11 stays tell that, and no table', async () => {
    const $ = await manager.visit(paths.anyone());
    expect(read($, '.lead')).toContain('1 January to 31 March 2026');
    const text = read($, 'main');
    expect(text).toContain('Not given out yet. This is what it would say.');
    expect(text).toContain('Left out, for their numbers could point to a person: Nights of a stay');
    // Nobody asked how a connection was: there is none
    expect(new Set([...$('.counts td')].map((cell) => $(cell).text()))).toEqual(new Set(['0']));
  });

  it('show large counts, hide small ones and what they could be worked out from', async () => {
    await further(30, 'planned', 'own_place');
    await further(20, 'early_choice', 'family');
    const $ = await manager.visit(at());
    const rows = (title: string) =>
      Object.fromEntries(
        [
          ...$('.counts')
            .filter((_, each) => $(each).find('caption').text() === title)
            .find('tr'),
        ].map((row) => [$(row).find('th').first().text(), $(row).find('td').text()]),
      );
    const endings = rows('How the stays ended');
    expect([endings['All'], endings['Left as planned'], endings['Left earlier by choice']]).toEqual([
      '55',
      '34',
      '21',
    ]);
    expect(rows('Nights of a stay')).toMatchObject({
      '0 nights': 'fewer than 11',
      '1 to 3 nights': '51',
      '4 to 7 nights': 'fewer than 11',
      '8 to 14 nights': '0',
      All: '55',
    });
    // Three answers of one stay each: whatever was hidden, they are 3 of 55
    expect(rows('Where the guests went')).toEqual({});
    expect(read($, 'main')).toMatch(
      /Left out, for their numbers could point to a person: .*Where the guests went/,
    );
    expect([...$('.counts td')].map((cell) => $(cell).text())).not.toContain('1');
    expect(await givenOut()).toEqual([]);
  });

  it('leave as a file only once they were given out, and say it beside the button', async () => {
    const answer = await manager.get(file());
    expect([answer.status, answer.text.includes('Give it out first')]).toEqual([422, true]);
    const given = await manager.fill(at(), {}, paths.anyone());
    expect(given.headers.location).toBe(at());
    expect(await main()).toContain('Given out on Wed 1 April 2026. It is repeated as it was.');
    const rows = readCsv((await manager.get(file())).text);
    expect(rows[0]).toEqual(['table', 'answer', 'count']);
    expect(rows).toContainEqual(['How the stays ended', 'Left as planned', '34']);
    expect(rows).toContainEqual(['Nights of a stay', '0 nights', 'fewer than 11']);
    expect(rows).toContainEqual(['Where the guests went', 'table left out', 'not shown']);
    const sheets = readXlsx((await manager.file(file().replace('.csv', '.xlsx'))).body as Buffer);
    expect(sheets['Counts']!.map((row) => row.map(({ value }) => value))).toEqual(rows);
    expect(
      sheets['About this file']!.flat()
        .map(({ value }) => value)
        .join(),
    ).toContain('fewer than 11');
  });

  it('are repeated as they were, whatever was put right since, until somebody gives them out corrected', async () => {
    const before = (await manager.get(file())).text;
    await further(15, 'planned', 'friends');
    expect((await manager.get(file())).text).toBe(before);
    const $ = await manager.visit(at());
    expect(read($, 'main')).toContain('Today it would read as below.');
    // What was given out stands first, the corrected one below it
    const planned = [...$('.counts tr')]
      .map((row) => $(row).text())
      .filter((text) => /^Left as planned/.test(text));
    expect(planned).toEqual(['Left as planned34', 'Left as planned49']);
    const corrected = await manager.send($, paths.anyone());
    expect(corrected.status).toBe(303);
    expect(await main()).toContain('Corrected on Wed 1 April 2026.');
    expect((await manager.get(file())).text).toContain('How the stays ended,Left as planned,49');
    expect(await givenOut()).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('are given out once by two desks at once', async () => {
    const query = 'from=2025-10-01&to=2025-12-31';
    const other = await house.signIn('manager');
    const [one, two] = [await manager.visit(at(query)), await other.visit(at(query))];
    const answers = await Promise.all([manager.send(one, paths.anyone()), other.send(two, paths.anyone())]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const rows = await house.rows(`SELECT 1 FROM given_out WHERE first_day = '2025-10-01'`);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ['from=2026-01-01&to=2026-02-28', 'For anyone else, choose one whole calendar quarter'],
    ['from=2026-04-01&to=2026-06-30', 'This quarter is still running'],
    ['from=soon&to=later', 'Enter the first day'],
  ])('are refused for %s', async (query, words) => {
    const answer = await manager.get(at(query));
    expect([answer.status, read(page(answer), '#errors')]).toEqual([422, expect.stringContaining(words)]);
    expect((await manager.get(`${paths.outcomesFile()}?${query}&sharing=anyone`)).status).toBe(422);
  });

  it('are a manager’s to give (R42)', async () => {
    for (const role of ['staff', 'coordinator'] as const) {
      const desk = await house.signIn(role);
      expect([(await desk.get(at())).status, (await desk.get(file())).status]).toEqual([403, 403]);
    }
  });
});
