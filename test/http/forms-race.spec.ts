import { BoardService } from '../../src/beds/board.service.js';
import { type Desk, page, read } from '../support/desk.js';
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
    const bedIds = (await house.rows<{ id: string }>('SELECT id FROM beds ORDER BY position LIMIT 20')).map(
      ({ id }) => id,
    );
    const sheets = await Promise.all(Array.from({ length: 40 }, () => desk.visit('/check-in')));
    // Two for each bed: the second is refused inside the unit of work, after its guest was written
    const answers = await Promise.all(
      sheets.map(($, index) =>
        desk.send($, '/check-in', {
          name: `Guest ${index}`,
          bedId: bedIds[index % 20]!,
          departureDay: '2026-11-25',
        }),
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

  /** A look at the board that has read its session and waits, until it is let go. */
  async function boardInFlight(desk: Desk) {
    // Last seen is written anew at the end of it
    house.clock.advance({ minutes: 2 });
    const beds = house.app.get(BoardService);
    let letGo = (): void => {};
    const waiting = new Promise<void>((go) => (letGo = go));
    const reached = new Promise<void>((arrived) => {
      beds.now = async (...asked) => {
        arrived();
        await waiting;
        Reflect.deleteProperty(beds, 'now');
        return beds.now(...asked);
      };
    });
    const answer = desk.get('/').then((response) => response.status);
    await reached;
    return { letGo, answer };
  }

  it('a session that is signed out stays ended, also while another request of it is answered', async () => {
    const desk = await house.signIn();
    const help = await desk.visit('/help');
    const cookies = cookieOf(await desk.get('/help'));
    const board = await boardInFlight(desk);
    expect((await desk.send(help, '/sign-out')).headers.location).toBe('/sign-in');
    board.letGo();
    await board.answer;
    expect((await house.desk().get('/').set('Cookie', cookies)).headers.location).toBe('/sign-in');
    expect(await count('sessions', `person_id = '${desk.person.id}'`)).toBe(0);
  });

  it('a cover stays on, also while another request of the same session is answered', async () => {
    const desk = await house.signIn();
    const help = await desk.visit('/help');
    const board = await boardInFlight(desk);
    await desk.send(help, '/curtain');
    board.letGo();
    await board.answer;
    expect((await desk.get('/')).headers.location).toBe('/curtain');
  });

  it('30 wrong passphrases at once on one person, each from a browser of its own: at most 6 are looked at', async () => {
    const { person } = await house.signIn();
    const desks = Array.from({ length: 30 }, () => house.desk());
    const sheets = await Promise.all(desks.map((desk) => desk.visit('/sign-in')));
    const answers = await Promise.all(
      desks.map((desk, index) =>
        desk.send(sheets[index]!, '/sign-in', { person: person.id, passphrase: WRONG }),
      ),
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
