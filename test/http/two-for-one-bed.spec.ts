import { Temporal } from 'temporal-polyfill';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { type Desk, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';
import { on } from '../support/builders.js';

/** Sam came to Maple on Sun 22 Nov 2026 and was to leave on Mon 23. */
describe('two people for one bed (R8)', () => {
  let house: House;
  let desk: Desk;
  let stay: string;

  beforeEach(async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nAspen\nFern' });
    desk = await house.signIn();
    stay = (await desk.fill(paths.checkIn(), { name: 'Sam', departureDay: '2026-11-23' })).headers.location!;
  });

  afterEach(() => house.close());

  const ledger = () => house.app.get(LedgerService);

  /** Keeps or closes Maple from this day of November to the one before `end`. */
  async function claim(kind: 'hold' | 'close', first: number, end: number): Promise<string> {
    const [{ id: bedId } = { id: '' }] = await house.rows<{ id: string }>(
      `SELECT id FROM beds WHERE name = 'Maple'`,
    );
    const nights = { bedId, firstNight: on(`2026-11-${first}`), endNight: on(`2026-11-${end}`) };
    return house.write((tx) => ledger()[kind](tx, nights));
  }

  const nightsOf = async () =>
    (
      await house.rows<{ night: string; kind: string }>(
        `SELECT substr(night, 9) AS night, kind FROM bed_nights JOIN claims ON claims.id = claim_id
          JOIN beds ON beds.id = bed_nights.bed_id WHERE beds.name = 'Maple' ORDER BY night`,
      )
    ).map(({ night, kind }) => `${night} ${kind}`);

  const maple = async () => {
    const $ = await desk.visit('/');
    const card = '[data-bed="Maple"]';
    return {
      status: $(card).attr('data-status'),
      flags: $(card).attr('data-flags'),
      words: read($, `${card} p`),
    };
  };

  /** The next morning at this hour, day of November, by somebody who signs in then: that writes, so all is settled. */
  async function itIs(day: number): Promise<void> {
    house.clock.moveTo(
      Temporal.PlainDateTime.from(`2026-11-${day}T10:00`)
        .toZonedDateTime('America/Chicago')
        .toInstant()
        .toString(),
    );
    desk = await house.signIn();
  }

  it('keeps a bed for someone from the day it is to be free, and nobody else can have it', async () => {
    await claim('hold', 23, 26);
    await itIs(23);
    expect(await maple()).toMatchObject({ status: 'staying', flags: 'leaving-today' });
    expect((await maple()).words).toContain('Held from Mon 23.');
    await expect(claim('close', 24, 25)).rejects.toThrow();
    expect(await nightsOf()).toEqual(['22 stay', '23 hold', '24 hold', '25 hold']);
  });

  it('gives each night that has begun to the guest who stays on, and tells both', async () => {
    await claim('hold', 23, 26);
    await itIs(24);
    expect(await nightsOf()).toEqual(['22 stay', '23 stay', '24 stay', '25 hold']);
    const { flags, words } = await maple();
    expect(flags).toBe('staying-on two-for-one-bed');
    expect(words).toContain('Two people for this bed: S. stays on; it is also held from Wed 25.');
  });

  it('shows the same before anything was written as after', async () => {
    await claim('hold', 23, 25);
    house.clock.moveTo('2026-11-24T09:59:40Z');
    desk = await house.signIn();
    await maple();
    // The house day has changed; looking at a page twice within a minute writes nothing
    house.clock.advance({ seconds: 40 });
    const before = await maple();
    const onTimeline = async () => read(await desk.visit('/timeline'), 'main').includes('Two for this bed');
    expect(await onTimeline()).toBe(true);
    expect(await nightsOf()).toEqual(['22 stay', '23 hold', '24 hold']);
    await house.signIn();
    expect(await nightsOf()).toEqual(['22 stay', '23 stay', '24 stay']);
    expect(await maple()).toEqual(before);
    expect(await onTimeline()).toBe(true);
    expect(before.words).toContain('it was also held for this night.');
  });

  it('has nothing to do with a hold that was let go', async () => {
    const $ = await desk.visit('/');
    const bedId = String($('[data-bed="Maple"]').attr('data-bed-id'));
    const kept = { bedId, firstNight: '2026-11-25', nights: '1', keepUntil: '2026-11-25T18:00' };
    const hold = (await desk.fill(paths.newHold(), kept, paths.holds())).headers.location!;
    await itIs(24);
    expect((await maple()).flags).toBe('staying-on two-for-one-bed');
    expect((await desk.fill(hold, {}, `${hold}/let-go`)).status).toBe(303);
    const { flags, words } = await maple();
    expect(flags).toBe('staying-on');
    expect(words).not.toContain('Two people');
    expect(read(await desk.visit('/timeline'), 'main')).not.toContain('Two for this bed');
  });

  it('goes on night after night, over a claim and past it, and refuses nothing for it', async () => {
    await claim('hold', 23, 25);
    await claim('close', 26, 29);
    for (const day of [24, 25, 27]) {
      await itIs(day);
      const other = await desk.fill(paths.checkIn(), {
        name: `Guest ${day}`,
        departureDay: `2026-11-${day + 1}`,
      });
      expect(other.status).toBe(303);
    }
    expect(await nightsOf()).toEqual([
      '22 stay',
      '23 stay',
      '24 stay',
      '25 stay',
      '26 stay',
      '27 stay',
      '28 closure',
    ]);
    expect((await maple()).words).toContain('S. stays on; it is also to be closed from Sat 28.');
    expect((await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' })).status).toBe(
      303,
    );
    expect(await nightsOf()).toEqual(['22 stay', '23 stay', '24 stay', '25 stay', '26 stay', '28 closure']);
    expect((await maple()).flags).toBe('');
  });

  it('lets a guest stay on who was expected in another bed, and keeps what is left of that', async () => {
    const [{ guest, bed } = { guest: '', bed: '' }] = await house.rows<{ guest: string; bed: string }>(
      `SELECT guests.id AS guest, beds.id AS bed FROM guests, beds WHERE beds.name = 'Cedar'`,
    );
    await house.write((tx) =>
      tx.query(`INSERT INTO claims VALUES ('next', 'hold', ?, ?, '2026-11-23', '2026-11-27')`, [bed, guest]),
    );
    await itIs(25);
    expect(await nightsOf()).toEqual(['22 stay', '23 stay', '24 stay', '25 stay']);
    expect(
      await house.rows(`SELECT first_night AS first, end_night AS end FROM claims WHERE id = 'next'`),
    ).toEqual([{ first: '2026-11-26', end: '2026-11-27' }]);
  });

  it('leaves claims alone that are over, and those of beds nobody stays on in', async () => {
    await claim('hold', 23, 24);
    await desk.fill(`${stay}/departure`, { ending: 'planned', destination: 'family' });
    await itIs(25);
    await claim('close', 26, 28);
    await itIs(26);
    expect(await nightsOf()).toEqual(['23 hold', '26 closure', '27 closure']);
    expect(await maple()).toMatchObject({ status: 'closed', flags: 'not-ready' });
  });
});
