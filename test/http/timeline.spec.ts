import type { CheerioAPI } from 'cheerio';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sun 22 Nov 2026, 10:40 pm in Chicago: the evening of the sketch. */
describe('the timeline', () => {
  let house: House;
  let desk: Desk;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    house = await openHouse({
      beds: 'Maple\nCedar\nBirch\nAspen\nFern\nRowan\nOak',
      startAt: '2026-11-20T20:00:00Z',
    });
    const board = await (await house.signIn()).visit('/');
    for (const each of board('[data-bed]').toArray()) {
      ids.set(board(each).attr('data-bed')!, board(each).attr('data-bed-id')!);
    }
    desk = await house.signIn('manager');
    await desk.fill(paths.bedSetting(ids.get('Oak')!), { lastNight: '2026-11-26' });
    await welcome('Cedar', 'Jo Rivera', '2026-11-27');
    await welcome('Birch', 'Sam', '2026-11-22');
    const max = await welcome('Fern', 'Max', '2026-11-24');
    house.clock.moveTo('2026-11-22T23:30:00Z');
    desk = await house.signIn();
    await leave(max);
    await undo(await welcome('Maple', 'Slip', '2026-11-25'));
    await claim('Maple', 'Kim', '2026-11-24', 5, '2026-11-25T05:00:00Z');
    await claim('Maple', 'Late', '2026-11-22', 1, '2026-11-23T04:40:00Z');
    await claim('Birch', 'Ada', '2026-11-23', 7, '2026-11-24T05:00:00Z');
    await claim('Aspen', 'Dee', '2026-11-22', 5, '2026-11-23T05:00:00Z');
    await close('Rowan', '2026-11-22', 8);
    // Looking at a page within a minute of the last writes nothing: what the hour has changed is seen in reading
    house.clock.moveTo('2026-11-23T04:39:30Z');
    desk = await house.signIn();
    await desk.visit('/');
    house.clock.moveTo('2026-11-23T04:40:00Z');
  });

  afterAll(() => house.close());

  async function welcome(bed: string, name: string, departureDay: string): Promise<string> {
    const answers = { bedId: ids.get(bed)!, name, departureDay, stayedBefore: 'no', confirmNotReady: 'yes' };
    return (await desk.fill(paths.checkIn(), answers)).headers.location!;
  }

  const leave = (stay: string) =>
    desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });

  async function undo(stay: string): Promise<void> {
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
  }

  /** Keeps a bed until an hour, as the file has it. */
  async function claim(bed: string, name: string, first: string, nights: number, keepUntil: string) {
    const [bedId, end] = [ids.get(bed)!, on(first).add({ days: nights })];
    const rows = [bedId, name, first, String(end), keepUntil, desk.person.id];
    await house.write(async (tx) => {
      const nightsOf = { bedId, firstNight: on(first), endNight: end };
      const id = await house.app.get(LedgerService).hold(tx, nightsOf);
      await tx.query(
        `INSERT INTO holds (id, bed_id, guest_name, first_night, end_night, keep_until, made_by, made_at, version)
          VALUES (?, ?, ?, ?, ?, ?, ?, '2026-11-22T23:00:00Z', 1)`,
        [id, ...rows],
      );
    });
  }

  const close = (bed: string, first: string, nights: number) =>
    house.write((tx) =>
      house.app.get(LedgerService).close(tx, {
        bedId: ids.get(bed)!,
        firstNight: on(first),
        endNight: on(first).add({ days: nights }),
      }),
    );

  const words = (text: string) => text.replace(/\s+/gu, ' ').trim();

  /** '22 stay ×1: S. here free once S. leaves' for each cell of a bed, its place by what it covers. */
  const cells = ($: CheerioAPI, bed: string) =>
    $(`td[data-bed=${bed}]`)
      .toArray()
      .map((each) => {
        const cell = $(each).clone();
        cell.find('.vh, [aria-hidden]').remove();
        const span = $(each).attr('colspan') ?? '1';
        return `${$(each).attr('data-night')!.slice(8)} ${$(each).attr('data-kind')} ×${span}: ${words(cell.text())}`;
      });

  const free = ($: CheerioAPI) =>
    $('tfoot td')
      .toArray()
      .map((each) => $(each).text());

  const table = () => desk.visit(paths.timeline());

  it('has a column for each of 14 nights from yesterday, and a row for each bed in the house’s order', async () => {
    const $ = await table();
    expect($('thead th')).toHaveLength(15);
    expect(words($('thead th').eq(1).text())).toBe('NovpastSat 21');
    expect(words($('thead th.now').text())).toBe('This night Sun 22');
    expect($('thead th.now a').attr('href')).toBe(paths.night('2026-11-22'));
    const beds = $('tbody th').toArray();
    expect(beds.map((each) => $(each).text())).toEqual([...ids.keys()]);
    for (const row of $('tbody tr').toArray()) {
      const spans = $(row)
        .find('td')
        .toArray()
        .map((cell) => Number($(cell).attr('colspan') ?? 1));
      expect(spans.reduce((sum, each) => sum + each)).toBe(14);
    }
  });

  it('says whose each night is (R5, R6, R8, R9, R14)', async () => {
    const $ = await table();
    expect(cells($, 'Maple').slice(0, 5)).toEqual([
      '21 free ×1: empty',
      '22 free ×1: Free',
      '23 free ×1: free',
      '24 hold ×5: K. held until Sun 29',
      '29 free ×1: Free',
    ]);
    expect(cells($, 'Cedar')[0]).toBe('21 stay ×6: J.R. staying since Fri 20, leaves Fri 27');
    expect(cells($, 'Birch').slice(0, 4)).toEqual([
      '21 stay ×1: S. staying since Fri 20',
      '22 stay ×1: S. here free once S. leaves',
      '23 hold ×7: A. held until Mon 30',
      '30 free ×1: Free',
    ]);
    expect(cells($, 'Aspen')[1]).toBe('22 hold ×5: D. arriving kept until 11 pm, stays until Fri 27');
    expect(cells($, 'Fern').slice(0, 3)).toEqual([
      '21 stay ×1: M. since Fri 20, left Sun 22',
      '22 free ×1: Getting ready since 5:30 pm',
      '23 free ×1: Free',
    ]);
    expect(cells($, 'Rowan')[1]).toBe('22 closure ×8: Not in use until Mon 30');
    expect(cells($, 'Oak').slice(-2)).toEqual(['26 free ×1: free', '27 closure ×8: Not in use']);
    expect(free($)).toEqual('– 2 3 2 2 2 3 3 4 6 6 6 6 6'.split(' '));
    expect(read($, 'main > p.muted')).toContain('Sun 22: 2 free now · 1 getting ready · 1 once S. leaves');
  });

  it('has few links: each bar, and the first free night of a run with what can be done with it', async () => {
    const $ = await table();
    const links = (bed: string) =>
      $(`td[data-bed=${bed}] a`)
        .toArray()
        .map((each) => [$(each).attr('href'), words($(each).text())]);
    const [kim] = await house.rows<{ id: string }>(`SELECT id FROM holds WHERE guest_name = 'Kim'`);
    expect(links('Maple')).toEqual([
      [paths.checkInTo(ids.get('Maple')!), 'Free: Welcome someone to Maple'],
      [paths.hold(kim!.id), 'K. held until Sun 29, Maple, 5 nights from Tue 24'],
      [paths.newHoldOf(ids.get('Maple')!, '2026-11-29'), 'Free: Hold Maple from Sun 29'],
    ]);
    expect(links('Rowan')).toEqual([
      [paths.newHoldOf(ids.get('Rowan')!, '2026-11-30'), 'Free: Hold Rowan from Mon 30'],
    ]);
    expect($('main td a, main th a').length).toBeLessThan(25);
  });

  it('says the same as a list', async () => {
    const [asTable, list] = [await table(), await desk.visit('/timeline?view=list')];
    const tiles = ($: CheerioAPI, of: string) =>
      $(of)
        .toArray()
        .map(
          (each) => `${$(each).attr('data-bed')} ${$(each).attr('data-night')} ${$(each).attr('data-kind')}`,
        );
    const all = tiles(asTable, 'td[data-kind]');
    expect(tiles(list, 'li[data-kind]').filter((tile) => !all.includes(tile))).toEqual([]);
    const bars = ($: CheerioAPI, of: string) => tiles($, of).filter((tile) => !tile.endsWith('free'));
    expect(bars(list, 'li[data-kind]')).toEqual(bars(asTable, 'td[data-kind]'));
    const lines = list('li[data-bed=Maple]')
      .toArray()
      .map((each) => words(list(each).text()));
    expect(lines).toEqual([
      'Empty 1 night from Sat 21',
      'Free 2 nights from Sun 22 Welcome someone to Maple',
      'K. held until Sun 29 · 5 nights from Tue 24',
      'Free from Sun 29 Hold Maple from Sun 29',
    ]);
    const tally = list('.tally b')
      .toArray()
      .map((each) => list(each).text());
    expect(tally).toEqual(free(asTable));
    expect(read(list, 'a.switch')).toBe('See as a table');
  });

  it.each([
    ['earlier', 'Earlier', '/timeline?from=2026-11-07&nights=14', 'Sat 7 Nov to Fri 20 Nov'],
    ['later', 'Later', '/timeline?from=2026-12-05&nights=14', 'Sat 5 Dec to Fri 18 Dec'],
  ])('goes %s by as many nights as it shows', async (_name, label, href, span) => {
    const $ = await table();
    const link = $('nav[aria-label=Nights] a').filter((_, each) => $(each).text() === label);
    expect(link.attr('href')).toBe(href);
    const there = await desk.visit(href);
    expect(read(there, '.lead')).toContain(span);
    expect(there('nav[aria-label=Nights] a').text()).toContain('From yesterday');
  });

  it.each([1, 62])('shows any range: %i nights', async (nights) => {
    const $ = await desk.visit(`/timeline?from=2026-11-22&nights=${nights}`);
    expect($('tfoot td')).toHaveLength(nights);
    expect(free($)[0]).toBe('2');
  });

  it.each([
    ['from=yesterday', 'Enter the first night as 2026-11-22, from 2000 to 2099'],
    ['from=2026-02-30', 'Enter the first night as 2026-11-22, from 2000 to 2099'],
    ['from=1999-12-31', 'Enter the first night as 2026-11-22, from 2000 to 2099'],
    ['from=2026-11-22&from=2026-11-23', 'This arrived more than once. Check the answer'],
    ['nights=0', 'Choose from 1 to 62 nights'],
    ['nights=63', 'Choose from 1 to 62 nights'],
    ['nights=-1', 'Choose from 1 to 62 nights'],
    ['nights=1e1', 'Choose from 1 to 62 nights'],
    ['from=2099-12-31&nights=2', 'These nights go beyond 2099. Choose fewer'],
    ['view=list&nights=x', 'Choose from 1 to 62 nights'],
  ])('asks again for %s', async (query, message) => {
    const answer = await desk.get(`/timeline?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).not.toContain('data-kind');
  });

  it.each(['from=&nights=&view=', 'view=circle', 'from=2000-01-01', 'from=2099-12-31&nights=1'])(
    'opens for %s',
    async (query) => expect((await desk.get(`/timeline?${query}`)).status).toBe(200),
  );

  it('asks the file once for claims and once for people, and scans no table that grows', async () => {
    const seen = await house.asked(async () => {
      for (const path of ['/timeline', '/timeline?from=2026-01-01&nights=62', paths.night('2026-11-21')]) {
        await desk.visit(path);
      }
    });
    const about = (table: RegExp) => seen.filter(({ sql }) => table.test(sql));
    expect(about(/FROM claims/)).toHaveLength(3);
    expect(about(/"beds"/)).toHaveLength(3);
    for (const { sql, values } of seen) {
      const plan = await house.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
      const scans = plan.filter(
        // Of the parts of stays only the open ones are gone through, one for each bed
        ({ detail }) =>
          /^SCAN/.test(detail) && !/^SCAN (bed|houses?)\b|VIRTUAL TABLE|segments_one_open/.test(detail),
      );
      expect(scans).toEqual([]);
    }
  });

  describe('one night', () => {
    const lines = async (date: string) => {
      const $ = await desk.visit(paths.night(date));
      return {
        $,
        said: $('li[data-kind]')
          .toArray()
          .map((each) => words($(each).text())),
      };
    };

    it('says who has which bed on the current one, with a way to the sheet', async () => {
      const { $, said } = await lines('2026-11-22');
      expect(read($, 'h1')).toBe('Night of Sun 22 to Mon 23 November 2026');
      expect(read($, '.lead')).toBe(
        '2 free now · 1 getting ready · 1 once S. leaves · 2 guests here · 1 expected',
      );
      expect(said).toEqual([
        'Maple · Free Welcome someone to Maple',
        'Cedar · J.R. staying leaves Fri 27 · 7 nights from Fri 20',
        'Birch · S. here free once S. leaves',
        'Aspen · D. arriving kept until 11 pm, stays until Fri 27 · 5 nights from Sun 22',
        'Fern · Getting ready since 5:30 pm Welcome someone to Fern',
        'Rowan · Not in use until Mon 30 · 8 nights from Sun 22',
        'Oak · Free Welcome someone to Oak',
      ]);
      const links = $('nav[aria-label=Nights] a')
        .toArray()
        .map((each) => $(each).attr('href'));
      expect(links).toEqual([
        paths.night('2026-11-21'),
        paths.night('2026-11-23'),
        paths.timeline(),
        paths.nightSheet(),
      ]);
    });

    it('says who slept where on one that is over', async () => {
      const { $, said } = await lines('2026-11-21');
      expect(read($, '.lead')).toBe('This night is over. 3 guests stayed.');
      expect(said.slice(0, 5)).toEqual([
        'Maple · Empty',
        'Cedar · J.R. staying leaves Fri 27 · 7 nights from Fri 20',
        'Birch · S. staying 2 nights from Fri 20',
        'Aspen · Empty',
        'Fern · M. left Sun 22 · 2 nights from Fri 20',
      ]);
      expect($('nav[aria-label=Nights] a').text()).not.toContain('sheet');
    });

    it('says what is planned for one to come', async () => {
      const { $, said } = await lines('2026-11-27');
      expect(read($, '.lead')).toBe('3 beds free, as planned so far.');
      expect(said).toHaveLength(6);
    });

    it.each(['2026-02-30', 'tonight', '1999-12-31', '%00', '2026-11-22T10:00'])(
      'is none: %s',
      async (date) => {
        const answer = await desk.get(`/nights/${date}`);
        expect([422, 404, 400]).toContain(answer.status);
        expect(answer.text).toMatch(/There is no such night|not arrive whole|Page not found/u);
      },
    );
  });
});
