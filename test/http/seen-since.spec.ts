import { paths } from '../../src/web/paths.js';
import { type Desk, fieldsOf, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'early_choice', destination: 'family', ownWords: 'A good week' };
const WAS_SEEN = 'Ines saw S.A. Tue 24 Nov, 10 pm.';

/** Sam was to leave Maple on Mon 23 November 2026; Ines saw them on Tue 24 at 10 pm, and Wednesday begins. */
describe('a leaving before somebody saw them is asked about once (R8)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn();
    stay = (await desk.fill(paths.checkIn(), { name: 'Sam Ash', departureDay: '2026-11-23' })).headers
      .location!;
    house.clock.moveTo('2026-11-25T04:00:00Z');
    const ines = await house.signIn('staff', 'Ines');
    await ines.post(`${stay}/still-here`, fieldsOf(await ines.visit('/'), `${stay}/still-here`));
    house.clock.moveTo('2026-11-25T14:00:00Z');
    desk = await house.signIn('staff', 'Kim');
  });

  afterEach(() => house.close());

  const leave = (leftAt: string, more: Record<string, string> = {}) =>
    desk.fill(`${stay}/departure`, { ...LEAVES, leftAt, ...more });
  const leftAt = async () =>
    (await house.rows<{ at: string | null }>('SELECT left_at AS at FROM stays'))[0]!.at;

  it('says who saw them and when, keeps everything, and writes nothing yet', async () => {
    const answer = await leave('2026-11-24T20:00');
    expect(answer.status).toBe(409);
    const $ = page(answer);
    expect(read($, '[role=group][aria-labelledby=ask-before]')).toContain('Did they leave before that?');
    expect(read($, '#ask-seen')).toContain(WAS_SEEN);
    expect($('[role=alert]').length).toBe(0);
    expect([$('[name=leftAt]').val(), read($, '[name=ownWords]')]).toEqual([
      '2026-11-24T20:00',
      'A good week',
    ]);
    expect(await leftAt()).toBeNull();
  });

  it('is written with one press after that', async () => {
    const $ = page(await leave('2026-11-24T20:00'));
    const leftBefore = $('button[name=leftBefore]').val() as string;
    expect((await desk.send($, `${stay}/departure`, { leftBefore })).status).toBe(303);
    expect(await leftAt()).toBe('2026-11-25T02:00:00Z');
  });

  it('keeps the answer while something else is asked, and asks again of another time', async () => {
    const $ = page(await leave('2026-11-24T20:00'));
    const leftBefore = $('button[name=leftBefore]').val() as string;
    const again = await desk.send($, `${stay}/departure`, { leftBefore, destination: '' });
    expect(again.status).toBe(422);
    expect(page(again)('input[name=leftBefore]:checked').val()).toBe(leftBefore);
    const other = await desk.send(page(again), `${stay}/departure`, {
      ...LEAVES,
      leftAt: '2026-11-24T21:00',
    });
    expect(other.status).toBe(409);
    expect(read(page(other), '#ask-seen')).toContain(WAS_SEEN);
  });

  it('is not asked of a leaving at that minute or after it', async () => {
    expect((await leave('2026-11-24T22:00')).status).toBe(303);
  });

  it('is asked from paper too, and taken once it is answered', async () => {
    const $ = await desk.visit('/from-paper?kind=left');
    const line = {
      stayId: stay.split('/')[2]!,
      leftAt: '2026-11-24T20:00',
      ending: 'planned',
      destination: 'family',
      writerName: 'Rosa',
    };
    const answer = await desk.send($, '/from-paper?kind=left', line);
    expect(answer.status).toBe(409);
    const asked = page(answer);
    expect(read(asked, '#ask-seen')).toContain('Ines saw them Tue 24 Nov, 10 pm.');
    expect(read(asked, 'main')).not.toContain('They were seen after that');
    const leftBefore = asked('button[name=leftBefore]').val() as string;
    expect((await desk.send(asked, '/from-paper?kind=left', { leftBefore })).status).toBe(303);
  });
});
