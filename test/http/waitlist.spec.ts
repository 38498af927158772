import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('the waitlist (R16)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const put = (name: string, more = {}) => desk.fill('/waitlist', { name, ...more });
  const waiting = async () => {
    const $ = await desk.visit('/waitlist');
    return $('ol > li')
      .toArray()
      .map((each) => $(each).text().replace(/\s+/gu, ' ').trim());
  };
  const entry = async (place: number) => {
    const $ = await desk.visit('/waitlist');
    return String($('ol > li a').eq(place).attr('href'));
  };
  const close = async (place: number, answers: Record<string, string>) => {
    const path = await entry(place);
    return desk.fill(path, answers, `${path}/close`);
  };

  it('keeps the order in which people asked, as initials, with what they need', async () => {
    expect(read(await desk.visit('/waitlist'), 'main')).toContain('Nobody is waiting.');
    expect((await put('Kim Lee', { need: 'No steps' })).status).toBe(303);
    house.clock.advance({ days: 1 });
    desk = await house.signIn();
    await put('Ann', { askAgainOn: '2026-11-30' });
    expect(await waiting()).toEqual([
      'K.L. To ask again since Mon 23 Asked Sun 22 Nov, 1 day ago No steps',
      'A. Asked Mon 23 Nov · Ask again Mon 30',
    ]);
  });

  it('is counted on the board and the shift page without a name, and says who is to be asked', async () => {
    await put('Kim');
    expect(read(await desk.visit('/'), 'main')).toContain('1 on the waitlist');
    house.clock.advance({ days: 1 });
    desk = await house.signIn();
    for (const path of ['/', '/shift']) {
      const text = read(await desk.visit(path), 'main');
      expect(text).toContain('1 on the waitlist · 1 to ask again');
      expect(text).not.toContain('K.');
    }
  });

  it('asks again on another day, and tells the second of two people that it was changed (R26)', async () => {
    await put('Kim');
    const path = await entry(0);
    const stale = await desk.visit(path);
    const again = { askAgainOn: '2026-11-26' };
    expect((await desk.fill(path, again, `${path}/ask-again`)).status).toBe(303);
    expect((await waiting())[0]).toContain('Ask again Thu 26');
    const answer = await desk.send(stale, `${path}/ask-again`, { askAgainOn: '2026-11-25' });
    expect(answer.status).toBe(409);
    expect(page(answer)('#askAgainOn').val()).toBe('2026-11-25');
    expect((await waiting())[0]).toContain('Ask again Thu 26');
    const over = await desk.fill(path, { askAgainOn: '2026-11-21' }, `${path}/ask-again`);
    expect([over.status, read(page(over), '#askAgainOn-error')]).toEqual([
      422,
      expect.stringContaining('is over'),
    ]);
  });

  it('asks for a reason when somebody goes before those who asked earlier, and keeps it', async () => {
    await put('Kim');
    await put('Ann');
    const refused = await close(1, { outcome: 'bed_found' });
    expect([refused.status, read(page(refused), '#reason-error')]).toEqual([
      422,
      expect.stringContaining('Somebody asked earlier'),
    ]);
    expect(page(refused)('[name=outcome]:checked').val()).toBe('bed_found');
    expect((await close(1, { outcome: 'bed_found', reason: '   ' })).status).toBe(422);
    const path = await entry(1);
    expect((await close(1, { outcome: 'bed_found', reason: 'The bed has no steps' })).status).toBe(303);
    expect(await waiting()).toHaveLength(1);
    expect(read(await desk.visit(path), '.state')).toContain('“The bed has no steps”');
    expect((await close(0, { outcome: 'bed_found' })).status).toBe(303);
  });

  it('gives the place back when the ending was a slip, until the shift ends (R24)', async () => {
    await put('Kim');
    await put('Ann');
    await close(0, { outcome: 'not_reached' });
    const $ = await desk.visit('/waitlist');
    const undo = String($('.flash form').attr('action'));
    expect((await desk.send($, undo)).status).toBe(303);
    expect((await waiting())[0]).toContain('K.');
  });

  it('ends one waiting once, however many desks press', async () => {
    await put('Kim');
    const path = await entry(0);
    const desks = await Promise.all(Array.from({ length: 5 }, () => house.signIn()));
    const pages = await Promise.all(desks.map((each) => each.visit(path)));
    const answers = await Promise.all(
      desks.map((each, place) => each.send(pages[place]!, `${path}/close`, { outcome: 'elsewhere' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409, 409]);
    expect(await house.rows(`SELECT kind FROM acts WHERE kind = 'waitlist.closed'`)).toHaveLength(1);
  });

  it('asks for a name, beside its field, and for a page that is there', async () => {
    const answer = await put(' ', { need: 'No steps' });
    expect([answer.status, page(answer)('#need').val()]).toEqual([422, 'No steps']);
    expect((await desk.get('/waitlist/nobody')).status).toBe(404);
  });
});
