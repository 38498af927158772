import type { Session } from 'fastify';
import { SessionStore } from '../../src/people/session-store.service.js';
import { type House, openHouse } from '../support/open-house.js';

describe('the sessions of a desk', () => {
  let house: House;
  let store: SessionStore;

  beforeAll(async () => {
    house = await openHouse();
    store = house.app.get(SessionStore);
  });

  afterAll(() => house.close());

  const keep = (token: string, content: Partial<Session>) =>
    new Promise<void>((ok, fail) => {
      store.set(token, content as Session, (error) =>
        error ? fail(new Error('it failed', { cause: error })) : ok(),
      );
    });
  const find = (token: string) =>
    new Promise<Session | null>((ok, fail) => {
      store.get(token, (error, session) =>
        error ? fail(new Error('it failed', { cause: error })) : ok(session ?? null),
      );
    });

  it.each([
    ['turn', { id: 'turn', screen: 'screen' }],
    ['isCovered', true],
  ])('keep %s once it is there, whatever a page that began before it writes down', async (name, value) => {
    const token = `token of ${name}`;
    await keep(token, { seenAt: 'first' });
    const [before, other] = [await find(token), await find(token)];
    await keep(token, { ...other, [name]: value });
    await keep(token, { ...before, seenAt: 'later' });
    expect(await find(token)).toEqual({ seenAt: 'later', [name]: value, isKept: true });
  });

  it('keep neither where neither is', async () => {
    await keep('plain', { seenAt: 'first' });
    await keep('plain', { ...(await find('plain')), seenAt: 'later' });
    expect(await find('plain')).toEqual({ seenAt: 'later', isKept: true });
  });
});
