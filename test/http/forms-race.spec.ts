import { page, read } from '../support/desk.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';

const BEDS = Array.from({ length: 60 }, (_, index) => `Bed ${index + 1}`).join('\n');
const WRONG = 'not the passphrase at all';

describe('many at once (P8, P18, P19)', () => {
  let house: House;

  beforeEach(async () => {
    house = await openHouse({ beds: BEDS });
  });

  afterEach(() => house.close());

  const count = async (table: string, where = 'true') =>
    (await house.rows<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${where}`))[0]!.count;

  it('40 posts that overlap, half of them failing late, leave exactly what was answered', async () => {
    const desk = await house.signIn();
    const audited = await count('audit', `act = 'stays.checkIn'`);
    const bedIds = (await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position LIMIT 20')).map(({ id }) => id);
    const sheets = await Promise.all(Array.from({ length: 40 }, () => desk.visit('/check-in')));
    // Two for each bed: the second is refused inside the unit of work, after its guest was written
    const answers = await Promise.all(
      sheets.map(($, index) =>
        desk.send($, '/check-in', { name: `Guest ${index}`, bedId: bedIds[index % 20]!, departureDay: '2026-11-25' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(20);
    const tables = ['guests', 'stays', 'bed_segments', 'claims', 'acts', 'sent_forms'];
    expect(await Promise.all(tables.map((table) => count(table)))).toEqual(tables.map(() => 20));
    expect((await count('audit', `act = 'stays.checkIn'`)) - audited).toBe(20);
  });

  it('50 double clicks make 50 stays', async () => {
    const desk = await house.signIn();
    const beds = await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position LIMIT 50');
    const sheets = await Promise.all(beds.map(() => desk.visit('/check-in')));
    const clicks = beds.flatMap(({ id }, index) => {
      const answers = { name: `Guest ${index}`, bedId: id, departureDay: '2026-11-25' };
      return [0, 1].map(() => desk.send(sheets[index]!, '/check-in', answers));
    });
    const answers = await Promise.all(clicks);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(50);
    expect([await count('stays'), await count('guests')]).toEqual([50, 50]);
  });

  it('a person who is let go while they post is out, and nothing is half done', async () => {
    const manager = await house.signIn('manager');
    const desk = await house.signIn();
    const sheets = await Promise.all(Array.from({ length: 10 }, () => desk.visit('/check-in')));
    const beds = await house.rows<{ id: string }>('SELECT id FROM beds LIMIT 10');
    const path = `/people/${desk.person.id}`;
    const [disabled, ...answers] = await Promise.all([
      manager.fill(path, {}, `${path}/disable`),
      ...sheets.map(($, index) =>
        desk.send($, '/check-in', { name: 'Sam', bedId: beds[index]!.id, departureDay: '2026-11-25' }),
      ),
    ]);
    expect(disabled.status).toBe(303);
    const made = answers.filter(({ headers }) => headers.location?.startsWith('/stays/'));
    const turned = answers.filter(({ headers }) => headers.location === '/sign-in');
    expect(made.length + turned.length).toBe(10);
    expect(await count('stays')).toBe(made.length);
    expect((await desk.get('/')).headers.location).toBe('/sign-in');
    expect(await count('sessions', `person_id = '${desk.person.id}'`)).toBe(0);
  });

  it('a session that is signed out stays ended while other requests of it run', async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = await house.signIn();
      const board = await desk.visit('/');
      // Last seen is written anew by each of them
      house.clock.advance({ minutes: 2 });
      const old = cookieOf(await desk.get('/help'));
      const running = Array.from({ length: 8 }, () => house.desk().get('/').set('Cookie', old));
      await Promise.all([desk.send(board, '/sign-out'), ...running]);
      expect((await house.desk().get('/').set('Cookie', old)).headers.location).toBe('/sign-in');
    }
  });

  it('a cover stays on while other requests of the same session run', async () => {
    for (let round = 0; round < 5; round += 1) {
      const desk = await house.signIn();
      const board = await desk.visit('/');
      house.clock.advance({ minutes: 2 });
      const running = Array.from({ length: 8 }, () => desk.get('/'));
      await Promise.all([...running, desk.send(board, '/curtain'), ...Array.from({ length: 8 }, () => desk.get('/help'))]);
      expect((await desk.get('/')).headers.location).toBe('/curtain');
    }
  });

  it('30 wrong passphrases at once on one person, each from a browser of its own: at most 6 are looked at', async () => {
    const { person } = await house.signIn();
    const desks = Array.from({ length: 30 }, () => house.desk());
    const sheets = await Promise.all(desks.map((desk) => desk.visit('/sign-in')));
    const answers = await Promise.all(
      desks.map((desk, index) => desk.send(sheets[index]!, '/sign-in', { person: person.id, passphrase: WRONG })),
    );
    const lookedAt = answers.filter((answer) => read(page(answer), '[role=alert]').includes('didn’t fit'));
    expect(lookedAt.length).toBeLessThanOrEqual(6);
    expect(await count('audit', `act = 'signIn.failed'`)).toBe(lookedAt.length);
    house.clock.advance({ minutes: 16 });
    await house.desk().signIn(person.id, PASSPHRASE);
  });
});

/** The cookies a browser sent with the request this answers. */
const cookieOf = (answer: { request: unknown }): string => (answer.request as { cookies: string }).cookies;
