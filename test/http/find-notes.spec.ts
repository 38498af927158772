import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('finding a note by its words and days', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Theo');
  });

  afterEach(() => house.close());

  const sit = async (time: string) => {
    house.clock.moveTo(time);
    desk = await house.signIn();
  };
  const note = (text: string, more: Fields = {}) => desk.fill('/notes', { text, lives: 'done', ...more });
  const welcome = async (name: string) =>
    (await desk.fill('/check-in', { name, departureDay: '2026-11-25' })).headers.location!;
  const find = async (fields: Fields) => desk.fill(paths.findNote(), fields);
  const found = async (fields: Fields) => {
    const answer = await find(fields);
    expect(answer.status).toBe(200);
    const $ = page(answer);
    return $('section:has(#results) li > div > .written')
      .toArray()
      .map((each) => $(each).text())
      .filter((text) => text !== '');
  };

  it('has all the words, or their beginnings, whatever their case and accents, in both kinds of note', async () => {
    await note('The boiler is cold: CAFÉ side');
    await note('Boil water only');
    const lou = await welcome('Lou Halfway');
    await desk.fill(`${lou}/notes`, { text: 'Her boiled egg at the cafe', writtenBy: 'both' });
    expect(await found({ q: 'boil' })).toEqual([
      'Her boiled egg at the cafe',
      'Boil water only',
      'The boiler is cold: CAFÉ side',
    ]);
    expect(await found({ q: 'Cafe BOIL' })).toEqual([
      'Her boiled egg at the cafe',
      'The boiler is cold: CAFÉ side',
    ]);
    expect(await found({ q: 'boiler water' })).toEqual([]);
    expect(read(page(await find({ q: 'boiler water' })), 'h2')).toBe('No note found');
    expect(read(page(await find({ q: 'egg' })), 'section:has(#results)')).toContain('L.H. · Maple');
  });

  it('goes by the dates on the wall, both in, and by when it happened where that was said', async () => {
    await note('On Sunday', { eventAt: '2026-11-22T00:00' });
    await note('On Saturday', { eventAt: '2026-11-21T23:59' });
    await sit('2026-11-24T06:30:00Z');
    await note('After midnight on Tuesday');
    expect(await found({ from: '2026-11-22', to: '2026-11-22' })).toEqual(['On Sunday']);
    expect(await found({ from: '2026-11-22' })).toEqual(['After midnight on Tuesday', 'On Sunday']);
    expect(await found({ to: '2026-11-21' })).toEqual(['On Saturday']);
    expect(await found({ q: 'on', from: '2026-11-24', to: '2026-11-24' })).toEqual([
      'After midnight on Tuesday',
    ]);
  });

  it('knows what a note says now, and nothing that was taken back, in no byte of the file', async () => {
    await note('Bins on Munday');
    await note('Wretched plumbagin');
    const lou = await welcome('Lou');
    await desk.fill(`${lou}/notes`, { text: 'Secretive quillwort', writtenBy: 'guest' });
    const ids = await house.rows<{ id: string }>(
      'SELECT number, id FROM notes UNION ALL SELECT number, id FROM guest_notes ORDER BY number',
    );
    const [bins, wrong, guests] = ids.map(({ id }) => paths.note(id)) as [string, string, string];
    await desk.fill(bins, { text: 'Bins on Thursday', why: 'A slip' }, `${bins}/amend`);
    await desk.fill(wrong, { text: 'Wretched saxifrage', why: 'A slip' }, `${wrong}/amend`);
    expect(await found({ q: 'thursday' })).toEqual(['Bins on Thursday']);
    expect(await found({ q: 'munday' })).toEqual([]);
    expect(await found({ q: 'saxifrage' })).toEqual(['Wretched saxifrage']);
    await desk.fill(wrong, { reason: 'not_so' }, `${wrong}/take-back`);
    await desk.fill(guests, { reason: 'not_so' }, `${guests}/take-back`);
    for (const q of ['saxifrage', 'plumbagin', 'wretched', 'quillwort'])
      expect([q, await found({ q })]).toEqual([q, []]);
    expect(await found({ from: '2026-11-01' })).toEqual(['Bins on Thursday']);
    const file = (await readFile(join(house.folder, 'house.sqlite'))).toString('latin1').toLowerCase();
    expect(['saxifrag', 'plumbag', 'wretched', 'quillwort'].filter((word) => file.includes(word))).toEqual(
      [],
    );
    expect(file.includes('thursday')).toBe(true);
  });

  it('shows fifty at most, and says that there are more', async () => {
    const [person] = await house.rows<{ id: string }>('SELECT id FROM people LIMIT 1');
    await note('Towel 0');
    await house.write(async (tx) => {
      for (let number = 1000; number < 1050; number += 1)
        await tx.query(
          `INSERT INTO notes (number, id, text, lives, written_at, house_day, person_id)
            VALUES (?, ?, ?, 'done', '2026-11-22T05:00:00Z', '2026-11-21', ?)`,
          [number, `n-${number}`, `Towel ${number}`, person!.id],
        );
    });
    expect(await found({ q: 'towel' })).toHaveLength(50);
    const $ = page(await find({ q: 'towel' }));
    expect(read($, 'section:has(#results)')).toContain('There are more. Add a word, or narrow the days.');
    expect(read($, 'h2')).toBe('50 notes');
    expect((await found({ q: 'towel' }))[0]).toBe('Towel 0');
    expect(read(page(await find({ q: 'towel', from: '2026-11-22' })), 'main')).not.toContain(
      'There are more',
    );
  });

  it.each([
    [{}, 'Type a word, or enter a day'],
    [{ q: '-- "' }, 'Type a word, or enter a day'],
    [{ q: 'x '.repeat(21) }, 'Type at most 20 words'],
    [{ q: 'x'.repeat(201) }, 'This is too long'],
    [{ q: 'x', from: 'Monday' }, 'Enter a day, such as 2026-11-22'],
    [{ q: 'x', to: '2026-02-30' }, 'Enter a day, such as 2026-11-22'],
    [{ from: '2026-11-22', to: '2026-11-21' }, 'This is before the first day'],
  ])('keeps what was typed beside what is wrong: %j', async (fields, words) => {
    const answer = await find(fields);
    expect(answer.status).toBe(422);
    expect(read(page(answer), 'main')).toContain(words);
  });

  it.each([
    '"',
    'a" OR "b',
    'NEAR(bins',
    'bins*',
    '^bins',
    'words:bins',
    "'; DROP TABLE notes",
    'wi-fi',
    '{bins}',
    '日本',
  ])('takes %j as words, never as a question of its own', async (q) => {
    await note('Nothing of the kind');
    expect([200, 422]).toContain((await find({ q })).status);
    expect(await house.rows('SELECT 1 FROM notes')).toHaveLength(1);
  });

  it('finds a word with a hyphen as it is written', async () => {
    await note('The wi-fi is slow');
    await note('Fi and wi');
    expect(await found({ q: 'wi-fi' })).toEqual(['The wi-fi is slow']);
  });

  it('writes down that somebody looked, for each stay that is shown, without what was typed (R44)', async () => {
    const lou = await welcome('Lou');
    await desk.fill(`${lou}/notes`, { text: 'Likes quinces', writtenBy: 'guest' });
    await desk.fill(`${lou}/notes`, { text: 'More quinces', writtenBy: 'guest' });
    await find({ q: 'quinces' });
    await find({ q: 'nowhere' });
    const looks = await house.rows(
      `SELECT act, subject_id AS stay FROM audit WHERE act LIKE 'notes.find%' ORDER BY number`,
    );
    expect(looks).toEqual([
      { act: 'notes.find', stay: null },
      { act: 'notes.find.view', stay: lou.split('/')[2] },
      { act: 'notes.find', stay: null },
    ]);
    expect(JSON.stringify(await house.rows('SELECT * FROM audit'))).not.toContain('quinces');
  });
});
