import type { CheerioAPI } from 'cheerio';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { livelyHouse, type LivelyHouse } from '../support/lively-house.js';

describe('two tabs with the same record (R26)', () => {
  let house: LivelyHouse;
  let desk: Desk;

  beforeEach(async () => {
    house = await livelyHouse();
    desk = await house.signIn('manager');
    await desk.fill('/', {}, '/names');
  });

  afterEach(() => house.close());

  it('a second button of a page that was gone back to does its own act, not the first one again (R17)', async () => {
    const [one, two] = await house.rows<{ id: string }>(
      'SELECT bed_id AS id FROM turnovers WHERE ended_at IS NULL LIMIT 2',
    );
    const $ = await desk.visit('/');
    for (const bed of [one!, two!]) {
      const { status } = await desk.send($, `/beds/${bed.id}/ready`);
      expect(status).toBe(303);
      const open = 'SELECT 1 FROM turnovers WHERE ended_at IS NULL AND bed_id = ?';
      expect(await house.rows(open, [bed.id])).toEqual([]);
    }
    // The first once more is still the one act it was
    await desk.send($, `/beds/${one!.id}/ready`);
    expect(await house.rows(`SELECT 1 FROM acts WHERE kind = 'bed.ready'`)).toHaveLength(2);
  });

  interface Case {
    pageOf: () => string;
    actionOf: ($: CheerioAPI) => string;
    first: Fields;
    second: Fields;
    wrong: Fields;
    /** What the file says. */
    sql: string;
    /** How the first and the second answer read on the page. */
    texts: [string, string];
  }

  const actionLike = (end: RegExp) => ($: CheerioAPI) =>
    $('form')
      .toArray()
      .map((form) => String($(form).attr('action')))
      .find((action) => end.test(action))!;

  const cases: [string, Case][] = [
    [
      'the house',
      {
        pageOf: () => '/settings/house',
        actionOf: () => '/settings/house',
        first: { houseName: 'Elm House' },
        second: { houseName: 'Oak House' },
        wrong: { houseName: 'Oak House', readyHours: 'many' },
        sql: 'SELECT name AS kept FROM house',
        texts: ['Elm House', 'Oak House'],
      },
    ],
    [
      'a bed',
      {
        pageOf: () => `/settings/beds/${house.bed}`,
        actionOf: () => `/settings/beds/${house.bed}`,
        first: { name: 'Elm' },
        second: { name: 'Oak' },
        wrong: { name: 'Oak', position: 'first' },
        sql: 'SELECT name AS kept FROM beds WHERE id = ?',
        texts: ['Elm', 'Oak'],
      },
    ],
    [
      'the name of a guest',
      {
        pageOf: () => `/stays/${house.stay}`,
        actionOf: actionLike(/^\/guests\//),
        first: { name: 'Elm Rivers' },
        second: { name: 'Oak Waters' },
        wrong: { name: 'Oak Waters', pronouns: 'x'.repeat(101) },
        sql: 'SELECT g.name AS kept FROM guests g JOIN stays s ON s.guest_id = g.id WHERE s.id = ?',
        texts: ['Elm Rivers', 'Oak Waters'],
      },
    ],
    [
      'what somebody does here',
      {
        pageOf: () => `/people/${house.colleague}`,
        actionOf: actionLike(/role$/),
        first: { role: 'coordinator' },
        second: { role: 'manager' },
        wrong: { role: 'king' },
        sql: 'SELECT role AS kept FROM people WHERE id = ?',
        texts: ['Coordinator', 'Manager'],
      },
    ],
  ];

  const kept = async ({ sql, pageOf }: Case) =>
    (await house.rows<{ kept: string }>(sql, sql.includes('?') ? [pageOf().split('/').at(-1)] : []))[0]!.kept;

  it.each(cases)(
    'shows the second of two who change %s both texts, and overwrites nothing',
    async (_what, each) => {
      const [mine, theirs] = [await desk.visit(each.pageOf()), await desk.visit(each.pageOf())];
      const action = each.actionOf(mine);
      expect((await desk.send(mine, action, each.first)).status).toBe(303);
      const first = await kept(each);
      const answer = await desk.send(theirs, action, each.second);
      expect(answer.status).toBe(409);
      expect(await kept(each)).toBe(first);
      const $ = page(answer);
      expect(read($, 'main')).toContain(each.texts[0]);
      const typed = Object.entries(each.second)[0]! as [string, string];
      const shown = $(`form[action="${action}"] [name=${typed[0]}]`);
      expect(shown.filter(':checked').val() ?? shown.val()).toBe(typed[1]);
      // Seen both: now it is theirs to decide
      expect((await desk.send($, action, each.second)).status).toBe(303);
      expect(await kept(each)).not.toBe(first);
    },
  );

  it.each(cases)(
    'does not forget what a page about %s was drawn from when it is asked again',
    async (_what, each) => {
      const [mine, theirs] = [await desk.visit(each.pageOf()), await desk.visit(each.pageOf())];
      const action = each.actionOf(mine);
      expect((await desk.send(mine, action, each.first)).status).toBe(303);
      const first = await kept(each);
      const again = await desk.send(theirs, action, each.wrong);
      expect(again.status).toBe(422);
      expect((await desk.send(page(again), action, { ...clean(each) })).status).toBe(409);
      expect(await kept(each)).toBe(first);
    },
  );

  /** The second answer, with what was wrong put right. */
  const clean = ({ second, wrong }: Case): Fields =>
    Object.fromEntries(
      Object.keys(wrong).map((name) => [name, second[name] ?? { position: '9' }[name] ?? '']),
    );
});
