import type { CheerioAPI } from 'cheerio';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

/** It is Sun 22 November 2026. */
describe('the lists of the house', () => {
  let house: House;
  let manager: Desk;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    manager = await house.signIn('manager', 'Marlo');
    desk = await house.signIn('coordinator', 'Dana');
  });

  afterEach(() => house.close());

  const reasons = '/settings/lists/closure-reasons';
  const save = (answers: Fields, list = reasons) => manager.fill(list, answers);
  const bedId = async (name: string) =>
    (await house.rows<{ id: string }>('SELECT id FROM beds WHERE name = ?', [name]))[0]!.id;
  const closeNow = async (reason: string) =>
    desk.fill(`/beds/${await bedId('Maple')}/close-now`, { reason, note: 'The tap' });
  const offered = ($: CheerioAPI, name = 'reason') =>
    $(`[name="${name}"]`)
      .toArray()
      .map((each) => $(each).parent().text().trim());
  const asked = async () => offered(await desk.visit(`/beds/${await bedId('Cedar')}/close-now`));
  const versions = () =>
    house.rows("SELECT number FROM list_versions WHERE list = 'closure-reasons' AND number > 1");

  it('stand under Settings, each with how many answers it has', async () => {
    const $ = await manager.visit('/settings/lists');
    expect(read($, 'h1')).toBe('Lists');
    expect(read($, 'main ul')).toContain('Why a bed is out of use');
    expect(read($, 'main ul')).toContain('5 answers');
    expect((await manager.get('/settings/lists/secrets')).status).toBe(404);
    expect((await desk.get(reasons)).status).toBe(403);
  });

  it('are worded anew: new questions and old records both read the new words', async () => {
    await closeNow('repair');
    const done = await save({ 'label-repair': 'Broken <b>thing</b>' });
    expect(done.headers.location).toBe(reasons);
    expect(await asked()).toContain('Broken <b>thing</b>');
    const bed = await desk.visit(`/beds/${await bedId('Maple')}`);
    expect(read(bed, 'main')).toContain('Broken <b>thing</b>');
    expect(read(bed, 'main')).not.toContain('Something is broken');
    expect(read(bed, 'main')).not.toContain('repair');
    const [closure] = await house.rows('SELECT reason FROM closures');
    expect(closure).toEqual({ reason: 'repair' });
    expect(read(await manager.visit(reasons), '[aria-labelledby=history]')).toMatch(
      /“Something is broken” reads “Broken <b>thing<\/b>” ?Sun 22 Nov.*, Marlo/,
    );
  });

  it('take an answer of the house, in the place it wants', async () => {
    await save({ newLabel: 'Flood', 'place-deep_clean': '9' });
    expect(await asked()).toEqual([
      'Something is broken',
      'Not enough staff',
      'Room needed otherwise',
      'A reason we don’t show',
      'Deep cleaning',
      'Flood',
    ]);
    const $ = await manager.visit(reasons);
    const code = $('[name^=label-]').last().attr('name')!.slice('label-'.length);
    expect($('main').text()).not.toContain(code);
    expect((await closeNow(code)).status).toBe(303);
    expect(read(await desk.visit(`/beds/${await bedId('Maple')}`), 'main')).toContain('Flood');
  });

  it('set one aside: it is offered no more, and old records still read it', async () => {
    await closeNow('repair');
    const open = await desk.visit(`/beds/${await bedId('Cedar')}/close-now`);
    await save({ 'aside[]': 'repair', 'label-repair': '' });
    expect(await asked()).not.toContain('Something is broken');
    const late = await desk.send(open, `/beds/${await bedId('Cedar')}/close-now`, {
      reason: 'repair',
      note: 'The tap',
    });
    expect(late.status).toBe(422);
    expect(read(page(late), '.err')).toBe(
      'Error: “Something is broken” is not offered any more. Choose another',
    );
    expect(page(late)('[name=note]').val()).toBe('The tap');

    expect(read(await desk.visit(`/beds/${await bedId('Maple')}`), 'main')).toContain('Something is broken');
    const [closure] = await house.rows<{ id: string }>('SELECT id FROM closures');
    const change = `/closures/${closure!.id}/change`;
    expect(offered(await desk.visit(change))).toContain('Something is broken');
    expect((await desk.fill(change, { note: 'The tap, again' })).status).toBe(303);

    expect(read(await manager.visit(reasons), 'main')).toContain('Set aside since Sun 22 Nov');
    await save({ 'back[]': 'repair' });
    expect((await asked()).at(-1)).toBe('Something is broken');
  });

  it('keep what a rule relies on, and say why', async () => {
    const $ = await manager.visit(reasons);
    expect(read($, 'main')).toContain('This one stays: after a death a bed is closed with it.');
    expect($('[name="aside[]"][value=not_shown]')).toHaveLength(0);
    const forged = await save({ 'aside[]': 'not_shown' });
    expect(forged.status).toBe(422);
    expect(read(page(forged), '[role=alert]')).toContain('This one stays');
    expect(await versions()).toEqual([]);
  });

  it.each([
    ['nothing', { 'label-repair': '  ' }, 'Enter the words, or set the answer aside'],
    ['what is there already', { 'label-repair': 'DEEP cleaning' }, 'This is on the list already'],
    ['what is there already, as an own one', { newLabel: 'deep  cleaning' }, 'This is on the list already'],
    ['too much', { newLabel: 'x'.repeat(101) }, 'This is too long. Use at most 100 characters'],
    ['a place that is none', { 'place-repair': 'first' }, 'Enter 1 to 99'],
  ])('refuse %s beside the field, and keep the rest', async (_, answers, message) => {
    const refused = await save({ 'label-other_use': 'Needed otherwise', ...answers });
    expect(refused.status).toBe(422);
    const $ = page(refused);
    expect(read($, '.err')).toBe(`Error: ${message}`);
    expect($('.bad input').attr('name')).toBe(Object.keys(answers)[0]);
    expect($('[name=label-other_use]').val()).toBe('Needed otherwise');
    expect(await versions()).toEqual([]);
  });

  it('take a hundred characters', async () => {
    expect((await save({ newLabel: 'é'.repeat(100) })).status).toBe(303);
    expect((await asked()).at(-1)).toBe('é'.repeat(100));
  });

  it('make no version of a save that changes nothing', async () => {
    expect((await save({})).status).toBe(303);
    expect(await versions()).toEqual([]);
  });

  it('show both to the second of two managers, who loses nothing (R26)', async () => {
    const other = await house.signIn('manager', 'Ines');
    const $ = await other.visit(reasons);
    await save({ 'label-repair': 'Broken', newLabel: 'Flood' });
    const late = await other.send($, reasons, { 'label-repair': 'Being mended' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('Broken');
    expect(read(page(late), '[aria-labelledby=kept-now]')).toContain('Flood');
    expect(page(late)('[name=label-repair]').val()).toBe('Being mended');
    expect((await other.send(page(late), reasons)).status).toBe(303);
    expect(await asked()).toEqual(expect.arrayContaining(['Being mended', 'Flood']));
    expect(read(await manager.visit(reasons), '[aria-labelledby=history]')).toContain(
      '“Broken” reads “Being mended”',
    );
  });

  it('let one of two managers through who save in the same moment', async () => {
    const other = await house.signIn('manager', 'Ines');
    const answers = await Promise.all([
      save({ newLabel: 'Flood' }),
      other.fill(reasons, { newLabel: 'Fire' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await versions()).toEqual([{ number: 2 }]);
    const [won, lost] = answers[0].status === 303 ? ['Flood', answers[1]] : ['Fire', answers[0]];
    expect(read(page(lost), '[aria-labelledby=kept-now]')).toContain(won);
  });

  it('keep what was begun when the screen is covered (R31)', async () => {
    const $ = await manager.visit(reasons);
    await manager.fill('/', {}, '/curtain');
    await manager.send($, reasons, { newLabel: 'Flood', 'label-repair': 'Broken', 'aside[]': 'no_staff' });
    expect(await versions()).toEqual([]);
    await manager.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    const again = await manager.visit(reasons);
    expect(read(again, 'main')).toContain('Begun by you');
    expect(again('[name=newLabel]').val()).toBe('Flood');
    expect(again('[name=label-repair]').val()).toBe('Broken');
    expect(again('[name="aside[]"][value=no_staff]').attr('checked')).toBeDefined();
    expect((await manager.send(again, reasons, { 'aside[]': 'no_staff' })).status).toBe(303);
    expect(await asked()).toEqual(expect.arrayContaining(['Broken', 'Flood']));
    expect(read(await manager.visit(reasons), 'main')).not.toContain('Begun by you');
  });
});
