import fc from 'fast-check';
import type { Response } from 'supertest';
import { paths } from '../../src/web/paths.js';
import { type Desk, type Fields } from '../support/desk.js';
import { type House, openHouse } from '../support/open-house.js';

const LEAVES = { ending: 'planned', destination: 'family' };
const ALL_PARTS = ['all', 'due', 'week', 'waiting', 'done'];
/** What no guest of these stories has anything to do with. */
const OF_OTHERS = ['/assets', '/setup', '/settings/', '/supplies/', '/talk-first/', '/waitlist/', '/holds/'];
/** Signs in, is read by machines, or is the guest's own screen: nobody's turn goes on in these stories. */
const NO_PAGE = ['/sign-in', '/sign-out', '/curtain', '/g', '/healthz', '/readyz', '/version'];

const isPage = (url: string): boolean =>
  !OF_OTHERS.some((each) => url.startsWith(each)) &&
  !NO_PAGE.some((each) => url === each || url.startsWith(`${each}/`));

/** What a guest said, in the plainest words there are. */
interface Said {
  number: string;
  purpose: string;
  channel: string;
  /** The last house day on which it holds. */
  until: string | null;
  isOver: boolean;
}

type Step =
  | {
      kind: 'says';
      purpose: 'follow-up' | 'things' | 'alternate';
      channel: 'call' | 'text' | 'post';
      days: number | null;
    }
  | { kind: 'takes back'; which: number }
  | { kind: 'plans'; points: string[]; channel: string }
  | { kind: 'tries'; result: string }
  | { kind: 'undoes' }
  | { kind: 'waits'; hours: number };

const says: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('says' as const),
  purpose: fc.constantFrom(
    'follow-up' as const,
    'follow-up' as const,
    'things' as const,
    'alternate' as const,
  ),
  channel: fc.constantFrom('call' as const, 'text' as const, 'post' as const),
  days: fc.constantFrom(null, 0, 2, 5, 40),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  says,
  fc.record({ kind: fc.constant('takes back' as const), which: fc.nat(5) }),
  fc.record({
    kind: fc.constant('plans' as const),
    points: fc.subarray(['3d', '30d', '180d', '11m']),
    channel: fc.constantFrom('call', 'text', 'post'),
  }),
  fc.record({
    kind: fc.constant('tries' as const),
    result: fc.constantFrom('talked', 'no_answer', 'someone_else', 'stop_all', 'called_us', 'not_this_one'),
  }),
  fc.constant({ kind: 'undoes' as const }),
  fc.record({ kind: fc.constant('waits' as const), hours: fc.constantFrom(1, 14, 40, 24 * 3, 24 * 30) }),
);

const story = fc.record({
  atLeaving: fc.constantFrom('yes', 'yes', 'no', 'not-asked'),
  /** The last day of a yes at leaving, in days. */
  endsIn: fc.constantFrom(3, 5, 40, null),
  before: fc.array(says, { minLength: 1, maxLength: 2 }),
  after: fc.array(step, { minLength: 4, maxLength: 9 }),
});

/** One house for all stories, each with a guest of its own. */
class Teller {
  said: Said[] = [];
  private numbers = 0;
  private stay = '';
  private guest = '';
  private undo: { action: string; before: Said[] } | null = null;

  constructor(
    private readonly house: House,
    private desk: Desk,
  ) {}

  async arrives(): Promise<void> {
    this.house.clock.advance({ minutes: 1 });
    [this.said, this.undo] = [[], null];
    const answers = {
      name: `Ash ${this.numbers}`,
      stayedBefore: 'no',
      departureDay: this.today().add({ days: 2 }).toString(),
    };
    this.stay = (await this.desk.fill(paths.checkIn(), answers)).headers.location!;
    const [found] = await this.house.rows<{ id: string }>(
      'SELECT guest_id AS id FROM stays ORDER BY arrived_at DESC LIMIT 1',
    );
    this.guest = found!.id;
  }

