import request from 'supertest';
import { type Desk, type Fields, fieldsOf, page, read } from '../support/desk.js';
import { livelyHouse, type LivelyHouse } from '../support/lively-house.js';
import { PASSPHRASE } from '../support/open-house.js';

describe('requests no page of ours would make', () => {
  let house: LivelyHouse;
  let desk: Desk;

  beforeAll(async () => {
    house = await livelyHouse();
  });

  beforeEach(async () => {
    desk = await house.signIn();
  });

  afterAll(() => house.close());

  const csrf = async (at = desk) => String((await at.visit('/help'))('[name=_csrf]').first().val());
  const count = async (table: string) =>
    (await house.rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]!.n;
  const cookies = async (at: Desk) =>
    ((await at.get('/help')).request as unknown as { cookies: string }).cookies;

  it('never lead to another site: not from a page called //evil.example either', async () => {
    const lost = await desk.get('//evil.example');
    expect(lost.status).toBe(404);
    for (const button of ['/theme', '/names']) {
      const sent = desk.post(button, { _csrf: await csrf() }).set('Referer', `${house.url}//evil.example`);
      expect((await sent).headers.location).toBe('/');
    }
    const near = desk.post('/theme', { _csrf: await csrf() }).set('Referer', `${house.url}/help?x=y`);
    expect((await near).headers.location).toBe('/help?x=y');
  });

  it.each([
    '/%zz',
    '/stays/%ED%A0%80',
    `/stays/${'a'.repeat(300)}`,
    '/assets/nope.css',
    '/assets/..%2f..%2fpackage.json',
    '/people/__proto__',
  ])('find nothing at %s, and nobody keeps the answer', async (path) => {
    const { status, headers, text } = await request(house.url).get(path).set('Host', new URL(house.url).host);
    expect([[303, 404].includes(status), headers['cache-control']]).toEqual([true, 'no-store']);
    expect(text).not.toMatch(/FST_|Error|node_modules/);
  });

  it('change nothing by any other method, however they say where they come from', async () => {
    const before = await count('audit');
    for (const method of ['put', 'patch', 'delete', 'options'] as const) {
      const answer = await request(house.url)
        [method]('/theme')
        .set('Cookie', await cookies(desk))
        .set('Sec-Fetch-Site', 'same-origin');
      expect([404, 405, 415]).toContain(answer.status);
    }
    const none = await desk.post('/theme', { _csrf: await csrf() }).set('Sec-Fetch-Site', 'none');
    const port = await desk
      .post('/theme', { _csrf: await csrf() })
      .set('Origin', house.url.replace(/\d+$/, '1'));
    expect([none.status, port.status]).toEqual([403, 403]);
    expect(await count('audit')).toBe(before);
  });

  it('cannot choose the session somebody will be signed in with', async () => {
    const chosen = await request(house.url).get('/sign-in');
    const planted = chosen.headers['set-cookie']!.toString().match(/porchlight=[^;]+/)![0];
    const victim = house.desk();
    const sheet = fieldsOf(page(await victim.get('/sign-in').set('Cookie', planted)), '/sign-in');
    const answer = await victim
      .post('/sign-in', { ...sheet, person: desk.person.id, passphrase: PASSPHRASE })
      .set('Cookie', planted);
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']!.toString()).toMatch(/porchlight=[^;]+;.*HttpOnly; SameSite=Strict/);
    expect((await house.desk().get('/').set('Cookie', planted)).headers.location).toBe('/sign-in');
  });

  it('gain no tries on one person by being another browser each time, and fill no file with their marks', async () => {
    const { id } = desk.person;
    const words: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const mark = `device=${'x'.repeat(3000)}${round}`;
      const sheet = await request(house.url).get('/sign-in').set('Cookie', mark);
      const session = sheet.headers['set-cookie']!.toString().match(/porchlight=[^;]+/)![0];
      const fields = { ...fieldsOf(page(sheet), '/sign-in'), person: id, passphrase: 'not it at all' };
      const sent = request(house.url)
        .post('/sign-in')
        .set('Origin', house.url)
        .set('Cookie', `${session}; ${mark}`);
      words.push(read(page(await sent.type('form').send(fields)), '[role=alert]'));
    }
    expect(words.filter((said) => said.includes('didn’t fit'))).toHaveLength(5);
    const tries = await house.rows<{ subject: string }>('SELECT subject FROM tries');
    expect(Math.max(...tries.map(({ subject }) => subject.length))).toBeLessThan(60);
    house.clock.advance({ hours: 25 });
    await house.desk().signIn(id, PASSPHRASE);
    expect(await count('tries')).toBe(0);
  });

  it('make one act of one form, whatever hangs behind its token', async () => {
    const $ = await desk.visit('/check-in');
    const fields: Fields = {
      ...fieldsOf($, '/check-in'),
      name: 'Ash',
      departureDay: String($('[name=departureDay]').first().val()),
    };
    const before = await count('stays');
    expect((await desk.post('/check-in', fields)).status).toBe(303);
    const token = String(fields.formToken);
    for (const formToken of [`${token}.again`, `${token}.`, [token, token], 'made up', '']) {
      const bedId = String((await desk.visit('/check-in'))('[name=bedId]').first().val());
      expect((await desk.post('/check-in', { ...fields, bedId, formToken })).status).toBe(419);
    }
    expect(await count('stays')).toBe(before + 1);
  });

  it('keep no more of a half-filled form than a form can hold', async () => {
    const $ = await desk.visit('/check-in');
    const fields = { ...fieldsOf($, '/check-in'), name: 'Ash', ownWords: 'x'.repeat(1_000_000) };
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, index) => [`more${index}`, 'x'.repeat(5000)]),
    );
    expect((await desk.post('/theme', { ...fields, ...many })).status).toBe(303);
    const [draft] = await house.rows<{ size: number }>(
      'SELECT length(fields) AS size FROM drafts WHERE person_id = ?',
      [desk.person.id],
    );
    expect(draft!.size).toBeLessThan(500_000);
    expect((await desk.visit('/check-in'))('[name=name]').val()).toBe('Ash');
  });

  it('save nothing for later when the guest has left: what was typed stands beside what is kept (R26)', async () => {
    const path = `/stays/${house.left}/departure`;
    const later = await desk.post(path, { _csrf: await csrf(), save: 'later', ownWords: 'typed too late' });
    expect(later.status).toBe(409);
    expect(read(page(later), 'main')).toContain('typed too late');
    expect(await house.rows('SELECT * FROM drafts WHERE place = ?', [path])).toEqual([]);
  });

  it('of somebody whose role changed are asked to sign in anew', async () => {
    const manager = await house.signIn('manager');
    const path = `/people/${desk.person.id}`;
    expect((await manager.fill(path, { role: 'coordinator' }, `${path}/role`)).status).toBe(303);
    expect((await desk.get('/')).headers.location).toBe('/sign-in');
  });
});
