import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.js';
import { type House, openHouse, PASSPHRASE } from '../support/open-house.js';
import { addressOf, Scene } from './scene.js';
import { openWindow, signIn, sitDown, where } from './sit-down.js';

/** Done, to be mended by the person, or against another record: all three were let in. */
const LET_IN = [303, 409, 422];
/** A button there leads on to a further question, or tells of the wording. */
const isLedOn = ({ path, status }: { path: string; status: number }) =>
  status === 200 && /^\/(?:calls|happened)$|^\/happened\/|\/notes$|\/amend$/.test(path);

/** The buttons of the header are the same everywhere; where a form is half filled in they send it along. */
const HEADER_COUNTS = /^\/$|^\/check-in$|\/departure$/;

/** Too late to take back what the first night did. */
const THE_NEXT_SHIFT = '2026-11-23T15:00:00Z';

/** Somebody stays on: the house asks for them. */
const TWO_NIGHTS_ON = '2026-11-25T15:00:00Z';

const isPlace = (path: string) => /^\/places\/[\da-f-]{36}$/.test(path);
const isNote = (path: string) => /^\/notes\/[\da-f-]{36}$/.test(path);

interface Sent {
  path: string;
  status: number;
}

/** Someone who presses every button there is and writes down what became of it. */
class Presser {
  readonly sent: Sent[] = [];

  constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    page.on('response', (answer) => {
      if (answer.request().method() !== 'POST') return;
      this.sent.push({ path: new URL(answer.url()).pathname, status: answer.status() });
    });
  }

  /** Every button of the page at this address, from the last to the first, and those that pressing one brings about. */
  async pressAll(path: string): Promise<void> {
    const pressed = new Set<string>();
    const inMain = 'main button:not([aria-hidden])';
    const buttons = this.page.locator(HEADER_COUNTS.test(path) ? `header button:visible, ${inMain}` : inMain);
    for (;;) {
      await this.open(path);
      const labels = await buttons.allTextContents();
      const next = labels.findLastIndex((label) => !pressed.has(label));
      if (next < 0) return;
      pressed.add(labels[next]!);
      await buttons.nth(next).click();
    }
  }

  /** Begins a form, does something else, and throws away what is kept of it. */
  async throwAway(path: string, field: string): Promise<void> {
    await this.open(path);
    await this.page.locator(field).fill('No steps');
    await this.page.getByRole('button', { name: 'Show names' }).first().click();
    await this.press(path, 'Throw it away');
  }

  async press(path: string, label: string): Promise<void> {
    await this.open(path);
    await this.page.getByRole('button', { name: label }).click();
  }

  private async open(path: string): Promise<void> {
    if (where(this.page) === '/curtain') await this.uncover();
    await this.page.goto(path);
    // A desk nobody used for two hours signed itself out meanwhile
    if (where(this.page) === '/sign-in') {
      await signIn(this.page, this.name);
      await this.page.goto(path);
    }
    const closed = this.page.locator('main details:not([open]) > summary:visible');
    while ((await closed.count()) > 0) await closed.first().click();
  }

  private async uncover(): Promise<void> {
    await this.page.getByLabel('passphrase').fill(PASSPHRASE);
    await this.page.getByRole('button', { name: 'Uncover' }).click();
  }
}

