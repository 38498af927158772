import request from 'supertest';
import { page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

describe('what does not come from our own pages', () => {
  let house: House;

  beforeAll(async () => {
    house = await openHouse();
  });

  afterAll(() => house.close());

  const board = async () => {
    const desk = await house.signIn();
    const $ = await desk.visit('/');
    return { desk, _csrf: String($('[name=_csrf]').first().val()) };
  };

  it('is refused without an Origin, from another site, and with an Origin of null', async () => {
    const { desk, _csrf } = await board();
    const plain = desk.post('/theme', { _csrf }).unset('Origin');
    const foreign = desk.post('/theme', { _csrf }).set('Origin', 'http://elsewhere.example');
    const none = desk.post('/theme', { _csrf }).set('Origin', 'null');
    const crossSite = desk.post('/theme', { _csrf }).set('Sec-Fetch-Site', 'cross-site');
    for (const answer of await Promise.all([plain, foreign, none, crossSite])) {
      expect(answer.status).toBe(403);
      expect(read(page(answer), 'main')).toContain('did not come from one of our own pages');
    }
  });

  it('is accepted when the browser says same-origin, or without that header when Origin is ours', async () => {
    const { desk, _csrf } = await board();
    expect((await desk.post('/theme', { _csrf })).status).toBe(303);
    const said = desk.post('/theme', { _csrf }).unset('Origin').set('Sec-Fetch-Site', 'same-origin');
    expect((await said).status).toBe(303);
  });

  it('is refused with 419 without a token and with the token of another session', async () => {
    const { desk } = await board();
    const other = await board();
    for (const fields of [{}, { _csrf: '' }, { _csrf: other._csrf }, { _csrf: [other._csrf, other._csrf] }]) {
      const answer = await desk.post('/theme', fields as Record<string, string>);
      expect(answer.status).toBe(419);
      expect(read(page(answer), 'h1')).toBe('This page was open too long');
    }
  });

  it('is refused under a name that is not ours', async () => {
    const answer = await request(house.url).get('/sign-in').set('Host', 'porchlight.elsewhere.example');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('This is not our address');
  });

  it('finds strict headers on every page and nothing kept by the browser', async () => {
    const { desk } = await board();
    for (const path of ['/', '/sign-in', '/help', '/no-such-page']) {
      const { headers } = await desk.get(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('reads forms only, up to 2 MB and 200 fields', async () => {
    const { desk, _csrf } = await board();
    const json = desk
      .get('/')
      .then(() => request(house.url).post('/theme').set('Origin', house.url).send({ _csrf }));
    expect((await json).status).toBe(415);
    const long = await desk.post('/check-in', { _csrf, name: 'x'.repeat(2_200_000) });
    expect(long.status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 'x']));
    expect((await desk.post('/check-in', { ...many, _csrf })).status).toBe(413);
  });
});
