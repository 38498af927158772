import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('questions of the house and answers from a sheet', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager');
    const answer = await desk.fill('/check-in', { name: 'Lou Halfway', departureDay: '2026-11-25' });
    stay = answer.headers.location!;
  });

  afterEach(() => house.close());

  const keyIn = (answers: Record<string, string>, moment = 'leaving') =>
    desk.fill(`${stay}/answers?moment=${moment}`, { language: 'en', ...answers }, `${stay}/answers`);

  it('keeps what stood on the sheet, each with its own kind of no answer, and shows it on the stay', async () => {
    const done = await keyIn({
      'answer-welcome': '1',
      'answer-say': 'not-said',
      'answer-hope': 'skipped',
      'answer-handle': 'dont-know',
      'answer-connected': 'not-asked',
      'words-helped': 'The garden',
    });
    expect([done.status, done.headers.location]).toEqual([303, stay]);
    const $ = await desk.visit(stay);
    expect(read($, '#their-answers + details summary')).toBe(
      `At leaving, answered Sun 22 Nov, keyed in by ${desk.person.name}`,
    );
    const shown = $('#their-answers + details dl > div')
      .toArray()
      .map((each) => [$(each).find('dt').text(), $(each).find('dd').text()]);
    expect(shown).toEqual([
      ['Did you feel welcome here?', 'Yes, the whole time'],
      ['Did you have a say in how your stay went?', 'chose not to say'],
      ['How hopeful do you feel just now?', 'skipped'],
      ['How able do you feel to handle what comes?', 'don’t know'],
      ['What helped?', 'The garden'],
    ]);
  });

  it('takes a sheet once for each moment, and takes back what was keyed in wrong', async () => {
    const open = await desk.visit(`${stay}/answers?moment=arrival`);
    await keyIn({ 'answer-hope': '2' }, 'arrival');
    const twice = await desk.send(open, `${stay}/answers`, { language: 'en', 'answer-hope': '3' });
    expect(twice.status).toBe(409);
    expect(read(await desk.visit(`${stay}/answers?moment=arrival`), '.state')).toContain(
      'Answered Sun 22 Nov',
    );
    const $ = await desk.visit(stay);
    const undo = $('form[action^="/undo/"]').first().attr('action')!;
    await desk.send($, undo);
    expect(read(await desk.visit(stay), '#their-answers + details')).toBe('');
    expect((await keyIn({ 'answer-hope': '3' }, 'arrival')).status).toBe(303);
  });

  it('asks for one answer at least, and keeps what was typed', async () => {
    const none = await keyIn({});
    expect([none.status, read(page(none), '.errs a')]).toEqual([422, 'Key in at least one answer']);
    const wrong = await keyIn({ 'answer-welcome': '9', 'words-helped': 'The garden' });
    expect([wrong.status, page(wrong)('[name=words-helped]').text().trim()]).toEqual([422, 'The garden']);
  });

  it('stops undoing the check-in once something was answered (R24)', async () => {
    await keyIn({ 'answer-hope': '2' }, 'arrival');
    expect(read(await desk.visit(stay), '.list .muted')).toContain(
      'Something else was done here since then.',
    );
  });

  it('prints the questions on a sheet in both languages', async () => {
    const en = await desk.visit('/questions/sheet?moment=leaving&language=en');
    const es = await desk.visit('/questions/sheet?moment=leaving&language=es');
    expect([en('.asks li').length, es('.asks li').length]).toEqual([10, 10]);
    expect(read(es, '.asks li:first-child b')).toBe('¿Sentiste que aquí te recibieron bien?');
    expect(read(en, '.ask-sheet')).not.toContain('L.H.');
  });

  it('adds a question of the house, asked on the turn and on the sheet', async () => {
    const added = await desk.fill('/settings/questions', {
      kind: 'scale',
      text: 'How did you sleep?',
      options: 'Well\nSo so\nBadly',
      'moments[]': ['arrival'],
      counts: 'yes',
      place: '1',
    });
    expect(added.status).toBe(303);
    const $ = await desk.visit('/questions/sheet?moment=arrival&language=es');
    expect($('.asks li b').first().text()).toBe('How did you sleep?');
    expect(await house.rows(`SELECT scores FROM question_versions WHERE code = 'ours_1'`)).toEqual([
      { scores: '[3,2,1]' },
    ]);
  });

  it('touches no answer already given with a new version', async () => {
    await keyIn({ 'answer-welcome': '2' });
    const before = await house.rows('SELECT * FROM answers');
    await desk.fill('/settings/questions/welcome', {
      options: 'A lot\nA bit\nNo',
      esOptions: 'Mucho\nPoco\nNo',
    });
    expect(await house.rows('SELECT * FROM answers')).toEqual(before);
    expect(read(await desk.visit(stay), '#their-answers + details dd')).toBe('Most of the time');
    const other = await house.signIn('manager');
    const open = await desk.visit('/settings/questions/welcome');
    await other.fill('/settings/questions/welcome', { text: 'Were you welcome?' });
    const late = await desk.send(open, '/settings/questions/welcome', { text: 'Welcome?' });
    expect(late.status).toBe(409);
  });

  it.each([
    [{ text: '' }, 'Write the question'],
    [{ options: 'Only one' }, 'Write 2 to 7 answers, a line each'],
    [{ esOptions: 'Uno\nDos' }, 'Write 4 answers, in the same order as in English'],
    [{ place: '0' }, 'Enter a whole number from 1 to 99'],
  ])('refuses %j beside its field', async (typed, message) => {
    const answer = await desk.fill('/settings/questions/welcome', typed);
    expect([answer.status, read(page(answer), '.errs a')]).toEqual([422, message]);
  });
});
