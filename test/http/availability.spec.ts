import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

/** Sun 22 November 2026, 10:40 pm. */
describe('how many beds are free, for anyone outside', () => {
  let house: House;
  let manager: Desk;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    manager = await house.signIn('manager');
  });

  afterEach(() => house.close());

  const outside = (path: string) => house.desk().get(path);

  it('is told to nobody until a manager says so', async () => {
    for (const path of ['/availability', '/availability.json'])
      expect((await outside(path)).status).toBe(404);
    await manager.fill('/settings/house', { tellsAvailability: 'yes' });
    for (const path of ['/availability', '/availability.json']) {
      const answer = await outside(path);
      expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    }
    await manager.fill('/settings/house', { tellsAvailability: 'no' });
    expect((await outside('/availability')).status).toBe(404);
  });

  it('is five facts and nothing else', async () => {
    await manager.fill('/settings/house', { tellsAvailability: 'yes' });
    await manager.fill('/check-in', { name: 'Sam Ash', departureDay: '2026-11-24' });
    expect((await outside('/availability.json')).body).toEqual({
      bedsInService: 2,
      freeTonight: 1,
      nextFreeOn: '2026-11-22',
      accessFeatures: [],
      // To the hour: it is 10:40 pm
      lastChangedAt: '2026-11-23T04:00:00Z',
    });
    const $ = await house.desk().visit('/availability');
    expect(read($, 'main')).toBe(
      'Free beds Beds in service2Free for the night of Sun 22 Nov1Next expected freeSun 22 Nov' +
        'What the beds offerNothing said yetLast changedSun 22 Nov, 10 pm or after ' +
        'A bed that is free now may not be in an hour. Ring before you come.',
    );
    expect($.html()).not.toMatch(/Sam|S\.A\.|Maple/);
  });

  it('is not there before the house is set up', async () => {
    const empty = await openHouse({ beds: '' });
    expect([303, 404]).toContain((await empty.desk().get('/availability')).status);
    await empty.close();
  });
});
