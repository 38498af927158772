import { load } from 'cheerio';
import { join } from 'node:path';
import { verifiedCopy } from '../../src/database/backup.js';
import { RawFile, withFile } from '../../src/database/raw-file.js';
import { paperKinds } from '../../src/domain/paper-sheet.js';
import type { Desk } from './desk.js';
import { tempFolder } from './files.js';
import { type House, openHouse } from './open-house.js';

export type LivelyHouse = Awaited<ReturnType<typeof livelyHouse>>;

export const TALK_FIRST = { reason: 'The key is still out', untilDay: '2027-01-31', told: 'no' };
const LEAVES = { ending: 'planned', destination: 'family' };
const BEDS = Array.from({ length: 16 }, (_, index) => `Attic / Bed ${index + 1}`);

/** A house in which something of everything has happened: a guest here, two who left, a draft, a bed to make up, a bed that is kept, a house note, a call. */
export async function livelyHouse(name = 'Lou Halfway', isPractice = false) {
  const house = await openHouse({ beds: BEDS.map((bed) => bed.split(' / ')[1]).join('\n'), isPractice });
  const desk = await house.signIn('manager');
  const stay = await checkIn(desk, name);
  const coordinator = await house.signIn('coordinator');
  const left = await checkIn(desk, `${name} Jr`, {
    departureDay: '2026-12-04',
    exceptionReason: 'The flat is ready then',
    agreedBy: coordinator.person.id,
  });
  // Who may be the guest that is here, written otherwise
  const alike = await checkIn(desk, `${name}e`);
  house.clock.advance({ minutes: 30 });
  await desk.fill(`${left}/departure`, {
    ...LEAVES,
    followUpConsent: 'yes',
    point: ['3d', '30d'],
    channel: 'call',
    detail: '555-0111',
    thingsLeft: 'A green coat',
  });
  await desk.fill(`${alike}/departure`, LEAVES);
  await desk.fill('/notes', { text: 'Bins out', lives: 'done' });
  // What somebody else wrote is new
  await coordinator.fill('/notes', { text: 'The dryer is slow', lives: 'done' });
  // A note with the guest who is here, kept off paper, at which nobody has looked
  await desk.fill('/settings/house', { hidesNotes: 'yes', logsTalks: 'yes' });
  const hidden = { hiddenReason: 'guest_asked', hiddenUntil: '2026-11-30' };
  await desk.fill(`${stay}/notes`, { text: 'Likes tea', writtenBy: 'guest', ...hidden });
  const rings = { ringAt: '2026-11-23T10:00', reach: '555-0182', name: `${name} Jr` };
  await desk.fill('/calls', { outcome: 'talked', ...rings });
  await desk.fill('/without-bed', { kind: 'thing', code: 'food' });
  await desk.fill('/without-bed', { kind: 'visit', overnight: 'yes' });
  const visit = await firstVisit(desk, name);
  const said = await feedbackOf(desk, name);
  await desk.fill('/waitlist', { name: `${name} Sr`, need: 'No steps' });
  const kept = await desk.fill(
    await keepLink(desk),
    { guestName: name, keepUntil: '2026-11-23T01:00' },
    '/holds',
  );
  const connected = await connectedFrom(desk, left);
  const closure = await closeAttic(desk);
  const happening = await happened(desk, idOf(stay));
  await desk.fill('/settings/agreement', { text: 'We knock before we come in.' });
  await desk.fill('/settings/lists/closure-reasons', { newLabel: 'Flood', 'aside[]': 'other_use' });
  await desk.fill('/settings/limits', { mostNights: '9', fromDay: '2026-12-20' });
  await desk.fill('/settings/limits', { keptDay: '2027-01-01', dayName: 'New Year' }, '/settings/kept-days');
  const exception = idOf((await coordinator.visit('/exceptions'))('form[action$="/look"]').attr('action')!);
  const [guests, beds, people, acts, followUps, waitlist, notes, guestNotes] = await Promise.all(
    ['guests', 'beds', 'people', 'acts', 'follow_ups', 'waitlist', 'notes', 'guest_notes'].map((table) =>
      house.rows<{ id: string }>(`SELECT id FROM ${table}`),
    ),
  );
  const [soon, reached] = await planned(house);
  await desk.fill(`/follow-ups/${reached}`, { result: 'called_us' }, `/follow-ups/${reached}/attempts`);
  const guest = String((await desk.visit(stay))('aside a[href^="/guests/"]').attr('href')).split('/')[2]!;
  await coordinator.fill(`/guests/${guest}/talk-first`, TALK_FIRST);
  const trusted = { channel: 'call', detail: '555-0177', person: 'Bea', told: 'Ring me' };
  await desk.fill(`/guests/${guest}/consents?purpose=alternate`, trusted, `/guests/${guest}/consents`);
  const colleague = (await house.signIn('staff', 'Theo')).person.id;
  await desk.fill('/shift/people', { person: colleague, role: 'shift' });
  return {
    ...house,
    stay: idOf(stay),
    left: idOf(left),
    hold: idOf(kept.headers.location!),
    guest,
    bed: beds!.at(-1)!.id,
    colleague,
    visit,
    ...said,
    ...connected,
    /** In whose name an exception waits. */
    coordinator,
    exception,
    closure,
    happening,
    followUp: soon,
    /** A follow-up of somebody who called: they can be asked a few questions. */
    reached,
    waits: waitlist!.at(-1)!.id,
    note: notes![0]!.id,
    hidden: guestNotes![0]!.id,
    /** One of each kind, to be sent where another is expected. */
    ids: [
      idOf(stay),
      guests![0]!.id,
      beds![0]!.id,
      people![0]!.id,
      acts![0]!.id,
      followUps![0]!.id,
      idOf(kept.headers.location!),
    ],
  };
}