  async leaves(answer: string, endsIn: number | null): Promise<void> {
    this.house.clock.advance({ minutes: 10 });
    this.numbers += 1;
    const number = this.numberNow();
    const until = endsIn === null ? null : this.today().add({ days: endsIn }).toString();
    const point = until === null || endsIn! >= 30 ? ['3d', '30d'] : ['3d'];
    const agreed: Fields =
      answer === 'yes' ? { point, channel: 'call', detail: number, expires: until ?? '' } : {};
    const left = await this.desk.fill(`${this.stay}/departure`, {
      ...LEAVES,
      followUpConsent: answer,
      ...agreed,
    });
    expect(left.status).toBe(303);
    const ready = (await this.desk.visit('/'))('form[action$="/ready"]').first().attr('action')!;
    await this.desk.fill('/', {}, ready);
    if (answer === 'yes')
      this.said.push({ number, purpose: 'follow-up', channel: 'call', until, isOver: false });
    if (answer === 'no') this.end(({ purpose }) => purpose !== 'things');
    this.undo = null;
  }

  async does(each: Step): Promise<void> {
    this.house.clock.advance({ minutes: 1 });
    if (each.kind === 'waits') return this.waits(each.hours);
    const before = this.said.map((one) => ({ ...one }));
    if (each.kind === 'undoes') return this.undoes();
    const answer = await {
      says: () => this.says(each as Extract<Step, { kind: 'says' }>),
      'takes back': () => this.takesBack(each as Extract<Step, { kind: 'takes back' }>),
      plans: () => this.plans(each as Extract<Step, { kind: 'plans' }>),
      tries: () => this.tries(each as Extract<Step, { kind: 'tries' }>),
    }[each.kind]();
    const action = answer && (await this.undoNow(answer));
    if (action) this.undo = { action, before };
  }

  /** Every address of the server, found by asking it, for this guest and with what a person asks for on it. */
  async wholeHouse(): Promise<string> {
    const today = this.today().toString();
    const own = [
      { before: '/stays/', ids: [this.stay.split('/')[2]!] },
      { before: '/guests/', ids: [this.guest] },
    ];
    const others = await Promise.all(
      Object.entries(ID_OF).map(async ([before, sql]) => ({
        before,
        ids: (await this.house.rows<{ id: string }>(sql)).map(({ id }) => id),
      })),
    );
    const ids = new Map([...own, ...others].map((each) => [each.before, each.ids]));
    ids.set('/nights/', [today]);
    const urls = this.house.routes.filter(({ method }) => method === 'GET').map(({ url }) => url);
    const pages = [...new Set(urls)]
      .filter(isPage)
      .flatMap((url) => filledIn(url.replace(':task', 'helps').replace(':guest', this.guest), ids));
    const asked = [
      ...[
        '/find?q=Ash',
        `/find?q=${this.numberNow()}`,
        '/timeline?view=list',
        `/shift?date=${today}&slot=14`,
      ],
      ...['/from-paper?kind=left', '/from-paper?kind=arrived', '/without-bed', `/calls?day=${today}`],
      ...[paths.consentsTo(this.guest, 'alternate'), `/questions/sheet?moment=leaving&language=en`],
    ];
    return (await this.texts([...pages, ...asked])).join('\n');
  }

  /** Where something of being in touch stands today, as one text. */
  async everywhere(): Promise<string> {
    const followUps = await this.house.rows<{ id: string }>('SELECT id FROM follow_ups');
    const today = this.today().toString();
    const files = [
      `/reports/outcomes.csv?from=2026-11-01&to=${today}&sharing=inside`,
      `/reports/outcomes?from=2026-11-01&to=${today}`,
    ];
    const pages = [
      ...['/', '/shift', '/stays?tab=left', this.stay, `${this.stay}/follow-up-plan`, ...files],
      ...[paths.guest(this.guest), paths.consents(this.guest), paths.guestRecord(this.guest)],
      ...ALL_PARTS.map((part) => `/follow-ups?part=${part}`),
      ...followUps.map(({ id }) => paths.followUp(id)),
    ];
    return (await this.texts(pages)).join('\n');
  }

  private async texts(pages: readonly string[]): Promise<string[]> {
    const texts: string[] = [];
    for (const page of pages) {
      const { status, text } = await this.desk.get(page);
      if (![200, 303, 404, 409, 422].includes(status)) throw new Error(`${page} answered ${status}`);
      texts.push(text);
    }
    return texts;
  }

  /** The numbers that may still stand somewhere. */
  live(): string[] {
    const today = this.today().toString();
    return this.said
      .filter(({ isOver, until }) => !isOver && (until === null || until >= today))
      .map(({ number }) => number);
  }

