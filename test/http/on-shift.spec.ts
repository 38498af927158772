import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('who is on shift and on call (R30)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager', 'Theo');
    await desk.fill('/settings/house', { onCallLine: 'Dana 555-0100' });
  });

  afterEach(() => house.close());

  const put = (answers: Record<string, string>) =>
    desk.fill(paths.shiftPeople(), { person: desk.person.id, role: 'shift', ...answers });
  const header = async (who: Desk = desk, path = '/') => read(await who.visit(path), 'header .bar2');

  it('says that nobody is put down, and keeps the line of the house', async () => {
    const $ = await desk.visit(paths.shiftPeople());
    expect(read($, 'section:has(#now)')).toBe('Now Nobody is put down for now. On call is the house’s line.');
    expect(await header()).toContain('On call: Dana 555-0100');
    expect(await header()).not.toContain('On shift');
  });

  it('puts someone on shift for this shift with one choice, until it ends', async () => {
    const answer = await put({});
    expect(answer.status).toBe(303);
    const $ = await desk.visit(paths.shiftPeople());
    expect(read($, 'section:has(#now)')).toContain('Theo · on shift 10 pm Sun 22 to 8 am Mon 23');
    expect(read($, 'main')).toContain('Put down.');
    expect(await header()).toContain('On shift: Theo');
    expect(await header()).toContain('On call: Dana 555-0100');
    house.clock.moveTo('2026-11-23T14:00:00Z');
    desk = await house.signIn('manager');
    expect(await header()).not.toContain('On shift');
  });

  it('names who is on call on every page and print, also before signing in; who is on shift only inside', async () => {
    await put({});
    await put({ role: 'on-call', phone: '555-0101' });
    for (const path of ['/sign-in', '/help', '/asked-about']) {
      const seen = await header(house.desk(), path);
      expect(seen).toContain('On call: Theo 555-0101');
      expect(seen).not.toContain('On shift');
    }
    expect(read(await desk.visit(paths.nightSheet()), 'main')).toContain('Theo 555-0101');
    expect(read(await desk.visit(paths.calls()), 'body')).not.toContain('Dana');
    await desk.fill('/', {}, '/curtain');
    const curtain = await header(desk, '/curtain');
    expect(curtain).toContain('On call: Theo 555-0101');
    expect(curtain).not.toContain('On shift');
  });

  it('keeps the number of the house beside a name without one', async () => {
    await put({ role: 'on-call' });
    expect(await header()).toContain('On call: Theo, or Dana 555-0100');
  });

  it('takes the next shift, and hours that are typed', async () => {
    await put({ span: 'next' });
    await put({ span: 'typed', from: '2026-11-24T09:00', to: '2026-11-24T12:00', role: 'on-call' });
    const $ = await desk.visit(paths.shiftPeople());
    expect(read($, 'section:has(#coming)')).toContain('Theo · on shift 8 am Mon 23 to 2 pm Mon 23');
    expect(read($, 'section:has(#coming)')).toContain('Theo · on call 9 am Tue 24 to 12 noon Tue 24');
    expect(await header()).not.toContain('On shift');
  });

  it('takes hours alone, as a program sends them', async () => {
    const $ = await desk.visit(paths.shiftPeople());
    const _csrf = String($('[name=_csrf]').first().val());
    const person = desk.person.id;
    const hours = { from: '2026-11-22T22:00', to: '2026-11-23T06:00' };
    const answer = await desk.post(paths.shiftPeople(), { _csrf, person, role: 'shift', ...hours });
    expect(answer.status).toBe(303);
    expect(await header()).toContain('On shift: Theo');
  });

  it.each([
    [{ person: '' }, 'Choose who it is'],
    [{ person: 'nobody' }, 'Choose someone who works here'],
    [{ role: 'boss' }, 'Choose: on shift or on call'],
    [{ span: 'never' }, 'Choose when'],
    [{ span: 'typed', from: '', to: '2026-11-23T06:00' }, 'Enter a day and a time'],
    [{ span: 'typed', from: 'noon', to: '2026-11-23T06:00' }, 'Enter a day and a time'],
    [{ span: 'typed', from: '2026-11-23T06:00', to: '2026-11-23T05:00' }, 'This is not after the beginning'],
    [{ span: 'typed', from: '2026-11-20T06:00', to: '2026-11-20T08:00' }, 'This is over'],
    [{ phone: '5'.repeat(41) }, 'This is too long'],
  ])('keeps what was typed beside what is wrong: %j', async (answers, words) => {
    const answer = await put({ phone: '555', ...answers });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '#main')).toContain(words);
    expect($('[name=phone]').val()).toBe({ phone: '555', ...answers }.phone);
    expect(await house.rows('SELECT 1 FROM on_shift')).toEqual([]);
  });

  it('asks which hour is meant where it comes twice', async () => {
    house.clock.moveTo('2026-10-31T15:00:00Z');
    desk = await house.signIn('manager', 'Ines');
    const hours = { span: 'typed', from: '2026-11-01T01:30', to: '2026-11-01T06:00' };
    const answer = await put(hours);
    expect(read(page(answer), '#main')).toContain('this time existed twice');
    expect((await put({ ...hours, fromWhich: '-06:00' })).status).toBe(303);
    expect(await house.rows('SELECT from_at FROM on_shift')).toEqual([{ from_at: '2026-11-01T07:30:00Z' }]);
  });

  it('takes someone off, keeps who did it, and undoes both until the shift ends', async () => {
    await put({});
    const $ = await desk.visit(paths.shiftPeople());
    const off = String($('form[action$="/off"]').attr('action'));
    expect((await desk.send($, off)).status).toBe(303);
    expect(await house.rows('SELECT ended_by FROM on_shift')).toEqual([{ ended_by: desk.person.id }]);
    const after = await desk.visit(paths.shiftPeople());
    expect(read(after, 'header .bar2')).not.toContain('On shift');
    await desk.send(after, String(after('form[action^="/undo/"]').attr('action')));
    expect(await header()).toContain('On shift: Theo');
    const [first] = await house.rows<{ id: string }>(`SELECT id FROM acts WHERE kind = 'shift.put'`);
    const again = await desk.visit(paths.shiftPeople());
    await desk.post(paths.undo(first!.id), { _csrf: String(again('[name=_csrf]').first().val()) });
    expect(await header()).not.toContain('On shift');
    expect(await house.rows('SELECT undone_at IS NOT NULL AS gone FROM on_shift')).toEqual([{ gone: 1 }]);
  });

  it('answers a second taking off, and one of nobody, in plain words', async () => {
    await put({});
    const [one, other] = await Promise.all([1, 2].map(() => desk.visit(paths.shiftPeople())));
    const off = String(one!('form[action$="/off"]').attr('action'));
    const answers = await Promise.all([desk.send(one!, off), desk.send(other!, off)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await house.rows(`SELECT 1 FROM acts WHERE kind = 'shift.takenOff'`)).toHaveLength(1);
    await put({});
    const $ = await desk.visit(paths.shiftPeople());
    const _csrf = String($('[name=_csrf]').first().val());
    expect((await desk.post(paths.shiftPersonOff('nobody'), { _csrf })).status).toBe(404);
  });

  it('leaves out whoever works here no more', async () => {
    await put({});
    const manager = await house.signIn('manager', 'Ines');
    await manager.fill(`/people/${desk.person.id}`, {}, `/people/${desk.person.id}/disable`);
    expect(await header(manager)).not.toContain('Theo');
  });

  it('does not put on shift whoever signs in and writes', async () => {
    await desk.fill('/notes', { text: 'Bins out', lives: 'done' });
    expect(await header()).not.toContain('On shift');
  });
});
