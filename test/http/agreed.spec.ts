import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const YES = {
  followUpConsent: 'yes',
  point: ['3d', '30d'],
  channel: 'call',
  detail: '555-0171',
  safeFrom: '10',
  safeTo: '17',
  agreed: ['voicemail'],
};

// Set up Sun 22 November 2026, 10:40 pm in Chicago
describe('what was agreed stands on the stay that ended (R32–R35)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('staff', 'Ines');
  });

  afterEach(() => house.close());

  async function leaves(answers: Fields = YES): Promise<string> {
    const came = await desk.fill(paths.checkIn(), { name: 'Nia', departureDay: '2026-11-25' });
    const stay = came.headers.location!;
    expect(await agreed(stay)).toBe('');
    house.clock.advance({ minutes: 30 });
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family', ...answers });
    return stay;
  }

  const agreed = async (stay: string) => read(await desk.visit(stay), '[aria-labelledby=agreed]');

  async function onTheDay(): Promise<void> {
    house.clock.moveTo('2026-11-25T18:00:00Z');
    desk = await house.signIn('staff', 'Ines again');
  }

  async function says(stay: string, result: string): Promise<void> {
    const $ = await desk.visit(stay);
    const row = $('[aria-labelledby=agreed] a').first().attr('href')!;
    await desk.fill(row, { result }, `${row}/attempts`);
  }

  it('says each moment, the way, the hours and what may be said, never the number', async () => {
    const stay = await leaves();
    expect(await agreed(stay)).toBe(
      'What was agreed Call, 10 am to 5 pm. A message may be left. The house’s name is not said. ' +
        '3 days after leaving Due Wed 25 Nov. 30 days after leaving Due Tue 22 Dec. Change the plan with them',
    );
    expect((await desk.get(stay)).text).not.toContain('555-0171');
  });

  it('says what became of each: reached', async () => {
    const stay = await leaves();
    await onTheDay();
    await says(stay, 'talked');
    expect(await agreed(stay)).toContain('3 days after leaving Reached, Wed 25 Nov.');
    expect(await agreed(stay)).toContain('30 days after leaving Due Tue 22 Dec.');
  });

  it('says that all is withdrawn, without the way', async () => {
    const stay = await leaves();
    await onTheDay();
    await says(stay, 'stop_all');
    const words = await agreed(stay);
    expect(words.match(/Withdrawn\. Nobody rings, Wed 25 Nov/g)).toHaveLength(2);
    expect(words).not.toContain('10 am');
    expect((await desk.visit(stay))('[aria-labelledby=agreed] a').length).toBe(0);
  });

  it('says that they will call, and that nothing goes out', async () => {
    const words = await agreed(await leaves({ ...YES, channel: 'they-call' }));
    expect(words).toContain('They will call us. Nothing goes out from the house.');
    expect(words).toContain('They will call us, from Wed 25 Nov.');
  });

  it.each([{ followUpConsent: 'no' }, {}])('is not there after %p', async (answer) => {
    expect(await agreed(await leaves({ ...YES, followUpConsent: '', ...answer }))).toBe('');
  });

  it('goes with the leaving when that is undone, and does not come back with another (R24)', async () => {
    const stay = await leaves();
    const $ = await desk.visit(stay);
    await desk.send($, $('.flash form').attr('action')!);
    expect(await agreed(stay)).toBe('');
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    expect(await agreed(stay)).toBe('');
  });

  it('goes with a death (R50)', async () => {
    const stay = await leaves();
    await desk.fill(`${stay}/death`, {});
    expect(await agreed(stay)).toBe('');
  });
});
