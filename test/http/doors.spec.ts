import { randomUUID } from 'node:crypto';
import { roles, type Role } from '../../src/domain/person.js';
import { page, read } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const ANYONE = ['nobody', ...roles];
const EVERYONE = [...roles];
const COORDINATORS = ['coordinator', 'manager'];
const MANAGERS = ['manager'];

/** Who may use each route: written down here once more, so that a slip in the permission table turns red. */
const allowed: Record<string, readonly string[]> = {
  'GET /': EVERYONE,
  'POST /beds/:bedId/ready': EVERYONE,
  'GET /beds/print': EVERYONE,
  'GET /from-paper': EVERYONE,
  'POST /from-paper': EVERYONE,
  'POST /from-paper/done': EVERYONE,
  'GET /holds/new': EVERYONE,
  'POST /holds': EVERYONE,
  'GET /holds/:id': EVERYONE,
  'POST /holds/:id/keep-until': EVERYONE,
  'POST /holds/:id/let-go': EVERYONE,
  'POST /holds/:id/did-not-come': EVERYONE,
  'GET /beds/:bedId/close-now': EVERYONE,
  'POST /beds/:bedId/close-now': EVERYONE,
  'GET /beds/:bedId': COORDINATORS,
  'POST /beds/:bedId/closures': COORDINATORS,
  'GET /closures/:id/change': COORDINATORS,
  'POST /closures/:id/change': COORDINATORS,
  'GET /closures/:id/cancel': COORDINATORS,
  'POST /closures/:id/cancel': COORDINATORS,
  'POST /closures/:id/seen': COORDINATORS,
  'GET /nights/:date': EVERYONE,
  'GET /timeline': EVERYONE,
  'GET /check-in': EVERYONE,
  'POST /check-in': EVERYONE,
  'GET /calls': EVERYONE,
  'POST /calls': EVERYONE,
  'POST /calls/:id/ring': EVERYONE,
  'GET /feedback': EVERYONE,
  'GET /feedback/new': EVERYONE,
  'POST /feedback/new': EVERYONE,
  'GET /feedback/anonymous': EVERYONE,
  'POST /feedback/anonymous': EVERYONE,
  'GET /feedback/reply': ANYONE,
  'POST /feedback/reply': ANYONE,
  'GET /feedback/sheet': EVERYONE,
  'GET /feedback/:id': EVERYONE,
  'POST /feedback/:id/answers': EVERYONE,
  'GET /said-and-done': EVERYONE,
  'GET /said-and-done/sheet': EVERYONE,
  'POST /said-and-done': COORDINATORS,
  'POST /said-and-done/:id/on': COORDINATORS,
  'GET /imports': MANAGERS,
  'POST /imports': MANAGERS,
  'GET /imports/:id/columns': MANAGERS,
  'POST /imports/:id/columns': MANAGERS,
  'GET /imports/:id/trial': MANAGERS,
  'POST /imports/:id/trial': MANAGERS,
  'POST /imports/:id/throw-away': MANAGERS,
  'POST /imports/:id/take-back': MANAGERS,
  'GET /settings/outside': MANAGERS,
  'POST /settings/outside': MANAGERS,
  'GET /without-bed': EVERYONE,
  'POST /without-bed': EVERYONE,
  'GET /without-bed/:id': EVERYONE,
  'POST /without-bed/:id': EVERYONE,
  'GET /reports/occupancy': COORDINATORS,
  'GET /reports/occupancy.csv': MANAGERS,
  'GET /reports/occupancy.xlsx': MANAGERS,
  'GET /reports/without-bed': COORDINATORS,
  'GET /reports/without-bed.csv': MANAGERS,
  'GET /guests/:id/talk-first': EVERYONE,
  'POST /guests/:id/talk-first': COORDINATORS,
  'POST /talk-first/:line/told': EVERYONE,
  'POST /talk-first/:line/end': COORDINATORS,
  'GET /guests/:id/consents': EVERYONE,
  'POST /guests/:id/consents': EVERYONE,
  'POST /consents/:id/withdraw': EVERYONE,
  'GET /settings/hospital-window': MANAGERS,
  'POST /settings/hospital-window': MANAGERS,
  'GET /settings/in-touch': MANAGERS,
  'POST /settings/in-touch': MANAGERS,
  'GET /stays': EVERYONE,
  'GET /stays/find': EVERYONE,
  'POST /stays/find': EVERYONE,
  'GET /stays/:id': EVERYONE,
  'GET /stays/:id/follow-up-plan': EVERYONE,
  'POST /stays/:id/follow-up-plan': EVERYONE,
  'GET /stays/:id/departure': EVERYONE,
  'POST /stays/:id/departure': EVERYONE,
  'POST /stays/:id/things': EVERYONE,
  'GET /stays/:id/support': EVERYONE,
  'POST /stays/:id/support': EVERYONE,
  'POST /stays/:id/talks': EVERYONE,
  'GET /stays/:id/departure-day': EVERYONE,
  'POST /stays/:id/departure-day': EVERYONE,
  'GET /stays/:id/move': EVERYONE,
  'POST /stays/:id/move': EVERYONE,
  'GET /stays/:id/swap': EVERYONE,
  'POST /stays/:id/swap': EVERYONE,
  'GET /stays/:id/away': EVERYONE,
  'POST /stays/:id/away': EVERYONE,
  'GET /stays/:id/not-seen': EVERYONE,
  'POST /stays/:id/not-seen': EVERYONE,
  'GET /stays/:id/back': EVERYONE,
  'POST /stays/:id/back': EVERYONE,
  'POST /stays/:id/still-here': EVERYONE,
  'GET /guests/:id': EVERYONE,
  'GET /guests/:id/find': EVERYONE,
  'GET /guests/:id/links': EVERYONE,
  'GET /guests/:id/unlink': EVERYONE,
  'POST /guests/:id/find': EVERYONE,
  'POST /guests/:id/links': EVERYONE,
  'POST /guests/:id/unlink': EVERYONE,
  'GET /stays/:id/tasks/:task': EVERYONE,
  'POST /stays/:id/tasks/:task': EVERYONE,
  'GET /stays/:id/correct': COORDINATORS,
  'POST /stays/:id/correct': COORDINATORS,
  'POST /stays/:id/reopen': COORDINATORS,
  'GET /stays/:id/death': EVERYONE,
  'POST /stays/:id/death': EVERYONE,
  'POST /guests/:id/name': EVERYONE,
  'GET /waitlist': EVERYONE,
  'POST /waitlist': EVERYONE,
  'GET /waitlist/:id': EVERYONE,
  'POST /waitlist/:id/ask-again': EVERYONE,
  'POST /waitlist/:id/close': EVERYONE,
  'GET /follow-ups': EVERYONE,
  'GET /follow-ups/:id': EVERYONE,
  'POST /follow-ups/:id/attempts': EVERYONE,
  'GET /follow-ups/:id/answers': EVERYONE,
  'POST /follow-ups/:id/answers': EVERYONE,
  'POST /undo/:actId': EVERYONE,
  'GET /shift': EVERYONE,
  'GET /happened': EVERYONE,
  'POST /happened': EVERYONE,
  'GET /happened/new': EVERYONE,
  'GET /happened/:id': EVERYONE,
  'GET /happened/:id/change': EVERYONE,
  'POST /happened/:id/change': EVERYONE,
  'POST /happened/:id/due': EVERYONE,
  'POST /happened/:id/told': EVERYONE,
  'POST /happened/:id/add': EVERYONE,
  'POST /happened/:id/not-needed': COORDINATORS,
  'POST /happened/:id/close': COORDINATORS,
  'GET /happened/:id/with/:guest': EVERYONE,
  'POST /happened/:id/with/:guest': EVERYONE,
  'GET /places': EVERYONE,
  'POST /places': COORDINATORS,
  'GET /places/:id': EVERYONE,
  'POST /places/:id': COORDINATORS,
  'POST /places/:id/look': COORDINATORS,
  'GET /stays/:id/connections': EVERYONE,
  'POST /stays/:id/connections': EVERYONE,
  'GET /stays/:id/connections/:connection': EVERYONE,
  'POST /stays/:id/connections/:connection': EVERYONE,
  'GET /supplies/:id/look': EVERYONE,
  'POST /supplies/:id/look': EVERYONE,
  'GET /settings/supplies': MANAGERS,
  'POST /settings/supplies': MANAGERS,
  'GET /settings/supplies/:id': MANAGERS,
  'POST /settings/supplies/:id': MANAGERS,
  'GET /settings/clocks': MANAGERS,
  'POST /settings/clocks': MANAGERS,
  'GET /notes': EVERYONE,
  'POST /notes': EVERYONE,
  'POST /notes/:id/done': EVERYONE,
  'GET /notes/:id': EVERYONE,
  'POST /notes/:id/answer': EVERYONE,
  'POST /notes/:id/look': COORDINATORS,
  'POST /notes/:id/open': COORDINATORS,
  'GET /stays/:id/notes': EVERYONE,
  'POST /stays/:id/notes': EVERYONE,
  'GET /guests/:id/record': EVERYONE,
  'GET /stays/:id/turn': EVERYONE,
  'POST /stays/:id/turn': EVERYONE,
  'GET /stays/:id/answers': EVERYONE,
  'POST /stays/:id/answers': EVERYONE,
  'GET /questions/sheet': EVERYONE,
  'GET /g': EVERYONE,
  'POST /g/begin': EVERYONE,
  'POST /g/answer': EVERYONE,
  'POST /g/go': EVERYONE,
  'POST /g/language': EVERYONE,
  'POST /g/cover': EVERYONE,
  'POST /g/open': EVERYONE,
  'POST /g/end': EVERYONE,
  'POST /g/notes/:id': EVERYONE,
  'GET /g/back': EVERYONE,
  'POST /g/back': EVERYONE,
  'GET /settings/questions': MANAGERS,
  'POST /settings/questions': MANAGERS,
  'GET /settings/questions/:code': MANAGERS,
  'POST /settings/questions/:code': MANAGERS,
  'POST /notes/:id/amend': EVERYONE,
  'POST /notes/:id/take-back': EVERYONE,
  'POST /shift/read': EVERYONE,
  'POST /shift/sheet': EVERYONE,
  'GET /shift/people': EVERYONE,
  'POST /shift/people': EVERYONE,
  'POST /shift/people/:id/off': EVERYONE,
  'GET /notes/find': EVERYONE,
  'POST /notes/find': EVERYONE,
  'POST /drafts/discard': EVERYONE,
  'POST /drafts/keep': EVERYONE,
  'GET /exceptions': COORDINATORS,
  'POST /exceptions/:id/look': COORDINATORS,
  'GET /settings/agreement': MANAGERS,
  'POST /settings/agreement': MANAGERS,
  'GET /settings/agreement/:number': MANAGERS,
  'GET /settings/wording': MANAGERS,
  'POST /settings/wording': MANAGERS,
  'GET /settings/lists': MANAGERS,
  'GET /settings/lists/:list': MANAGERS,
  'POST /settings/lists/:list': MANAGERS,
  'GET /settings/limits': MANAGERS,
  'POST /settings/limits': MANAGERS,
  'POST /settings/limits/:id/take-away': MANAGERS,
  'POST /settings/kept-days': MANAGERS,
  'POST /settings/kept-days/:day/take-away': MANAGERS,
  'GET /availability': ANYONE,
  'GET /availability.json': ANYONE,
  'GET /asked-about': ANYONE,
  'POST /curtain': EVERYONE,
  'GET /curtain': EVERYONE,
  'POST /curtain/lift': EVERYONE,
  'POST /names': EVERYONE,
  'POST /theme': EVERYONE,
  'POST /sign-out': EVERYONE,
  'GET /me': EVERYONE,
  'POST /me': EVERYONE,
  'POST /me/wording': EVERYONE,
  'POST /wording': EVERYONE,
  'GET /reports': COORDINATORS,
  'GET /reports/outcomes': COORDINATORS,
  'GET /reports/outcomes/stays': COORDINATORS,
  'GET /reports/outcomes/anyone': MANAGERS,
  'POST /reports/outcomes/anyone': MANAGERS,
  'POST /reports/outcomes/anyone/grid': MANAGERS,
  'GET /reports/outcomes.csv': MANAGERS,
  'GET /reports/outcomes.xlsx': MANAGERS,
  'GET /people': MANAGERS,
  'GET /people/new': MANAGERS,
  'POST /people': MANAGERS,
  'GET /people/:id': MANAGERS,
  'POST /people/:id/role': MANAGERS,
  'POST /people/:id/passphrase': MANAGERS,
  'POST /people/:id/disable': MANAGERS,
  'POST /people/:id/enable': MANAGERS,
  'GET /settings/house': MANAGERS,
  'POST /settings/house': MANAGERS,
  'GET /settings/beds': MANAGERS,
  'POST /settings/beds': MANAGERS,
  'GET /settings/beds/:id': MANAGERS,
  'POST /settings/beds/:id': MANAGERS,
  'GET /sign-in': ANYONE,
  'POST /sign-in': ANYONE,
  'GET /setup': ANYONE,
  'POST /setup': ANYONE,
  'GET /help': ANYONE,
  'GET /help/next-steps': ANYONE,
  'GET /help/reports': ANYONE,
  'GET /help/in-touch': ANYONE,
  'GET /help/living-room': ANYONE,
  'GET /help/guests-turn': ANYONE,
  'GET /help/first-night': ANYONE,
  'GET /help/cannot-keep': ANYONE,
  'GET /help/computer-down': ANYONE,
  'GET /help/paper-check-in': ANYONE,
  'GET /help/if-someone-dies': ANYONE,
  'GET /healthz': ANYONE,
  'GET /readyz': ANYONE,
};

