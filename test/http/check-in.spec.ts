import { paths } from '../../src/web/paths.js';
import { page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const ANSWERS = { name: 'Jo Rivera', stayedBefore: 'no', departureDay: '2026-11-25' };

describe('checking someone in', () => {
  let house: House;

  beforeEach(async () => {
    house = await openHouse();
  });

  afterEach(() => house.close());

  it('takes a bed and a day and a name, and shows the stay', async () => {
    const desk = await house.signIn();
    const answer = await desk.fill(paths.checkIn(), ANSWERS);
    expect(answer.status).toBe(303);
    const stay = await desk.visit(answer.headers.location!);
    expect(read(stay, 'h1')).toBe('J.R. in Maple');
    const board = await desk.visit('/');
    expect(board('[data-bed="Maple"]').attr('data-status')).toBe('staying');
    expect(board('[data-bed="Cedar"]').attr('data-status')).toBe('free');
  });

  it('says what is missing beside its question and keeps what was typed', async () => {
    const desk = await house.signIn();
    const answer = await desk.fill(paths.checkIn(), { ...ANSWERS, departureDay: '' });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain('Choose the day they plan to leave');
    expect($('[name=name]').val()).toBe('Jo Rivera');
  });

  it('makes one stay of twenty that want the same bed at once, and tells the other nineteen (R5)', async () => {
    const desks = await Promise.all(Array.from({ length: 20 }, () => house.signIn()));
    const pages = await Promise.all(desks.map((desk) => desk.visit(paths.checkIn())));
    const answers = await Promise.all(
      desks.map((desk, index) =>
        desk.send(pages[index]!, paths.checkIn(), { ...ANSWERS, name: `Guest ${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(19).fill(409)]);
    for (const [index, answer] of answers.entries()) {
      if (answer.status !== 409) continue;
      const $ = page(answer);
      expect($('button[name=bedId]').length).toBe(2);
      expect($('input[name=name]').val()).toBe(`Guest ${index}`);
    }
    expect(await house.rows('SELECT * FROM stays')).toHaveLength(1);
    expect(await house.rows(`SELECT * FROM audit WHERE act = 'stays.checkIn'`)).toHaveLength(1);
  });

  it('is one stay when the form is sent twice, and says so when it comes again with other answers (R17)', async () => {
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    const [first, second] = await Promise.all([
      desk.send($, paths.checkIn(), ANSWERS),
      desk.send($, paths.checkIn(), ANSWERS),
    ]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(first.headers.location).toBe(second.headers.location);
    const other = await desk.send($, paths.checkIn(), { ...ANSWERS, name: 'Somebody Else' });
    expect(other.status).toBe(409);
    expect(read(page(other), 'main')).toContain('sent before');
    expect(await house.rows('SELECT * FROM stays')).toHaveLength(1);
  });

  it('gives the other desk’s bed with everything kept, by one button (R5)', async () => {
    const [mine, theirs] = [await house.signIn(), await house.signIn('staff', 'Theo')];
    const $ = await mine.visit(paths.checkIn());
    await theirs.fill(paths.checkIn(), { ...ANSWERS, name: 'Tim' });
    const taken = page(await mine.send($, paths.checkIn(), { ...ANSWERS, pronouns: 'she' }));
    expect(read(taken, 'h1')).toContain('Maple was just given to T.');
    expect(read(taken, 'main')).toContain('Theo did it');
    const button = taken('button[name=bedId]').first();
    const done = await mine.send(taken, paths.checkIn(), { bedId: String(button.val()) });
    expect(done.status).toBe(303);
    const stay = await mine.visit(done.headers.location!);
    expect(read(stay, 'h1')).toContain('J.R. in Cedar');
    expect(read(stay, 'main')).toContain('she');
  });

  it('needs a name or a word that there is none yet; then it is the guest in that bed', async () => {
    const desk = await house.signIn();
    const none = await desk.fill(paths.checkIn(), { departureDay: '2026-11-25' });
    expect(none.status).toBe(422);
    expect(read(page(none), '#name-error')).toContain('No name yet');
    const done = await desk.fill(paths.checkIn(), { departureDay: '2026-11-25', noName: 'yes' });
    const stay = done.headers.location!;
    expect(read(await desk.visit(stay), 'h1')).toBe('Guest in Maple');
    const $ = await desk.visit(stay);
    const form = $('form[action$="/name"]').attr('action')!;
    await desk.send($, form, { name: 'Ray' });
    expect(read(await desk.visit(stay), 'h1')).toContain('R.');
  });

  it('asks once whether it is somebody who stayed before, as initials and month only (R17)', async () => {
    const desk = await house.signIn();
    const first = await desk.fill(paths.checkIn(), { ...ANSWERS, name: 'José  Díaz' });
    const stay = first.headers.location!;
    house.clock.advance({ minutes: 60 });
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const again = { name: 'jose diaz', stayedBefore: 'yes', departureDay: '2026-11-25' };
    const bed = (await desk.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    const asked = await desk.fill(paths.checkInTo(bed), again);
    expect(asked.status).toBe(409);
    const $ = page(asked);
    expect(read($, 'main')).toContain('J.D.');
    expect(read($, 'main')).toContain('November 2026');
    expect(read($, 'main')).not.toContain('Díaz');
    const known = String($('[name=guestId]').first().val());
    expect((await desk.send($, paths.checkIn(), { guestId: known })).status).toBe(303);
    expect(await house.rows('SELECT * FROM guests')).toHaveLength(1);
    expect(await house.rows('SELECT * FROM stays')).toHaveLength(2);
  });

  it('does not ask after “no” or “chose not to say”', async () => {
    const desk = await house.signIn();
    const first = await desk.fill(paths.checkIn(), { ...ANSWERS, name: 'Sam' });
    house.clock.advance({ minutes: 60 });
    await desk.fill(`${first.headers.location!}/departure`, { ending: 'planned', destination: 'family' });
    const bed = (await desk.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    const again = await desk.fill(paths.checkInTo(bed), {
      name: 'Sam',
      stayedBefore: 'not-said',
      departureDay: '2026-11-25',
    });
    expect(again.status).toBe(303);
  });

  it('never puts a guest in two beds (R7)', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), ANSWERS);
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const second = await desk.fill(paths.checkIn(), { ...ANSWERS, guestId: guest!.id });
    expect(second.status).toBe(409);
    expect(await house.rows('SELECT * FROM stays')).toHaveLength(1);
  });

  it('asks for one confirmation when the bed is not made up (R10)', async () => {
    const desk = await house.signIn();
    const first = await desk.fill(paths.checkIn(), ANSWERS);
    house.clock.advance({ minutes: 60 });
    await desk.fill(`${first.headers.location!}/departure`, { ending: 'planned', destination: 'family' });
    const bed = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    const asked = await desk.fill(paths.checkInTo(bed), { ...ANSWERS, name: 'Lou' });
    expect(asked.status).toBe(409);
    expect(page(asked)('[name=name]').val()).toBe('Lou');
    const done = await desk.send(page(asked), paths.checkIn(), { confirmNotReady: 'yes' });
    expect(done.status).toBe(303);
    expect((await desk.visit('/'))('[data-bed="Maple"]').attr('data-flags')).toBe('not-ready');
  });

  it('nobody can be welcomed to a bed whose guest has not left, also on the planned day (R6, R8)', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), { ...ANSWERS, departureDay: '2026-11-23' });
    const bed = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    house.clock.moveTo('2026-11-23T11:00:00Z');
    const desk2 = await house.signIn();
    const board = await desk2.visit('/');
    expect(board('[data-bed="Maple"]').attr('data-flags')).toBe('leaving-today');
    expect(read(board, 'h1')).toContain('2 free now');
    const answer = await desk2.fill(paths.checkIn(), { bedId: bed, name: 'Lou', departureDay: '2026-11-25' });
    expect(answer.status).toBe(409);
  });

  it('keeps a guest who stays on in the bed, night after night, without any job (R8)', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), { ...ANSWERS, departureDay: '2026-11-23' });
    house.clock.moveTo('2026-11-26T20:00:00Z');
    const later = await house.signIn();
    expect((await later.visit('/'))('[data-bed="Maple"]').attr('data-flags')).toBe('staying-on');
    await later.visit(
      (await later.visit('/'))('[data-bed="Maple"] a[href^="/stays/"]').first().attr('href')!,
    );
    const nights = await house.rows<{ night: string }>('SELECT night FROM bed_nights ORDER BY night');
    expect(nights.map(({ night }) => night)).toEqual(
      ['22', '23', '24', '25', '26'].map((day) => `2026-11-${day}`),
    );
  });

  it('after midnight the first choice is this morning and counts as one night', async () => {
    house.clock.moveTo('2026-11-23T07:30:00Z');
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    const first = $('[name=departureDay]').first();
    expect(first.val()).toBe('2026-11-23');
    expect(first.parent().text()).toMatch(/Until this morning, Mon.23/u);
    await desk.send($, paths.checkIn(), { ...ANSWERS, departureDay: '2026-11-23' });
    expect(await house.rows('SELECT arrival_day, planned_day FROM stays')).toEqual([
      { arrival_day: '2026-11-22', planned_day: '2026-11-23' },
    ]);
  });

  it('refuses a time the clocks skipped, and offers both when it came twice (R3)', async () => {
    await house.close();
    house = await openHouse({ startAt: '2026-11-02T18:00:00Z' });
    const desk = await house.signIn();
    const twice = await desk.fill(paths.checkIn(), {
      ...ANSWERS,
      departureDay: '2026-11-04',
      arrivedAt: '2026-11-01T01:30',
    });
    expect(twice.status).toBe(422);
    const $ = page(twice);
    expect(read($, '#arrivedAt-error')).toContain('existed twice');
    const offsets = $('[name=arrivedAtWhich]')
      .toArray()
      .map((each) => $(each).val());
    expect(offsets).toEqual(['-05:00', '-06:00']);
    const done = await desk.send($, paths.checkIn(), { arrivedAtWhich: '-06:00' });
    expect(done.status).toBe(303);
    expect(await house.rows('SELECT arrived_at FROM stays')).toEqual([
      { arrived_at: '2026-11-01T07:30:00Z' },
    ]);

    house.clock.moveTo('2027-03-14T20:00:00Z');
    const spring = await house.signIn();
    const skipped = await spring.fill(paths.checkIn(), {
      ...ANSWERS,
      name: 'Ann',
      departureDay: '2027-03-16',
      arrivedAt: '2027-03-14T02:30',
    });
    expect(skipped.status).toBe(422);
    expect(read(page(skipped), '#arrivedAt-error')).toContain('did not exist');
  });

  it('is undone until the shift ends: the bed is free, the stay counts nowhere, the name is forgotten (R24)', async () => {
    const desk = await house.signIn();
    const done = await desk.fill(paths.checkIn(), ANSWERS);
    const $ = await desk.visit(done.headers.location!);
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    expect((await desk.send($, undo)).status).toBe(303);
    expect((await desk.visit('/'))('[data-bed="Maple"]').attr('data-status')).toBe('free');
    expect(await house.rows('SELECT * FROM bed_nights')).toEqual([]);
    expect(await house.rows('SELECT name FROM guests')).toEqual([{ name: null }]);
    expect(read(await desk.visit(done.headers.location!), 'main')).toContain('undone');
    const twice = await desk.post(undo, {
      _csrf: String((await desk.visit('/'))('[name=_csrf]').first().val()),
    });
    expect(twice.status).toBe(409);
  });

  it('is undone though a name was given since: a name is no act on the stay (R24)', async () => {
    const desk = await house.signIn();
    const done = await desk.fill(paths.checkIn(), { ...ANSWERS, name: '', noName: 'yes' });
    const stay = done.headers.location!;
    const named = (await desk.visit(stay))('form[action^="/guests/"]').attr('action')!;
    await desk.fill(stay, { name: 'Lou Halfway' }, named);
    const board = await desk.visit('/');
    expect((await desk.send(board, board('#done ~ ul form[action^="/undo/"]').attr('action')!)).status).toBe(
      303,
    );
    expect((await desk.visit('/'))('[data-bed="Maple"]').attr('data-status')).toBe('free');
    expect(await house.rows('SELECT name FROM guests')).toEqual([{ name: null }]);
  });

  it('is written down: who did it and who looked, before the page is sent (R44)', async () => {
    const desk = await house.signIn();
    const done = await desk.fill(paths.checkIn(), ANSWERS);
    const id = done.headers.location!.split('/').at(-1)!;
    await desk.visit(`/stays/${id}`);
    const lines = await house.rows<{ act: string }>(
      'SELECT act FROM audit WHERE subject_id = ? ORDER BY number',
      [id],
    );
    expect(lines.map(({ act }) => act)).toEqual(['stays.checkIn', 'stays.view']);
    expect(JSON.stringify(await house.rows('SELECT * FROM audit'))).not.toContain('Rivera');
  });

  it('chooses the bed that was pressed on the board, also over one that was begun with (R31)', async () => {
    const desk = await house.signIn();
    const $ = await desk.visit(paths.checkIn());
    const form = Object.fromEntries(
      $('form#kept')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    await desk.post('/names', { ...form, name: 'Lou' });
    const cedar = (await desk.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    const again = await desk.visit(paths.checkInTo(cedar));
    expect(again('[name=bedId]:checked').val()).toBe(cedar);
    expect(again('[name=name]').val()).toBe('Lou');
  });

  it('swaps no bed by itself when the answers are changed after a conflict', async () => {
    const [mine, theirs] = [await house.signIn(), await house.signIn()];
    const $ = await mine.visit(paths.checkIn());
    await theirs.fill(paths.checkIn(), { ...ANSWERS, name: 'Tim' });
    const taken = page(await mine.send($, paths.checkIn(), ANSWERS));
    const form = taken('form#kept').serializeArray();
    const changed = await mine.post(paths.checkIn(), {
      ...Object.fromEntries(form.map(({ name, value }) => [name, value])),
      change: 'yes',
    });
    expect(page(changed)('[name=bedId]:checked').length).toBe(0);
    expect(read(page(changed), 'main')).toContain('The bed you chose is not free now');
    expect(page(changed)('[name=name]').val()).toBe('Jo Rivera');
  });

  it('keeps everything typed when the chosen guest is in the house already (R7)', async () => {
    const desk = await house.signIn();
    await desk.fill(paths.checkIn(), ANSWERS);
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const answer = await desk.fill(paths.checkIn(), { ...ANSWERS, name: 'Jo R', guestId: guest!.id });
    expect(answer.status).toBe(409);
    expect(read(page(answer), '[role=alert]')).toContain('in the house already');
    expect(page(answer)('[name=name]').val()).toBe('Jo R');
  });

  it('says which nights stand against a back-dated arrival (R13)', async () => {
    const desk = await house.signIn();
    const first = await desk.fill(paths.checkIn(), { ...ANSWERS, arrivedAt: '2026-11-20T18:00' });
    await desk.fill(`${first.headers.location!}/departure`, { ending: 'planned', destination: 'family' });
    const bed = (await desk.visit('/'))('[data-bed="Maple"]').attr('data-bed-id')!;
    const late = { ...ANSWERS, name: 'Lou', arrivedAt: '2026-11-21T09:00', confirmNotReady: 'yes' };
    const answer = await desk.fill(paths.checkInTo(bed), late);
    expect(answer.status).toBe(409);
    expect(read(page(answer), 'main')).toContain('not free for the night of Sat 21 to Sun 22');
  });

  it('keeps the pronouns a guest who stayed before says anew', async () => {
    const desk = await house.signIn();
    const first = await desk.fill(paths.checkIn(), { ...ANSWERS, pronouns: 'she' });
    await desk.fill(`${first.headers.location!}/departure`, { ending: 'planned', destination: 'family' });
    const [guest] = await house.rows<{ id: string }>('SELECT id FROM guests');
    const cedar = (await desk.visit('/'))('[data-bed="Cedar"]').attr('data-bed-id')!;
    const again = await desk.fill(paths.checkInTo(cedar), {
      ...ANSWERS,
      pronouns: 'they',
      guestId: guest!.id,
    });
    expect(read(await desk.visit(again.headers.location!), 'h1')).toContain('they');
  });
});
