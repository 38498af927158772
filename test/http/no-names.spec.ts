import { Logger } from '@nestjs/common';
import { load } from 'cheerio';
import type { Response } from 'supertest';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import type { Desk, Fields } from '../support/desk.js';
import { livelyHouse, type LivelyHouse, pagesOf } from '../support/lively-house.js';

/** In no word of the house, in every word typed here. */
const CANARY = /qzx/i;
const NAME = 'Namqzx Surqzx';
const NEW_NAME = 'Newqzx Surqzx';
const FREE = {
  ownWords: 'Ownqzx\n    at Ownqzx (file:///qzx.ts:1:1)',
  thingsLeft: 'Thingqzx until Friday',
  detail: '555 Detailqzx',
};
const LEAVES: Fields = {
  ending: 'planned',
  destination: 'family',
  followUpConsent: 'yes',
  point: '3d',
  channel: 'call',
  ...FREE,
};

describe('what guests are called and say stays out of addresses, titles, trail and log (P21)', () => {
  let house: LivelyHouse;
  let desk: Desk;
  let stay: string;
  const log: string[] = [];
  const answers: { path: string; answer: Response }[] = [];

  beforeAll(async () => {
    house = await livelyHouse();
    const keep = (...said: unknown[]) => void log.push(JSON.stringify(said));
    Logger.overrideLogger({ log: keep, warn: keep, error: keep, debug: keep, verbose: keep, fatal: keep });
    house.clock.advance({ days: 2 });
    desk = await house.signIn('manager');
    stay = await welcome();
    await rename();
    await fail();
    for (const path of pagesOf({ ...house, stay: stay.split('/')[2]! }))
      answers.push({ path, answer: await desk.get(path) });
    answers.push({ path: '/', answer: await desk.get('/') });
    await house.desk().fill('/sign-in', { person: 'nobody', passphrase: 'wrongqzx' });
  });

  afterAll(async () => {
    Logger.overrideLogger(false);
    await house.close();
  });

  const fill = async (path: string, fields: Fields, action?: string) => {
    const answer = await desk.fill(path, fields, action);
    answers.push({ path: action ?? path, answer });
    return answer;
  };

  /** Nine days late: a reason and a coordinator's yes are asked. */
  async function welcome(): Promise<string> {
    const late = {
      name: NAME,
      pronouns: 'proqzx',
      arrivedAt: '2026-11-15T20:00',
      departureDay: '2026-11-28',
    };
    await fill('/check-in', { ...late, departureDay: 'qzx' });
    const asked = await fill('/check-in', { ...late, exceptionReason: 'Reasonqzx', agreedBy: 'qzx' });
    const agreed = { exceptionReason: 'Reasonqzx', agreedBy: desk.person.id };
    const done = await fill('/check-in', { ...late, ...agreed });
    expect([asked.status, done.status]).toEqual([422, 303]);
    return done.headers.location!;
  }

  async function rename(): Promise<void> {
    const $ = await desk.visit(stay);
    const action = String($('form[action$="/name"]').attr('action'));
    await fill(stay, { name: '', pronouns: 'proqzx' }, action);
    expect((await fill(stay, { name: NEW_NAME, pronouns: 'proqzx' }, action)).status).toBe(303);
    await fill('/notes', { text: 'Noteqzx', lives: 'qzx' });
    expect((await fill('/notes', { text: 'Noteqzx', lives: 'done' })).status).toBe(303);
    for (const task of ['told', 'helps', 'apart', 'key']) {
      const said = { first: 'Firstqzx', second: 'Secondqzx' };
      expect((await fill(`${stay}/tasks/${task}`, { ...said, state: 'qzx' })).status).toBe(422);
      expect((await fill(`${stay}/tasks/${task}`, { ...said, state: 'done' })).status).toBe(303);
    }
    await fill(`${stay}/departure`, { ...LEAVES, ending: 'qzx' });
    await fill(`${stay}/departure`, { ...LEAVES, save: 'later' });
  }

  /** Two errors nobody thought of, with everything typed in their message. */
  async function fail(): Promise<void> {
    const ledger = house.app.get(LedgerService);
    ledger.claim = () => Promise.reject(new Error(`${NAME}\n    at ${NAME} (file:///qzx.ts:1:1)`));
    ledger.endOn = () => Promise.reject(new Error(JSON.stringify(FREE)));
    const failed = await fill('/check-in', { name: NAME, departureDay: '2026-11-28' });
    const again = await fill(`${stay}/departure`, LEAVES);
    expect([failed.status, again.status]).toEqual([500, 500]);
  }

  it('no address, no redirect and no title has a word of it', () => {
    expect(answers.length).toBeGreaterThan(20);
    const seen = answers.map(
      ({ path, answer }) => `${path} ${answer.headers.location} ${load(answer.text)('title').text()}`,
    );
    expect(seen.filter((line) => CANARY.test(line))).toEqual([]);
  });

  it('neither has any link or form of a page', () => {
    const addresses = answers.flatMap(({ answer }) => {
      const $ = load(answer.text);
      return $('[href], [action], [formaction]')
        .toArray()
        .map((each) => JSON.stringify($(each).attr()));
    });
    expect(addresses.filter((line) => CANARY.test(line))).toEqual([]);
  });

  it('the trail, the history’s details, sessions and tries have none', async () => {
    for (const sql of [
      '* FROM audit',
      'details FROM acts',
      '* FROM sessions',
      '* FROM tries',
      '* FROM sent_forms',
    ]) {
      const rows = (await house.rows(`SELECT ${sql}`)).map((row) => JSON.stringify(row));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => CANARY.test(row))).toEqual([]);
    }
  });

  it('the log says where and for whom something went wrong, and none of it', () => {
    const errors = log.filter((line) => line.includes(' 500 POST /'));
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain(`500 POST /check-in person ${desk.person.id} Error`);
    expect(log.filter((line) => CANARY.test(line))).toEqual([]);
  });

  it('while initials are shown no page spells a name out, except the one it was just typed on', async () => {
    const pages = await Promise.all(
      pagesOf({ ...house, stay: stay.split('/')[2]! }).map((path) => desk.get(path)),
    );
    const spelled = pages.filter(({ status, text }) => status === 200 && /namqzx|newqzx|surqzx/i.test(text));
    expect(spelled.map(({ request }) => request.url.replace(house.url, ''))).toEqual([]);
    await desk.fill('/', {}, '/names');
    expect((await desk.visit('/')).html()).toContain(NEW_NAME);
  });
});
