import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const YES = { followUpConsent: 'yes', point: ['3d', '30d'], channel: 'call', detail: '555-0171' };
const DUE = '2026-11-25T18:00:00Z'; // Wed 25, noon

// Set up Sun 22 November 2026, 10:40 pm in Chicago
describe('what is asked at a follow-up', () => {
  let house: House;
  let desk: Desk;
  let stay: string;
  let followUp: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
    const came = await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' });
    stay = came.headers.location!;
    house.clock.advance({ minutes: 30 });
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...YES });
    house.clock.moveTo(DUE);
    desk = await house.signIn('staff', 'Ines on Wednesday');
    const $ = await desk.visit(paths.followUps());
    followUp = $('main li a').first().attr('href')!;
  });

  afterEach(() => house.close());

  const asked = () => `${followUp}/answers`;
  const tries = (result: string) => desk.fill(followUp, { result }, `${followUp}/attempts`);
  const keep = (answers: Fields, at = desk) => at.fill(asked(), answers);
  const kept = () =>
    house.rows(
      'SELECT code, outcome, choice, count, words FROM answers a JOIN answer_sets s ON s.id = a.set_id WHERE undone_at IS NULL ORDER BY code',
    );
  const state = async () => read(await desk.visit(asked()), '.state');

  it('comes right after they were reached: a few questions, all theirs to skip, nothing chosen beforehand', async () => {
    expect((await tries('talked')).headers.location).toBe(asked());
    const $ = await desk.visit(asked());
    expect(read($, 'h1')).toBe('What N. said');
    expect(read($, 'main')).toContain('Skip any you like, or all of them.');
    const legends = $('#kept fieldset legend')
      .toArray()
      .map((each) => $(each).text().trim());
    expect(legends).toEqual([
      'How connected do you feel with other people just now?',
      'How hopeful do you feel just now?',
      'How able do you feel to handle what comes?',
      'How much do you feel that you belong somewhere?',
      'Since you left, up to 180 days: about how many nights in a hospital, for how you were feeling?',
      'Where do you live just now?',
      'Are you in touch with what you hoped for when you left?',
      'Would you come here again, if you needed to?',
      'Language they are asked in',
    ]);
    expect(
      $('#kept :checked')
        .toArray()
        .map((each) => $(each).attr('name')),
    ).toEqual(['language']);
  });

  it('stands on the page of their stay, each kind of silence in its own words, and 0 nights as 0', async () => {
    await tries('talked');
    const done = await keep({
      'answer-hope': '2',
      'answer-handle': 'skipped',
      'answer-living_now': 'not-said',
      'words-hospital_nights_after': '0',
    });
    expect([done.status, done.headers.location]).toEqual([303, paths.followUps()]);
    const $ = await desk.visit(stay);
    const shown = $('#their-answers ~ details dl > div')
      .toArray()
      .map((each) => [$(each).find('dt').text(), $(each).find('dd').text()]);
    expect(shown).toEqual([
      ['How hopeful do you feel just now?', 'Quite'],
      ['How able do you feel to handle what comes?', 'skipped'],
      ['Since you left, up to 180 days: about how many nights in a hospital, for how you were feeling?', '0'],
      ['Where do you live just now?', 'chose not to say'],
    ]);
    expect(await state()).toBe('Answered Wed 25 Nov, written down by Ines on Wednesday.');
    expect(read(await desk.visit(asked()), 'dl')).toContain('How hopeful do you feel just now?Quite');
  });

  it('keeps that they skipped the rest in one click, and never as a number', async () => {
    await tries('talked');
    await keep({ 'answer-hope': '1', all: 'skipped' });
    const silent = { outcome: 'skipped', choice: null, count: null, words: null };
    expect(await kept()).toEqual(
      [
        'belonging',
        'come_again',
        'connected',
        'connected_as_hoped',
        'handle',
        'hope',
        'hospital_nights_after',
        'living_now',
      ].map((code) =>
        code === 'hope' ? { code, ...silent, outcome: 'answered', choice: 1 } : { code, ...silent },
      ),
    );
  });

  it('is asked of nobody who was not reached, and of nobody who took their yes back', async () => {
    expect(await state()).toBe('Nothing is asked before they were reached.');
    await tries('talked');
    const slip = await desk.visit(asked());
    await desk.send(slip, slip('form[action^="/undo/"]').first().attr('action')!);
    const early = await desk.send(slip, asked(), { 'answer-hope': '1' });
    expect([early.status, read(page(early), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('Nothing is asked before they were reached'),
    ]);
    await tries('talked');
    const open = await desk.visit(asked());
    const consents = (await desk.visit(stay))('aside a[href$="/consents"]').attr('href')!;
    const $ = await desk.visit(consents);
    await desk.send($, $('form[action$="/withdraw"]').first().attr('action')!);
    const late = await desk.send(open, asked(), { language: 'en', 'answer-hope': '1' });
    expect([late.status, read(page(late), '[role=alert]')]).toEqual([
      409,
      expect.stringContaining('Their yes does not hold any more'),
    ]);
    expect(await state()).toBe('Their yes does not hold any more: nothing is asked.');
    expect((await desk.visit(asked()))('#kept').length).toBe(0);
    expect(await kept()).toEqual([]);
  });

  it('is asked of nobody who died since (R50)', async () => {
    await tries('talked');
    const open = await desk.visit(asked());
    await desk.fill(`${stay}/death`, { about: 'about' });
    expect((await desk.visit(asked()))('#kept').length).toBe(0);
    expect((await desk.send(open, asked(), { 'answer-hope': '1' })).status).toBe(409);
    expect(await kept()).toEqual([]);
  });

  it('is kept once, whoever writes it down at the same moment; the later sees both', async () => {
    await tries('talked');
    const other = await house.signIn('staff', 'Theo');
    const both = await Promise.all([keep({ 'answer-hope': '1' }), keep({ 'answer-hope': '3' }, other)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const late = page(both.find(({ status }) => status === 409)!);
    expect(read(late, '[role=alert]')).toBe('This is not kept. This was answered already.');
    const texts = late('dl')
      .toArray()
      .map((each) => late(each).text().trim());
    expect(texts.sort()).toEqual([
      'How hopeful do you feel just now?Somewhat',
      'How hopeful do you feel just now?Very',
    ]);
    expect(await kept()).toHaveLength(1);
  });

  it('can be undone, and until then the try it came with cannot (R24)', async () => {
    await tries('talked');
    const tried = (await desk.visit(followUp))('form[action^="/undo/"]').attr('action')!;
    await keep({ 'answer-hope': '1' });
    await desk.visit(paths.followUps());
    expect((await desk.visit(followUp))('form[action^="/undo/"]').length).toBe(0);
    const $ = await desk.visit(stay);
    await desk.send($, $('form[action^="/undo/"]').first().attr('action')!);
    expect(await kept()).toEqual([]);
    expect((await desk.visit(asked()))('#kept').length).toBe(1);
    await desk.visit(paths.followUps());
    expect((await desk.visit(followUp))(`form[action="${tried}"]`).length).toBe(1);
  });

  it.each([
    [{ 'words-hospital_nights_after': '181' }, 'Write a whole number from 0 to 180, or skip this question'],
    [{ 'words-hospital_nights_after': 'many' }, 'Write a whole number from 0 to 180, or skip this question'],
    [{ 'answer-living_now': '8' }, 'Choose one of these answers'],
    [{}, 'Key in at least one answer'],
  ])('refuses %j beside its field, and keeps the rest', async (answers: Fields, message) => {
    await tries('talked');
    const answer = await keep({ ...answers, ...(message.startsWith('Key') ? {} : { 'answer-hope': '2' }) });
    expect([answer.status, read(page(answer), '.errs a')]).toEqual([422, message]);
    expect(page(answer)('[name=answer-hope]:checked').length).toBe(message.startsWith('Key') ? 0 : 1);
    expect(await kept()).toEqual([]);
  });

  it('leads on to the places they were connected to, while their yes holds', async () => {
    const link = `a[href="${stay}/connections"]`;
    await tries('talked');
    expect((await desk.visit(asked()))(link).length).toBe(0);
    await desk.fill(`${stay}/connections`, { ownWords: 'A choir' });
    expect((await desk.visit(asked()))(link).text()).toBe('How was it where they went?');
    const consents = (await desk.visit(stay))('aside a[href$="/consents"]').attr('href')!;
    const $ = await desk.visit(consents);
    await desk.send($, $('form[action$="/withdraw"]').first().attr('action')!);
    expect((await desk.visit(asked()))(link).length).toBe(0);
  });

  it('is keyed in nowhere else', async () => {
    expect((await desk.get(`${stay}/answers?moment=follow-up`)).status).toBe(404);
    const $ = await desk.visit(`${stay}/answers`);
    const sent = await desk.send($, `${stay}/answers`, {
      moment: 'follow-up',
      language: 'en',
      'answer-hope': '1',
    });
    expect(sent.status).toBe(404);
  });

  describe('nights in a hospital', () => {
    const WINDOW = '/settings/hospital-window';
    const AFTER = '#kept fieldset legend';
    let boss: Desk;

    beforeEach(async () => {
      boss = await house.signIn('manager');
      await tries('talked');
    });

    it('are asked over one time, before and after, with a reason where it is not ours', async () => {
      const none = await boss.fill(WINDOW, { window: '11m' });
      expect([none.status, read(page(none), '.errs a')]).toEqual([
        422,
        'Write why: it is printed with the figures',
      ]);
      await keep({ 'words-hospital_nights_after': '3' });
      expect((await boss.fill(WINDOW, { window: '11m', why: 'As in the published study' })).status).toBe(303);
      expect(read(await desk.visit('/questions/sheet?moment=leaving&language=en'), '.asks')).toContain(
        'In the 11 months before you came',
      );
      expect(read(await desk.visit('/questions/sheet?moment=follow-up&language=es'), '.asks')).toContain(
        'hasta 11 meses',
      );
      expect(read(await desk.visit('/questions/sheet?moment=arrival&language=en'), '.asks')).not.toContain(
        'hospital',
      );
      // What was answered keeps the time it was asked over
      expect(read(await desk.visit(asked()), 'dl')).toContain('up to 180 days');
    });

    it('are asked of both sides or of neither, and visits to an emergency room once a house wants them', async () => {
      await boss.fill(WINDOW, { 'asked[]': ['visits'] });
      const legends = (await desk.visit(asked()))(AFTER).text();
      expect(legends).toContain('emergency room visits');
      expect(legends).not.toContain('nights in a hospital');
      const sheet = read(await desk.visit('/questions/sheet?moment=leaving&language=en'), '.asks');
      expect(sheet).toContain('emergency room visits');
      expect(sheet).not.toContain('nights in a hospital');
    });

    it('are never asked at arrival', async () => {
      const answer = await boss.fill('/settings/questions/hospital_nights_before', {
        'moments[]': ['arrival', 'leaving'],
      });
      expect([answer.status, read(page(answer), '.errs a')]).toEqual([
        422,
        'This one is asked only at leaving',
      ]);
    });

    it('tell a second manager what the first one kept (R26)', async () => {
      const open = await boss.visit(WINDOW);
      const other = await house.signIn('manager', 'Ada');
      await other.fill(WINDOW, { window: '90d', why: 'Our funder asks' });
      const late = await boss.send(open, WINDOW, { window: '30d', why: 'Short' });
      expect(late.status).toBe(409);
      expect(read(page(late), 'main')).toContain('Our funder asks');
      expect(page(late)('[name=why]').text().trim()).toBe('Short');
    });
  });
});
