import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const HINTS = '[aria-labelledby=wording]';
const SAID = 'The client refused <b>tea</b>';

describe('plain words', () => {
  let house: House;
  let rosa: Desk;
  let ines: Desk;

  beforeEach(async () => {
    house = await openHouse();
    rosa = await house.signIn('staff', 'Rosa');
    ines = await house.signIn('manager', 'Ines');
  });

  afterEach(() => house.close());

  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        ['notes', 'guest_notes', 'amendments', 'drafts', 'sent_forms', 'acts'].map((table) =>
          house.rows(`SELECT * FROM ${table}`),
        ),
      ),
    );
  const trail = () =>
    house.rows(`SELECT act FROM audit WHERE act NOT IN ('notes.view', 'notes.withGuest.view')`);

  /** Asks under this form; nothing may change by it. */
  async function asked(path: string, action: string, typed: Record<string, string>) {
    const $ = await rosa.visit(path);
    const [before, lines] = [await everything(), await house.rows('SELECT act FROM audit')];
    expect(read($, '#kept button[name=check]')).toBe('Check my wording');
    const answer = await rosa.send($, action, { ...typed, check: 'wording' });
    expect(answer.status).toBe(200);
    expect(await everything()).toBe(before);
    const since = (await house.rows<{ act: string }>('SELECT act FROM audit')).slice(lines.length);
    expect(since.map(({ act }) => act).filter((act) => !/view|withGuest/iu.test(act))).toEqual([]);
    return page(answer);
  }

  it('are offered under a house note; everything stays as it was typed, and nothing is saved', async () => {
    const $ = await asked('/notes', '/notes', { text: SAID, lives: 'done', eventAt: '2026-11-22T20:00' });
    expect(read($, HINTS)).toContain('“client” · maybe: guest, or the name they go by');
    expect(read($, HINTS)).toContain('“refused” · maybe: chose not to, said no');
    expect(read($, HINTS)).toContain('Nothing is saved yet');
    expect($(`${HINTS}[autofocus]`).length).toBe(1);
    expect($('[autofocus]').length).toBe(1);
    expect(String($('[name=text]').val()).trim()).toBe(SAID);
    expect($('[name=lives]:checked').val()).toBe('done');
    expect($('[name=eventAt]').val()).toBe('2026-11-22T20:00');

    // Never a block: the same words are saved as they are
    const saved = await rosa.send($, '/notes', {});
    expect(saved.status).toBe(303);
    expect(await house.rows('SELECT text FROM notes')).toEqual([{ text: SAID }]);
    expect(read(await rosa.visit('/notes'), HINTS)).toBe('');
  });

  it('are offered under a note with a guest, and where a note is amended', async () => {
    const $ = await rosa.visit(paths.checkIn());
    const stay = await rosa.send($, paths.checkIn(), {
      name: 'Sam',
      stayedBefore: 'no',
      departureDay: '2026-11-25',
    });
    const at = `${stay.headers.location}/notes`;
    const withGuest = await asked(at, at, { text: SAID, writtenBy: 'both' });
    expect(read(withGuest, HINTS)).toContain('“refused” · maybe');
    expect(withGuest('[name=writtenBy]:checked').val()).toBe('both');
    expect((await rosa.send(withGuest, at, {})).status).toBe(303);

    const [{ id } = { id: '' }] = await house.rows<{ id: string }>('SELECT id FROM guest_notes');
    const amend = await asked(paths.note(id), paths.noteAmend(id), {
      text: 'Was discharged',
      why: 'Shorter',
    });
    expect(read(amend, HINTS)).toContain('“discharged” · maybe: left');
    expect([amend('[name=why]').val(), amend('[name=seen]').val()]).toEqual(['Shorter', '0']);
  });

  it('are offered where something that happened is written down, and where a guest reads of it', async () => {
    const $ = await asked(paths.newHappening(), paths.happened(), {
      'kinds[]': 'fire_water',
      nextShift: 'The client is resistant',
      tried: 'They refused tea',
    });
    for (const said of ['client', 'resistant', 'refused'])
      expect(read($, HINTS)).toContain(`“${said}” · maybe`);
    expect($('[name=nextShift]').val()).toBe('The client is resistant');
    const written = await rosa.send($, paths.happened(), {});
    expect(written.status).toBe(303);
    const change = `${(await house.rows<{ id: string }>('SELECT id FROM incidents'))[0]!.id}/change`;
    const more = await asked(`/happened/${change}`, `/happened/${change}`, { happened: 'AWOL' });
    expect(read(more, HINTS)).toContain('“AWOL” · maybe');
  });

  it('are offered while somebody writes who asked for that, and to nobody else', async () => {
    const script = async () => (await rosa.visit('/notes'))('script[src*=wording]').length;
    expect(await script()).toBe(0);
    const $ = await rosa.visit('/me');
    expect(read($, 'main')).toContain('only when you ask');
    expect((await rosa.send($, '/me/wording', {})).status).toBe(303);
    expect(await script()).toBe(1);
    expect((await ines.visit('/notes'))('script[src*=wording]').length).toBe(0);
    // Not where the list itself is edited, and not where nothing is written
    await ines.fill('/me', {}, '/me/wording');
    expect((await ines.visit(paths.wordingSettings()))('script[src*=wording]').length).toBe(0);
    expect((await rosa.send(await rosa.visit('/me'), '/me/wording', {})).status).toBe(303);
    expect(await script()).toBe(0);
  });

  it('come to our script as facts, and nothing is written about it', async () => {
    const { _csrf } = fieldsOf(await rosa.visit('/notes'), '/notes');
    const [before, lines] = [await everything(), await house.rows('SELECT act FROM audit')];
    const answer = await rosa.post('/wording', { _csrf: _csrf!, text: SAID });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.body).toEqual({
      hints: [
        { said: 'client', offer: 'guest, or the name they go by' },
        { said: 'refused', offer: 'chose not to, said no' },
      ],
    });
    expect(answer.headers['cache-control']).toContain('no-store');
    expect(await everything()).toBe(before);
    expect(await house.rows('SELECT act FROM audit')).toEqual(lines);
  });

  it('are read first, also where the day is still missing', async () => {
    const $ = await asked('/notes', '/notes', { text: SAID, lives: 'date', until: '' });
    expect($('[autofocus]').length).toBe(1);
    expect($(HINTS).is('[autofocus]')).toBe(true);
  });

  it('say so when nothing stands in it', async () => {
    const $ = await asked('/notes', '/notes', { text: 'The dryer is slow' });
    expect(read($, HINTS)).toContain('Nothing from the house’s list stands in it');
  });

  it('are the house’s own: a manager edits the list, and an empty one offers nothing', async () => {
    const $ = await ines.visit(paths.wordingSettings());
    const first = String($('[name=lines]').val());
    expect(first.split('\n').length).toBeGreaterThanOrEqual(25);
    expect(read($, '#main')).toContain('The list the house came with');
    const kept = await ines.send($, paths.wordingSettings(), { lines: 'dryer = machine' });
    expect(kept.status).toBe(303);
    // The same list once more is no version
    await ines.fill(paths.wordingSettings(), {});
    expect(read(await asked('/notes', '/notes', { text: `${SAID}: dryers` }), `${HINTS} li`)).toBe(
      '“dryers” · maybe: machine',
    );
    expect(read(await ines.visit(paths.wordingSettings()), '#main')).toContain('Saved Sun 22 Nov');
    await ines.fill(paths.wordingSettings(), { lines: '' });
    expect(read(await asked('/notes', '/notes', { text: SAID }), `${HINTS} li`)).toBe('');
    expect(await house.rows('SELECT number, lines FROM plain_words ORDER BY number')).toEqual([
      { number: 1, lines: first.trim() },
      { number: 2, lines: 'dryer = machine' },
      { number: 3, lines: '' },
    ]);
    expect(await trail()).not.toEqual([]);
  });

  it('tell a line that cannot be read, with everything kept', async () => {
    const answer = await ines.fill(paths.wordingSettings(), { lines: 'dryer = machine\nclient' });
    expect(answer.status).toBe(422);
    const $ = page(answer);
    expect(read($, '#lines-error')).toContain('Line 2: write the word');
    expect(String($('[name=lines]').val()).trim()).toBe('dryer = machine\nclient');
    expect(await house.rows('SELECT number FROM plain_words')).toHaveLength(1);
  });

  it('show both lists when somebody else changed it meanwhile (R26)', async () => {
    const $ = await ines.visit(paths.wordingSettings());
    await ines.fill(paths.wordingSettings(), { lines: 'dryer = machine' });
    const answer = await ines.send($, paths.wordingSettings(), { lines: 'dryer = drier' });
    expect(answer.status).toBe(409);
    expect(read(page(answer), '#main')).toContain('dryer = machine');
    expect((await ines.send(page(answer), paths.wordingSettings(), {})).status).toBe(303);
    expect(await house.rows('SELECT lines FROM plain_words WHERE number = 3')).toEqual([
      { lines: 'dryer = drier' },
    ]);
  });
});
