import type { CheerioAPI } from 'cheerio';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
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
    expect((await stays()).map(({ id: _, ...stay }) => stay)).toEqual([
      { name: 'Lou Halfway', bed: 'Maple', arrival: '2026-03-02', departure: '2026-03-05' },
      { name: 'Kim Aster', bed: 'Cedar', arrival: '2026-03-02', departure: '2026-03-04' },
    ]);
    expect(await house.rows('SELECT night FROM bed_nights ORDER BY night')).toHaveLength(5);
    // The first sending still waits, the one that came in is gone
    expect(await count('waiting_imports')).toBe(1);
    expect(await count('waiting_rows')).toBe(2);
  });
});