/** A house of its own with the same in it, at the same hour. */
export async function copyOf({ folder: from, clock }: House): Promise<House> {
  const folder = await tempFolder();
  await withFile(RawFile.reading(join(from, 'house.sqlite')), (file) =>
    verifiedCopy(file, join(folder, 'house.sqlite')),
  );
  return openHouse({ folder, startAt: clock.now().toString() });
}

/** The two follow-ups that were agreed, the sooner first. */
async function planned(house: House): Promise<[string, string]> {
  const rows = await house.rows<{ id: string }>('SELECT id FROM follow_ups ORDER BY due_on');
  return [rows[0]!.id, rows[1]!.id];
}

const idOf = (address: string) => address.split('/')[2]!;

/** A free bed near the end of the board is kept. */
async function keepLink(desk: Desk): Promise<string> {
  const $ = await desk.visit('/');
  return String($('a[href^="/holds/new"]').eq(-3).attr('href'));
}

/** Closes the last bed but one from now on: it waits for a coordinator's look. Answers the closure. */
async function closeAttic(desk: Desk): Promise<string> {
  const bed = (await desk.visit('/'))('[data-bed="Bed 15"]').attr('data-bed-id')!;
  await desk.fill(`/beds/${bed}/close-now`, { reason: 'repair', note: 'The heater' });
  const $ = await desk.visit(`/beds/${bed}`);
  return $('form[action$="/seen"]').attr('action')!.split('/')[2]!;
}

/** A guest was hurt, the county has to hear of it; the naloxone is in its place. */
async function happened(desk: Desk, stay: string): Promise<string> {
  await desk.fill('/settings/clocks', { 'report-hurt': '24', 'to-hurt': 'The county' });
  await desk.fill('/settings/supplies/naloxone', { place: 'Hall', goodUntil: '2027-03-03', isOn: 'yes' });
  const told = { 'kinds[]': ['hurt'], nextShift: 'Mind the step', happened: 'A fall', 'guests[]': [stay] };
  return idOf((await desk.fill('/happened/new', told, '/happened')).headers.location!);
}

/** Somebody was called something at the visit that was noted last. */
async function firstVisit(desk: Desk, name: string): Promise<string> {
  const $ = await desk.visit('/without-bed');
  const address = String($('a[href^="/without-bed/"]').first().attr('href'));
  await desk.fill(address, { name: `${name} VI` });
  return idOf(address);
}

