import fc from 'fast-check';
import { HouseNote, noteLives } from '../../src/domain/house-note.js';
import { FollowUpsService } from '../../src/follow-ups/follow-ups.service.js';
import { ShownNotes } from '../../src/notes/shown-notes.service.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { changeNight } from '../support/arbitraries.js';
import { aHouse, at, on } from '../support/builders.js';
import { type Desk, type Fields, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };

describe('the shift page (R30)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    desk = await house.signIn('staff', 'Theo');
  });

  afterEach(() => house.close());

  const sit = async (time: string, name?: string) => {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', name);
  };
  const bedId = async (bed: string) => (await desk.visit('/'))(`[data-bed="${bed}"]`).attr('data-bed-id')!;
  const welcome = async (bed: string, name: string, answers: Fields = {}) =>
    (
      await desk.fill(paths.checkIn(), {
        bedId: await bedId(bed),
        name,
        departureDay: '2026-11-25',
        ...answers,
      })
    ).headers.location!;
  const shift = async () => {
    const $ = await desk.visit(paths.shift());
    return {
      lead: read($, '.lead'),
      happened: read($, 'section:has(#happened)'),
      notes: read($, 'section:has(#notes)'),
    };
  };

  it('says in few words when there is nothing', async () => {
    const { happened, notes, lead } = await shift();
    expect(happened).toBe(
      'What happened 4 free now · 0 guests here All quiet. Nothing to hand over. Made by the system, since Sun 22, 10 pm.',
    );
    expect(notes).toContain('No house notes just now.');
    expect(lead).toBe('10 pm Sun 22 to 8 am Mon 23 · night of Sun 22 to Mon 23');
  });

  it('puts the print of the night’s sheet first', async () => {
    const $ = await desk.visit(paths.shift());
    expect($('main a').first().attr('href')).toBe(paths.nightSheet());
    expect(read($, 'main a:first')).toBe('Print this night’s sheet');
  });

  it('tells what happened since the shift began and how the beds are now', async () => {
    const sam = await welcome('Maple', 'Sam Oak', { departureDay: '2026-11-23' });
    await desk.fill(`${sam}/departure`, { ...LEAVES, leftAt: '2026-11-22T22:40', leftAbout: 'about' });
    await welcome('Cedar', 'Jo Rivera', { departureDay: '2026-11-23' });
    await welcome('Maple', 'Lou', { confirmNotReady: 'yes' });
    const { happened } = await shift();
    for (const words of [
      'Maple · S.O. arrived Sun 22, 10:40 pm · Theo',
      'Maple · S.O. left about Sun 22, 10:40 pm · Theo',
      'Cedar · J.R. arrived Sun 22, 10:40 pm · Theo',
      'Maple · L. · Not made up yet, since Sun 22, 10:40 pm.',
    ])
      expect(happened).toContain(words);
    expect(happened).not.toContain('quiet');
    expect(happened.indexOf('S.O. arrived')).toBeLessThan(happened.indexOf('S.O. left'));

    await sit('2026-11-23T14:00:00Z');
    const morning = await shift();
    expect(morning.lead).toBe('8 am to 2 pm Mon 23 · night of Mon 23 to Tue 24');
    expect(morning.happened).not.toContain('arrived');
    expect(morning.happened).toContain(
      'Cedar · J.R. · leaving Mon 23, still here. Free once they have left.',
    );
    const board = await desk.visit('/');
    await desk.send(board, board('form[action$="/ready"]').attr('action')!);
    expect((await shift()).happened).toContain('Maple · Made ready Mon 23, 8 am');

    await sit('2026-11-24T13:59:00Z');
    expect((await shift()).happened).toContain(
      'Cedar · J.R. · was to leave Mon 23, still here. This night is theirs.',
    );
  });

  it('tells neither what was undone nor a time nobody knows', async () => {
    const sam = await welcome('Maple', 'Sam');
    await desk.fill(`${sam}/departure`, { ...LEAVES, leftAbout: 'not-known' });
    expect((await shift()).happened).toContain('Maple · S. left, time not known · Theo');
    const $ = await desk.visit(sam);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    const { happened } = await shift();
    expect(happened).not.toContain('left');
    expect(happened).toContain('S. arrived');
  });

  it.each([
    ['2026-11-23T09:59:00Z', 'leaving Sun 22'],
    ['2026-11-23T10:00:00Z', 'was to leave Sun 22'],
  ])('changes the house day at 4 am sharp: at %s “%s”', async (time, words) => {
    await sit('2026-11-22T04:40:00Z');
    await welcome('Maple', 'Sam', { departureDay: '2026-11-22' });
    await sit(time);
    const { happened, lead } = await shift();
    expect(happened).toContain(words);
    expect(lead).toContain('10 pm Sun 22 to 8 am Mon 23');
  });

  it('gives each minute around 8 to one shift', async () => {
    await sit('2026-11-23T13:59:30Z');
    await welcome('Maple', 'Sam');
    await sit('2026-11-23T14:00:00Z');
    await welcome('Cedar', 'Lou');
    expect((await shift()).happened).not.toContain('S. arrived');
    expect((await shift()).happened).toContain('L. arrived Mon 23, 8 am');
    await sit('2026-11-23T13:59:59Z');
    expect((await shift()).happened).toContain('S. arrived Mon 23, 7:59 am');
  });

  it('says which of two the hour was when the clocks go back, and goes on when they go forward', async () => {
    await house.close();
    house = await openHouse({ startAt: '2026-11-01T06:30:00Z', beds: 'Maple\nCedar' });
    desk = await house.signIn();
    await welcome('Maple', 'Sam', { departureDay: '2026-11-03' });
    await sit('2026-11-01T07:30:00Z');
    await welcome('Cedar', 'Lou', { departureDay: '2026-11-03' });
    const autumn = await shift();
    expect(autumn.lead).toBe('10 pm Sat 31 to 8 am Sun 1 · night of Sat 31 to Sun 1');
    expect(autumn.happened).toContain('S. arrived Sun 1, 1:30 am (first)');
    expect(autumn.happened).toContain('L. arrived Sun 1, 1:30 am (second)');

    await sit('2027-03-14T08:00:00Z');
    await desk.fill(paths.notes(), { text: 'Clocks are changed' });
    const spring = await shift();
    expect(spring.lead).toBe('10 pm Sat 13 to 8 am Sun 14 · night of Sat 13 to Sun 14');
    expect(spring.notes).toContain('Sun 14, 3 am · until 2 pm Sun 14');
  });

  it('says the numbers of the board, as names or initials are shown', async () => {
    const board = async () => {
      const $ = await desk.visit('/');
      return `${read($, 'h1').replace('Beds: ', '')} · ${read($, '.lead')}`;
    };
    for (const step of [
      () => welcome('Maple', 'Sam Oak', { departureDay: '2026-11-23' }),
      () => welcome('Cedar', 'Jo', { departureDay: '2026-11-23' }),
      async () => desk.fill(`${await welcome('Birch', 'Lou')}/departure`, LEAVES),
      () => sit('2026-11-23T18:00:00Z'),
      () => desk.fill('/', {}, '/names'),
      () => sit('2026-11-26T18:00:00Z'),
    ]) {
      await step();
      expect((await shift()).happened).toContain(await board());
    }
  });

  it('shows two for one bed, here and on the board (R8)', async () => {
    await welcome('Maple', 'Sam');
    const ids = { Maple: await bedId('Maple'), Cedar: await bedId('Cedar') };
    const keep = (bed: keyof typeof ids, first: string, end: string) =>
      house.write((tx) =>
        house.app.get(LedgerService).hold(tx, { bedId: ids[bed], firstNight: on(first), endNight: on(end) }),
      );
    await keep('Maple', '2026-11-25', '2026-11-29');
    await keep('Cedar', '2026-11-26', '2026-11-28');
    await sit('2026-11-26T18:00:00Z');
    expect((await shift()).happened).toContain('Two for one bed: it is also held from Fri 27.');
    expect((await shift()).happened).toContain('Cedar · Kept for someone until Sat 28 Nov.');
    const board = await desk.visit('/');
    expect(board('[data-bed=Maple]').attr('data-flags')).toBe('staying-on two-for-one-bed');
    expect(read(board, '[data-bed=Maple]')).toContain('Two people for this bed');
  });

  it('says how many follow-ups there are, and never for whom (R33)', async () => {
    const from = at('2026-11-23T16:00:00Z');
    house.app.get(FollowUpsService).due = () => Promise.resolve({ now: 0, later: 1, from });
    const { happened } = await shift();
    expect(happened).toContain('1 follow-up, from 10 am Mon 23');
    expect(happened).not.toContain('quiet');
    const board = await desk.visit('/');
    expect(board('aside a[href="/follow-ups"]').text()).toMatch(/^1 follow-up/);
  });

  it('has “Rang off” and the way to the calls on the board', async () => {
    const $ = await desk.visit('/');
    const fields = Object.fromEntries(
      $('form[action="/calls"]')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    expect(fields).toMatchObject({ line: 'phone', caller: 'not_said', outcome: 'rang_off' });
    const pressed = await Promise.all([1, 2].map(() => desk.post(paths.calls(), fields)));
    expect(pressed.map(({ status }) => status)).toEqual([303, 303]);
    expect(await house.rows('SELECT line, caller, outcome FROM calls')).toEqual([
      { line: 'phone', caller: 'not_said', outcome: 'rang_off' },
    ]);
    expect(read($, 'aside a[href="/calls"]')).toBe('Log a call');
  });

  it('shows exactly the notes that live, in any house at any moment', async () => {
    const people = await house.rows<{ id: string }>('SELECT id FROM people LIMIT 1');
    const nights = fc.sample(changeNight(12), { numRuns: 25, seed: 30 });
    const written: { note: HouseNote; of: ReturnType<typeof aHouse> }[] = [];
    await house.write(async (tx) => {
      for (const [night, { zone, rolloverHour, instants }] of nights.entries()) {
        const of = aHouse({ timeZone: zone, rolloverHour });
        for (const [index, each] of instants.entries()) {
          const writtenAt = each.round({ smallestUnit: 'minute', roundingMode: 'floor' });
          const lives = noteLives[index % 3]!;
          const untilDay = of.time.houseDay(writtenAt).add({ days: index % 2 });
          const facts = {
            number: written.length + 1,
            id: `${night}-${index}`,
            text: 'x',
            lives,
            untilDay,
            writtenAt,
            personId: people[0]!.id,
          };
          const note = new HouseNote(facts, of);
          if (lives === 'done' && index % 2 === 0)
            Object.assign(note, { doneAt: writtenAt.add({ minutes: 30 * index }), doneBy: people[0]!.id });
          await tx.insert(HouseNote, note);
          written.push({ note, of });
        }
      }
    });
    const notes = house.app.get(ShownNotes);
    for (const { zone, rolloverHour, instants } of nights) {
      const of = aHouse({ timeZone: zone, rolloverHour });
      for (const now of instants.slice(0, 4)) {
        const shown = (await notes.living(of, now)).map(({ note }) => note.id).sort();
        const expected = written.filter(({ note }) => note.isShown(now, of)).map(({ note }) => note.id);
        expect(shown).toEqual(expected.sort());
      }
    }
  });
});
