import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam is in Maple, Lou in Cedar; it is Sun 22 November 2026, 10:40 pm. Birch and Fern are free. */
describe('moving to another bed, and swapping (R20)', () => {
  let house: House;
  let desk: Desk;
  let sam: string;
  let lou: string;
  let beds: Record<string, string>;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    desk = await house.signIn();
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
    sam = await welcome('Sam Ash', 'Maple', '2026-11-27');
    lou = await welcome('Lou', 'Cedar', '2026-11-25');
  });

  afterEach(() => house.close());

  const welcome = async (name: string, bed: string, departureDay: string, more: Fields = {}) =>
    (await desk.fill(paths.checkIn(), { name, bedId: beds[bed]!, departureDay, ...more })).headers.location!;
  const move = (bed: string, more: Fields = {}, stay = sam) =>
    desk.fill(`${stay}/move`, { bedId: beds[bed]!, reason: 'Nearer to the door', ...more });
  const swap = (more: Fields = {}, stay = sam) =>
    desk.fill(`${stay}/swap`, { otherStayId: lou.split('/')[2]!, reason: 'Both asked', ...more });
  const itIs = async (local: string) => {
    house.clock.moveTo(`2026-11-${local}:00-06:00`);
    desk = await house.signIn();
  };
  const hold = (bed: string, first: number, end: number) =>
    house.write((tx) =>
      house.app.get(LedgerService).hold(tx, {
        bedId: beds[bed]!,
        firstNight: on(`2026-11-${first}`),
        endNight: on(`2026-11-${end}`),
      }),
    );
  const undo = async (stay = sam) => {
    const $ = await desk.visit(stay);
    return desk.send($, $('[aria-labelledby=history] form[action^="/undo/"]').first().attr('action')!);
  };
  const flags = async (bed: string) => (await desk.visit('/'))(`[data-bed="${bed}"]`).attr('data-status');

  /** 'Maple 22 23' for each bed with nights of this guest, in the order of the nights. */
  const nights = async (guest: string) =>
    (
      await house.rows<{ line: string }>(
        `SELECT b.name || ' ' || group_concat(substr(n.night, 9), ' ' ORDER BY n.night) AS line
          FROM bed_nights n JOIN beds b ON b.id = n.bed_id JOIN guests g ON g.id = n.guest_key
          WHERE g.name = ? GROUP BY b.id ORDER BY min(n.night)`,
        [guest],
      )
    ).map(({ line }) => line);

  it('gives the nights that are left to the new bed; the old one gets ready; four clicks from the board', async () => {
    await itIs('23T15:00');
    const $ = await desk.visit(sam);
    const moves = await desk.visit($('a[href$="/move"]').attr('href')!);
    expect(moves('[name=bedId]').length).toBe(2);
    expect(moves('[name=bedId]:checked').length).toBe(0);
    expect((await move('Birch')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22', 'Birch 23 24 25 26']);
    expect([await flags('Maple'), await flags('Birch')]).toEqual(['getting-ready', 'staying']);
    const stay = await desk.visit(sam);
    expect(read(stay, 'h1')).toBe('S.A. in Birch');
    expect(read(stay, '[aria-labelledby=history]')).toContain(
      'Moved from Maple to Birch, Mon 23 Nov, 3 pm “Nearer to the door”',
    );
    expect(read(await desk.visit('/stays'), 'main')).toContain('Birch');
  });

  it.each([
    ['01:00, still that night', '24T01:00', ['Maple 22', 'Birch 23 24 25 26']],
    ['05:00, the next one', '24T05:00', ['Maple 22 23', 'Birch 24 25 26']],
  ])('at %s (R1)', async (_, at, expected) => {
    await itIs(at);
    expect((await move('Birch')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(expected);
  });

  it('the last move of a house day decides, and its parts tile the stay (R20)', async () => {
    await itIs('24T10:00');
    await move('Birch');
    await itIs('24T12:00');
    await move('Fern');
    await itIs('25T02:00');
    expect((await move('Maple')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
    const parts = await house.rows<Record<string, string>>(
      `SELECT b.name, from_at, to_at, from_day, to_day FROM bed_segments s JOIN beds b ON b.id = s.bed_id
        WHERE stay_id = ? ORDER BY from_at`,
      [sam.split('/')[2]],
    );
    expect(parts.map(({ name, from_day, to_day }) => [name, from_day, to_day])).toEqual([
      ['Maple', '2026-11-22', '2026-11-24'],
      ['Birch', '2026-11-24', '2026-11-24'],
      ['Fern', '2026-11-24', '2026-11-24'],
      ['Maple', '2026-11-24', null],
    ]);
    for (const [index, part] of parts.slice(1).entries()) expect(part.from_at).toBe(parts[index]!.to_at);
  });

  it('in the minute of the check-in the bed they went to is theirs, and a leaving then is undone rightly', async () => {
    await move('Birch');
    expect(read(await desk.visit(sam), 'h1')).toBe('S.A. in Birch');
    await desk.fill(`${sam}/departure`, { ending: 'planned', destination: 'family' });
    expect(read(await desk.visit(sam), '.lead')).toContain('Birch');
    expect(read(await desk.visit('/stays?tab=left'), 'main')).toContain('Birch');
    expect((await undo()).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Birch 22 23 24 25 26']);
    expect((await undo()).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
    expect((await undo()).status).toBe(303);
    expect(read(await desk.visit(sam), 'main')).toContain('This check-in was undone');
    expect(await nights('Sam Ash')).toEqual([]);
  });

  it('back-dated up to seven house days; further back is an exception; never before they came to that bed (R4)', async () => {
    await itIs('30T12:00');
    const early = await move('Birch', { movedAt: '2026-11-22T20:00' });
    expect(early.status).toBe(422);
    expect(read(page(early), '#movedAt-error')).toContain('came to this bed later');
    expect((await move('Birch', { movedAt: '2026-12-01T20:00' })).status).toBe(422);
    expect((await move('Birch', { movedAt: '2026-11-23T08:00' })).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22', 'Birch 23 24 25 26 27 28 29 30']);
    house.clock.moveTo('2026-12-02T12:00:00-06:00');
    desk = await house.signIn();
    const asked = await move('Maple', { movedAt: '2026-11-24T12:00' });
    expect(asked.status).toBe(409);
    expect(read(page(asked), 'main')).toContain('This needs a coordinator’s yes');
    expect(page(asked)('[name=movedAt]').val()).toBe('2026-11-24T12:00');
  });

  it('refuses a bed that is not free for the nights that are left, and names what stands in the way (R13)', async () => {
    await hold('Birch', 25, 28);
    const $ = await desk.visit(`${sam}/move`);
    expect($('[name=bedId]').length).toBe(1);
    const answer = await move('Birch');
    expect(answer.status).toBe(409);
    const words = read(page(answer), 'main');
    expect(words).toContain('Birch is held for somebody from Wed 25 Nov to Sat 28 Nov.');
    expect(words).toContain('Free for these nights: Fern.');
    expect(page(answer)('#reason').val()).toBe('Nearer to the door');
    expect((await move('Cedar')).status).toBe(409);
    expect((await move('Maple')).status).toBe(422);
    expect((await move('Fern', { reason: '   ' })).status).toBe(422);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
  });

  it('says which bed is not made up, and can go there on the leaving day and while staying on', async () => {
    await desk.fill(`${lou}/departure`, { ending: 'planned', destination: 'family' });
    expect(read(await desk.visit(`${sam}/move`), 'main')).toContain('Cedar Not made up yet');
    await itIs('27T12:00');
    expect((await move('Cedar')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
    await itIs('29T12:00');
    expect((await move('Birch')).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26', 'Cedar 27 28', 'Birch 29']);
  });

  it('cannot be undone when the old bed was given to somebody since (R24)', async () => {
    await move('Birch');
    await welcome('Kim', 'Maple', '2026-11-24', { confirmNotReady: 'yes' });
    const refused = await undo();
    expect(refused.status).toBe(409);
    expect(read(page(refused), 'main')).toContain('Maple was given to somebody else');
    expect(await nights('Sam Ash')).toEqual(['Birch 22 23 24 25 26']);
  });

  it('undone, the old bed needs no making up', async () => {
    await move('Birch');
    expect((await undo()).status).toBe(303);
    const $ = await desk.visit('/');
    expect($('[data-bed="Maple"]').attr('data-flags')).toBe('');
    expect($('[data-bed="Birch"]').attr('data-status')).toBe('free');
  });

  it('a leaving before the last move is wrong by itself; after it the stay has all its nights (R23)', async () => {
    await itIs('24T12:00');
    await move('Birch');
    const leaving = { ending: 'planned', destination: 'family' };
    const wrong = await desk.fill(`${sam}/departure`, { ...leaving, leftAt: '2026-11-24T09:00' });
    expect(wrong.status).toBe(422);
    expect(read(page(wrong), '#leftAt-error')).toContain('came to this bed later');
    await itIs('25T12:00');
    expect((await desk.fill(`${sam}/departure`, leaving)).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23', 'Birch 24']);
    expect([await flags('Maple'), await flags('Birch')]).toEqual(['getting-ready', 'getting-ready']);
  });

  it('shows the second of two people both, and a form sent twice is one move (R17, R26)', async () => {
    const $ = await desk.visit(`${sam}/move`);
    const second = await desk.visit(`${sam}/move`);
    const asked = { bedId: beds.Birch!, reason: 'Stairs' };
    const [one, again] = await Promise.all([
      desk.send($, `${sam}/move`, asked),
      desk.send($, `${sam}/move`, asked),
    ]);
    expect([one.status, again.status]).toEqual([303, 303]);
    const late = await desk.send(second, `${sam}/move`, { bedId: beds.Fern!, reason: 'Quieter' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('Birch');
    expect(page(late)('[name=bedId]:checked').val()).toBe(beds.Fern);
    expect(page(late)('#reason').val()).toBe('Quieter');
  });

  it('swaps two guests in one step, gets no bed ready, and is undone from either page', async () => {
    await itIs('23T15:00');
    expect((await swap()).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22', 'Cedar 23 24 25 26']);
    expect(await nights('Lou')).toEqual(['Cedar 22', 'Maple 23 24']);
    expect([await flags('Maple'), await flags('Cedar')]).toEqual(['staying', 'staying']);
    expect(await house.rows('SELECT * FROM turnovers')).toEqual([]);
    expect(read(await desk.visit(lou), '[aria-labelledby=history]')).toContain(
      'Swapped beds, from Cedar to Maple, Mon 23 Nov, 3 pm',
    );
    expect((await undo(lou)).status).toBe(303);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
    expect(await nights('Lou')).toEqual(['Cedar 22 23 24']);
    for (const stay of [sam, lou]) expect((await desk.visit(stay))('.undone').length).toBe(1);
  });

  it('is undone as well when the same two swapped before and undid it', async () => {
    await itIs('23T15:00');
    for (const time of ['first', 'again']) {
      expect([time, (await swap()).status]).toEqual([time, 303]);
      expect([time, (await undo(lou)).status]).toEqual([time, 303]);
      expect(await nights('Lou')).toEqual(['Cedar 22 23 24']);
    }
  });

  it('swaps both or none: a plan that meets somebody else’s is refused with what stands in the way', async () => {
    await hold('Cedar', 25, 27);
    const answer = await swap();
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('Cedar is held for somebody from Wed 25 Nov to Fri 27 Nov.');
    const other = await swap({ otherStayId: sam.split('/')[2]! }, lou);
    expect([other.status, read(page(other), 'main').includes('Cedar is held')]).toEqual([409, true]);
    expect(await nights('Sam Ash')).toEqual(['Maple 22 23 24 25 26']);
    expect(await nights('Lou')).toEqual(['Cedar 22 23 24']);
  });

  it('a swap is not undone when the other guest had another act since (R24)', async () => {
    await swap();
    await desk.fill(lou, { departureDay: '2026-11-24' }, `${lou}/departure-day`);
    const refused = await undo();
    expect(refused.status).toBe(409);
    expect(read(page(refused), 'main')).toContain('with the other guest');
  });

  it.each([
    ['nobody', ''],
    ['oneself', 'self'],
    ['somebody who is not here', 'gone'],
  ])('swaps not with %s', async (_, otherStayId) => {
    await desk.fill(`${lou}/departure`, { ending: 'planned', destination: 'family' });
    const ids: Record<string, string> = { self: sam.split('/')[2]!, gone: lou.split('/')[2]! };
    expect((await swap({ otherStayId: ids[otherStayId] ?? '' })).status).toBe(422);
  });

  it('says quietly what cannot be done now, and why (R25)', async () => {
    await desk.fill(`${lou}/departure`, { ending: 'planned', destination: 'family' });
    for (const bed of ['Birch', 'Fern', 'Cedar']) await hold(bed, 22, 30);
    const words = read(await desk.visit(sam), 'aside');
    expect(words).toMatch(/Move to another bed ?No other bed is free for the nights that are left\./);
    expect(words).toMatch(/Swap beds ?Nobody else is here\./);
    await desk.fill(`${sam}/departure`, { ending: 'planned', destination: 'family' });
    for (const act of ['move', 'swap']) expect((await desk.get(`${sam}/${act}`)).headers.location).toBe(sam);
  });

  it('gives nights two acts want at once to one of them, and answers the other with the page (R5)', async () => {
    await move('Birch', {}, lou);
    // Sam moves to the bed Lou leaves while two newcomers are welcomed to it
    await desk.fill(lou, { departureDay: '2026-11-23' }, `${lou}/departure-day`);
    await itIs('23T15:00');
    const desks = await Promise.all(Array.from({ length: 4 }, () => house.signIn()));
    await desk.fill(`${lou}/departure`, { ending: 'planned', destination: 'family' });
    const [longer, checkIn, moving, later] = await Promise.all([
      desks[0]!.visit(sam),
      desks[1]!.visit(paths.checkInTo(beds.Birch!)),
      desks[2]!.visit(`${sam}/move`),
      desks[3]!.visit(paths.checkInTo(beds.Birch!)),
    ]);
    const newcomer = { departureDay: '2026-11-26', bedId: beds.Birch!, confirmNotReady: 'yes' };
    const answers = await Promise.all([
      desks[0]!.send(longer, `${sam}/departure-day`, { departureDay: '2026-11-29' }),
      desks[1]!.send(checkIn, paths.checkIn(), { ...newcomer, name: 'Kim' }),
      desks[2]!.send(moving, `${sam}/move`, { bedId: beds.Birch!, reason: 'Stairs' }),
      desks[3]!.send(later, paths.checkIn(), { ...newcomer, name: 'Ida' }),
    ]);
    expect(answers.map(({ status }) => status).every((status) => [303, 409].includes(status))).toBe(true);
    const inBirch = await house.rows(
      `SELECT 1 FROM bed_segments WHERE bed_id = ? AND to_at IS NULL AND undone_at IS NULL`,
      [beds.Birch],
    );
    expect(inBirch).toHaveLength(1);
    expect([answers[1], answers[2], answers[3]].filter(({ status }) => status === 303)).toHaveLength(1);
  });

  it('a longer stay and a guest who comes into the same nights: one has them (R5, R13)', async () => {
    await itIs('25T10:00');
    const desks = await Promise.all([house.signIn(), house.signIn()]);
    await desk.fill(sam, { departureDay: '2026-11-25' }, `${sam}/departure-day`);
    const [longer, other] = await Promise.all([desks[0].visit(sam), desks[1].visit(`${lou}/swap`)]);
    const answers = await Promise.all([
      desks[0].send(longer, `${sam}/departure-day`, { departureDay: '2026-11-30' }),
      desks[1].send(other, `${lou}/swap`, { otherStayId: sam.split('/')[2]!, reason: 'Asked' }),
      hold('Maple', 25, 28).then(
        () => ({ status: 303 }),
        () => ({ status: 409 }),
      ),
    ]);
    for (const { status } of answers) expect([303, 409]).toContain(status);
    const twice = await house.rows('SELECT 1 FROM bed_nights GROUP BY bed_id, night HAVING count(*) > 1');
    expect(twice).toEqual([]);
    const wins = [answers[0], answers[2]].filter(({ status }) => status === 303);
    expect(wins).toHaveLength(1);
  });
});
