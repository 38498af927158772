import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
import { readCsv } from '../support/read-csv.js';

/** Sam has been in Maple since Sun 22 November 2026. */
describe('what is asked in the words of the house, and what was answered', () => {
  let house: House;
  let manager: Desk;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    manager = await house.signIn('manager', 'Marlo');
    desk = await house.signIn('coordinator', 'Dana');
    stay = (await desk.fill(paths.checkIn(), { name: 'Sam', departureDay: '2026-11-25' })).headers.location!;
  });

  afterEach(() => house.close());

  const save = (list: string, answers: Fields) => manager.fill(`/settings/lists/${list}`, answers);
  const asked = async (place: string, name: string) => {
    const $ = await desk.visit(place);
    return $(`[name="${name}"]`)
      .toArray()
      .map((each) => [each.attribs.value!, ($(each).text() || $(each).parent().text()).trim()] as const);
  };
  const codeOf = async (place: string, name: string, label: string) =>
    (await asked(place, name)).find(([, words]) => words === label)![0];
  const leave = (answers: Fields) =>
    desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...answers });
  const rows = async () => {
    const { text } = await manager.get('/reports/outcomes.csv?from=2026-11-01&to=2026-11-30&sharing=inside');
    const [head, row] = readCsv(text);
    return ['ending', 'destination'].map((column) => row![head!.indexOf(column)]);
  };

  it('is how a stay ended and where they went: page, history, report and file', async () => {
    await save('endings', { 'label-early_choice': 'Went home sooner', newLabel: '=Moved in with a friend' });
    await save('destinations', {
      newLabel: 'The lake house',
      newGroup: 'hud_332',
      'aside[]': ['jail', 'hotel'],
    });
    const place = `${stay}/departure`;
    expect((await asked(place, 'destination')).map(([code]) => code)).not.toContain('jail');
    const ending = await codeOf(place, 'ending', '=Moved in with a friend');
    const destination = await codeOf(place, 'destination', 'The lake house');
    expect((await leave({ ending, destination })).status).toBe(303);

    const shown = read(await desk.visit(stay), 'main');
    expect(shown).toContain('How the stay ended=Moved in with a friend');
    expect(shown).toContain('Left: =Moved in with a friend. Went to: The lake house');
    house.clock.advance({ hours: 24 });
    manager = await house.signIn('manager', 'Ines');
    const report = read(await manager.visit('/reports/outcomes?from=2026-11-01&to=2026-11-30'), 'main');
    expect(report).toContain('=Moved in with a friend');
    expect(report).toContain('The lake house');
    // What ships keeps the code files rely on; R40 keeps an own answer from running as a formula
    expect(await rows()).toEqual(["'=Moved in with a friend", 'The lake house']);
  });

  it('keeps its code in the file when a shipped answer is worded anew', async () => {
    await save('endings', { 'label-planned': 'As we had planned' });
    expect(read(await desk.visit(`${stay}/departure`), 'main')).toContain(
      'As we had planned (for Wed 25 Nov)',
    );
    await leave({});
    house.clock.advance({ hours: 24 });
    manager = await house.signIn('manager', 'Ines');
    expect(await rows()).toEqual(['planned', 'family']);
  });

  it('refuses beside the question what was set aside since the page was opened', async () => {
    const $ = await desk.visit(`${stay}/departure`);
    await save('destinations', { 'aside[]': 'family' });
    const late = await desk.send($, `${stay}/departure`, {
      ending: 'planned',
      destination: 'family',
      ownWords: 'Gracias',
    });
    expect(late.status).toBe(422);
    expect(read(page(late), '.err')).toBe('Error: “Family” is not offered any more. Choose another');
    expect(page(late)('.bad [name=destination]').length).toBeGreaterThan(0);
    expect(read(page(late), '[name=ownWords]')).toBe('Gracias');
    expect(await house.rows('SELECT id FROM departures')).toEqual([]);
  });

  it('is still the same leaving when an answer was set aside between two sendings', async () => {
    const $ = await desk.visit(`${stay}/departure`);
    const other = await desk.visit(`${stay}/departure`);
    const answers = { ending: 'planned', destination: 'family' };
    await desk.send($, `${stay}/departure`, answers);
    await save('destinations', { 'aside[]': 'family' });
    expect((await desk.send(other, `${stay}/departure`, answers)).status).toBe(303);
  });

  it('is corrected in its words; what is written down can stand there although it was set aside', async () => {
    await leave({});
    await save('destinations', { 'aside[]': ['family', 'hotel'], 'label-friends': 'With friends' });
    const place = `${stay}/correct?field=destination`;
    const codes = (await asked(place, 'value')).map(([code]) => code);
    expect(codes).toContain('family');
    expect(codes).not.toContain('hotel');
    const wrong = await desk.fill(place, { value: 'hotel', reason: 'A slip' }, `${stay}/correct`);
    expect(wrong.status).toBe(422);
    expect((await desk.fill(place, { value: 'friends', reason: 'A slip' }, `${stay}/correct`)).status).toBe(
      303,
    );
    expect(read(await desk.visit(stay), 'main')).toContain('“Family” to “With friends”');
  });

  it('is why no stay was offered, in its group', async () => {
    expect((await save('no-stay-reasons', { newLabel: 'No bed for two' })).status).toBe(422);
    await save('no-stay-reasons', {
      newLabel: 'No bed for two',
      newGroup: 'capacity',
      'label-no_bed': 'All beds taken',
      'aside[]': ['own_choice', 'sent_by_other', 'not_reached_again'],
    });
    expect(read(await manager.visit('/settings/lists/no-stay-reasons'), 'main')).toContain(
      'Counts as “No room just now”.',
    );
    const why = page(await desk.fill('/calls', { outcome: 'no_stay' }));
    const groups = why('#noStayReason fieldset')
      .toArray()
      .map((each) => [why(each).find('legend').text(), why(each).find('button').text()].join(': '));
    expect(groups[0]).toBe(
      'No room just now: All beds takenA bed, but not usableToo few of us on shiftNo bed for two',
    );
    // A group without an answer asks nothing
    expect(groups).toHaveLength(2);
    const code = why('button:contains("No bed for two")').attr('value')!;
    expect((await desk.send(why, '/calls', { noStayReason: 'own_choice' })).status).toBe(422);
    expect((await desk.send(why, '/calls', { noStayReason: code })).status).toBe(303);
    await save('no-stay-reasons', { [`label-${code}`]: 'No room for two' });
    expect(read(await desk.visit('/calls'), 'main')).toContain('No room for two');
    expect(await house.rows('SELECT no_stay_reason AS reason FROM calls')).toEqual([{ reason: code }]);
  });

  it('is how waiting ended', async () => {
    await save('waitlist-outcomes', { newLabel: 'Stays with family', 'aside[]': 'elsewhere' });
    await desk.fill('/waitlist', { name: 'Ari' });
    const [entry] = await house.rows<{ id: string }>('SELECT id FROM waitlist');
    const place = `/waitlist/${entry!.id}`;
    expect((await asked(place, 'outcome')).map(([, words]) => words)).toEqual([
      'A bed was found for them',
      'Does not want it any more',
      'Could not be reached',
      'Stays with family',
    ]);
    expect((await desk.fill(place, { outcome: 'elsewhere' }, `${place}/close`)).status).toBe(422);
    const outcome = await codeOf(place, 'outcome', 'Stays with family');
    expect((await desk.fill(place, { outcome }, `${place}/close`)).status).toBe(303);
    expect(read(await desk.visit(place), 'main')).toContain('Stays with family, Sun 22');
  });
});