  private end(which: (said: Said) => boolean): void {
    for (const each of this.said) if (which(each)) each.isOver = true;
  }

  day = () => this.today().toString();

  private numberNow = () => `555-${String(1000 + this.numbers)}`;
  private today = () =>
    this.house.clock.now().toZonedDateTimeISO('America/Chicago').subtract({ hours: 4 }).toPlainDate();

  private async waits(hours: number): Promise<void> {
    this.house.clock.advance({ hours });
    this.undo = null;
    this.numbers += 1;
    this.desk = await this.house.signIn('manager', `Ines ${this.numbers}`);
  }

  private async says({ purpose, channel, days }: Extract<Step, { kind: 'says' }>) {
    this.numbers += 1;
    const until = days === null ? null : this.today().add({ days }).toString();
    const number = this.numberNow();
    const answers: Fields = { channel, detail: number, ...(until ? { expires: until } : {}) };
    const person: Fields = purpose === 'alternate' ? { person: 'Bea' } : {};
    const address = paths.consentsTo(this.guest, purpose);
    const answer = await this.desk.fill(address, { ...answers, ...person }, paths.consents(this.guest));
    expect(answer.status).toBe(303);
    this.said.push({ number, purpose, channel, until, isOver: false });
    return answer;
  }

  private async takesBack({ which }: Extract<Step, { kind: 'takes back' }>) {
    const $ = await this.desk.visit(paths.consents(this.guest));
    const forms = $('form[action$="/withdraw"]').toArray();
    if (forms.length === 0) return null;
    const form = $(forms[which % forms.length]);
    const number = form.closest('li').find('.big').text();
    const { purpose, channel } = this.said.find((each) => each.number === number)!;
    this.end((each) => each.purpose === purpose && each.channel === channel);
    return this.desk.send($, form.attr('action')!, {});
  }

  private async plans({ points, channel }: Extract<Step, { kind: 'plans' }>) {
    const plan = `${this.stay}/follow-up-plan`;
    const { status, text } = await this.desk.get(plan);
    if (status !== 200 || !text.includes('id="kept"')) return null;
    const answer = await this.desk.fill(plan, { 'point[]': points, channel });
    expect([303, 422]).toContain(answer.status);
    return answer.status === 303 ? answer : null;
  }

  private async tries({ result }: Extract<Step, { kind: 'tries' }>) {
    const $ = await this.desk.visit(paths.followUps());
    const row = $('main li a').last().attr('href');
    if (!row) return null;
    const answer = await this.desk.fill(row, { result }, `${row}/attempts`);
    expect([303, 422]).toContain(answer.status);
    if (answer.status !== 303) return null;
    if (result === 'stop_all') this.end(() => true);
    return answer;
  }

  private async undoNow({ status, headers, text }: Response): Promise<string | null> {
    expect([status, text.slice(0, 900)]).toEqual([303, expect.anything()]);
    const $ = await this.desk.visit(headers.location!);
    return $('[role=status] form[action^="/undo/"]').attr('action') ?? null;
  }

  /** Only what was done just now: the story goes on from where it stood. */
  private async undoes(): Promise<void> {
    if (!this.undo) return;
    const { action, before } = this.undo;
    this.undo = null;
    const $ = await this.desk.visit('/');
    const answer = await this.desk.post(action, { _csrf: String($('[name=_csrf]').first().val()) });
    expect(answer.status).toBe(303);
    this.said = [...before, ...this.said.slice(before.length).map((each) => ({ ...each, isOver: true }))];
  }
}

/** A record of each kind a page is about, by what stands before it in the address. */
const ID_OF: Record<string, string> = {
  '/beds/': 'SELECT id FROM beds',
  '/people/': 'SELECT id FROM people LIMIT 1',
  '/follow-ups/': 'SELECT id FROM follow_ups',
  '/notes/': 'SELECT id FROM notes',
  '/closures/': 'SELECT id FROM closures',
  '/happened/': 'SELECT id FROM incidents',
  '/without-bed/': 'SELECT id FROM help_without_bed',
  '/feedback/': 'SELECT id FROM feedback',
  '/places/': 'SELECT id FROM places',
  '/imports/': 'SELECT id FROM waiting_imports',
};

