import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const SETTINGS = '/settings/in-touch';
const LEAVES = {
  ending: 'planned',
  destination: 'family',
  followUpConsent: 'yes',
  channel: 'call',
  detail: '555-0171',
};

/** Set up Sun 22 November 2026, 10:40 pm in Chicago. */
describe('how the house keeps in touch, as managers set it (R33, R34)', () => {
  let house: House;
  let desk: Desk;
  let boss: Desk;
  let guests: number;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch' });
    guests = 0;
    desk = await house.signIn('staff', 'Ines');
    boss = await house.signIn('manager');
  });

  afterEach(() => house.close());

  const comes = async () =>
    (
      await desk.fill(paths.checkIn(), {
        name: ['Nia', 'Moe'][(guests += 1) - 1]!,
        departureDay: '2026-11-25',
      })
    ).headers.location!;
  const leaves = async (answers: Fields) => {
    const stay = await comes();
    house.clock.advance({ minutes: 30 });
    await desk.fill(`${stay}/departure`, { ...LEAVES, ...answers });
    return stay;
  };
  const sets = (answers: Fields) => boss.fill(SETTINGS, answers);
  const moveTo = async (time: string) => {
    house.clock.moveTo(time);
    desk = await house.signIn('staff', `Ines at ${time}`);
    boss = await house.signIn('manager', `Ada at ${time}`);
  };

  it('changes what is offered, and no plan that was made', async () => {
    const before = await leaves({ point: ['3d', '30d'] });
    expect((await sets({ points: '1m, 7d' })).status).toBe(303);
    const now = await comes();
    const form = await desk.visit(`${now}/departure`);
    expect(read(form, '#point')).toBe(
      'If yes: when? Only what they want 7 days after leaving 1 month after leaving',
    );
    expect(read(await desk.visit(before), '[aria-labelledby=agreed]')).toContain(
      '30 days after leaving Due Tue 22 Dec.',
    );
    const plan = read(await desk.visit(`${before}/follow-up-plan`), '#point');
    expect(plan).toContain('7 days after leaving: Sun 29 Nov');
    expect(plan).toContain('30 days after leaving: Tue 22 Dec');
    expect(read(await boss.visit(SETTINGS), 'main')).toContain('Saved Sun 22 Nov, 11:10 pm');
    expect(await house.rows('SELECT number FROM contact_rules')).toHaveLength(2);
  });

  it('keeps a moment that was offered when the page was drawn', async () => {
    const stay = await comes();
    const form = await desk.visit(`${stay}/departure`);
    await sets({ points: '7d' });
    house.clock.advance({ minutes: 30 });
    await desk.send(form, `${stay}/departure`, { ...LEAVES, point: ['3d'] });
    expect(await house.rows('SELECT point FROM follow_ups')).toEqual([{ point: '3d' }]);
  });

  it('moves the hours in which the house rings', async () => {
    await leaves({ point: ['3d'] });
    await moveTo('2026-11-25T18:00:00Z'); // noon
    expect(read(await desk.visit(paths.followUps()), 'h1')).toBe('1 to make now');
    await sets({ safeFrom: '13', safeTo: '20' });
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('from 1 pm to 8 pm');
    expect(read(await desk.visit(paths.followUps()), 'main')).toContain('From 1 pm, Wed 25');
  });

  it('changes the cap for plans that are made from now on', async () => {
    await leaves({ point: ['3d'] });
    await sets({ mostTries: '1' });
    await leaves({ point: ['3d'], detail: '555-0199' });
    await moveTo('2026-11-25T18:00:00Z');
    const rows = (await desk.visit(paths.followUps()))('main li a').toArray();
    for (const row of rows) {
      const href = String((await desk.visit(paths.followUps()))(row).attr('href'));
      await desk.fill(href, { result: 'no_answer' }, `${href}/attempts`);
    }
    const found = await house.rows(
      'SELECT most_tries AS most, closed_as AS closed FROM follow_ups ORDER BY most_tries',
    );
    expect(found).toEqual([
      { most: 1, closed: 'not-reached' },
      { most: 3, closed: null },
    ]);
  });

  it('says first what the house wants said, with the name of whoever rings', async () => {
    await leaves({ point: ['3d'] });
    await sets({ words: 'Hi, {me} here. <b>Good</b> time?' });
    house.clock.moveTo('2026-11-25T18:00:00Z');
    desk = await house.signIn('staff', 'Theo');
    const row = (await desk.visit(paths.followUps()))('main li a').attr('href')!;
    const $ = await desk.visit(row);
    expect(read($, 'aside')).toContain('“Hi, Theo here. <b>Good</b> time?”');
    expect(read($, 'aside')).toContain('“It’s Theo. I’ll try another time. No message.”');
  });

  it.each<[Fields, string]>([
    [{ points: '' }, 'Write days or months'],
    [{ points: '3d soon' }, 'Write days or months'],
    [{ points: '0d' }, 'Write days or months'],
    [{ points: '999d' }, 'Write days or months'],
    [{ points: '1d 2d 3d 4d 5d 6d 7d 8d 9d' }, 'Use at most 8'],
    [{ mostTries: '0' }, 'Enter a whole number from 1 to 10'],
    [{ mostTries: '11' }, 'Enter a whole number from 1 to 10'],
    [{ safeFrom: '19', safeTo: '10' }, 'Choose an hour later'],
    [{ safeFrom: '' }, 'Choose when the house rings'],
    [{ words: '' }, 'Write what is said first'],
    [{ words: 'Hello from {house}' }, 'Only {me} is filled in'],
    [{ words: 'This is willow  house' }, 'Leave out the name of the house'],
  ])('refuses %p: %s', async (answers, message) => {
    await boss.fill('/settings/house', { houseName: 'Willow House' });
    const answer = await sets(answers);
    expect([answer.status, read(page(answer), '[role=alert]')]).toEqual([
      422,
      expect.stringContaining(message),
    ]);
    expect(await house.rows('SELECT number FROM contact_rules')).toHaveLength(1);
  });

  it('shows both to the second of two managers (R26)', async () => {
    const sheet = await boss.visit(SETTINGS);
    await sets({ mostTries: '5' });
    const late = await boss.send(sheet, SETTINGS, { mostTries: '6' });
    expect([late.status, page(late)('#mostTries').val()]).toEqual([409, '6']);
    expect(read(page(late), '[aria-labelledby=kept-now]')).toMatch(/Tries ?5/);
  });
});
