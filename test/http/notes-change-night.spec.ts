import { paths } from '../../src/web/paths.js';
import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

/** Sun 1 November 2026 in Chicago: the clock shows 1:30 am twice. */
const FIRST = '2026-11-01T06:30:00Z';
const SECOND = '2026-11-01T07:30:00Z';

// R3, R29
describe('notes of the night on which the clocks go back', () => {
  let house: House;
  let theo: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple', startAt: '2026-11-01T05:00:00Z' });
    theo = await house.signIn('staff', 'Theo');
  });

  afterEach(() => house.close());

  const write = (text: string, eventAt = {}) => theo.fill(paths.notes(), { text, lives: 'done', ...eventAt });
  const lines = async () => {
    const $ = await theo.visit(paths.shift());
    return $('#notes ~ .list li')
      .toArray()
      .map((line) => $(line).find('.written, .muted').text().replace(/\s+/gu, ' '));
  };

  it('say which half past one it was, and keep their order', async () => {
    for (const at of [FIRST, SECOND]) {
      house.clock.moveTo(at);
      await write(at);
    }
    const said = await lines();
    expect(said).toHaveLength(2);
    expect(said[0]).toContain(`${SECOND}Theo, Sun 1, 1:30 am (second)`);
    expect(said[1]).toContain(`${FIRST}Theo, Sun 1, 1:30 am (first)`);
  });

  it('ask which one is meant where one is typed', async () => {
    house.clock.moveTo('2026-11-01T08:10:00Z');
    await theo.signIn(theo.person.id, PASSPHRASE);
    const asked = await write('A fuse', { eventAt: '2026-11-01T01:30' });
    expect(asked.status).toBe(422);
    const $ = page(asked);
    expect(read($, '[role=alert]')).toContain('The clocks went back: this time existed twice. Choose which');
    const which = String($('[name=eventAtWhich]').eq(1).val());
    expect((await theo.send($, paths.notes(), { eventAtWhich: which })).status).toBe(303);
    expect(await house.rows('SELECT event_at FROM notes')).toEqual([{ event_at: SECOND }]);
    await write('Earlier', { eventAt: '2026-11-01T01:30-05:00' });
    expect((await lines()).map((line) => line.match(/\((first|second)\)/u)?.[1])).toEqual([
      'second',
      'first',
    ]);
  });
});
