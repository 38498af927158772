import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const UNDO = '[aria-labelledby=history] form[action^="/undo/"]';

describe('what was there for a guest', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('staff', 'Rosa');
    stay = (await theo.fill('/check-in', { name: 'Sam Ash', departureDay: '2026-11-25' })).headers.location!;
  });

  afterEach(() => house.close());

  const support = () => `${stay}/support`;
  const tell = (answers: Record<string, string>, desk = theo) => desk.fill(support(), answers);
  const section = async () => read(await theo.visit(stay), '[aria-labelledby=was-there]');
  const kept = () =>
    house.rows<{
      number: number;
      kind: string;
      answer: string;
      way: string | null;
    }>(`SELECT t.number, k.kind, k.answer, k.way FROM support_told t JOIN support_kinds k ON k.told_id = t.id
      WHERE t.undone_at IS NULL ORDER BY t.number, k.kind`);

  it('is asked on one page with nothing chosen, in plain words', async () => {
    const asked = await theo.visit(support());
    expect(read(asked, 'h1')).toBe('What was there for S.A.');
    expect(
      asked('fieldset legend')
        .toArray()
        .map((each) => asked(each).text()),
    ).toEqual([
      'Listened',
      'Shared information',
      'Practical help',
      'Did something together',
      'A wellness plan',
    ]);
    expect(asked('input:checked').length).toBe(0);
    expect(asked('textarea').length).toBe(0);
  });

  it('keeps what was told, shows it with the stay, and is undone until the shift ends', async () => {
    expect(await section()).toContain('Ask what was there for them');
    const done = await tell({
      emotional: 'taken-up',
      emotionalWay: 'one',
      informational: 'offered',
      wellness: 'theirs',
    });
    expect(done.headers.location).toBe(stay);
    const after = await section();
    expect(after).toContain('Took it up · one to one');
    expect(after).toContain('Keep one of their own');
    expect(await kept()).toEqual([
      { number: 1, kind: 'affiliational', answer: 'not-asked', way: null },
      { number: 1, kind: 'emotional', answer: 'taken-up', way: 'one' },
      { number: 1, kind: 'informational', answer: 'offered', way: null },
      { number: 1, kind: 'instrumental', answer: 'not-asked', way: null },
    ]);
    expect(await house.rows(`SELECT count(*) AS lines FROM audit WHERE act = 'stays.support'`)).toEqual([
      { lines: 1 },
    ]);
    const $ = await theo.visit(stay);
    await theo.send($, $(UNDO).first().attr('action')!);
    expect([await kept(), (await section()).includes('Took it up')]).toEqual([[], false]);
  });

  it('takes a skip of all, and asks for something when nothing was said', async () => {
    const nothing = await tell({});
    expect([nothing.status, read(page(nothing), '.errs a')]).toEqual([
      422,
      'Choose at least one answer, or skip',
    ]);
    await tell({ go: 'skip' });
    expect((await kept()).map(({ answer }) => answer)).toEqual(Array(4).fill('skipped'));
  });

  it('keeps what was typed beside an answer that does not fit', async () => {
    const refused = await tell({ emotional: 'neither', emotionalWay: 'group', wellness: 'made' });
    const drawn = page(refused);
    expect([refused.status, read(drawn, '.errs a')]).toEqual([
      422,
      'Choose whether it was offered, or clear how',
    ]);
    expect([
      drawn('#emotionalWay option[selected]').attr('value'),
      drawn('[name=wellness]:checked').val(),
    ]).toEqual(['group', 'made']);
    expect(await kept()).toEqual([]);
  });

  it('shows both when two desks tell it differently, and keeps the one sent again (R26)', async () => {
    await tell({ emotional: 'taken-up' });
    const late = await rosa.fill(support(), { emotional: 'offered', version: '0' });
    expect([late.status, read(page(late), '[aria-labelledby=kept-now]')]).toEqual([
      409,
      expect.stringContaining('Took it up'),
    ]);
    expect(page(late)('[name=emotional]:checked').val()).toBe('offered');
    const version = page(late)('[name=version]').val() as string;
    await rosa.fill(support(), { emotional: 'offered', version });
    expect((await kept()).filter(({ number, kind }) => number === 2 && kind === 'emotional')).toMatchObject([
      { answer: 'offered' },
    ]);
  });

  it('loses neither of two that tell it differently at the same moment', async () => {
    const both = await Promise.all([tell({ emotional: 'taken-up' }), tell({ emotional: 'offered' }, rosa)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = page(both.find(({ status }) => status === 409)!);
    expect(read(late, '[aria-labelledby=kept-now]')).not.toBe('');
    expect(await house.rows('SELECT number FROM support_told')).toEqual([{ number: 1 }]);
  });

  it('stands in the file of outcomes by its kinds, the last that was told', async () => {
    await tell({ emotional: 'taken-up', affiliational: 'taken-up', instrumental: 'offered' });
    await theo.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    const manager = await house.signIn('manager');
    const kinds = async () => {
      const period = 'from=2026-11-01&to=2026-11-30&sharing=inside';
      const [head, row] = (await manager.get(`/reports/outcomes.csv?${period}`)).text.split('\r\n');
      return row!.split(',')[head!.split(',').indexOf('support_kinds')];
    };
    expect(await kinds()).toBe('emotional affiliational');
    const $ = await rosa.visit(support());
    await rosa.send($, support(), { emotional: 'skipped', affiliational: 'neither', go: 'skip' });
    expect(await kinds()).toBe('skipped');
  });

  it('tells whoever began earlier what somebody else told since, before it is replaced (R26, R31)', async () => {
    const $ = await rosa.visit(support());
    await rosa.post('/theme', { ...fieldsOf($, '/theme'), emotional: 'offered' });
    await tell({ emotional: 'taken-up' });
    const begun = await rosa.visit(support());
    expect(begun('[name=emotional]:checked').val()).toBe('offered');
    const late = await rosa.send(begun, support());
    expect([late.status, read(page(late), '[aria-labelledby=kept-now]')]).toEqual([
      409,
      expect.stringContaining('Took it up'),
    ]);
  });

  it('is one telling when two desks tell the same', async () => {
    await tell({ emotional: 'taken-up' });
    await rosa.fill(support(), { emotional: 'taken-up', version: '0' });
    expect(await house.rows('SELECT number FROM support_told')).toEqual([{ number: 1 }]);
  });

  it('begins with what stands when it is put right, and does not hold up undoing the leaving', async () => {
    await theo.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    await tell({ emotional: 'taken-up', emotionalWay: 'both' });
    const again = await rosa.visit(support());
    expect(again('[name=emotional]:checked').val()).toBe('taken-up');
    expect(again('[name=informational]:checked').length).toBe(0);
    const $ = await theo.visit(stay);
    await theo.send($, $(UNDO).eq(1).attr('action')!);
    expect(await house.rows('SELECT left_at FROM stays')).toEqual([{ left_at: null }]);
    expect(await section()).toContain('Took it up · both');
  });

  it('is never asked of an undone check-in or of the dead, and knows no other stay', async () => {
    expect((await theo.get('/stays/none/support')).status).toBe(404);
    const $ = await theo.visit(stay);
    await theo.send($, $(UNDO).first().attr('action')!);
    const undone = await theo.get(support());
    expect([undone.status, read(page(undone), 'main')]).toEqual([409, expect.stringContaining('was undone')]);
    expect(await section()).toBe('');
    const other = await theo.fill('/check-in', { name: 'Lou Rey', departureDay: '2026-11-25' });
    stay = other.headers.location!;
    const drawn = await rosa.visit(support());
    await theo.fill(`${stay}/death`, { about: 'about' });
    expect((await theo.get(support())).status).toBe(409);
    expect((await rosa.send(drawn, support(), { emotional: 'offered' })).status).toBe(409);
    expect(await kept()).toEqual([]);
    expect(await section()).toBe('');
  });
});
