import { Logger } from '@nestjs/common';
import type { CheerioAPI } from 'cheerio';
import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const HOSTILE = '<img src=x onerror=alert(1)>"\'`{{7*7}}';
const WORDS = 'The hallway is dark at night';

describe('feedback from guests', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Rosa');
  });

  afterEach(() => house.close());

  const anonymous = (answers: Fields = {}) =>
    desk.fill(paths.anonymousFeedback(), { about: 'house', text: WORDS, ...answers });
  const named = (answers: Fields = {}) =>
    desk.fill(paths.newFeedback(), { about: 'house', text: WORDS, name: 'Kim Porter', ...answers });
  const codeOn = ($: CheerioAPI) => read($, '.reply-code');
  const first = async () => String((await desk.visit(paths.feedback()))('main .list a').first().attr('href'));
  const answer = async (text: string) => {
    const address = await first();
    return desk.fill(address, { text }, `${address}/answers`);
  };
  const readWith = (who: Desk, code: string) => who.fill(paths.feedbackReply(), { code });

  it('is one click from the shift page, which says how much waits for an answer', async () => {
    const shift = async () => read(await desk.visit(paths.shift()), `p:has(a[href="${paths.feedback()}"])`);
    expect(await shift()).toBe('Feedback from guests');
    await named();
    await anonymous();
    expect(await shift()).toBe('Feedback from guests: 2 not answered yet');
    await answer('We looked at it');
    expect(await shift()).toBe('Feedback from guests: 1 not answered yet');
  });

  it('with a name is shown by it, as the desk shows names, and never in a title or an address', async () => {
    const done = await named({ about: 'service', service: 'The day clinic' });
    expect([done.status, done.headers.location]).toEqual([303, paths.feedback()]);
    const $ = await desk.visit(paths.feedback());
    expect(read($, 'main .list')).toContain(
      'The day clinic, Sun 22 Nov · Sun 22 Nov · K.P. · Not answered yet',
    );
    const one = await desk.visit(await first());
    expect([read(one, 'h1'), read(one, '.lead')]).toEqual(['The day clinic', 'Sun 22 Nov · K.P.']);
    expect(read(one, '.written')).toBe(WORDS);
    expect(read(one, 'title') + (await first())).not.toMatch(/kim/i);
  });

  it.each<[string, Fields, string, string]>([
    ['nothing it is about', { about: '' }, 'about', 'Choose what it is about'],
    ['no words', { text: ' ' }, 'text', 'Enter what you would like to say'],
    ['no service', { about: 'service' }, 'service', 'Enter which place or service'],
    ['too many words', { text: 'x'.repeat(10_001) }, 'text', 'too long'],
  ])('is refused for %s, and keeps what was typed', async (_what, answers, field, words) => {
    for (const give of [named, anonymous]) {
      const refused = await give({ service: '', ...answers });
      expect([refused.status, read(page(refused), `#${field}-error`)]).toEqual([
        422,
        expect.stringContaining(words) as string,
      ]);
      if (field !== 'text') expect(read(page(refused), '[name=text]')).toBe(WORDS);
    }
    expect((await named({ name: '' })).status).toBe(422);
    expect(await house.rows('SELECT * FROM feedback')).toEqual([]);
  });

  it('without a name gives a code once, with which the answer is read by somebody who is not signed in', async () => {
    const given = await anonymous();
    const code = codeOn(page(given));
    expect([given.status, code]).toEqual([200, expect.stringMatching(/^[A-Z]{4}(-[A-Z]{4}){3}$/)]);
    const guest = house.desk();
    const before = await readWith(guest, code.toLowerCase().replaceAll('-', ' '));
    expect(read(page(before), 'section[aria-labelledby=said]')).toContain('Nobody has answered yet');
    await answer('A lamp hangs there now.\nThank you.');
    await answer('And a second one.');
    const after = read(page(await readWith(guest, code)), 'section[aria-labelledby=said]');
    expect(after).toContain(WORDS);
    expect(after).toContain('The team, Sun 22 NovA lamp hangs there now. Thank you.');
    expect(after.indexOf('A lamp')).toBeLessThan(after.indexOf('And a second'));
    expect(after).not.toContain('Rosa');
  });

  it('is read by its own code only', async () => {
    await named({ text: 'Mine' });
    await anonymous({ text: 'Another one' });
    const code = codeOn(page(await anonymous()));
    const guest = house.desk();
    const found = page(await readWith(guest, code));
    expect(read(found, 'main')).toContain(WORDS);
    expect(read(found, 'main')).not.toMatch(/Mine|Another one/);
    for (const [wrong, words] of [
      [code.replace(/^./, (letter) => (letter === 'B' ? 'C' : 'B')), 'No feedback has this code'],
      ['', 'A code has 16 letters'],
      ['KMRT', 'A code has 16 letters'],
    ] as const) {
      const refused = await readWith(guest, wrong);
      expect([refused.status, read(page(refused), '#code-error')]).toEqual([
        422,
        expect.stringContaining(words) as string,
      ]);
      expect(page(refused)('[name=code]').val()).toBe(wrong);
      expect(read(page(refused), 'main')).not.toContain(WORDS);
    }
    for (const path of [paths.feedback(), await first(), paths.anonymousFeedback()])
      expect((await guest.get(path)).headers.location).toBe(paths.signIn());
  });

  it('is one however often its page is sent, and another text under the same code is refused (R17)', async () => {
    const $ = await desk.visit(paths.anonymousFeedback());
    const send = (text: string) => desk.send($, paths.anonymousFeedback(), { about: 'house', text });
    const [one, again] = [await send(WORDS), await send(WORDS)];
    expect(codeOn(page(one))).toBe(codeOn(page(again)));
    expect((await send('Something else')).status).toBe(409);
    expect(await house.rows('SELECT text FROM feedback')).toEqual([{ text: WORDS }]);
    const bare = await desk.send($, paths.anonymousFeedback(), { about: 'house', text: 'x', code: 'AAAA' });
    expect([bare.status, read(page(bare), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining('lost its code') as string,
    ]);
    expect((await desk.send(page(bare), paths.anonymousFeedback())).status).toBe(200);
  });

  it('sent twice at once by two desks is one', async () => {
    const $ = await desk.visit(paths.anonymousFeedback());
    const sent = await Promise.all(
      [1, 2].map(() => desk.send($, paths.anonymousFeedback(), { about: 'house', text: WORDS })),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200]);
    expect(await house.rows('SELECT id FROM feedback')).toHaveLength(1);
  });

  describe('without a name', () => {
    const everything = async () => {
      const tables = await house.rows<{ name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
      );
      const rows = await Promise.all(
        tables.map(async ({ name }) => [name, await house.rows(`SELECT * FROM ${name}`)] as const),
      );
      return new Map(rows.map(([name, found]) => [name, JSON.stringify(found)]));
    };
    const bytes = async () =>
      Buffer.concat(
        await Promise.all(
          readdirSync(house.folder)
            .filter((name) => name.startsWith('house.sqlite'))
            .map((name) => readFile(join(house.folder, name))),
        ),
      ).toString('latin1');

    it('leaves one row and nothing else: no line of the trail, act, draft, sent form or session', async () => {
      const log: string[] = [];
      const keep = (...said: unknown[]) => void log.push(JSON.stringify(said));
      Logger.overrideLogger({ log: keep, warn: keep, error: keep, debug: keep, verbose: keep, fatal: keep });
      const $ = await desk.visit(paths.anonymousFeedback());
      const before = await everything();
      const given = await desk.send($, paths.anonymousFeedback(), { about: 'house', text: WORDS });
      const code = codeOn(page(given));
      await readWith(house.desk(), code);
      const after = await everything();
      const changed = [...after]
        .filter(([table, rows]) => before.get(table) !== rows)
        .map(([table]) => table);
      // The guest who read it opened a session of nobody
      expect(changed.filter((table) => table !== 'sessions')).toEqual(['feedback']);
      expect(after.get('sessions')).not.toMatch(/dark at night|feedback/);
      const [row] = await house.rows<Record<string, string | null>>('SELECT * FROM feedback');
      expect(row).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4/) as string,
        house_day: '2026-11-22',
        about: 'house',
        service: null,
        text: WORDS,
        code_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
      Logger.overrideLogger(false);
      expect(log.join('')).not.toMatch(/dark at night|feedback/);
      const file = await bytes();
      expect(file).toContain(WORDS);
      for (const secret of [code, code.replaceAll('-', '')]) expect(file).not.toContain(secret);
    });

    it('keeps nothing of it when its person is signed out before it is sent, or it is refused', async () => {
      const $ = await desk.visit(paths.anonymousFeedback());
      expect($('form#kept, [form=kept], [name=formToken][form]').length).toBe(0);
      await anonymous({ about: '' });
      await desk.fill('/', {}, '/sign-out');
      await desk.send($, paths.anonymousFeedback(), { about: 'house', text: WORDS });
      await desk.signIn(desk.person.id, PASSPHRASE);
      expect(await bytes()).not.toContain(WORDS);
      expect(await house.rows('SELECT * FROM drafts')).toEqual([]);
    });

    it('lies in the file in the order of random keys, never in the order in which it came', async () => {
      for (const text of ['one', 'two', 'three', 'four', 'five', 'six']) await anonymous({ text });
      const rows = await house.rows<{ id: string }>('SELECT id FROM feedback');
      expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort());
      await expect(house.rows('SELECT rowid FROM feedback')).rejects.toThrow(/no such column/);
    });
  });

  it('is never edited nor taken out, and its answers neither', async () => {
    await named();
    await answer('Thank you');
    for (const sql of [
      `UPDATE feedback SET text = 'x'`,
      `DELETE FROM feedback`,
      `UPDATE feedback_answers SET text = 'x'`,
      `DELETE FROM feedback_answers`,
      `UPDATE feedback_names SET name = 'x'`,
    ])
      await expect(house.rows(sql)).rejects.toThrow();
    const [line] = await house.rows<{ act: string }>(`SELECT act FROM audit WHERE act = 'feedback.answer'`);
    expect(line).toBeDefined();
  });

  it('keeps an answer that was begun, and refuses an empty one', async () => {
    await named();
    const address = await first();
    const refused = await desk.fill(address, { text: '' }, `${address}/answers`);
    expect([refused.status, read(page(refused), '#text-error')]).toEqual([422, 'Error: Enter an answer']);
    const $ = await desk.visit(address);
    await desk.fill('/', {}, '/sign-out');
    await desk.send($, `${address}/answers`, { text: 'We will' });
    await desk.signIn(desk.person.id, PASSPHRASE);
    expect(read(await desk.visit(address), '[name=text]')).toBe('We will');
    expect((await desk.get(paths.oneFeedback('nobody'))).status).toBe(404);
  });

  it('stands by years', async () => {
    await named();
    house.clock.advance({ days: 60 });
    desk = await house.signIn('staff', 'Theo');
    expect(read(await desk.visit(paths.feedback()), 'main')).toContain('Nothing was said in 2027 yet.');
    expect(read(await desk.visit(paths.feedbackOf(2026)), 'main .list')).toContain(WORDS);
    expect(read(await desk.visit('/feedback?year=soon'), 'h2')).toBe('Said in 2027');
  });

  it('is shown as it is written', async () => {
    await named({ text: HOSTILE, name: HOSTILE, about: 'service', service: HOSTILE });
    await answer(HOSTILE);
    const code = codeOn(page(await anonymous({ text: HOSTILE })));
    for (const $ of [
      await desk.visit(paths.feedback()),
      await desk.visit(await first()),
      page(await readWith(house.desk(), code)),
    ]) {
      expect($('main img').length).toBe(0);
      expect(read($, 'main')).toContain(HOSTILE);
    }
  });
});

