import { ReportReader } from '../../src/database/report-reader.js';
import { paths } from '../../src/web/paths.js';
import type { Desk, Fields } from '../support/desk.js';
import { livelyHouse, type LivelyHouse } from '../support/lively-house.js';

/** Tables that grow with every year of a house; an index over what is open now only does not. */
const GROWING =
  'stays bed_segments claims bed_nights holds closures turnovers guests guest_names acts audit calls notes follow_ups attempts consents departures absences waitlist exception_looks linked_guests sent_forms list_versions list_entries incidents incident_words incident_guests supply_looks guest_notes amendments stay_tasks on_shift sheets_settled help_without_bed feedback feedback_names feedback_answers answer_sets answers connections connection_answers place_looks imported_stays'.split(
    ' ',
  );

interface Asked {
  sql: string;
  values: unknown[];
}

describe('what the pages of the beds ask the file', () => {
  let house: LivelyHouse;

  beforeAll(async () => {
    house = await livelyHouse();
  });

  afterAll(() => house.close());

  const askedBy = async (path: string): Promise<Asked[]> => {
    const desk = await house.signIn('manager');
    return house.asked(async () => {
      await desk.visit(path);
    });
  };

  const partial = async () =>
    (
      await house.rows<{ name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '%WHERE%'`,
      )
    ).map(({ name }) => name);

  /** Each step that reads the whole of a growing table, in SQLite's own words. */
  async function scans({ sql, values }: Asked, small: readonly string[]): Promise<string[]> {
    const steps = await house.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
    const names = aliasesIn(sql);
    return steps
      .map(({ detail }) => detail)
      .filter((detail) => {
        const [, alias] = /^SCAN "?(\w+)"?/.exec(detail) ?? [];
        const [, index] = /USING (?:COVERING )?INDEX (\w+)/.exec(detail) ?? [];
        return (
          alias !== undefined && GROWING.includes(names.get(alias) ?? alias) && !small.includes(index ?? '')
        );
      });
  }

  const pages: [string, () => string][] = [
    ['the board', () => paths.board()],
    ['the timeline', () => paths.timeline()],
    ['one night', () => paths.night('2026-11-22')],
    ['the night sheet', () => paths.nightSheet()],
    ['keeping a bed', () => paths.newHold()],
    ['welcoming someone', () => paths.checkIn()],
    ['a stay', () => paths.stay(house.stay)],
    ['who is coming', () => paths.staysComing()],
    ['the waitlist', () => paths.waitlist()],
    ['exceptions', () => paths.exceptions()],
    ['the shift', () => paths.shift()],
    ['what happened', () => paths.happening(house.happening)],
    ['saying more of it', () => paths.happeningChange(house.happening)],
    ['a shift that is over', () => paths.shiftOf('2026-11-22', 14)],
    ['what was done without a bed', () => paths.withoutBed()],
    ['feedback', () => paths.feedback()],
    ['earlier stays', () => paths.imports()],
    ['one piece of feedback', () => paths.oneFeedback(house.feedback)],
    ['who is on shift', () => paths.shiftPeople()],
    ['the places', () => paths.places()],
    ['one place', () => paths.place(house.place)],
    ['connections', () => paths.connections(house.left)],
    ['how one was', () => paths.howItWas(house.left, house.connection)],
  ];

  it.each<[string, Fields]>([
    ['words', { q: 'bins' }],
    ['words and days', { q: 'bins', from: '2026-11-01', to: '2026-11-30' }],
    ['days', { from: '2026-11-01' }],
  ])('finding a note by %s: no step reads the whole of a table that grows', async (_, fields) => {
    const desk: Desk = await house.signIn('manager');
    const asked = await house.asked(async () => {
      await desk.fill(paths.findNote(), fields);
    });
    const small = await partial();
    for (const each of asked.filter(({ sql }) => sql.startsWith('SELECT')))
      expect([each.sql, await scans(each, small)]).toEqual([each.sql, []]);
  });

  it.each(pages)('%s: no step reads the whole of a table that grows', async (_, path) => {
    const asked = await askedBy(path());
    expect(asked.length).toBeGreaterThan(2);
    const small = await partial();
    for (const each of asked.filter(({ sql }) => sql.startsWith('SELECT') || sql.startsWith('WITH')))
      expect([each.sql, await scans(each, small)]).toEqual([each.sql, []]);
  });

  it.each(pages.slice(0, 4))(
    '%s: one question for the claims, one for who is in the beds',
    async (_, path) => {
      const asked = (await askedBy(path())).map(({ sql }) => ({ sql, about: tableOf(sql) }));
      const of = (tables: string[]) => asked.filter(({ about }) => tables.includes(about));
      expect(of(['claims', 'bed_nights', 'holds', 'closures']).map(({ sql }) => sql)).toHaveLength(1);
      expect(of(['beds', 'bed_segments', 'stays', 'guests']).map(({ sql }) => sql)).toHaveLength(1);
    },
  );

  it.each(pages.slice(1, 4))(
    '%s: nothing else but who asks, of which house, and its words',
    async (_, path) => {
      const asked = await askedBy(path());
      const tables = asked.map(({ sql }) => tableOf(sql)).sort();
      const ofTheHouse = ['contact_rules', 'house', 'list_entries'];
      expect(tables).toEqual(['beds', 'claims', ...ofTheHouse, 'on_shift', 'people', 'sessions']);
    },
  );

  it('a report of occupancy: no step reads the whole of a table that grows', async () => {
    const small = await partial();
    const desk = await house.signIn('manager');
    const $ = await desk.visit('/');
    const bedId = $('[data-status=free]').first().attr('data-bed-id')!;
    const kept = await desk.fill(paths.newHold(), { bedId }, paths.holds());
    const holdId = String(kept.headers.location).split('/').at(-1)!;
    const answers = { bedId, holdId, name: 'Noor', departureDay: '2026-11-24', confirmNotReady: 'yes' };
    expect((await desk.fill(paths.checkIn(), answers)).status).toBe(303);
    const asked = await readForReports(house, `${paths.occupancy()}?from=2026-11-01&to=2026-11-30`);
    expect(asked.length).toBeGreaterThan(15);
    expect(asked.some(({ sql }) => sql.includes("'hold.made'"))).toBe(true);
    for (const each of asked) expect([each.sql, await scans(each, small)]).toEqual([each.sql, []]);
  });
});

/** What the report reader is asked for this page. */
async function readForReports(house: LivelyHouse, path: string): Promise<Asked[]> {
  const desk = await house.signIn('manager');
  const { connection } = await house.app.get(ReportReader).together((reader) => Promise.resolve(reader));
  const heard: Asked[] = [];
  const before = connection.logger;
  const logQuery = (sql: string, values: unknown[] = []) => void heard.push({ sql, values });
  connection.logger = Object.assign(Object.create(before) as typeof before, { logQuery });
  await desk.visit(path);
  connection.logger = before;
  return heard.filter(({ sql }) => sql.startsWith('SELECT'));
}

/** The table a statement is about, whatever it joins or asks beside. */
function tableOf(sql: string): string {
  let plain = sql;
  // From the inside out
  for (let before = ''; before !== plain;) [before, plain] = [plain, plain.replace(/\([^()]*\)/g, '')];
  return /\bFROM\s+"?(\w+)/.exec(plain)?.[1] ?? '';
}

/** The tables by the names a statement calls them. */
function aliasesIn(sql: string): Map<string, string> {
  const found = sql.matchAll(/(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+(?:AS\s+)?"?(\w+)"?)?/g);
  return new Map([...found].map(([, table, alias]) => [alias ?? table!, table!]));
}
