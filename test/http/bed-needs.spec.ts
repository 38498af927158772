import type { CheerioAPI } from 'cheerio';
import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sam is in Maple; Cedar is quiet, Birch step-free and quiet, nothing is said of Fern. It is Sun 22 November 2026. */
describe('a bed that fits what somebody needs (R11, R12)', () => {
  let house: House;
  let desk: Desk;
  let sam: string;
  let beds: Record<string, string>;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern' });
    desk = await house.signIn();
    const found = await house.rows<{ id: string; name: string }>('SELECT id, name FROM beds');
    beds = Object.fromEntries(found.map(({ id, name }) => [name, id]));
    await offers('Cedar', 'quiet');
    await offers('Birch', 'quiet', 'step_free');
    const welcomed = await desk.fill(paths.checkIn(), {
      name: 'Sam Ash',
      bedId: beds.Maple!,
      departureDay: '2026-11-27',
    });
    sam = welcomed.headers.location!;
  });

  afterEach(() => house.close());

  const offers = async (bed: string, ...features: string[]) =>
    (await house.signIn('manager')).fill(`/settings/beds/${beds[bed]}`, { 'features[]': features });
  const choice = ($: CheerioAPI) =>
    $('[name=bedId]')
      .toArray()
      .map((each) => $(each).parent().text().replace(/\s+/gu, ' ').trim());
  const look = (place: string, action: string, ...needs: string[]) =>
    desk.fill(place, { 'needs[]': needs, look: 'fit', guestName: 'Dara', reason: 'Stairs' }, action);
  const holds = () => house.rows('SELECT id FROM holds');

  it('is not asked for while no bed says what it offers', async () => {
    expect(read(await desk.visit(paths.newHold()), '#fit summary')).toBe(
      'Do they need something of the bed?',
    );
    await offers('Cedar');
    await offers('Birch');
    expect((await desk.visit(paths.newHold()))('#fit')).toHaveLength(0);
  });

  it('stands with what each bed offers', async () => {
    const $ = await desk.visit(paths.newHold());
    expect(choice($)).toEqual([
      expect.stringMatching(/^Maple Taken to .*27$/) as string,
      'Cedar Free · Quiet',
      'Birch Free · Step-free, quiet',
      'Fern Free',
    ]);
    expect(read($, '#fit [name="needs[]"]:checked')).toBe('');
    expect($('#fit').attr('open')).toBeUndefined();
  });

  it('stands first, counted; the others can be chosen below, and nothing is written', async () => {
    const audit = () => house.rows('SELECT number FROM audit');
    const before = await audit();
    const looked = await look(paths.newHold(), paths.holds(), 'step_free');
    expect(looked.status).toBe(200);
    const $ = page(looked);
    expect(read($, '[role=status]')).toBe('1 bed fits.');
    expect(choice($)[0]).toBe('Birch Free · Step-free, quiet');
    expect(read($, 'fieldset[role=radiogroup]')).toContain('Without what was asked for Maple');
    expect($('[name=guestName]').val()).toBe('Dara');
    expect($('[name=reason]').val()).toBe('Stairs');
    expect($('[name="needs[]"]:checked').val()).toBe('step_free');
    expect(await holds()).toEqual([]);
    expect(await audit()).toEqual(before);

    const kept = await desk.send($, paths.holds(), { bedId: beds.Fern! });
    expect(kept.status).toBe(303);
    expect(await house.rows('SELECT bed_id AS bed FROM holds')).toEqual([{ bed: beds.Fern }]);
  });

  it('is said to be none when no bed offers all of it', async () => {
    const $ = page(await look(paths.newHold(), paths.holds(), 'quiet', 'wide'));
    expect(read($, '[role=status]')).toBe('No bed here offers all of this.');
    expect(choice($)).toHaveLength(4);
    const two = page(await look(paths.newHold(), paths.holds(), 'quiet'));
    expect(read(two, '[role=status]')).toBe('2 beds fit.');
  });

  it('keeps what was asked for when an answer is wrong, or the bed is taken', async () => {
    const wrong = await desk.fill(
      paths.newHold(),
      { 'needs[]': 'step_free', nights: 'two', bedId: beds.Birch! },
      paths.holds(),
    );
    expect(wrong.status).toBe(422);
    expect(choice(page(wrong))[0]).toContain('Birch');
    const taken = await desk.fill(
      paths.newHold(),
      { 'needs[]': 'step_free', bedId: beds.Maple! },
      paths.holds(),
    );
    expect(taken.status).toBe(409);
    const $ = page(taken);
    expect(
      $('[name=useBed]')
        .toArray()
        .map((each) => read($, `[value="${each.attribs.value}"][name=useBed]`)),
    ).toEqual(['Keep Birch · Step-free, quiet', 'Keep Cedar · Quiet', 'Keep Fern']);
    expect($('[name="needs[]"]:checked').val()).toBe('step_free');
  });

  it('stands first where a guest moves', async () => {
    const $ = await desk.visit(`${sam}/move`);
    expect(choice($)).toEqual(['Cedar Ready · Quiet', 'Birch Ready · Step-free, quiet', 'Fern Ready']);
    const looked = await look(`${sam}/move`, `${sam}/move`, 'step_free');
    expect(looked.status).toBe(200);
    expect(choice(page(looked))[0]).toBe('Birch Ready · Step-free, quiet');
    expect(read(page(looked), 'fieldset[role=radiogroup]')).toContain('Without what was asked for Cedar');
    expect(await house.rows('SELECT id FROM bed_segments')).toHaveLength(1);
    const moved = await desk.send(page(looked), `${sam}/move`, { bedId: beds.Birch! });
    expect(moved.status).toBe(303);
  });

  it('goes by the words of the house, without what it set aside', async () => {
    const manager = await house.signIn('manager');
    await manager.fill('/settings/lists/bed-features', {
      'label-step_free': 'No steps at all',
      'aside[]': 'quiet',
    });
    const $ = await desk.visit(paths.newHold());
    expect(choice($)[2]).toBe('Birch Free · No steps at all, quiet');
    expect(read($, '#fit')).toContain('No steps at all');
    expect(read($, '#fit')).not.toContain('Quiet');
    // Ticked on a page that was open before: nobody is kept from a bed for what is not asked any more
    const looked = page(await desk.send($, paths.holds(), { 'needs[]': 'quiet', look: 'fit' }));
    expect(looked('[role=status]')).toHaveLength(0);
  });
});