describe('every form of every page, sent by a real browser with every protection on', () => {
  let browser: Browser;
  let house: House;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  afterEach(() => house.close());

  afterAll(() => browser.close());

  it('is let in, whichever button is pressed', async () => {
    house = await openHouse({ beds: 'Maple\nCedar\nBirch\nFern\nElm' });
    const page = await sitDown(browser, house, { role: 'manager', name: 'Nora' });
    const paths = await peopled();
    const presser = new Presser(page, 'Nora');
    // Any other answer to the question takes it off the board
    await presser.press('/', 'Yes, still here');
    await presser.press('/calls', 'Rung');
    await presser.press(
      paths.find((path) => path.endsWith('/talk-first'))!,
      'They have been told',
    );
    // Taking back that they called leaves nothing to ask
    await presser.press(
      paths.find((path) => path.startsWith('/follow-ups/') && path.endsWith('/answers'))!,
      'They skipped the rest',
    );
    // Once it is taken back there is nothing to amend
    for (const note of paths.filter(isNote)) await presser.press(note, 'Save the new words');
    // Once it is on paper there is nothing to look at
    await presser.press(paths.find(isNote)!, 'Looked at');
    // Once what they told is taken back, on the page of the stay, there is nothing to look at either
    await presser.press(paths.find(isPlace)!, 'Looked at');
    await throughTheTurn(presser, paths.find((path) => path.endsWith('/swap'))!.replace('swap', 'turn'));
    // Undoing takes the yes along
    await presser.press(
      paths.find((path) => path.includes('/consents?'))!,
      'They take it back',
    );
    await page.goto('/reports/outcomes/anyone');
    await page.getByText('Calendar quarters', { exact: true }).click();
    await page.getByRole('button', { name: 'Choose for good' }).click();
    await presser.throwAway('/waitlist', '#need');
    await throughTheImport(presser);
    for (const path of paths) await presser.pressAll(path);
    await page.getByRole('button', { name: 'Cover the screen' }).click();
    await page.getByRole('button', { name: 'I’m not Nora' }).click();
    expect(where(page)).toBe('/sign-in');
    await presser.page.context().close();

    expect(presser.sent.filter((each) => !LET_IN.includes(each.status) && !isLedOn(each))).toEqual([]);
    const forms = house.routes.filter(({ method }) => method === 'POST').map(({ url }) => url);
    // What is kept while typing, and what is asked meanwhile, is sent by a script and not by a form
    const untried = forms.filter((url) => !presser.sent.some(({ path }) => fits(path, url)));
    expect(untried.sort()).toEqual(['/drafts/keep', '/setup', '/wording']);
  }, 400_000);

  it('opens a house', async () => {
    house = await openHouse({ beds: '' });
    const page = await openWindow(browser, house);
    await page.goto('/');
    const answers = { code: house.setUpCode, houseName: 'Willow House', beds: 'Maple', personName: 'Marta' };
    for (const [name, text] of Object.entries(answers)) await page.locator(`#${name}`).fill(text);
    await page.locator('#timeZone').selectOption('America/Chicago');
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Open the house' }).click();
    expect(where(page)).toBe('/');
    expect(await page.locator('h1').textContent()).toBe('Beds: 1 free now');
    await page.context().close();
  });

  /** A house with a bit of everything, and its pages; the board comes last, for it takes back what was done. */
  async function peopled(): Promise<string[]> {
    const scene = new Scene(house);
    await scene.sit();
    const [nora] = await house.rows<{ id: string }>(`SELECT id FROM people WHERE name = 'Nora'`);
    const exception = { exceptionReason: 'The flat is ready then', agreedBy: nora!.id };
    const lou = await scene.stay('Maple', 'Lou', { departureDay: scene.inDays(12), ...exception });
    await scene.leave(lou, { ...AGREES, thingsLeft: 'A green coat' });
    await scene.sit('manager');
    await scene.desk.fill('/settings/limits', { mostNights: '9', fromDay: scene.inDays(9) });
    await scene.desk.fill('/settings/house', { hidesNotes: 'yes', logsTalks: 'yes' });
    const keptDay = { keptDay: scene.inDays(30), dayName: 'A holiday' };
    await scene.desk.fill('/settings/limits', keptDay, '/settings/kept-days');
    const guest = await writtenTwice(scene);
    const asked = { reason: 'The key is still out', untilDay: scene.inDays(30), told: 'no' };
    await scene.desk.fill(`${guest}/talk-first`, asked);
    await scene.sit('staff', THE_NEXT_SHIFT);
    const stay = await scene.stay('Cedar', 'Sam');
    await scene.stay('Fern', 'Kim', { departureDay: scene.inDays(1) });
    await scene.sit('staff', TWO_NIGHTS_ON);
    const bed = `/holds/new?bed=${await scene.bedId('Maple')}`;
    const held = addressOf(await scene.desk.fill(bed, { guestName: 'Dara', keepUntil: '' }, '/holds'));
    await scene.desk.fill('/notes', { text: 'Bins out', lives: 'done' });
    await scene.desk.fill('/shift/people', { person: scene.desk.person.id, role: 'shift' });
    const [note] = await house.rows<{ id: string }>('SELECT id FROM notes');
    const remark = { text: 'A fuse', eventAt: `${scene.inDays(0)}T08:00`, writerName: 'Old Ned' };
    await scene.desk.fill('/from-paper?kind=note', remark, '/from-paper?kind=note');
    const hidden = { hiddenReason: 'guest_asked', hiddenUntil: scene.inDays(9) };
    await scene.desk.fill(`${stay}/notes`, { text: 'Likes tea', writtenBy: 'guest', ...hidden });
    const [withThem] = await house.rows<{ id: string }>('SELECT id FROM guest_notes');
    await scene.desk.fill(`${stay}/notes`, { text: 'Likes soup', writtenBy: 'guest' });
    await scene.desk.fill('/waitlist', { name: 'Ari', need: 'No steps' });
    const ringOther = `${scene.inDays(1)}T21:00`;
    await scene.desk.fill('/calls', { outcome: 'talked', ringOther, reach: '555-0182' });
    await scene.desk.fill(`${guest}/consents?purpose=things`, REACHED, `${guest}/consents`);
    const pages = [
      '/check-in',
      `${stay}/tasks/helps`,
      `${stay}/tasks/key`,
      `${stay}/tasks/agreement`,
      `${stay}/move`,
      `${stay}/swap`,
      `${stay}/away`,
      `${stay}/back`,
      `${stay}/not-seen`,
      `${stay}/departure-day`,
      '/holds/new',
      held,
      guest,
      `${guest}/talk-first`,
      ...['follow-up', 'things', 'alternate', 'research'].map((each) => `${guest}/consents?purpose=${each}`),
      `${lou}/follow-up-plan`,
      lou,
      `${stay}/departure`,
      stay,
      '/notes',
      ...(await happened(scene, stay)),
      ...(await withoutBed(scene)),
      ...(await feedback(scene)),
      ...(await connections(scene, lou)),
      '/supplies/naloxone/look',
      '/from-paper?kind=note',
      '/shift',
      `${stay}/notes`,
      `${stay}/answers?moment=arrival`,
      `${stay}/support`,
      `/notes/${withThem!.id}`,
      '/shift/people',
      '/notes/find',
      `/notes/${note!.id}`,
      await reached(scene, house),
      await firstIn(scene, '/follow-ups'),
      await firstIn(scene, '/waitlist'),
      // These end the follow-up
      ...['ending', 'reopen'].map((field) => `${lou}/correct?field=${field}`),
      `${lou}/death`,
      '/waitlist',
      '/exceptions',
      '/me',
      '/people/new',
      `/people/${scene.desk.person.id}`,
    ];
    const birch = await scene.bedId('Birch');
    await scene.desk.fill(`/beds/${birch}/close-now`, { reason: 'repair', note: 'The tap' });
    const [closure] = await house.rows<{ id: string }>('SELECT id FROM closures');
    const closing = [`/closures/${closure!.id}/change`, `/beds/${birch}`, `/closures/${closure!.id}/cancel`];
    const settings = [
      '/settings/agreement',
      '/settings/wording',
      '/settings/lists/no-stay-reasons',
      '/settings/limits',
      '/settings/in-touch',
      '/settings/clocks',
      '/settings/supplies',
      '/settings/supplies/naloxone',
      '/settings/outside',
      '/settings/questions',
      '/settings/hospital-window',
      // First how time is cut, chosen for good, then what is given out
      '/reports/outcomes/anyone',
      '/settings/questions/welcome',
      '/settings/house',
      '/settings/beds',
      `/settings/beds/${await scene.bedId('Birch')}`,
    ];
    return [
      ...pages,
      `/beds/${birch}/close-now`,
      ...closing,
      ...settings,
      '/calls',
      '/stays',
      '/help',
      '/asked-about',
      '/',
    ];
  }
});

