import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sun 22 Nov 2026, 5 pm at UTC-6. */
const AT_FIVE = '2026-11-22T23:00:00Z';
const at = (clock: string) => `2026-11-22T${clock}-06:00`;

describe('a bed kept for somebody until an hour (R14)', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch', startAt: AT_FIVE });
    desk = await house.signIn();
  });

  afterEach(() => house.close());

  const linkOf = async (bed: string, words: string): Promise<string> => {
    const $ = await desk.visit('/');
    const link = $(`[data-bed="${bed}"] a`).filter((_, each) => $(each).text().startsWith(words));
    return String(link.attr('href'));
  };

  /** Keeps Maple for Dara until 6 pm, by the link on the board. */
  async function keep(answers: Record<string, string> = {}): Promise<string> {
    const all = { guestName: 'Dara', keepUntil: '2026-11-22T18:00', nights: '3', ...answers };
    const answer = await desk.fill(await linkOf('Maple', 'Keep it for someone'), all, '/holds');
    expect(answer.status).toBe(303);
    return answer.headers.location!;
  }

  const maple = async () => {
    const $ = await desk.visit('/');
    const card = '[data-bed="Maple"]';
    return { status: $(card).attr('data-status'), words: read($, `${card} p`), free: read($, 'h1') };
  };

  const holds = () => house.rows('SELECT ending, version FROM holds');

  it('is kept at 5:59 pm and free at 6 pm, with no write in between', async () => {
    await keep();
    expect(await maple()).toMatchObject({
      status: 'arriving',
      words: 'Kept for D. until 6 pm. Would leave Wed 25 Nov.',
      free: 'Beds: 2 free now',
    });
    house.clock.moveTo(at('17:59'));
    expect((await maple()).status).toBe('arriving');
    house.clock.moveTo(at('18:00'));
    const before = await holds();
    expect(await maple()).toMatchObject({ status: 'free', free: 'Beds: 3 free now' });
    expect(before).toEqual([{ ending: null, version: 1 }]);
    // The next act settles it, and the board says the same
    const shown = await maple();
    await desk.fill('/notes', { text: 'Bins out', lives: 'shift' });
    expect(await holds()).toEqual([{ ending: 'lapsed', version: 2 }]);
    expect(await maple()).toEqual(shown);
  });

  it('is checked in from in two clicks, and used up by it', async () => {
    await keep();
    const link = await linkOf('Maple', 'Check in');
    const answer = await desk.fill(link, {}, '/check-in');
    expect(answer.status).toBe(303);
    expect(await holds()).toEqual([{ ending: 'used', version: 2 }]);
    expect(
      await house.rows(
        `SELECT guests.name, planned_day AS day, beds.name AS bed FROM stays JOIN guests ON guests.id = guest_id
          JOIN bed_segments part ON part.stay_id = stays.id JOIN beds ON beds.id = bed_id`,
      ),
    ).toEqual([{ name: 'Dara', day: '2026-11-25', bed: 'Maple' }]);
    expect((await maple()).status).toBe('staying');
    void page;
  });
});
