import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const SAID = {
  ownWords: 'To my sister, <b>by bus</b>. It was good here.',
  ending: 'planned',
  destination: 'family',
  thingsLeft: 'A green coat',
  followUpConsent: 'yes',
  point: '3d',
  channel: 'call',
  detail: '555-0142',
  save: 'later',
};

// R23: filled in days ahead, by whoever sits with the guest; at the door by whoever is there
describe('getting ready to leave', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('staff', 'Rosa');
    const answers = { name: 'Sam Ash', stayedBefore: 'no', departureDay: '2026-11-27' };
    stay = (await theo.fill('/check-in', answers)).headers.location!;
  });

  afterEach(() => house.close());

  const leaving = () => `${stay}/departure`;
  /** Who sits there is signed out meanwhile. */
  async function pass(days: number): Promise<void> {
    house.clock.advance({ hours: days * 24 });
    for (const desk of [theo, rosa]) await desk.signIn(desk.person.id, PASSPHRASE);
  }
  const kept = () =>
    house.rows<{ fields: string; version: number }>('SELECT fields, version FROM ready_to_leave');

  it('is asked about two nights before, on the page of the stay and on the shift, until somebody wrote it down', async () => {
    const asks = async () => [
      read(await rosa.visit(stay), 'main').includes('“How are you leaving, and what is next?”'),
      read(await rosa.visit('/shift'), '[aria-labelledby=happened]').includes('get ready for it together'),
    ];
    await pass(2);
    expect(await asks()).toEqual([false, false]);
    await pass(1);
    expect(await asks()).toEqual([true, true]);
    expect(read(await rosa.visit('/shift'), '[aria-labelledby=happened]')).toContain(
      'S.A. leaves Fri 27: get ready for it together.',
    );
    expect((await theo.fill(leaving(), SAID)).status).toBe(303);
    expect(await asks()).toEqual([false, false]);
    expect(read(await rosa.visit(stay), 'main')).toContain('Ready to leave: Theo wrote down what they said');
  });

  it('stands ready for whoever is at the door, who says when and the keys', async () => {
    await theo.fill(leaving(), SAID);
    const $ = await rosa.visit(leaving());
    expect(read($, 'main')).toContain('Theo wrote down what they said');
    expect(String($('[name=ownWords]').val()).trim()).toBe(SAID.ownWords);
    expect([$('[name=ending]:checked').val(), $('[name=detail]').val()]).toEqual(['planned', '555-0142']);
    expect($('[name=leftAt]').val()).toBe('');
    const done = await rosa.send($, leaving(), { keysBack: 'yes' });
    expect(done.status).toBe(303);
    expect(await house.rows('SELECT ending, own_words AS words, keys_back AS keys FROM departures')).toEqual([
      { ending: 'planned', words: SAID.ownWords, keys: 'yes' },
    ]);
    expect(await house.rows('SELECT point FROM follow_ups')).toEqual([{ point: '3d' }]);
    // It went with the leaving
    expect(await kept()).toEqual([]);
  });

  it('asks for nothing: what fits is said', async () => {
    expect((await theo.fill(leaving(), { save: 'later' })).status).toBe(303);
    expect(JSON.parse((await kept())[0]!.fields)).toEqual([]);
    expect((await rosa.fill(leaving(), {})).status).toBe(422);
  });

  it('keeps no number without a yes (R32)', async () => {
    await theo.fill(leaving(), { ...SAID, followUpConsent: 'no' });
    expect(JSON.stringify(await kept())).not.toContain('555-0142');
  });

  it('shows both when somebody else wrote meanwhile (R26)', async () => {
    const [mine, theirs] = [await theo.visit(leaving()), await rosa.visit(leaving())];
    expect((await theo.send(mine, leaving(), SAID)).status).toBe(303);
    const refused = await rosa.send(theirs, leaving(), { ...SAID, ownWords: 'Home, by car' });
    expect(refused.status).toBe(409);
    const $ = page(refused);
    expect(read($, '[aria-labelledby=kept-now]')).toContain('by bus');
    expect(String($('[name=ownWords]').val()).trim()).toBe('Home, by car');
    // And at the door as well
    const atDoor = await rosa.send(theirs, leaving(), { ...fieldsOf(theirs, leaving()), ...SAID, save: '' });
    expect(atDoor.status).toBe(409);
    expect((await rosa.send($, leaving(), { save: 'later' })).status).toBe(303);
    expect(await kept()).toMatchObject([{ version: 2 }]);
    expect(JSON.stringify(await kept())).toContain('Home, by car');
  });

  it('shows what stands ready beside what somebody began before it (R26, R31)', async () => {
    await rosa.fill(leaving(), { ownWords: 'Home, by car' }, '/theme');
    await theo.fill(leaving(), SAID);
    const $ = await rosa.visit(leaving());
    expect(String($('[name=ownWords]').val()).trim()).toBe('Home, by car');
    expect(read($, '[aria-labelledby=kept-now]')).toContain('by bus');
    // Seen, and kept all the same
    expect((await rosa.send($, leaving(), { save: 'later' })).status).toBe(303);
    expect(JSON.stringify(await kept())).toContain('Home, by car');
  });

  it('says beside the field what cannot be kept, and keeps nothing', async () => {
    const answer = await theo.fill(leaving(), { ...SAID, thingsLeft: 'x'.repeat(501) });
    expect(answer.status).toBe(422);
    expect(read(page(answer), '#thingsLeft-error')).toContain('too long');
    expect(await kept()).toEqual([]);
  });

  it('goes with a check-in that was a mistake, and is refused after they left', async () => {
    const open = await rosa.visit(leaving());
    await theo.fill(leaving(), SAID);
    const [act] = await house.rows<{ id: string }>(`SELECT id FROM acts WHERE kind = 'stay.arrived'`);
    const { formToken, _csrf } = fieldsOf(await theo.visit('/check-in'), '/check-in');
    expect((await theo.post(paths.undo(act!.id), { formToken: formToken!, _csrf: _csrf! })).status).toBe(303);
    expect(await kept()).toEqual([]);
    expect((await rosa.send(open, leaving(), SAID)).status).toBe(409);
    expect(await kept()).toEqual([]);
  });

  it('is shown as it was written, whatever it is', async () => {
    await theo.fill(leaving(), SAID);
    const { text } = await rosa.get(leaving());
    expect(text).not.toContain('<b>by bus</b>');
    expect(text).toContain('&lt;b&gt;by bus&lt;/b&gt;');
  });
});