const REACHED = { channel: 'call', detail: '555-0144' };
const AGREES = { followUpConsent: 'yes', 'point[]': ['3d', '30d'], channel: 'call', detail: '555-0171' };

/** Something happened to whom this stay is of, and something that is closed: their pages with all their buttons. */
async function happened(scene: Scene, stay: string): Promise<string[]> {
  const write = async (kind: string) => {
    const told = { 'kinds[]': [kind], nextShift: 'Mind the step', 'guests[]': [stay.split('/')[2]!] };
    return addressOf(await scene.desk.fill('/happened/new', told, '/happened'));
  };
  const { desk } = scene;
  await scene.sit('manager');
  const [open, closed] = [await write('hurt'), await write('other')];
  // With more than the first words it is not taken back by its button
  await scene.desk.fill(open, { whom: 'The landlord' }, `${open}/told`);
  await scene.desk.fill(closed, {}, `${closed}/close`);
  const together = String((await scene.desk.visit(open))('aside a[href*="/with/"]').attr('href'));
  scene.desk = desk;
  return ['/happened/new', `${open}/change`, together, open, closed];
}

/** Somebody came by: the page, and the one of that visit. */
async function withoutBed(scene: Scene): Promise<string[]> {
  await scene.desk.fill('/without-bed', { kind: 'visit', overnight: 'no' });
  const $ = await scene.desk.visit('/without-bed');
  return [String($('main .list a').first().attr('href')), '/without-bed'];
}

