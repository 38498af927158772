import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('each talk, logged with a tap', () => {
  let house: House;
  let theo: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    stay = (await theo.fill('/check-in', { name: 'Sam Ash', departureDay: '2026-11-25' })).headers.location!;
  });

  afterEach(() => house.close());

  const wanted = async (logsTalks: string) =>
    (await house.signIn('manager')).fill('/settings/house', { logsTalks });
  const tap = (answers: Record<string, string>) => theo.fill(stay, answers, `${stay}/talks`);
  const section = async () => read(await theo.visit(stay), '[aria-labelledby=was-there]');

  it('is off until a manager wants it, and off again afterwards; what was logged stays', async () => {
    expect((await theo.visit(stay))(`form[action="${stay}/talks"]`).length).toBe(0);
    await wanted('yes');
    const open = await theo.visit(stay);
    expect(
      open('[name=kind]')
        .toArray()
        .map((each) => open(each).text()),
    ).toEqual(['Listened', 'Shared information', 'Practical help', 'Did something together']);
    expect((await tap({ kind: 'emotional' })).headers.location).toBe(stay);
    await wanted('no');
    const late = await theo.send(open, `${stay}/talks`, { kind: 'emotional' });
    expect([late.status, read(page(late), 'main')]).toEqual([
      409,
      expect.stringContaining('This house does not log talks.'),
    ]);
    expect(await section()).toContain('Logged: Listened 1.');
  });

  it('counts each tap, says groups apart, and is undone one by one', async () => {
    await wanted('yes');
    await tap({ kind: 'emotional' });
    await tap({ kind: 'emotional', way: 'group' });
    await tap({ kind: 'instrumental' });
    expect(await section()).toContain('Logged: Listened 2 (1 in a group) · Practical help 1.');
    const $ = await theo.visit(stay);
    const undo = '[aria-labelledby=history] form[action^="/undo/"]';
    expect(read($, '#history + ul li:first-child p:first-child')).toBe('Logged: practical help');
    await theo.send($, $(undo).first().attr('action')!);
    expect(await section()).toContain('Logged: Listened 2 (1 in a group).');
    // Also one that others came after
    const again = await theo.visit(stay);
    await theo.send(again, again(undo).eq(1).attr('action')!);
    expect(await section()).toContain('Logged: Listened 1 (1 in a group).');
  });

  it('is read out when it is asked at leaving, and chooses nothing beforehand', async () => {
    await wanted('yes');
    await tap({ kind: 'affiliational' });
    const $ = await theo.visit(`${stay}/support`);
    expect(read($, 'main')).toContain('Logged in this stay: Did something together 1.');
    expect($('input:checked').length).toBe(0);
  });

  it('sent twice by a double click is one', async () => {
    await wanted('yes');
    const open = await theo.visit(stay);
    const both = await Promise.all([1, 2].map(() => theo.send(open, `${stay}/talks`, { kind: 'emotional' })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await section()).toContain('Logged: Listened 1.');
  });

  it('is nothing without a kind, and of nobody who left', async () => {
    await wanted('yes');
    const open = await theo.visit(stay);
    expect((await theo.send(open, `${stay}/talks`, { kind: 'said' })).status).toBe(409);
    await theo.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const late = await theo.send(open, `${stay}/talks`, { kind: 'emotional' });
    expect([late.status, read(page(late), 'main')]).toEqual([
      409,
      expect.stringContaining('They are not here any more.'),
    ]);
    expect(await house.rows('SELECT * FROM talks')).toEqual([]);
  });
});
