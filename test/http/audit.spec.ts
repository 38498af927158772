import { AuditService } from '../../src/audit/audit.service.js';
import { changes, firstAction, onPerson } from '../support/changes.js';
import type { Desk } from '../support/desk.js';
import { livelyHouse, type LivelyHouse } from '../support/lively-house.js';
import { openHouse, PASSPHRASE } from '../support/open-house.js';

describe('the trail of every change (R44, P20)', () => {
  let house: LivelyHouse;
  let desk: Desk;

  beforeAll(async () => {
    house = await livelyHouse();
    desk = await house.signIn('manager');
  });

  afterAll(() => house.close());

  const trail = async () =>
    (await house.rows<{ act: string }>('SELECT act FROM audit ORDER BY number'))
      .map(({ act }) => act)
      .filter((act) => !act.endsWith('.view'));

  const everything = async () => {
    const tables = await house.rows<{ name: string }>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    );
    const looked = tables
      .map(({ name }) => name)
      .filter((name) => !['nights', 'audit', 'sessions', 'tries'].includes(name));
    return JSON.stringify(await Promise.all(looked.map((table) => house.rows(`SELECT * FROM ${table}`))));
  };

  it('knows a change for every route that makes one', () => {
    const routes = house.routes
      .filter(({ method }) => method === 'POST')
      .map(({ method, url }) => `${method} ${url}`);
    expect([...Object.keys(changes), 'POST /setup'].sort()).toEqual(routes.sort());
  });

  // What only answers a question of our script leaves no line
  it.each(Object.entries(changes).filter(([, { acts }]) => acts.length > 0))(
    '%s leaves its line, and without the line nothing is kept',
    async (_route, { acts, status = 303, run }) => {
      const audit = house.app.get(AuditService);
      const [before, kept] = [await trail(), await everything()];
      audit.write = () => Promise.reject(new Error('the trail is broken'));
      // Views are written down as well: they have to be kept for the page to be seen
      audit.viewed = async () => {};
      const failed = await run(desk, house);
      Reflect.deleteProperty(audit, 'write');
      Reflect.deleteProperty(audit, 'viewed');
      expect([failed.status, await trail(), await everything()]).toEqual([500, before, kept]);
      const done = await run(desk, house);
      expect(done.status).toBe(status);
      expect((await trail()).slice(before.length)).toEqual(acts);
    },
  );

  it('of set-up has its line with the house', async () => {
    const empty = await openHouse({ beds: '' });
    const answers = {
      houseName: 'Elm',
      timeZone: 'UTC',
      beds: 'Oak',
      personName: 'Marta',
      passphrase: PASSPHRASE,
    };
    const refused = await empty.desk().fill('/setup', { ...answers, code: 'wrong' });
    expect([refused.status, await empty.rows('SELECT * FROM audit')]).toEqual([422, []]);
    await empty.desk().fill('/setup', { ...answers, code: empty.setUpCode });
    expect(await empty.rows('SELECT act FROM audit')).toEqual([{ act: 'house.open' }]);
    await empty.close();
  });

  it('has no line for what was refused', async () => {
    const before = await trail();
    const manager = await house.signIn('manager');
    const signedIn = before.length + 1;
    const statuses = [
      (await manager.fill('/check-in', { name: '', departureDay: 'soon' })).status,
      (await manager.fill('/settings/house', { houseName: '' })).status,
      (await manager.fill('/settings/beds', { name: '' })).status,
      (await manager.fill(`/settings/beds/${house.bed}`, { version: '999' })).status,
      (await manager.fill('/people/new', { name: '' }, '/people')).status,
      (await onPerson(manager, house.colleague, 'role', { version: '999' })).status,
      (await onPerson(manager, house.colleague, 'passphrase', { passphrase: 'short' })).status,
    ];
    expect(statuses).toEqual([422, 422, 422, 409, 422, 409, 422]);
    expect((await trail()).length).toBe(signedIn);
  });

  it('has a line for every look at a guest’s record, kept before the page is sent', async () => {
    const manager = await house.signIn('manager');
    const seen = () =>
      house.rows(
        `SELECT person_id, act, subject_id FROM audit WHERE act LIKE '%.view' ORDER BY number DESC LIMIT 1`,
      );
    const line = (act: string, id: string) => [{ person_id: manager.person.id, act, subject_id: id }];
    await manager.visit(`/stays/${house.left}`);
    expect(await seen()).toEqual(line('stays.view', house.left));
    const { headers } = await manager.fill('/check-in', { name: 'Bo', departureDay: '2026-11-25' });
    const stay = headers.location!;
    await manager.visit(`${stay}/departure`);
    expect(await seen()).toEqual(line('stays.depart.view', stay.split('/')[2]!));
    // The record is shown again when its form is
    const action = firstAction((await manager.get(stay)).text, /^\/guests\//);
    await manager.fill(stay, { name: '' }, action);
    expect(await seen()).toEqual(line('guests.name.view', action.split('/')[2]!));
    const audit = house.app.get(AuditService);
    audit.viewed = () => Promise.reject(new Error('the trail is broken'));
    const { status, text } = await manager.get(stay);
    Reflect.deleteProperty(audit, 'viewed');
    expect([status, text.includes('B.')]).toEqual([500, false]);
  });

  it.each([
    `UPDATE audit SET act = 'nothing'`,
    'DELETE FROM audit',
    `INSERT OR REPLACE INTO audit (number, at, act) VALUES (1, '2026-11-22T22:40:00Z', 'nothing')`,
    `UPDATE acts SET details = '{}', person_id = 'nobody'`,
    'DELETE FROM acts',
  ])('cannot be rewritten by the house itself: %s', async (sql) => {
    const before = await everything();
    const lines = await trail();
    await expect(house.write((tx) => tx.query(sql))).rejects.toThrow();
    expect([await trail(), await everything()]).toEqual([lines, before]);
  });
});