/** A place, and a connection to it from a stay that ended with a yes: there was trouble. Answers both. */
async function connectedFrom(desk: Desk, stay: string) {
  await desk.fill('/places', { name: 'The clinic', kind: 'health', phone: '555-0140', note: 'Ring first' });
  const place = idOf(String((await desk.visit('/places'))('main .list a').attr('href')));
  await desk.fill(`${stay}/connections`, { placeId: place, way: 'rang' });
  const address = String((await desk.visit(`${stay}/connections`))('a[href*="/connections/"]').attr('href'));
  await desk.fill(address, { how: 'trouble', words: 'Too cold' });
  return { place, connection: address.split('/')[4]! };
}

/** Feedback with a name and without, and a line of what came of it. Answers the one with a name, and the code of the other. */
async function feedbackOf(desk: Desk, name: string) {
  await desk.fill('/feedback/new', { about: 'service', service: 'The clinic', text: 'Too cold', name });
  const feedback = idOf(String((await desk.visit('/feedback'))('main .list a').attr('href')));
  const given = await desk.fill('/feedback/anonymous', { about: 'house', text: 'Too dark' });
  await desk.fill('/said-and-done', { said: 'It is cold', did: 'There are blankets' });
  return { feedback, replyCode: load(given.text)('.reply-code').text() };
}

async function checkIn(desk: Desk, name: string, answers = {}): Promise<string> {
  const answer = await desk.fill('/check-in', { name, departureDay: '2026-11-25', ...answers });
  if (answer.status !== 303) throw new Error(`check-in answered ${answer.status}`);
  return answer.headers.location!;
}

/** The address of every page, found by asking the server; `:id` is a record of the kind that stands before it. */
export function pagesOf(house: LivelyHouse): string[] {
  const records: Record<string, string[]> = {
    '/stays/': [house.stay, house.left],
    '/guests/': [house.guest],
    '/holds/': [house.hold],
    '/people/': [house.colleague],
    '/follow-ups/': [house.followUp, house.reached],
    '/waitlist/': [house.waits],
    '/happened/': [house.happening],
    '/without-bed/': [house.visit],
    '/feedback/': [house.feedback],
    '/places/': [house.place],
    '/supplies/': ['naloxone'],
    '/settings/supplies/': ['naloxone'],
    '/settings/questions/': ['welcome', 'helped'],
    '/notes/': [house.note, house.hidden],
    '/settings/beds/': [house.bed],
    '/beds/': [house.bed],
    '/closures/': [house.closure],
    '/settings/agreement/': ['1'],
    '/settings/lists/': ['closure-reasons', 'no-stay-reasons'],
    // A spreadsheet waits for whoever brought it in, and for nobody else
    '/imports/': [],
    '/nights/': ['2026-11-21', '2026-11-22'],
  };
  const further: Record<string, string[]> = {
    '/stays': ['/stays?tab=left'],
    '/calls': ['/calls?day=2026-11-21'],
    '/feedback': ['/feedback?year=2025'],
    '/without-bed': ['/without-bed?day=2026-11-21'],
    '/questions/sheet': ['/questions/sheet?moment=leaving&language=es'],
    '/shift': ['/shift?date=2026-11-22&slot=14'],
    '/timeline': ['/timeline?view=list'],
    '/from-paper': paperKinds.map((kind) => `/from-paper?kind=${kind}`),
  };
  const found = house.routes.filter(({ method, url }) => method === 'GET' && !url.startsWith('/assets'));
  return [...new Set(found.map(({ url }) => url))].flatMap(withTasks).flatMap((url) => {
    const connection = `${house.left}/connections/${house.connection}`;
    const named = url.replace(':guest', house.guest).replace(':id/connections/:connection', connection);
    const [before, rest] = named.split(/:\w+/);
    if (rest === undefined) return [named, ...(further[url] ?? [])];
    return records[before!]!.map((id) => `${before}${id}${rest}`);
  });
}

/** A task is named by its code. */
const withTasks = (url: string): string[] =>
  url.includes(':task') ? TASKS.map((code) => url.replace(':task', code)) : [url];

/** One with a click, with one line, with two answers, with a text of the house, for coordinators. */
const TASKS = ['now', 'told', 'helps', 'agreement', 'apart'];

export type { House };