describe('“You said, we did”, and the sheets', () => {
  let house: House;
  let staff: Desk;
  let coordinator: Desk;
  let manager: Desk;

  beforeEach(async () => {
    house = await openHouse();
    staff = await house.signIn('staff', 'Rosa');
    coordinator = await house.signIn('coordinator', 'Ines');
    manager = await house.signIn('manager', 'Nora');
  });

  afterEach(() => house.close());

  const LINE = { said: 'The hallway is dark', did: 'A lamp hangs there' };
  const compose = (answers: Fields = {}) => coordinator.fill(paths.saidAndDone(), { ...LINE, ...answers });
  const sheet = async () => read(await staff.visit(paths.saidAndDoneSheet()), 'main');

  it('is composed by a coordinator, printed by anyone, taken off and put back', async () => {
    expect((await staff.visit(paths.saidAndDone()))('form#kept').length).toBe(0);
    expect((await compose()).status).toBe(303);
    expect(await sheet()).toContain('You said: The hallway is dark We did: A lamp hangs there');
    const $ = await coordinator.visit(paths.saidAndDone());
    const address = String($('form[action$="/on"]').attr('action'));
    await coordinator.send($, address, { on: 'no' });
    expect(await sheet()).toContain('No line is on the sheet yet');
    const off = await coordinator.visit(paths.saidAndDone());
    expect(read(off, 'main .list')).toContain('not on the sheet');
    await coordinator.send(off, address, { on: 'yes' });
    expect(await sheet()).toContain('A lamp hangs there');
    const own = fieldsOf(await staff.visit(paths.shift()), '/names')._csrf!;
    expect((await staff.post(address, { on: 'no', _csrf: own })).status).toBe(403);
    expect(await sheet()).toContain('A lamp hangs there');
  });

  it.each<[Fields, string, string]>([
    [{ said: '' }, 'said', 'Enter what was said'],
    [{ did: '' }, 'did', 'Enter what came of it'],
    [{ said: 'Kim finds it dark' }, 'said', '“Kim” may be somebody’s name'],
    [{ did: 'We asked loulou' }, 'did', '“loulou” may be somebody’s name'],
  ])('names nobody who gave feedback or is here: refused for %j', async (answers, field, words) => {
    await staff.fill(paths.newFeedback(), { about: 'house', text: 'x', name: 'Kim Porter' });
    await staff.fill('/check-in', { name: 'Loulou', departureDay: '2026-11-25' });
    const refused = await compose(answers);
    expect([refused.status, read(page(refused), `#${field}-error`)]).toEqual([
      422,
      expect.stringContaining(words) as string,
    ]);
    expect(await house.rows('SELECT * FROM said_and_done')).toEqual([]);
  });

  it('every sheet ends with an address outside the house, or with room for one', async () => {
    const ends = async (path: string) => {
      const $ = await staff.visit(path);
      expect($('main > div > :last-child').is('section[aria-labelledby=outside]')).toBe(true);
      return $('section[aria-labelledby=outside]');
    };
    for (const path of [paths.feedbackSheet(), paths.saidAndDoneSheet()])
      expect((await ends(path)).find('.blank').length).toBe(1);
    const text = `The advocates\n555-0140 ${HOSTILE}`;
    expect((await manager.fill(paths.outsideSettings(), { text })).status).toBe(303);
    for (const path of [paths.feedbackSheet(), paths.saidAndDoneSheet()]) {
      const end = await ends(path);
      expect([end.find('.blank').length, end.find('.written').text()]).toEqual([0, text]);
    }
  });

  it('the address is a text of the house: versions, two managers, nothing empty', async () => {
    const empty = await manager.fill(paths.outsideSettings(), { text: '' });
    expect(empty.status).toBe(422);
    const $ = await manager.visit(paths.outsideSettings());
    await manager.fill(paths.outsideSettings(), { text: 'The advocates' });
    const late = await manager.send($, paths.outsideSettings(), { text: 'The board' });
    expect([late.status, read(page(late), '[name=text]')]).toEqual([409, 'The board']);
    expect(read(page(late), 'section.flag')).toContain('The advocates');
    expect((await manager.send(page(late), paths.outsideSettings())).status).toBe(303);
    // The same again makes no version
    expect((await manager.fill(paths.outsideSettings())).status).toBe(303);
    expect(await house.rows('SELECT number, text FROM outside_addresses')).toEqual([
      { number: 1, text: 'The advocates' },
      { number: 2, text: 'The board' },
    ]);
  });
});
