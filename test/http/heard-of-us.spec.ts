import { type Desk, page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('how guests heard of the house', () => {
  let house: House;
  let desk: Desk;

  beforeEach(async () => {
    house = await openHouse();
    desk = await house.signIn('manager', 'Ines');
  });

  afterEach(() => house.close());

  const welcome = (more: Record<string, string>) =>
    desk.fill('/check-in', { name: 'Sam Ash', stayedBefore: 'no', departureDay: '2026-11-25', ...more });
  const sources = () => house.rows<{ source: string }>('SELECT referral_source AS source FROM stays');

  it('is asked where it fits, and stands on the page of the stay', async () => {
    const $ = await desk.visit('/check-in');
    expect($('#referralSource option').first().text()).toBe('Not asked');
    const done = await welcome({ referralSource: 'line' });
    expect(done.status).toBe(303);
    expect(read(await desk.visit(done.headers.location!), 'main')).toContain('A warm line or crisis line');
    expect(await sources()).toEqual([{ source: 'line' }]);
  });

  it('is “not asked” until somebody asks, and then stands nowhere on the page (R37)', async () => {
    const done = await welcome({});
    expect(read(await desk.visit(done.headers.location!), 'main')).not.toContain('Heard of the house');
    expect(await sources()).toEqual([{ source: 'not_asked' }]);
  });

  it('is one of the answers the house has, else it is said beside the question', async () => {
    const refused = await welcome({ referralSource: 'the moon' });
    expect(refused.status).toBe(422);
    expect(read(page(refused), '#referralSource-error')).toContain('Choose one of these answers');
    expect(await sources()).toEqual([]);
    // The house words its own
    await desk.fill('/settings/lists/referral-sources', { newLabel: 'A poster', 'aside[]': 'police' });
    const $ = await desk.visit('/check-in');
    const offered = $('#referralSource option')
      .toArray()
      .map((each) => $(each).text());
    expect(offered).toContain('A poster');
    expect(offered).not.toContain('Police or a court');
    expect((await welcome({ referralSource: 'police' })).status).toBe(422);
  });
});