function filledIn(url: string, ids: ReadonlyMap<string, string[]>): string[] {
  // No connection is made in these stories: there is none to ask about
  if (url.endsWith('/:connection')) return [];
  const [before, rest] = url.split(/:\w+/);
  if (rest === undefined) return [url];
  const known = ids.get(before!);
  if (!known) throw new Error(`say which records ${url} is about`);
  return known.map((id) => `${before}${id}${rest}`);
}

/** Set up Sun 22 November 2026, 10:40 pm in Chicago. */
describe('over any history, on the real file (R32, R35)', () => {
  let house: House;
  let teller: Teller;
  let seen = 0;
  let looked = 0;

  beforeAll(async () => {
    house = await openHouse({ beds: 'Maple\nCedar' });
    teller = new Teller(house, await house.signIn('manager', 'Ines'));
  });

  afterAll(() => house.close());

  it('nothing shows a number no yes permits, no yes that was taken back leaves a task, and no later one revives it', async () => {
    const stopped = new Set<string>();
    await fc.assert(
      fc.asyncProperty(story, async ({ atLeaving, endsIn, before, after }) => {
        await teller.arrives();
        for (const each of before) await teller.does(each);
        await teller.leaves(atLeaving, endsIn);
        const middle = after[Math.floor(after.length / 2)];
        const passing = [14, 40, 24 * 6].map((hours) => ({ kind: 'waits' as const, hours }));
        for (const each of [...after, ...passing]) {
          await teller.does(each);
          await looksRight(each.kind === 'undoes', stopped);
          if (each === middle) await wholeHouseLooksRight();
        }
        await wholeHouseLooksRight();
      }),
      { numRuns: 8, seed: 32 },
    );
    expect(seen).toBeGreaterThan(0);
    expect(looked).toBeGreaterThan(8);
  }, 300_000);

  /** Each page the server has shows only what is live, and the counts count only that. */
  async function wholeHouseLooksRight(): Promise<void> {
    const text = await teller.wholeHouse();
    const shown = [...new Set(text.match(/555-\d{4}/g) ?? [])];
    const live = teller.live();
    expect(shown.filter((number) => isOfThisGuest(number) && !live.includes(number))).toEqual([]);
    const [row] = await house.rows<{ most: number }>(
      `SELECT count(*) AS most FROM follow_ups f JOIN consents c ON c.id = f.consent_id WHERE f.closed_at IS NULL
        AND c.withdrawn_at IS NULL AND (c.expires_on IS NULL OR c.expires_on >= '${teller.day()}')`,
    );
    const counts = [...text.matchAll(/(\d+) follow-ups?\b/g)].map(([, count]) => Number(count));
    expect(Math.max(0, ...counts)).toBeLessThanOrEqual(row!.most);
    looked += 1;
  }

  async function looksRight(isUndoing: boolean, stopped: Set<string>): Promise<void> {
    const text = await teller.everywhere();
    const shown = [...new Set(text.match(/555-\d{4}/g) ?? [])].sort();
    const live = teller.live();
    seen += shown.length;
    expect(shown.filter((number) => isOfThisGuest(number) && !live.includes(number))).toEqual([]);
    const rows = await house.rows<{ id: string; closed: string | null; ended: string | null }>(
      `SELECT f.id, f.closed_as AS closed, c.withdrawn_at AS ended FROM follow_ups f JOIN consents c ON c.id = f.consent_id`,
    );
    expect(rows.filter(({ closed, ended }) => ended !== null && closed === null)).toEqual([]);
    const open = rows.filter(({ closed }) => closed === null).map(({ id }) => id);
    if (!isUndoing) expect(open.filter((id) => stopped.has(id))).toEqual([]);
    stopped.clear();
    for (const { id, closed } of rows) if (closed === 'stopped') stopped.add(id);
    const ofDead = await house.rows<{ id: string }>(
      `SELECT f.id FROM follow_ups f JOIN consents c ON c.id = f.consent_id WHERE c.withdrawn_at IS NOT NULL
        OR c.expires_on < '${teller.day()}'`,
    );
    const links: string[] = text.match(/href="\/follow-ups\/[0-9a-f-]{36}"/g) ?? [];
    expect(ofDead.filter(({ id }) => links.includes(`href="/follow-ups/${id}"`))).toEqual([]);
  }

  const isOfThisGuest = (number: string) => teller.said.some((each) => each.number === number);
});
