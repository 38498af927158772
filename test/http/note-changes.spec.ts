import type { CheerioAPI } from 'cheerio';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const FIRST = 'The boiler hums in F sharp';
const BETTER = 'The boiler hums, and that is fine';

// R28
describe('a note that was written', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;
  let ines: Desk;
  let id: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('staff', 'Rosa');
    ines = await house.signIn('coordinator', 'Ines');
    id = await write(FIRST);
  });

  afterEach(() => house.close());

  async function write(text: string): Promise<string> {
    await theo.fill(paths.notes(), { text, lives: 'done' });
    const [row] = await house.rows<{ id: string }>('SELECT id FROM notes WHERE text = ?', [text]);
    return row!.id;
  }

  const amend = (desk: Desk, answers: Fields) => desk.fill(paths.note(id), answers, paths.noteAmend(id));
  const takeBack = (desk: Desk, answers: Fields) =>
    desk.fill(paths.note(id), answers, paths.noteTakeBack(id));
  const shift = async (desk: Desk) => read(await desk.visit(paths.shift()), '#main');

  it('has a page of its own, one click from the shift', async () => {
    const $ = await rosa.visit(paths.shift());
    const href = $('main a:contains("Amend or take back")').attr('href')!;
    expect(href).toBe(paths.note(id));
    const note = await rosa.visit(href);
    expect(read(note, 'h1')).toBe('House note');
    expect(read(note, '.written')).toBe(FIRST);
    expect(read(note, '#main')).toContain('Written by Theo, Sun 22 Nov, 10:40 pm');
    expect(String(note('[name=text]').val()).trim()).toBe(FIRST);
  });

  it('says other words from then on, with the first ones, who, when and why beside them', async () => {
    house.clock.advance({ minutes: 80 });
    const answer = await amend(rosa, { text: BETTER, why: 'I looked it up' });
    expect([answer.status, answer.headers.location]).toEqual([303, paths.shift()]);
    const said = await shift(theo);
    expect(said).toContain(BETTER);
    expect(said).toContain('Amended by Rosa, Mon 23, 12 midnight: I looked it up');
    expect(said).toContain(`The words before${FIRST}`);
    expect(await house.rows('SELECT text FROM notes')).toEqual([{ text: FIRST }]);
    await amend(ines, { text: 'All is well with the boiler', why: 'Mended' });
    expect(read(await theo.visit(paths.note(id)), '#main')).toContain(
      `Amended by Ines, Mon 23, 12 midnight: MendedThe words before${BETTER}`,
    );
  });

  it.each<[string, Fields, string]>([
    ['without words', { text: ' ', why: 'x' }, 'To have it gone, take it back'],
    ['without a reason', { text: BETTER, why: ' ' }, 'Say why in a few words'],
    ['that says the same', { text: FIRST, why: 'x' }, 'This says the same as before'],
    ['too long', { text: 'x'.repeat(10_001), why: 'x' }, 'Use at most 10000 characters'],
  ])('is not amended %s, and keeps what was typed', async (_, answers, words) => {
    const answer = await amend(rosa, answers);
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain(words);
    expect(String($('[name=text]').val()).trim()).toBe(String(answers.text).trim());
    expect($('[name=why]').val()).toBe(answers.why);
    expect(await house.rows('SELECT * FROM amendments')).toEqual([]);
  });

  it('amended by two at once shows the second both texts, and loses neither (R26)', async () => {
    const $ = await rosa.visit(paths.note(id));
    await amend(ines, { text: 'Mended on Monday', why: 'Mended' });
    const late = await rosa.send($, paths.noteAmend(id), { text: BETTER, why: 'I looked it up' });
    expect(late.status).toBe(409);
    const asked = page(late);
    expect(read(asked, '[role=alert]')).toContain('Someone else changed this meanwhile');
    expect(read(asked, '.written')).toContain('Mended on Monday');
    expect(String(asked('[name=text]').val()).trim()).toBe(BETTER);
    expect((await rosa.send(asked, paths.noteAmend(id))).status).toBe(303);
    expect(await house.rows('SELECT text FROM amendments ORDER BY number')).toEqual([
      { text: 'Mended on Monday' },
      { text: BETTER },
    ]);
  });

  it('amended at two desks in the same moment is amended once, and asks the other', async () => {
    const desks = [theo, rosa, ines];
    const pages = await Promise.all(desks.map((desk) => desk.visit(paths.note(id))));
    const answers = await Promise.all(
      desks.map((desk, index) =>
        desk.send(pages[index]!, paths.noteAmend(id), { text: `Words ${index}`, why: 'x' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await house.rows('SELECT * FROM amendments')).toHaveLength(1);
  });

  it('is kept under the cover as far as it was begun (R31)', async () => {
    const $ = await rosa.visit(paths.note(id));
    await rosa.fill('/', {}, '/sign-out');
    await rosa.send($, paths.noteAmend(id), { text: BETTER, why: 'I look' });
    await rosa.signIn(rosa.person.id, 'three warm lamps on a porch');
    const back = await rosa.visit(paths.note(id));
    expect(String(back('[name=text]').val()).trim()).toBe(BETTER);
    expect(read(back, '#main')).toContain('Begun by you');
    expect(String((await ines.visit(paths.note(id)))('[name=text]').val()).trim()).toBe(FIRST);
  });

  it('is taken back by its writer within the hour: the words are gone from the file and from every draft of them', async () => {
    await amend(rosa, { text: BETTER, why: 'I looked it up' });
    const $ = await ines.visit(paths.note(id));
    await ines.fill('/', {}, '/sign-out');
    await ines.send($, paths.noteAmend(id), { text: `${FIRST}, or E flat`, why: 'x' });
    expect(await inFile(FIRST)).toBe(true);
    house.clock.advance({ minutes: 59 });
    const answer = await takeBack(theo, { reason: 'names_someone' });
    expect([answer.status, answer.headers.location]).toEqual([303, paths.shift()]);
    expect(await Promise.all([FIRST, BETTER, 'I looked it up'].map(inFile))).toEqual([false, false, false]);
    const said = await shift(rosa);
    expect(said).toContain(
      'Taken back by Theo, Sun 22, 11:39 pm. It names someone who should not be named here.',
    );
    const gone = await rosa.visit(paths.note(id));
    expect(read(gone, '#main')).toContain('Taken back by Theo');
    expect(gone('main form').length).toBe(0);
  });

  it('is taken back after the hour by a coordinator only, and by nobody else', async () => {
    const early = await theo.visit(paths.note(id));
    const others = await rosa.visit(paths.note(id));
    expect(read(others, '#main')).toContain(
      'Only who wrote it takes it back, within the hour, or a coordinator.',
    );
    house.clock.advance({ hours: 1 });
    expect(read(await theo.visit(paths.note(id)), '#main')).toContain(
      'The hour in which you take it back yourself is over. A coordinator can.',
    );
    const late = await theo.send(early, paths.noteTakeBack(id), { reason: 'not_so' });
    expect([late.status, read(page(late), '#main')]).toEqual([
      409,
      expect.stringContaining('A coordinator can.'),
    ]);
    expect(await inFile(FIRST)).toBe(true);
    expect((await takeBack(ines, { reason: 'not_so' })).status).toBe(303);
    expect(await inFile(FIRST)).toBe(false);
  });

  it.each<[string, Fields, string]>([
    ['without a reason', {}, 'Choose why it is taken back'],
    ['for a reason nobody offered', { reason: 'because' }, 'Choose why it is taken back'],
    ['as another’s without saying whose', { reason: 'misfiled' }, 'Choose whose note it is'],
    ['to a stay that is none', { reason: 'misfiled', rightStayId: 'nobody' }, 'Choose another guest'],
  ])('is not taken back %s', async (_, answers, words) => {
    await theo.fill('/check-in', { bedId: await bed(), departureDay: '2026-11-24', name: 'Jo' });
    const answer = await takeBack(theo, answers);
    expect(answer.status).toBe(422);
    expect(read(page(answer), '[role=alert]')).toContain(words);
    expect(await house.rows('SELECT text FROM notes')).toEqual([{ text: FIRST }]);
  });

  it('goes to the stay it is about in the same act, and nowhere else', async () => {
    await theo.fill('/check-in', { bedId: await bed(), departureDay: '2026-11-24', name: 'Jo' });
    const [stay] = await house.rows<{ id: string }>('SELECT id FROM stays');
    const $ = await theo.visit(paths.note(id));
    expect($(`[name=rightStayId][value="${stay!.id}"]`).length).toBe(1);
    house.clock.advance({ minutes: 10 });
    await theo.send($, paths.noteTakeBack(id), { reason: 'misfiled', rightStayId: stay!.id });
    expect(await house.rows('SELECT stay_id, text, written_by, event_at FROM guest_notes')).toEqual([
      { stay_id: stay!.id, text: FIRST, written_by: 'staff', event_at: '2026-11-23T04:40:00Z' },
    ]);
    expect(await house.rows('SELECT text FROM notes')).toEqual([{ text: '–' }]);
    const said = await shift(rosa);
    expect(said).toContain(`J. · Maple ${FIRST}`);
    expect(said).toContain('It is about a guest: it goes to their stay.');
    expect(said).toContain('1 new for you');
  });

  it('is taken back once, and is not amended or done afterwards', async () => {
    const [one, other, $] = await Promise.all([theo, ines, rosa].map((desk) => desk.visit(paths.note(id))));
    const shiftPage = await rosa.visit(paths.shift());
    const send = (desk: Desk, drawn: CheerioAPI) =>
      desk.send(drawn, paths.noteTakeBack(id), { reason: 'by_mistake' });
    const answers = await Promise.all([send(theo, one!), send(ines, other!)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await rosa.send($!, paths.noteAmend(id), { text: BETTER, why: 'x' })).status).toBe(409);
    expect((await rosa.send(shiftPage, paths.noteDone(id))).status).toBe(409);
    expect(await house.rows('SELECT * FROM notes_taken_back')).toHaveLength(1);
  });

  it('answers 404 for a note nobody wrote', async () => {
    const none = paths.note(theo.person.id);
    expect((await theo.get(none)).status).toBe(404);
    const _csrf = String((await theo.visit('/'))('[name=_csrf]').first().val());
    for (const act of ['amend', 'take-back'])
      expect((await theo.post(`${none}/${act}`, { _csrf, reason: 'not_so' })).status).toBe(404);
  });

  it('pinned stands apart until somebody takes it down', async () => {
    await theo.fill(paths.notes(), { text: 'Wi-fi: the card on the fridge', lives: 'pinned' });
    const $ = await rosa.visit(paths.shift());
    expect(read($, '#main')).toContain('Pinned for the house Wi-fi: the card on the fridge');
    expect(read($, '#notes')).toBe('1 house note');
    house.clock.advance({ hours: 24 * 30 });
    const later = await house.signIn();
    const down = await later.visit(paths.shift());
    expect(read(down, '#main')).toContain('Wi-fi');
    const action = down('button:contains("Take down")').closest('form').attr('action')!;
    await later.send(down, action);
    expect(await shift(later)).toContain('Taken down by');
  });

  it('of something that happened earlier stands where it happened, and asks which of two times', async () => {
    await theo.fill(paths.notes(), { text: 'Power cut', lives: 'done', eventAt: '2026-11-22T20:15' });
    expect(await shift(rosa)).toContain('Power cut New · Theo, Sun 22, 8:15 pm · until done');
    const answer = await theo.fill(paths.notes(), { text: 'Later', eventAt: '2026-11-23T09:00' });
    expect([answer.status, read(page(answer), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('This is in the future'),
    ]);
    const none = await theo.fill(paths.notes(), { text: 'Later', eventAt: 'soon' });
    expect(none.status).toBe(422);
  });

  const bed = async () =>
    (await house.rows<{ id: string }>(`SELECT id FROM beds WHERE name = 'Maple'`))[0]!.id;

  async function inFile(words: string): Promise<boolean> {
    const files = (await readdir(house.folder)).filter((name) => name.startsWith('house.sqlite'));
    const all = await Promise.all(files.map((name) => readFile(join(house.folder, name))));
    return all.some((bytes) => bytes.includes(words));
  }
});