/** Places, and a connection to one from a stay that ended with a yes; there was trouble. */
async function connections(scene: Scene, stay: string): Promise<string[]> {
  const { desk } = scene;
  await scene.sit('manager');
  await scene.desk.fill('/places', { name: 'The clinic', kind: 'health' });
  const place = String((await scene.desk.visit('/places'))('main .list a').attr('href'));
  await scene.desk.fill(`${stay}/connections`, { placeId: place.split('/')[2]! });
  const $ = await scene.desk.visit(`${stay}/connections`);
  const asking = String($('a[href*="/connections/"]').attr('href'));
  await scene.desk.fill(asking, { how: 'trouble', words: 'Too cold' });
  scene.desk = desk;
  return [place, asking, `${stay}/connections`, '/places'];
}

/** Something was said: the page of it, and the others around it. */
async function feedback(scene: Scene): Promise<string[]> {
  await scene.desk.fill('/feedback/new', { about: 'house', text: 'The tea is warm', name: 'Eli' });
  const $ = await scene.desk.visit('/feedback');
  const one = String($('main .list a').first().attr('href'));
  const { desk } = scene;
  await scene.sit('manager');
  await scene.desk.fill('/said-and-done', { said: 'It is cold', did: 'There are blankets' });
  scene.desk = desk;
  return [one, '/feedback/new', '/feedback/anonymous', '/feedback/reply', '/said-and-done'];
}

/** A screen in a guest's hands: each button once, and back to whoever sits at the desk. */
async function throughTheTurn({ page }: Presser, address: string): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.goto(address);
  await page.getByText('Questions at leaving').click();
  await press('Hand it over');
  for (const name of ['garden', 'Español', 'English', 'Cover the screen', 'garden', 'Next'])
    await press(name);
  for (const name of ['Skip this question', 'Back', 'What is written about me']) await press(name);
  await page.locator('main details > summary').first().click();
  await page.getByText('That’s right').click();
  for (const name of ['Say it', 'Go on with the questions', 'Stop for now', 'Keep my answers'])
    await press(name);
  await page.getByRole('link', { name: 'Give the screen back' }).click();
  await page.getByLabel('passphrase').fill(PASSPHRASE);
  await press('Take the screen back');
}

/** A spreadsheet: looked at, tried, imported and taken back; another one thrown away. */
async function throughTheImport({ page }: Presser): Promise<void> {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const bytes = 'Guest,Bed,Arrived,Left\nBo,Elm,2026-03-02,2026-03-05';
  const bringIn = async () => {
    await page.goto('/imports');
    const file = { name: 'old book.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) };
    await page.locator('input[type=file]').setInputFiles(file);
    await press('Look at the file');
  };
  await bringIn();
  await page.goto('/imports');
  await press(/^Throw it away/);
  await bringIn();
  await page.getByText('The bed was in use since then').click();
  await press('Try it');
  await page.getByText('All or nothing', { exact: true }).click();
  await press('Import');
  expect(await page.locator('[role=status]').textContent()).toContain('Imported: 1 stay.');
  await press(/^Take it back/);
}

/** The later of the two follow-ups has come: they rang the house. */
async function reached(scene: Scene, house: House): Promise<string> {
  const [last] = await house.rows<{ id: string }>('SELECT id FROM follow_ups ORDER BY due_on DESC');
  const place = `/follow-ups/${last!.id}`;
  await scene.desk.fill(place, { result: 'called_us' }, `${place}/attempts`);
  return `${place}/answers`;
}

async function firstIn(scene: Scene, list: string): Promise<string> {
  const $ = await scene.desk.visit(list);
  return String($('main li a').attr('href'));
}

/** Somebody who stayed three times, each time spelled otherwise, two of them linked: the guest's page with all its buttons. */
async function writtenTwice(scene: Scene): Promise<string> {
  const guests: string[] = [];
  for (const name of ['Samm', 'Saam', 'Sma']) {
    const $ = await scene.desk.visit(await cameAndWent(scene, name));
    guests.push(String($('aside a[href^="/guests/"]').attr('href')));
  }
  const [guest, linked] = guests;
  const answers = { other: linked!.split('/')[2]!, ground: 'guest-said' };
  await scene.desk.fill(guest!, answers, `${guest}/links`);
  return guest!;
}

async function cameAndWent(scene: Scene, name: string): Promise<string> {
  const stay = await scene.stay('Maple', name, { confirmNotReady: 'yes' });
  await scene.leave(stay);
  return stay;
}

const fits = (path: string, route: string): boolean =>
  new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path);
