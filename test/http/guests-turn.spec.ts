import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

describe('the guest’s turn', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn();
    const answer = await desk.fill('/check-in', { name: 'Lou Halfway', departureDay: '2026-11-25' });
    stay = answer.headers.location!;
  });

  afterEach(() => house.close());

  const handOver = (purpose = 'leaving', at = desk) => at.fill(`${stay}/turn`, { purpose });
  const begin = (word = '') => desk.fill('/g', { word }, '/g/begin');
  const answer = (answers: Record<string, string>, go = 'next') =>
    desk.fill('/g', { go, ...answers }, '/g/answer');
  const takeBack = (secret = PASSPHRASE, at = desk) => at.fill('/g/back', { secret });
  const heading = async (at = desk) => read(await at.visit('/g'), 'h1');
  const half = () => house.rows('SELECT * FROM turn_answers');
  const kept = () =>
    house.rows<{ code: string; outcome: string }>(
      'SELECT code, outcome, choice, words FROM answers ORDER BY code',
    );

  it('asks one question a page, in words, and keeps what the guest keeps', async () => {
    expect((await handOver()).headers.location).toBe('/g');
    expect(await heading()).toBe('This is your turn');
    await begin();
    const first = await desk.visit('/g');
    expect([read(first, 'h1'), read(first, '.split .muted')]).toEqual([
      'Did you feel welcome here?',
      'Question 1 of 10. You can skip any of them.',
    ]);
    expect(
      first('.opt')
        .toArray()
        .map((each) => first(each).text().trim()),
    ).toEqual([
      'Yes, the whole time',
      'Most of the time',
      'Sometimes',
      'Not really',
      'I don’t know',
      'I’d rather not say',
    ]);
    expect(read(first, 'main')).not.toMatch(/Lou|L\.H\.|Maple|Beds/);
    const empty = await answer({ answer: '' });
    expect([empty.status, read(page(empty), '.errs a')]).toEqual([
      422,
      'Choose an answer, or skip this question',
    ]);
    await answer({ answer: '2' });
    await answer({}, 'skip');
    await answer({ answer: 'not-said' });
    await answer({ answer: 'dont-know' });
    await answer({ answer: '1' }, 'stop');
    const ending = await desk.visit('/g');
    expect(read(ending, 'h1')).toBe('That was it. Keep your answers?');
    expect(read(ending, 'dl')).toContain('Did you feel welcome here?Most of the time');
    await desk.fill('/g', { how: 'keep' }, '/g/end');
    expect(await heading()).toBe('Thank you. Your answers are kept.');
    expect([await kept(), await half()]).toEqual([
      [
        { code: 'connected', outcome: 'not-said', choice: null, words: null },
        { code: 'handle', outcome: 'answered', choice: 1, words: null },
        { code: 'hope', outcome: 'dont-know', choice: null, words: null },
        { code: 'say', outcome: 'skipped', choice: null, words: null },
        { code: 'welcome', outcome: 'answered', choice: 2, words: null },
      ],
      [],
    ]);
  });

  it('keeps nothing of what is thrown away', async () => {
    await handOver();
    await begin('3');
    await answer({ answer: '2' });
    await desk.fill('/g', {}, '/g/answer');
    await answer({}, 'stop');
    await desk.fill('/g', { how: 'throw' }, '/g/end');
    expect(await heading()).toBe('Nothing is kept.');
    expect([await kept(), await half(), await house.rows('SELECT * FROM answer_sets')]).toEqual([[], [], []]);
    expect(await house.rows('SELECT word, at_code FROM turns')).toEqual([{ word: null, at_code: null }]);
    await takeBack();
    expect(await house.rows('SELECT * FROM turns')).toEqual([]);
  });

  it('lets nothing else of the house be seen until the person takes the screen back with their secret', async () => {
    await handOver();
    const board = await desk.get('/');
    expect([board.status, board.headers.location]).toEqual([303, '/g']);
    const lost = await desk.get('/no-such-page');
    expect([lost.status, read(page(lost), 'nav').length, read(page(lost), 'main a')]).toEqual([
      404,
      0,
      'Back to your turn · Volver a tu turno',
    ]);
    const wrong = await takeBack('wrong secret');
    expect([wrong.status, read(page(wrong), '.errs').length > 0]).toEqual([422, true]);
    expect((await desk.get('/')).headers.location).toBe('/g');
    const right = await takeBack();
    expect(right.headers.location).toBe(`${stay}/turn`);
    expect((await desk.get('/')).status).toBe(200);
    expect((await desk.get('/g')).headers.location).toBe('/');
  });

  it('counts guesses of the secret by the tries of sign-in', async () => {
    await handOver();
    for (let guess = 0; guess < 5; guess += 1) await takeBack(`guess ${guess}`);
    expect(read(page(await takeBack()), '.errs')).toContain('Too many tries');
    house.clock.advance({ minutes: 15 });
    expect((await takeBack()).status).toBe(303);
  });

  it('is taken back for a call and goes on where it was, by the word only the guest knows', async () => {
    await handOver();
    await begin('3');
    await answer({ answer: '2' });
    await takeBack();
    expect(read(await desk.visit(`${stay}/turn`), '.state')).toContain('Their turn waits half answered.');
    await handOver('go-on');
    expect(await heading()).toBe('The screen is covered');
    await desk.fill('/g', { word: '4' }, '/g/open');
    expect(read(await desk.visit('/g'), '.state')).toBe('That is not the word. Once more is fine.');
    await desk.fill('/g', { word: '3' }, '/g/open');
    const $ = await desk.visit('/g');
    expect(read($, 'h1')).toBe('Did you have a say in how your stay went?');
    await answer({}, 'back');
    expect((await desk.visit('/g'))('[name=answer]:checked').val()).toBe('2');
  });

  it('asks for the person of the desk after two wrong words', async () => {
    await handOver();
    await begin('3');
    await desk.fill('/g', {}, '/g/cover');
    for (const word of ['1', '2']) await desk.fill('/g', { word }, '/g/open');
    const $ = await desk.visit('/g');
    expect(read($, 'main')).toContain(`Please ask ${desk.person.name} to open it.`);
    expect($('[name=word]').length).toBe(0);
    const _csrf = String(
      $('[name=_csrf]').first().val() ?? (await desk.visit('/g/back'))('[name=_csrf]').val(),
    );
    await desk.post('/g/open', { _csrf, word: '3' });
    expect(await heading()).toBe('The screen is covered');
  });

  it('does nothing from under its cover but open by the word', async () => {
    await handOver();
    await begin('3');
    await answer({ answer: '2' });
    const $ = await desk.visit('/g');
    await desk.fill('/g', {}, '/g/cover');
    const before = await house.rows('SELECT * FROM turns');
    const _csrf = String($('[name=_csrf]').first().val());
    await desk.send($, '/g/answer', { answer: '1', go: 'next' });
    await desk.post('/g/end', { _csrf, how: 'keep' });
    await desk.post('/g/end', { _csrf, how: 'throw' });
    await desk.post('/g/go', { _csrf, to: 'about' });
    await desk.post('/g/language', { _csrf, language: 'es' });
    await desk.post('/g/begin', { _csrf, word: '1' });
    expect(await house.rows('SELECT * FROM turns')).toEqual(before);
    expect([await half(), await kept()]).toMatchObject([[{ code: 'welcome', choice: 2 }], []]);
  });

  it('lets nobody change the word on the way', async () => {
    await handOver();
    await begin('3');
    const $ = await desk.visit('/g');
    await desk.post('/g/begin', { _csrf: String($('[name=_csrf]').first().val()), word: '1' });
    expect(await house.rows('SELECT word FROM turns')).toEqual([{ word: '3' }]);
  });

  it('covers itself when it is quiet, also without scripts, and keeps what came late', async () => {
    await handOver();
    await begin('3');
    const open = await desk.get('/g');
    expect(open.headers.refresh).toBe('301; url=/g');
    house.clock.advance({ minutes: 4 });
    expect(await heading()).toBe('Did you feel welcome here?');
    house.clock.advance({ minutes: 1 });
    expect(await heading()).toBe('The screen is covered');
    const late = await desk.send(page(open), '/g/answer', { answer: '2', go: 'next' });
    expect(late.status).toBe(303);
    expect(await heading()).toBe('The screen is covered');
    expect(await half()).toMatchObject([{ code: 'welcome', choice: 2 }]);
  });

  it('wipes what was half answered after the quiet the house set, and says so', async () => {
    const marta = await house.signIn('manager');
    await marta.fill('/settings/house', { turnWipedAfter: '12' });
    await handOver();
    await begin('3');
    await answer({ answer: '2' });
    house.clock.advance({ minutes: 11 });
    expect(await half()).toHaveLength(1);
    house.clock.advance({ minutes: 1 });
    expect(await heading()).toBe('It was quiet for a while.');
    // Anything that is written in the house takes it out of the file first
    await marta.fill('/notes', { text: 'Bins out', lives: 'done' });
    expect(await half()).toEqual([]);
    expect(await house.rows(`SELECT person_id FROM audit WHERE act = 'turn.wipedAfter'`)).toEqual([
      { person_id: null },
    ]);
    await takeBack();
    expect(read(await desk.visit(`${stay}/turn`), 'main')).not.toContain('half answered waits');
  });

  it('holds for one screen: handed over at another, the first shows nothing', async () => {
    const other = await house.signIn();
    await handOver();
    await begin();
    await answer({ answer: '2' });
    await handOver('go-on', other);
    expect([await heading(), await heading(other)]).toEqual([
      'Your turn goes on at another screen.',
      'Did you have a say in how your stay went?',
    ]);
    await takeBack();
    expect(await heading(other)).toBe('Did you have a say in how your stay went?');
  });

  it('keeps two guests at two desks apart', async () => {
    const other = await house.signIn();
    const second = (await other.fill('/check-in', { name: 'Ash', departureDay: '2026-11-25' })).headers
      .location!;
    await handOver();
    await other.fill(`${second}/turn`, { purpose: 'arrival' });
    await begin();
    await other.fill('/g', { word: '' }, '/g/begin');
    await answer({ answer: '1' });
    expect(await heading(other)).toBe('How connected do you feel with other people just now?');
    expect(await half()).toHaveLength(1);
  });

  it('says the whole of it in Spanish as well', async () => {
    await handOver();
    await begin();
    await desk.fill('/g', { language: 'es' }, '/g/language');
    const $ = await desk.visit('/g');
    expect([$('html').attr('lang'), read($, 'h1'), read($, '.split .muted')]).toEqual([
      'es',
      '¿Sentiste que aquí te recibieron bien?',
      'Pregunta 1 de 10. Puedes saltar cualquiera.',
    ]);
    expect(read($, 'time')).toBe('dom 22 nov, 10:40 p. m.');
  });

  it('lets them read what is written about them, and answer it, alone', async () => {
    await desk.fill(`${stay}/notes`, { text: 'Likes tea', writtenBy: 'both' });
    await handOver('read');
    await begin();
    const $ = await desk.visit('/g');
    expect([read($, 'h1'), read($, '.written')]).toEqual(['What is written about me', 'Likes tea']);
    const action = $('form[action^="/g/notes/"]').attr('action')!;
    const empty = await desk.send($, action, { answer: 'add', words: '' });
    expect([empty.status, read(page(empty), '#errors a')]).toEqual([422, 'Write it in your words']);
    await desk.send($, action, { answer: 'add', words: 'With milk' });
    expect(read(await desk.visit('/g'), 'main')).toContain(
      'They said, alone, Sun 22, 10:40 pm: I want to add',
    );
    await desk.fill('/g', { to: 'asking' }, '/g/go');
    expect(await heading()).toBe('Thank you for reading.');
  });

  it('writes a line of audit for handing over, taking back and keeping, without a word of what was said', async () => {
    await handOver();
    await begin();
    await answer({ answer: '2' });
    await answer({}, 'stop');
    await desk.fill('/g', { how: 'keep' }, '/g/end');
    await takeBack();
    const acts = await house.rows<{ act: string }>(
      `SELECT act FROM audit WHERE act LIKE 'turn.%' AND act <> 'turn.own' AND act NOT LIKE '%.view'`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['turn.handOver', 'turn.keep', 'turn.takeBack']);
  });

  it('stays locked when another page of the desk is asked for at the same moment', async () => {
    const open = await desk.visit(`${stay}/turn`);
    // Each keeps the session as it found it, and some are slower than the handing over
    house.clock.advance({ minutes: 2 });
    const asked = [1, 2, 3, 4].map(() => desk.get('/'));
    const [handed] = await Promise.all([desk.send(open, `${stay}/turn`, { purpose: 'leaving' }), ...asked]);
    expect(handed.headers.location).toBe('/g');
    house.clock.advance({ minutes: 2 });
    await Promise.all([desk.get('/'), desk.get('/shift'), desk.get('/g')]);
    expect((await desk.get('/')).headers.location).toBe('/g');
    expect(
      await house.rows(`SELECT count(*) AS locked FROM sessions WHERE data ->> '$.turn' IS NOT NULL`),
    ).toEqual([{ locked: 1 }]);
  });

  it('is one turn however often the button is pressed', async () => {
    const open = await desk.visit(`${stay}/turn`);
    const send = () => desk.send(open, `${stay}/turn`, { purpose: 'leaving' });
    await Promise.all([send(), send(), send()]);
    expect(await heading()).toBe('This is your turn');
    expect(await house.rows('SELECT id FROM turns')).toHaveLength(1);
  });

  it('keeps once what is sent twice, and answers a page that is behind with the page they are at', async () => {
    await handOver();
    await begin();
    const first = await desk.visit('/g');
    const send = () => desk.send(first, '/g/answer', { answer: '2', go: 'next' });
    await Promise.all([send(), send()]);
    expect([await heading(), (await half()).length]).toEqual([
      'Did you have a say in how your stay went?',
      1,
    ]);
    await answer({}, 'stop');
    const end = await desk.visit('/g');
    const keep = () => desk.send(end, '/g/end', { how: 'keep' });
    const both = await Promise.all([keep(), keep()]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(await house.rows('SELECT id FROM answer_sets')).toHaveLength(1);
    await desk.send(first, '/g/answer', { answer: '1', go: 'next' });
    expect(await half()).toEqual([]);
  });

  it('answers no note that does not stand on their page', async () => {
    const other = await house.signIn();
    const second = (await other.fill('/check-in', { name: 'Ash', departureDay: '2026-11-25' })).headers
      .location!;
    await other.fill(`${second}/notes`, { text: 'Likes rain', writtenBy: 'both' });
    const [note] = await house.rows<{ id: string }>('SELECT id FROM guest_notes');
    await handOver('read');
    await begin();
    const $ = await desk.visit('/g');
    expect(read($, 'main')).not.toContain('Likes rain');
    const _csrf = String($('[name=_csrf]').first().val());
    const refused = await desk.post(`/g/notes/${note!.id}`, { _csrf, answer: 'agree', seen: '0' });
    expect([refused.status, await house.rows('SELECT * FROM note_answers')]).toEqual([404, []]);
  });

  it('is offered for nobody who died, and asks nothing twice', async () => {
    await desk.fill(
      `${stay}/answers?moment=arrival`,
      { language: 'en', 'answer-hope': '2' },
      `${stay}/answers`,
    );
    const $ = await desk.visit(`${stay}/turn`);
    expect(
      $('[name=purpose]')
        .toArray()
        .map((each) => $(each).val()),
    ).toEqual(['leaving', 'read']);
    const forced = await desk.send($, `${stay}/turn`, { purpose: 'arrival' });
    expect([forced.status, read(page(forced), '#errors a')]).toEqual([422, 'Choose what it is for']);
    await desk.fill(`${stay}/death`);
    expect((await desk.get(`${stay}/turn`)).status).toBe(409);
    expect(read(await desk.visit(stay), '#their-answers ~ div')).not.toContain('Hand the screen');
  });
});
