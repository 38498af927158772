import type { CheerioAPI } from 'cheerio';
import { IncidentParts } from '../../src/incidents/incident-parts.service.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}} & </textarea><script>1</script>';
const LINE = 'The back door does not lock. Use the front.';

describe('something happened', () => {
  let house: House;
  let theo: Desk;
  let ines: Desk;

  beforeEach(async () => {
    house = await openHouse();
    theo = await house.signIn('staff', 'Theo');
    ines = await house.signIn('coordinator', 'Ines');
  });

  afterEach(() => house.close());

  const write = (answers: Fields = {}, desk = theo) =>
    desk.fill(paths.newHappening(), { 'kinds[]': ['broken'], nextShift: LINE, ...answers }, paths.happened());

  const written = async (answers: Fields = {}, desk = theo): Promise<string> => {
    const answer = await write(answers, desk);
    if (answer.status !== 303) throw new Error(read(page(answer), '[role=alert]'));
    return answer.headers.location!;
  };

  const welcome = async (name: string): Promise<string> =>
    (await theo.fill('/check-in', { name, departureDay: '2026-11-25' })).headers.location!.split('/')[2]!;

  const guestOf = async (stay: string): Promise<string> =>
    (await house.rows<{ id: string }>('SELECT guest_id AS id FROM stays WHERE id = ?', [stay]))[0]!.id;

  const section = ($: CheerioAPI) => read($, 'section[aria-labelledby=something]');

  it('is written down from the shift page, with when, what and one line', async () => {
    const shift = await theo.visit(paths.shift());
    const link = shift('section[aria-labelledby=something] a').last();
    expect(link.attr('href')).toBe(paths.newHappening());
    const address = await written({ place: 'Back door', happenedAt: '2026-11-22T21:30' });
    const $ = await theo.visit(address);
    expect(read($, 'h1')).toBe('Something happened');
    expect(read($, '[role=status]')).toContain('Written down.');
    const main = read($, 'main');
    expect(main).toContain('Sun 22 Nov, 9:30 pm');
    expect(main).toContain('Back door');
    expect(main).toContain('Something was broken or taken');
    expect(main).toContain(LINE);
    const next = await ines.visit(paths.shift());
    expect(read(next, 'main')).not.toContain('All quiet');
    const handed = section(next);
    expect(handed).toContain(LINE);
    expect(handed).toContain('Sun 22, 9:30 pm · written by Theo');
  });

  it.each<[string, Fields, string]>([
    ['without a kind', { 'kinds[]': [] }, 'Tick at least one'],
    ['with a kind nobody offered', { 'kinds[]': ['party'] }, 'Tick what it was'],
    ['without its one line', { nextShift: ' ' }, 'Write one line for the next shift'],
    ['with a line too long', { nextShift: 'x'.repeat(201) }, 'This is too long'],
    ['in the future', { happenedAt: '2026-11-22T23:00' }, 'This is in the future'],
    ['too far back', { happenedAt: '2026-11-01T23:00' }, 'This is too far back'],
    ['at no time', { happenedAt: 'yesterday' }, 'Enter a day and a time'],
    ['with an answer nobody offered', { emergency: 'the cat' }, 'Choose one of the answers'],
    ['with a guest who is not here', { 'guests[]': ['nobody'] }, 'Choose from the guests shown'],
    ['with somebody who does not work here', { 'people[]': ['nobody'] }, 'Choose from the people shown'],
  ])('is refused %s, and keeps what was typed', async (_, answers, words) => {
    const answer = await write({ happened: 'It was open.', tried: 'Tape.', ...answers });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain(words);
    expect($('title').text()).toMatch(/^Error: Something happened/);
    expect(read($, '[name=happened]')).toBe('It was open.');
    expect(read($, '[name=tried]')).toBe('Tape.');
    expect(await house.rows('SELECT * FROM incidents')).toEqual([]);
    const good = { 'kinds[]': ['broken'], nextShift: LINE, happenedAt: '', emergency: '' };
    const mended = await theo.send($, paths.happened(), { ...good, 'guests[]': [], 'people[]': [] });
    expect(mended.status).toBe(303);
  });

  it('asks which of two times, on the night the clocks go back, and keeps the answer (R3)', async () => {
    house.clock.moveTo('2026-11-01T08:00:00Z');
    const asked = await write(
      { happenedAt: '2026-11-01T01:30' },
      (theo = await house.signIn('staff', 'Tessa')),
    );
    expect(asked.status).toBe(422);
    const $ = page(asked);
    const which = String($('[name=happenedAtWhich]').last().val());
    const address = (await theo.send($, paths.happened(), { happenedAtWhich: which })).headers.location!;
    expect(read(await theo.visit(address), 'main')).toContain('Sun 1 Nov, 1:30 am (second)');
    const change = await theo.fill(`${address}/change`, { tried: 'Tape.' });
    expect(change.status).toBe(303);
    expect(read(await theo.visit(address), 'main')).toContain('1:30 am (second)');
  });

  it('has a line that names no guest who is here, none it is about, however spelled', async () => {
    const here = await welcome('Désirée Lanternfield');
    const gone = await welcome('Quill');
    await theo.fill(`/stays/${gone}/departure`, { ending: 'planned', destination: 'family' });
    for (const nextShift of ['Look in on desiree at 2', 'DÉSIRÉE fell', 'Lanternfield’s family rang']) {
      const refused = await write({ nextShift });
      expect([refused.status, read(page(refused), '#nextShift-error')]).toEqual([
        422,
        expect.stringContaining('is a guest’s name') as string,
      ]);
    }
    expect((await write({ nextShift: 'Quill rang' })).status).toBe(303);
    expect((await write({ nextShift: 'Quill rang', 'guests[]': [gone] })).status).toBe(422);
    expect((await write({ nextShift: 'A guest fell', 'guests[]': [here, gone] })).status).toBe(303);
  });

  it('is read whole by its writer, coordinators and managers; others on shift read its one line (R42)', async () => {
    const stay = await welcome('Désirée');
    const guest = await guestOf(stay);
    const address = await written({ happened: 'The lock broke.', 'guests[]': [stay], place: 'Hall' });
    const rosa = await house.signIn('staff', 'Rosa');
    for (const desk of [theo, ines, await house.signIn('manager')])
      expect(read(await desk.visit(address), 'main')).toContain('The lock broke.');
    const shift = await rosa.visit(paths.shift());
    expect(section(shift)).toContain(LINE);
    expect(section(shift)).not.toMatch(/lock broke|Hall|D\.|broken/);
    expect(shift(`a[href="${address}"]`).length).toBe(0);
    for (const path of [address, `${address}/change`, `${address}/with/${guest}`])
      expect([path, (await rosa.get(path)).status]).toEqual([path, 404]);
    const _csrf = String(shift('[name=_csrf]').first().val());
    for (const act of ['change', 'told', 'add', `with/${guest}`])
      expect([act, (await rosa.post(`${address}/${act}`, { _csrf })).status]).toEqual([act, 404]);
    for (const act of ['close', 'not-needed'])
      expect([act, (await rosa.post(`${address}/${act}`, { _csrf })).status]).toEqual([act, 403]);
    expect(read(await rosa.visit(paths.happened()), 'main')).toContain('Nothing yet.');
    expect(read(await ines.visit(paths.happened()), 'main')).toContain(LINE);
  });

  it('leads from a guest’s page to a form with that guest ticked', async () => {
    const stay = await welcome('Désirée');
    const $ = await theo.visit(`/stays/${stay}`);
    const href = String($('a[href^="/happened/new"]').attr('href'));
    expect(href).toBe(paths.newHappeningOf(stay));
    const form = await theo.visit(href);
    expect(form(`[name="guests[]"][value="${stay}"]`).attr('checked')).toBeDefined();
    expect(read(form, 'label:has([name="guests[]"])')).toContain('D. in');
  });

  it('is completed until it is closed; what was said before is kept with who said it', async () => {
    const [lou, sam] = [await welcome('Lou'), await welcome('Sam')];
    const address = await written({ happened: 'The lock broke.', place: 'Hall', 'guests[]': [lou] });
    const answers = { happened: 'The lock was broken before.', place: '', emergency: 'guest' };
    const changed = await ines.fill(`${address}/change`, {
      ...answers,
      'kinds[]': ['broken', 'hurt'],
      'guests[]': [sam],
    });
    expect(changed.status).toBe(303);
    const main = read(await theo.visit(address), 'main');
    expect(main).toContain('The lock was broken before.');
    expect(main).toContain('Something was broken or taken · Somebody was hurt');
    expect(main).toContain('The guest');
    expect(main).toMatch(/What stood there before.*The lock broke\.\s*Sun 22, 10:40 pm, Theo/);
    expect(main).toContain('Hall');
    expect(main).toContain('changed by Ines');
    expect(await house.rows('SELECT guest_id AS id FROM incident_guests WHERE out_at IS NULL')).toEqual([
      { id: await guestOf(sam) },
    ]);
    // The one who was meant before is meant again
    expect((await ines.fill(`${address}/change`, { 'guests[]': [lou, sam] })).status).toBe(303);
    expect(await house.rows('SELECT * FROM incident_guests WHERE out_at IS NULL')).toHaveLength(2);
  });

  it('still concerns a guest whose check-in was undone since, by the bed they had', async () => {
    const stay = await welcome('Zed');
    const address = await written({ 'guests[]': [stay] });
    await theo.visit(address);
    const $ = await theo.visit(paths.stay(stay));
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    expect((await theo.send($, undo, {})).status).toBe(303);
    const concerned = read(await theo.visit(address), 'main aside');
    expect(concerned).toContain('uest in ');
    expect(concerned).not.toContain('No guest.');
  });

  it('still concerns a guest who left and came back since', async () => {
    const stay = await welcome('Lou');
    const address = await written({ 'guests[]': [stay] });
    await theo.fill(`/stays/${stay}/departure`, { ending: 'planned', destination: 'family' });
    house.clock.advance({ hours: 1 });
    const known = await theo.fill('/check-in', {
      name: 'Lou',
      departureDay: '2026-11-25',
      stayedBefore: 'yes',
    });
    const guestId = await guestOf(stay);
    const again = await theo.send(page(known), '/check-in', { guestId });
    expect(again.status).toBe(303);
    const $ = await theo.visit(`${address}/change`);
    expect($('[name="guests[]"]').length).toBe(1);
    await theo.send($, `${address}/change`, { tried: 'Tea' });
    expect(await house.rows('SELECT guest_id AS id FROM incident_guests WHERE out_at IS NULL')).toEqual([
      { id: guestId },
    ]);
    // Their name still stands in no line
    const named = await theo.fill(`${address}/change`, { nextShift: 'Ask Lou', 'guests[]': [] });
    expect(named.status).toBe(422);
  });

  it('shows both texts when two people write at once, and loses neither (R26)', async () => {
    const address = await written({ happened: 'First' });
    const $ = await theo.visit(`${address}/change`);
    await ines.fill(`${address}/change`, { happened: 'Second', place: 'Kitchen' });
    const late = await theo.send($, `${address}/change`, { happened: 'Third' });
    expect(late.status).toBe(409);
    expect(read(page(late), '[name=happened]')).toBe('Third');
    expect(read(page(late), 'main')).toContain('Kitchen');
    expect((await theo.send(page(late), `${address}/change`)).status).toBe(303);
    expect(read(await theo.visit(address), '#main')).toMatch(/Third.*Second/);
  });

  it('has a clock of the house for each kind, and says when it was due once that is past', async () => {
    const address = await written({ 'kinds[]': ['hurt', 'broken'], happenedAt: '2026-11-22T22:30' });
    const rosa = await house.signIn('staff', 'Rosa');
    expect(section(await rosa.visit(paths.shift()))).toContain('Tell a coordinator by Sun 22 Nov, 11:30 pm');
    house.clock.advance({ minutes: 51 });
    const late = await rosa.visit(paths.shift());
    expect(section(late)).toContain('Tell a coordinator: was due Sun 22 Nov, 11:30 pm');
    expect((await rosa.send(late, `${address}/due`)).headers.location).toBe(paths.shift());
    const told = await rosa.visit(paths.shift());
    expect(section(told)).toContain('A coordinator was told Sun 22, 11:31 pm, Rosa');
    expect(told(`form[action="${address}/due"]`).length).toBe(0);
    expect(read(told, '[role=status]')).toContain('Told.');
    // Undone until the shift ends
    await rosa.send(told, String(told('section form[action^="/undo/"]').attr('action')));
    expect(section(await rosa.visit(paths.shift()))).toContain('Tell a coordinator: was due');
    expect(read(await ines.visit(address), 'main')).toContain('Tell a coordinator: was due');
  });

  it('is told once, whoever presses first', async () => {
    const address = await written({ 'kinds[]': ['hurt'] });
    const [one, other] = [await theo.visit(paths.shift()), await ines.visit(paths.shift())];
    await Promise.all([theo.send(one, `${address}/due`), ines.send(other, `${address}/due`)]);
    const said = [theo, ines].map(async (desk) => read(await desk.visit(paths.shift()), '[role=status]'));
    expect((await Promise.all(said)).map((words) => words.replace(' Undo', '')).sort()).toEqual([
      'Told already.',
      'Told.',
    ]);
    expect(await house.rows(`SELECT * FROM incident_words WHERE due = 'tell'`)).toHaveLength(1);
    const _csrf = String(one('[name=_csrf]').first().val());
    const unknown = await theo.post(`${address}/due`, { _csrf, due: 'report.hurt' });
    expect(unknown.status).toBe(404);
  });

  it('is closed by a coordinator once everyone was told; then it is only added to', async () => {
    const address = await written({ 'kinds[]': ['hurt'], happened: 'A fall.' });
    expect((await theo.visit(address))('form[action$="/close"]').length).toBe(0);
    const open = await ines.visit(address);
    const early = await ines.send(open, `${address}/close`);
    expect([early.status, read(page(early), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('Somebody is still to be told') as string,
    ]);
    const refused = await ines.send(page(early), `${address}/not-needed`, { due: 'tell' });
    expect([refused.status, read(page(refused), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Say why it is not needed') as string,
    ]);
    await ines.send(page(refused), `${address}/not-needed`, { due: 'tell', why: 'I was there' });
    const before = await ines.visit(address);
    const undoTold = String(before('section[aria-labelledby=dues] form[action^="/undo/"]').attr('action'));
    const changing = await theo.visit(`${address}/change`);
    expect((await ines.send(await ines.visit(address), `${address}/close`)).status).toBe(303);
    const main = read(await theo.visit(address), 'main');
    expect(main).toContain('A coordinator: not needed, Sun 22, 10:40 pm, Ines');
    expect(main).toContain('“I was there”');
    expect(main).toContain('Closed Sun 22 Nov, 10:40 pm, Ines');
    expect((await ines.send(before, undoTold)).status).toBe(409);
    const handed = await ines.visit(paths.shift());
    expect(handed('section[aria-labelledby=something] form').length).toBe(0);
    const late = await theo.send(changing, `${address}/change`, { happened: 'A push.' });
    expect([late.status, read(page(late), '[name=happened]')]).toEqual([409, 'A push.']);
    expect(read(page(late), '[role=alert]')).toContain('It was closed meanwhile');
    const blank = await theo.fill(address, { addition: ' ' }, `${address}/add`);
    expect([blank.status, read(page(blank), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Write what') as string,
    ]);
    expect((await theo.fill(address, { addition: 'The scan was fine.' }, `${address}/add`)).status).toBe(303);
    const after = await ines.visit(address);
    expect(read(after, 'main')).toMatch(/The scan was fine\.\s*Sun 22, 10:40 pm, Theo/);
    expect(after('a[href$="/change"], form[action$="/close"]').length).toBe(0);
    expect(section(await ines.visit(paths.shift()))).toContain('closed Sun 22, 10:40 pm');
  });

  it('is not closed over words its coordinator has not read (R26)', async () => {
    const address = await written({ 'kinds[]': ['other'] });
    const read0 = await ines.visit(address);
    await theo.fill(`${address}/change`, { tried: 'Tape.' });
    const late = await ines.send(read0, `${address}/close`);
    expect([late.status, read(page(late), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('Somebody said more meanwhile') as string,
    ]);
    expect((await ines.send(page(late), `${address}/close`)).status).toBe(303);
  });

  it('keeps who else was told, and when', async () => {
    const address = await written();
    const blank = await theo.fill(address, { whom: '' }, `${address}/told`);
    expect([blank.status, read(page(blank), '#whom-error')]).toEqual([422, 'Error: Enter who was told']);
    const soon = await theo.fill(
      address,
      { whom: 'The landlord', toldAt: '2026-11-22T23:40' },
      `${address}/told`,
    );
    expect([soon.status, page(soon)('[name=whom]').val()]).toEqual([422, 'The landlord']);
    await theo.fill(address, { whom: 'The landlord', toldAt: '2026-11-22T22:10' }, `${address}/told`);
    expect(read(await ines.visit(address), 'aside')).toMatch(
      /The landlord\s*Told Sun 22, 10:10 pm · written by Theo/,
    );
  });

  it('can be read by the guest it is about, on a page that names nobody else (R27)', async () => {
    const [lou, sam] = [await welcome('Lou'), await welcome('Samuel Vane')];
    const address = await written({ 'guests[]': [lou, sam], happened: 'Samuel pushed Lou.' });
    const place = `${address}/with/${await guestOf(lou)}`;
    const named = await theo.fill(place, { part: 'Vane pushed you.' });
    expect([named.status, read(page(named), '#part-error')]).toEqual([
      422,
      expect.stringContaining('“Vane” is another guest’s name') as string,
    ]);
    expect((await theo.send(page(named), place, { part: 'You fell. Lou, we are sorry.' })).status).toBe(303);
    const $ = await ines.visit(place);
    expect(read($, 'h1')).toBe('For L. to read');
    expect(read($, '.written')).toBe('You fell. Lou, we are sorry.');
    $('form').remove();
    expect(read($, 'main')).not.toMatch(/S\.V|Samuel|pushed/);
    expect((await ines.get(`${address}/with/${await guestOf(await welcome('Kim'))}`)).status).toBe(404);
    expect(read(await ines.visit(address), 'aside')).toContain('Read their part with them');
  });

  it('hands the parts of a guest to whoever prints their record, the newest first', async () => {
    const [lou, sam] = [await welcome('Lou'), await welcome('Sam')];
    const guestId = await guestOf(lou);
    const parts = () => house.app.get(IncidentParts).partsFor(guestId);
    const texts = async () => (await parts()).map(({ text }) => text);
    const first = await written({ 'guests[]': [lou, sam], happenedAt: '2026-11-22T21:00' });
    const second = await written({ 'guests[]': [lou] });
    await theo.fill(`${first}/with/${guestId}`, { part: 'You fell.' });
    await theo.fill(`${first}/with/${await guestOf(sam)}`, { part: 'You rang.' });
    expect(await texts()).toEqual(['You fell.']);
    await theo.fill(`${second}/with/${guestId}`, { part: 'You slept.' });
    await theo.fill(`${second}/with/${guestId}`, { part: 'You were asleep.' });
    expect(await texts()).toEqual(['You were asleep.', 'You fell.']);
    const record = read(await theo.visit(`/guests/${guestId}/record`), 'section[aria-labelledby=happened]');
    expect(record).toMatch(
      /^Something happened You were asleep\..*You fell\.\s*Sun 22 Nov, 9 pm · written by Theo/,
    );
    expect(record).not.toContain('You rang');
    expect((await parts())[1]).toMatchObject({ incidentId: first.split('/')[2], writer: 'Theo' });
    expect(String((await parts())[1]!.happenedAt)).toBe('2026-11-23T03:00:00Z');
    // Cleared, and not about them after all
    await theo.fill(`${second}/with/${guestId}`, { part: '' });
    await theo.fill(`${first}/change`, { 'guests[]': [sam] });
    expect(await texts()).toEqual([]);
  });

  it('is undone until the shift ends, unless more was said', async () => {
    const undo = async (address: string) => {
      const $ = await theo.visit(address);
      return theo.send($, String($('main form[action^="/undo/"]').attr('action')));
    };
    const wrong = await written();
    expect((await undo(wrong)).status).toBe(303);
    expect((await theo.get(wrong)).status).toBe(404);
    expect(section(await theo.visit(paths.shift()))).not.toContain(LINE);
    const more = await written();
    const before = await theo.visit(more);
    await ines.fill(more, { whom: 'The landlord' }, `${more}/told`);
    const late = await theo.send(before, String(before('main form[action^="/undo/"]').attr('action')));
    expect([late.status, (await theo.get(more)).status]).toEqual([409, 200]);
  });

  it('is one record however often its form is sent', async () => {
    const $ = await theo.visit(paths.newHappening());
    const answers = { 'kinds[]': ['broken'], nextShift: LINE };
    const first = await theo.send($, paths.happened(), answers);
    const again = await theo.send($, paths.happened(), answers);
    expect(again.headers.location).toBe(first.headers.location);
    expect(await house.rows('SELECT * FROM incidents')).toHaveLength(1);
  });

  it('is shown as it was written, whatever it is, and no word of it stands in trail or history', async () => {
    const stay = await welcome('Désirée');
    const all = {
      place: HOSTILE,
      happened: HOSTILE,
      tried: HOSTILE,
      guestSupport: HOSTILE,
      staffSupport: HOSTILE,
    };
    const address = await written({ ...all, nextShift: HOSTILE, 'guests[]': [stay] });
    const place = `${address}/with/${await guestOf(stay)}`;
    await theo.fill(place, { part: HOSTILE });
    await theo.fill(address, { whom: HOSTILE }, `${address}/told`);
    await ines.send(await ines.visit(address), `${address}/not-needed`, { due: 'tell', why: HOSTILE });
    await theo.fill(`${address}/change`, { happened: 'Less' });
    await ines.send(await ines.visit(address), `${address}/close`);
    await theo.fill(address, { addition: HOSTILE }, `${address}/add`);
    for (const path of [address, place, paths.shift(), paths.happened()]) {
      const $ = await theo.visit(path);
      expect($('main img, main script').length).toBe(0);
      expect(read($, 'main')).toContain(HOSTILE);
    }
    // Who reads the one line only
    const shift = await (await house.signIn('staff', 'Rosa')).visit(paths.shift());
    expect([section(shift).includes(HOSTILE), shift('main img, main script').length]).toEqual([true, 0]);
    const kept = await house.rows(
      'SELECT act, subject_id FROM audit UNION ALL SELECT kind, details FROM acts',
    );
    expect(JSON.stringify(kept)).not.toContain('onerror');
  });

  it('is written in the trail when it is looked at, and so is its guest (R44)', async () => {
    const stay = await welcome('Désirée');
    const address = await written({ 'guests[]': [stay] });
    const id = address.split('/')[2]!;
    const guest = await guestOf(stay);
    await ines.visit(address);
    await ines.visit(`${address}/with/${guest}`);
    const seen = await house.rows(
      'SELECT act, subject_id AS of FROM audit WHERE person_id = ? ORDER BY number',
      [ines.person.id],
    );
    expect(seen).toEqual(
      expect.arrayContaining([
        { act: 'happened.view', of: id },
        { act: 'guests.happened.view', of: guest },
      ]),
    );
  });

  it('waits half written for the one who began it, and for nobody else (R31)', async () => {
    const $ = await theo.visit(paths.newHappening());
    const typed = { nextShift: LINE, 'kinds[]': ['broken'], happened: 'Half a sen' };
    await theo.post('/curtain', {
      ...Object.fromEntries(
        $('form#kept')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      ),
      ...typed,
    });
    await theo.fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift');
    const again = await theo.visit(paths.newHappening());
    expect(read(again, '[name=happened]')).toBe('Half a sen');
    expect(again('[name="kinds[]"]:checked').val()).toBe('broken');
    expect(read(await ines.visit(paths.newHappening()), '[name=happened]')).toBe('');
  });
});
