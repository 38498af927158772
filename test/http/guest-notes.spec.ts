import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}} & </textarea><script>1</script>';

// R27, R28
describe('a note with a guest', () => {
  let house: House;
  let theo: Desk;
  let rosa: Desk;
  let ines: Desk;
  let sam: string;
  let kim: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    theo = await house.signIn('staff', 'Theo');
    rosa = await house.signIn('staff', 'Rosa');
    ines = await house.signIn('coordinator', 'Ines');
    sam = await welcome('Maple', 'Sam');
    kim = await welcome('Cedar', 'Kim');
  });

  afterEach(() => house.close());

  async function welcome(bed: string, name: string, more: Fields = {}): Promise<string> {
    const bedId = (await theo.visit('/'))(`[data-bed="${bed}"]`).attr('data-bed-id')!;
    const answers = { bedId, departureDay: '2026-11-25', stayedBefore: 'no', name, ...more };
    return (await theo.fill('/check-in', answers)).headers.location!.split('/')[2]!;
  }

  const write = (answers: Fields = {}, stay = sam) =>
    theo.fill(paths.stayNotes(stay), { text: 'Slept well', writtenBy: 'both', ...answers });
  const notes = () =>
    house.rows<{ id: string; stay_id: string; text: string; number: number }>(
      'SELECT id, stay_id, text, number FROM guest_notes ORDER BY number',
    );
  const theNote = async () => (await notes())[0]!.id;
  const guestOf = async (stay: string) =>
    (await house.rows<{ guest_id: string }>('SELECT guest_id FROM stays WHERE id = ?', [stay]))[0]!.guest_id;
  const record = async (desk: Desk, stay = sam) =>
    read(await desk.visit(paths.guestRecord(await guestOf(stay))), '#main');

  it('is written two clicks from the stay, stands on its page and in the handover, and is new to the others', async () => {
    const $ = await theo.visit(paths.stay(sam));
    const href = $('main a:contains("Write a note with them")').attr('href')!;
    expect(read(await theo.visit(href), 'h1')).toBe('Notes with S.');
    const answer = await write();
    expect([answer.status, answer.headers.location]).toEqual([303, paths.stayNotes(sam)]);
    const line = 'Slept well Theo, Sun 22, 10:40 pm · written together';
    expect(read(await rosa.visit(paths.stay(sam)), '#main')).toContain(line);
    expect(read(await rosa.visit(paths.stay(kim)), '#main')).not.toContain('Slept well');
    expect(read(await rosa.visit(paths.shift()), '#main')).toContain('S. · Maple Slept well New · Theo');
    expect(read(await rosa.visit('/'), 'aside')).toContain('No house notes · 1 new for you');
  });

  it.each<[string, Fields, string]>([
    ['without a text', { text: ' ' }, 'Write the note'],
    ['without whose words they are', { writtenBy: '' }, 'Say whose words they are'],
    ['of something to come', { eventAt: '2026-11-23T09:00' }, 'This is in the future'],
    ['of something long ago', { eventAt: '2026-11-10T09:00' }, 'This is too far back'],
    [
      'kept off paper where the house keeps none',
      { hiddenReason: 'guest_asked', hiddenUntil: '2026-12-01' },
      'keeps no note off paper',
    ],
  ])('is refused %s, and keeps what was typed', async (_, answers, words) => {
    const answer = await write(answers);
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '[role=alert]')).toContain(words);
    expect(String($('[name=text]').val()).trim()).toBe(String(answers.text ?? 'Slept well').trim());
    expect(await notes()).toEqual([]);
  });

  it('that names another guest is pointed out once before it is saved, in the letters the desk shows', async () => {
    const asked = await write({ text: 'Talked with kim until late' });
    expect(asked.status).toBe(409);
    const $ = page(asked);
    expect(read($, '[role=group]')).toContain('It has a word of the name of K. in Cedar.');
    expect(asked.text).not.toContain('>Kim<');
    expect(await notes()).toEqual([]);
    expect((await theo.send($, paths.stayNotes(sam), { mayName: 'yes' })).status).toBe(303);
    expect(await notes()).toHaveLength(1);
    // Their own name is theirs
    expect((await write({ text: 'Sam slept well' })).status).toBe(303);
  });

  it('may use another name of the same guest, from a record that is linked to theirs', async () => {
    await theo.fill(`/stays/${kim}/departure`, { ending: 'planned', destination: 'family' });
    const kimAgain = await welcome('Cedar', 'Kay Bright', { confirmNotReady: 'yes' });
    const answer = await write({ text: 'Kim is what friends say' }, kimAgain);
    expect(answer.status).toBe(409);
    const [own, other] = [paths.guest(await guestOf(kimAgain)), await guestOf(kim)];
    await theo
      .fill(own, { q: 'Kim' }, `${own}/find`)
      .then((found) => theo.send(page(found), `${own}/links`, { other, ground: 'guest-said' }));
    expect((await write({ text: 'Kim is what friends say' }, kimAgain)).status).toBe(303);
  });

  it('is shown as it was written, whatever it is', async () => {
    await write({ text: HOSTILE });
    for (const path of [
      paths.stayNotes(sam),
      paths.stay(sam),
      paths.shift(),
      paths.guestRecord(await guestOf(sam)),
    ]) {
      const $ = await rosa.visit(path);
      expect(read($, '.written')).toBe(HOSTILE);
      expect($('main img, main script').length).toBe(0);
    }
  });

  it('stands in the way of undoing what was done with the stay before it (R24)', async () => {
    await write();
    const $ = await theo.visit(paths.stay(sam));
    expect(read($, '#main')).toContain('Something else was done here since then.');
    expect(read($, '#main')).toContain('A note was written with them');
  });

  it('is answered by the guest: right, otherwise, or more', async () => {
    await write();
    const id = await theNote();
    const answer = (answers: Fields) => theo.fill(paths.note(id), answers, paths.noteAnswer(id));
    const none = await answer({ words: 'x' });
    expect([none.status, read(page(none), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Choose what they say'),
    ]);
    const empty = await answer({ answer: 'disagree' });
    expect(read(page(empty), '[role=alert]')).toContain('Write it down in their words');
    expect((await answer({ answer: 'agree' })).headers.location).toBe(paths.note(id));
    expect((await answer({ answer: 'disagree', words: 'I lay awake' })).status).toBe(303);
    const said = read(await rosa.visit(paths.note(id)), '#main');
    expect(said).toContain('They said, with Theo, Sun 22, 10:40 pm: That’s right');
    expect(said).toContain('I’d put it differently“I lay awake”');
    expect(await record(rosa)).toContain('“I lay awake”');
  });

  it('that is amended asks for its agreement anew, and an answer to older words is asked again (R26)', async () => {
    await write();
    const id = await theNote();
    await theo.fill(paths.note(id), { answer: 'agree' }, paths.noteAnswer(id));
    const old = await theo.visit(paths.note(id));
    await ines.fill(paths.note(id), { text: 'Slept a little', why: 'They said so' }, paths.noteAmend(id));
    expect(read(await theo.visit(paths.note(id)), '#main')).toContain(
      'That’s right That was to the words before.',
    );
    const late = await theo.send(old, paths.noteAnswer(id), { answer: 'agree' });
    expect(late.status).toBe(409);
    expect(await house.rows('SELECT * FROM note_answers')).toHaveLength(1);
    expect((await theo.send(page(late), paths.noteAnswer(id), { answer: 'agree' })).status).toBe(303);
    const said = read(await theo.visit(paths.note(id)), '#main');
    expect(said.match(/That was to the words before/gu)).toHaveLength(1);
    expect(said.match(/They said, with Theo/gu)).toHaveLength(2);
  });

  it('taken back takes its answers with it', async () => {
    await write();
    const id = await theNote();
    await theo.fill(paths.note(id), { answer: 'add', words: 'And I dreamt' }, paths.noteAnswer(id));
    await theo.fill(paths.note(id), { reason: 'not_so' }, paths.noteTakeBack(id));
    expect(await house.rows('SELECT words FROM note_answers')).toEqual([{ words: null }]);
    expect(await record(rosa)).not.toMatch(/Slept well|dreamt/);
    expect(read(await rosa.visit(paths.stay(sam)), '#main')).toContain('Taken back by Theo');
  });

  it('on the wrong stay goes to the right one in the same act', async () => {
    await write();
    const id = await theNote();
    const $ = await theo.visit(paths.note(id));
    expect($(`[name=rightStayId][value="${sam}"]`).length).toBe(0);
    await theo.send($, paths.noteTakeBack(id), { reason: 'misfiled', rightStayId: kim });
    expect((await notes()).map(({ stay_id, text }) => [stay_id, text])).toEqual([
      [sam, '–'],
      [kim, 'Slept well'],
    ]);
    expect(await record(rosa, kim)).toContain('Slept well');
  });

  it('is all on their paper, with nobody else by name', async () => {
    await write({ text: 'Made soup with Kim', mayName: 'yes' });
    await theo.fill(
      `/stays/${sam}/tasks/food`,
      { words: 'No nuts', state: 'done' },
      `/stays/${sam}/tasks/food`,
    );
    const said = await record(rosa);
    expect(said).toContain('Made soup with [someone else]');
    expect(said).not.toContain('Kim');
    expect(said).toContain('Maple, from Sun 22 Nov');
    const audit = await house.rows<{ act: string }>(`SELECT act FROM audit WHERE subject_id = ?`, [
      await guestOf(sam),
    ]);
    expect(audit.map(({ act }) => act)).toContain('guests.record.view');
    expect((await rosa.get(paths.guestRecord(theo.person.id))).status).toBe(404);
  });

  it('is kept off paper for a while only where the house says so; the paper says how many, why and until when', async () => {
    const marta = await house.signIn('manager', 'Nora');
    await marta.fill('/settings/house', { hidesNotes: 'yes' });
    const hidden = { text: 'Kim’s brother rang', mayName: 'yes', hiddenReason: 'names_someone' };
    const none = await write({ ...hidden, hiddenUntil: '' });
    expect([none.status, read(page(none), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('Enter the day from which'),
    ]);
    expect((await write({ ...hidden, hiddenUntil: '2026-11-26' })).status).toBe(303);
    const said = await record(rosa);
    expect(said).toContain('1 note: It names someone else, until Thu 26 Nov.');
    expect(said).not.toContain('brother');
    const id = await theNote();
    expect(read(await rosa.visit(paths.stay(sam)), '#main')).toContain(
      'Kept off their print-out until Thu 26 Nov. It names someone else. A coordinator has still to look at it.',
    );
    expect((await rosa.visit(paths.note(id)))('form[action$="/open"]').length).toBe(0);
    expect(read(await ines.visit(paths.shift()), '#main')).toContain('kept off paper');
    const look = await ines.visit(paths.note(id));
    await ines.send(look, paths.noteLook(id));
    expect(read(await rosa.visit(paths.stay(sam)), '#main')).not.toContain('still to look');
    expect(read(await ines.visit(paths.shift()), '#main')).not.toContain('kept off paper');
    await ines.send(await ines.visit(paths.note(id)), paths.noteOpen(id));
    expect(await record(rosa)).toContain('[someone else]’s brother rang');
    expect((await rosa.post(paths.noteOpen(id), { _csrf: String(look('[name=_csrf]').val()) })).status).toBe(
      403,
    );
  });

  it('that was kept off paper is on it from its day, without anybody’s doing', async () => {
    const marta = await house.signIn('manager', 'Nora');
    await marta.fill('/settings/house', { hidesNotes: 'yes' });
    await write({ hiddenReason: 'guest_asked', hiddenUntil: '2026-11-24' });
    expect(await record(rosa)).not.toContain('Slept well');
    house.clock.moveTo('2026-11-24T10:01:00Z');
    const later = await house.signIn();
    expect(await record(later)).toContain('Slept well');
  });

  it('is kept for its writer under the cover (R31), and answers 404 for a stay nobody had', async () => {
    const $ = await theo.visit(paths.stayNotes(sam));
    await theo.fill('/', {}, '/sign-out');
    await theo.send($, paths.stayNotes(sam), { text: 'Half a', writtenBy: 'guest' });
    await theo.signIn(theo.person.id, 'three warm lamps on a porch');
    expect(read(await theo.visit('/'), 'aside')).toContain('A note with them, Maple, begun');
    const back = await theo.visit(paths.stayNotes(sam));
    expect([String(back('[name=text]').val()).trim(), back('[name=writtenBy]:checked').val()]).toEqual([
      'Half a',
      'guest',
    ]);
    expect((await theo.get(paths.stayNotes(theo.person.id))).status).toBe(404);
  });
});