/** Signing out or covering would end the walk; they are walked by a desk of their own. */
const ENDS_THE_SESSION = ['POST /sign-out', 'POST /curtain', 'POST /me'];

describe('the doors of the house (R42)', () => {
  let house: House;
  let walked: string[];

  beforeAll(async () => {
    house = await openHouse();
    walked = house.routes
      .filter(({ method, url }) => !['HEAD', 'OPTIONS'].includes(method) && !url.startsWith('/assets'))
      .map(({ method, url }) => `${method} ${url}`);
  });

  afterAll(() => house.close());

  const knock = async (desk: Awaited<ReturnType<House['signIn']>>, route: string, _csrf: string) => {
    const [method, pattern] = route.split(' ') as [string, string];
    const path = pattern.replace(/:\w+/g, randomUUID());
    return method === 'GET' ? desk.get(path) : desk.post(path, { _csrf });
  };

  it('has a line here for every route, and no line for a route that is gone', () => {
    expect([...new Set(walked)].sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(roles)(
    'opens for %s what is theirs, and answers 403 for the rest before any record is looked up',
    async (role: Role) => {
      const desk = await house.signIn(role);
      const _csrf = String((await desk.visit('/'))('[name=_csrf]').first().val());
      for (const route of walked.filter((each) => !ENDS_THE_SESSION.includes(each))) {
        const { status } = await knock(desk, route, _csrf);
        expect(`${route} ${status === 403 ? 'refused' : 'open'}`).toBe(
          `${route} ${allowed[route]!.includes(role) ? 'open' : 'refused'}`,
        );
        expect(status).toBeLessThan(500);
      }
    },
  );

  it('sends whoever is not signed in to the sign-in page, and shows nothing', async () => {
    const desk = house.desk();
    const _csrf = String((await desk.visit('/sign-in'))('[name=_csrf]').first().val());
    for (const route of walked.filter((each) => !allowed[each]!.includes('nobody'))) {
      const answer = await knock(desk, route, _csrf);
      expect([route, answer.status, answer.headers.location]).toEqual([route, 303, '/sign-in']);
    }
  });

  it('sends whoever is covered to the curtain, and shows nothing', async () => {
    const desk = await house.signIn('manager');
    const board = await desk.visit('/');
    const _csrf = String(board('[name=_csrf]').first().val());
    await desk.post('/curtain', { _csrf });
    const stays = ['GET /curtain', 'POST /curtain', 'POST /curtain/lift', 'POST /sign-out'];
    for (const route of walked.filter(
      (each) => !allowed[each]!.includes('nobody') && !stays.includes(each),
    )) {
      const answer = await knock(desk, route, _csrf);
      expect([route, answer.status, answer.headers.location]).toEqual([route, 303, '/curtain']);
    }
  });

  it('shows on a screen in a guest’s hands the turn and nothing else, whatever is asked for', async () => {
    const desk = await house.signIn('manager');
    const stay = (await desk.fill('/check-in', { name: 'Lou Halfway', departureDay: '2026-11-25' })).headers
      .location!;
    const _csrf = String((await desk.visit('/'))('[name=_csrf]').first().val());
    await desk.fill(`${stay}/turn`, { purpose: 'leaving' });
    const shown = [];
    for (const route of walked.filter((each) => each !== 'POST /sign-out')) {
      const answer = await knock(desk, route, _csrf);
      const isTurn = / \/g(?:\/|$)/.test(route);
      if (!isTurn) expect([route, answer.status, answer.headers.location]).toEqual([route, 303, '/g']);
      else shown.push(answer);
    }
    for (const [method, path] of ['GET', 'POST', 'GET'].map((each, at) => [
      each,
      ['/nowhere', '/nowhere', '/g'][at]!,
    ]))
      shown.push(await (method === 'GET' ? desk.get(path!) : desk.post(path!, { _csrf })));
    for (const { text, headers } of shown.filter(({ status }) => status !== 303)) {
      expect(text).not.toMatch(/<nav|href="\/"|Lou|L\.H\.|Maple|Sign out<|\/sign-in/);
      expect(headers['cache-control']).toBe('no-store');
    }
    expect(shown.some(({ status }) => status === 200)).toBe(true);
    // The page before, asked for again by Back, and the same browser in another window
    expect((await desk.get(stay)).headers.location).toBe('/g');
  });

  it('lets a disabled person out at once, on every browser', async () => {
    const desk = await house.signIn();
    const manager = await house.signIn('manager');
    const answer = await manager.fill(`/people/${desk.person.id}`, {}, `/people/${desk.person.id}/disable`);
    expect(answer.status).toBe(303);
    expect((await desk.get('/')).headers.location).toBe('/sign-in');
  });

  it('answers an unknown record and an unknown address with the same page', async () => {
    const desk = await house.signIn('manager');
    const texts = await Promise.all(
      [
        `/stays/${randomUUID()}`,
        `/people/${randomUUID()}`,
        `/settings/beds/${randomUUID()}`,
        '/no-such-page',
      ].map(async (path) => {
        const answer = await desk.get(path);
        expect(answer.status).toBe(404);
        return read(page(answer), 'main');
      }),
    );
    expect(new Set(texts).size).toBe(1);
  });
});