describe('things that were left', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
    const answers = { name: 'Sam Ash', stayedBefore: 'no', departureDay: '2026-11-25' };
    stay = (await desk.fill('/check-in', answers)).headers.location!;
  });

  afterEach(() => house.close());

  const leave = (more: Record<string, string> = {}) =>
    desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...more });
  const onShift = async () => read(await desk.visit('/shift'), '[aria-labelledby=happened]');

  it('are told of when their day comes, and are theirs again with one click that can be undone', async () => {
    expect((await leave({ thingsLeft: 'A green coat', thingsUntil: '2026-11-28' })).status).toBe(303);
    expect(read(await desk.visit(stay), 'main')).toContain('A green coat · kept until Sat 28');
    expect(await onShift()).not.toContain('left things here');
    house.clock.advance({ hours: 4 * 24 });
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect(await onShift()).toContain('S.A. left things here, kept until Sat 28.');
    const [$, elsewhere] = [await desk.visit(stay), await desk.visit(stay)];
    const how = { how: 'fetched' };
    expect((await desk.send($, `${stay}/things`, how)).status).toBe(303);
    const after = await desk.visit(stay);
    expect(read(after, '#things')).toContain('They have them. Rosa');
    expect(await onShift()).not.toContain('left things here');
    // Another desk says another thing: one is enough
    const late = await desk.send(elsewhere, `${stay}/things`, { how: 'sent' });
    expect(late.status).toBe(409);
    expect(read(page(late), 'main')).toContain('Rosa wrote down already what became of them');
    expect((await desk.send(after, after('.flash form').attr('action')!)).status).toBe(303);
    expect(read(await desk.visit(stay), '#things button')).toContain('They have them');
    expect(await onShift()).toContain('left things here');
  });

  it.each([
    [{ thingsUntil: '2026-11-28' }, '#thingsLeft-error', 'Say what is kept until that day'],
    [{ thingsLeft: 'A coat', thingsUntil: '2026-11-20' }, '#thingsUntil-error', 'That day is over'],
    [
      { thingsLeft: 'A coat', thingsUntil: 'Friday' },
      '#thingsUntil-error',
      'Choose the last day they are kept',
    ],
  ])('say beside the field what is wrong: %j', async (wrong, where, words) => {
    const answer = await leave(wrong);
    expect(answer.status).toBe(422);
    expect(read(page(answer), where)).toContain(words);
    expect(await house.rows('SELECT 1 FROM departures')).toEqual([]);
  });

  it('lead on to closing the bed where something is wrong with it', async () => {
    const [{ id } = { id: '' }] = await house.rows<{ id: string }>(
      'SELECT bed_id AS id FROM bed_segments WHERE stay_id = ?',
      [stay.split('/')[2]],
    );
    expect((await leave({ bedNext: 'burn it' })).status).toBe(422);
    const done = await leave({ bedNext: 'close' });
    expect(done.headers.location).toBe(paths.closeNow(id));
    const $ = await desk.visit(paths.closeNow(id));
    expect(read($, '.flash')).toContain('S.A. left');
    expect((await desk.send($, paths.closeNow(id), { reason: 'repair', note: 'The heater' })).status).toBe(
      303,
    );
  });

  it('are asked of nobody who left nothing', async () => {
    await leave();
    const $ = await desk.visit(stay);
    expect($('#things').length).toBe(0);
    const { formToken, _csrf } = fieldsOf(await desk.visit('/check-in'), '/check-in');
    const answer = await desk.post(`${stay}/things`, { formToken: formToken!, _csrf: _csrf!, how: 'sent' });
    expect(answer.status).toBe(409);
  });
});
