import { type CheerioAPI, load } from 'cheerio';
import type { Response } from 'supertest';
import { type Desk, fieldsOf } from './desk.js';
import { type LivelyHouse, TALK_FIRST } from './lively-house.js';
import { PASSPHRASE } from './open-house.js';

export interface Change {
  /** The lines of the trail it leaves. */
  acts: string[];
  /** What a change that was made is answered with, where that is not 303. */
  status?: number;
  run: (desk: Desk, house: LivelyHouse) => Promise<Response>;
}

/** The address of the first form of a page that ends, or begins, like this. */
export const firstAction = (html: string, end: RegExp): string =>
  load(html)('form')
    .toArray()
    .map((form) => String(load(html)(form).attr('action')))
    .find((action) => end.test(action))!;

async function covered(desk: Desk): Promise<Desk> {
  const place = await desk.get('/curtain');
  if (place.status === 303) await desk.fill('/', {}, '/curtain');
  return desk;
}

/** One change for every route that makes one. */
export const changes: Record<string, Change> = {
  'POST /check-in': {
    acts: ['stays.checkIn'],
    run: (desk) => desk.fill('/check-in', { name: 'Ash', departureDay: '2026-11-25' }),
  },
  'POST /stays/:id/talks': {
    acts: ['stays.support'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}`, { kind: 'emotional' }, `/stays/${stay}/talks`),
  },
  'POST /from-paper': {
    acts: ['notes.write'],
    run: (desk) =>
      desk.fill(
        '/from-paper?kind=note',
        { text: 'Bins out', eventAt: '2026-11-22T20:00', writerName: 'Old Ned' },
        '/from-paper?kind=note',
      ),
  },
  'POST /from-paper/done': {
    acts: ['paper.keyIn'],
    run: (desk) => desk.fill('/from-paper', {}, '/from-paper/done'),
  },
  'POST /holds': {
    acts: ['holds.make'],
    run: (desk, { bed }) => desk.fill(`/holds/new?bed=${bed}`, { guestName: 'Ash', keepUntil: '' }, '/holds'),
  },
  'POST /holds/:id/keep-until': {
    acts: ['holds.change'],
    run: (desk, { hold }) => onHold(desk, hold, 'keep-until'),
  },
  'POST /holds/:id/did-not-come': {
    acts: ['holds.change'],
    run: (desk, { hold }) => onHold(desk, hold, 'did-not-come'),
  },
  'POST /holds/:id/let-go': { acts: ['holds.letGo'], run: (desk, { hold }) => onHold(desk, hold, 'let-go') },
  'POST /guests/:id/find': {
    acts: ['guests.find'],
    status: 200,
    run: (desk, { guest }) => desk.fill(`/guests/${guest}`, { q: 'lou' }, `/guests/${guest}/find`),
  },
  'POST /guests/:id/links': {
    acts: ['guests.link'],
    run: async (desk, { guest }) => {
      const $ = await desk.visit(`/guests/${guest}`);
      const answers = { other: String($('[name=other]').first().val()), ground: 'guest-said' };
      return desk.send($, `/guests/${guest}/links`, answers);
    },
  },
  'POST /guests/:id/unlink': {
    acts: ['guests.link'],
    run: async (desk, { guest }) => {
      const { text } = await desk.get(`/guests/${guest}`);
      return desk.fill(`/guests/${guest}`, {}, firstAction(text, /unlink$/));
    },
  },
  'POST /guests/:id/name': {
    acts: ['guests.name'],
    run: async (desk, { stay }) => {
      const { text } = await desk.get(`/stays/${stay}`);
      return desk.fill(`/stays/${stay}`, { name: 'Lou' }, firstAction(text, /^\/guests\//));
    },
  },
  'POST /stays/:id/departure-day': {
    acts: ['stays.plan'],
    run: (desk, { stay }) =>
      desk.fill(`/stays/${stay}`, { departureDay: '2026-11-26' }, `/stays/${stay}/departure-day`),
  },
  'POST /stays/:id/move': {
    acts: ['stays.move'],
    run: (desk, { stay }) => withFirst(desk, `/stays/${stay}/move`, 'bedId'),
  },
  'POST /stays/:id/swap': {
    acts: ['stays.swap'],
    run: (desk, { stay }) => withFirst(desk, `/stays/${stay}/swap`, 'otherStayId'),
  },
  'POST /stays/:id/still-here': {
    acts: ['stays.seen'],
    run: (desk, { stay }) => press(desk, stay, 'still-here'),
  },
  'POST /stays/:id/tasks/:task': {
    acts: ['stays.tasks'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}/tasks/food`, { first: 'No nuts', state: 'done' }),
  },
  'POST /stays/:id/not-seen': {
    acts: ['stays.notSeen'],
    run: (desk, { stay }) => press(desk, stay, 'not-seen'),
  },
  'POST /stays/:id/away': {
    acts: ['stays.away'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}/away`, { backBy: '2026-11-24T21:00' }),
  },
  'POST /stays/:id/back': { acts: ['stays.back'], run: (desk, { stay }) => press(desk, stay, 'back') },
  'POST /stays/:id/departure': {
    acts: ['stays.depart'],
    run: (desk, { stay }) =>
      desk.fill(`/stays/${stay}/departure`, { ending: 'planned', destination: 'family' }),
  },
  'POST /stays/:id/things': {
    acts: ['stays.things'],
    run: (desk, { left }) => desk.fill(`/stays/${left}`, { how: 'fetched' }, `/stays/${left}/things`),
  },
  'POST /stays/:id/support': {
    acts: ['stays.support'],
    run: (desk, { stay }) =>
      desk.fill(`/stays/${stay}/support`, { emotional: 'taken-up', wellness: 'offered' }),
  },
  'POST /guests/:id/consents': {
    acts: ['consents.give'],
    run: (desk, { guest }) =>
      desk.fill(
        `/guests/${guest}/consents?purpose=things`,
        { channel: 'call', detail: '555-0144' },
        `/guests/${guest}/consents`,
      ),
  },
  'POST /consents/:id/withdraw': {
    acts: ['consents.withdraw'],
    run: (desk, { guest }) => pressFirst(desk, `/guests/${guest}/consents`, /withdraw$/),
  },
  'POST /settings/in-touch': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/in-touch', { mostTries: '4' }),
  },
  'POST /follow-ups/:id/attempts': {
    acts: ['followUps.try'],
    run: (desk, { followUp }) =>
      desk.fill(`/follow-ups/${followUp}`, { result: 'called_us' }, `/follow-ups/${followUp}/attempts`),
  },
  'POST /follow-ups/:id/answers': {
    acts: ['followUps.ask'],
    run: (desk, { reached }) => desk.fill(`/follow-ups/${reached}/answers`, { 'answer-hope': '2' }),
  },
  'POST /settings/hospital-window': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/hospital-window', { 'asked[]': ['visits'] }),
  },
  'POST /stays/:id/follow-up-plan': {
    acts: ['followUps.plan'],
    run: (desk, { left }) =>
      desk.fill(`/stays/${left}/follow-up-plan`, { 'point[]': '180d', channel: 'call' }),
  },
  'POST /calls': { acts: ['calls.log'], run: (desk) => desk.fill('/calls', { outcome: 'rang_off' }) },
  'POST /feedback/new': {
    acts: ['feedback.give'],
    run: (desk) => desk.fill('/feedback/new', { about: 'house', text: 'The tea is warm', name: 'Eli' }),
  },
  'POST /feedback/anonymous': {
    acts: [],
    status: 200,
    run: (desk) => desk.fill('/feedback/anonymous', { about: 'house', text: 'The hall is dark' }),
  },
  'POST /feedback/reply': {
    acts: [],
    status: 200,
    run: (desk, { replyCode }) => desk.fill('/feedback/reply', { code: replyCode }),
  },
  'POST /feedback/:id/answers': {
    acts: ['feedback.answer'],
    run: (desk, { feedback }) =>
      desk.fill(`/feedback/${feedback}`, { text: 'Thank you' }, `/feedback/${feedback}/answers`),
  },
  'POST /said-and-done': {
    acts: ['feedback.saidAndDone'],
    run: (desk) => desk.fill('/said-and-done', { said: 'The hall is dark', did: 'A lamp hangs there' }),
  },
  'POST /said-and-done/:id/on': {
    acts: ['feedback.saidAndDone'],
    run: (desk) => pressFirst(desk, '/said-and-done', /^\/said-and-done\/[^/]+\/on$/, { on: 'no' }),
  },
  'POST /settings/outside': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/outside', { text: 'The advocates: 555-0140' }),
  },
  'POST /without-bed': {
    acts: ['withoutBed.note'],
    run: (desk) => desk.fill('/without-bed', { kind: 'visit', overnight: 'no' }),
  },
  'POST /without-bed/:id': {
    acts: ['withoutBed.note'],
    run: (desk, { visit }) => desk.fill(`/without-bed/${visit}`, { minutes: '10', count: '2' }),
  },
  'POST /calls/:id/ring': {
    acts: ['calls.ring'],
    run: (desk) => pressFirst(desk, '/calls', /^\/calls\/[^/]+\/ring$/, { reached: 'yes' }),
  },
  'POST /waitlist': {
    acts: ['waitlist.change'],
    run: (desk) => desk.fill('/waitlist', { name: 'Eli' }),
  },
  'POST /waitlist/:id/ask-again': {
    acts: ['waitlist.change'],
    run: (desk, { waits }) =>
      desk.fill(`/waitlist/${waits}`, { askAgainOn: '2026-11-24' }, `/waitlist/${waits}/ask-again`),
  },
  'POST /waitlist/:id/close': {
    acts: ['waitlist.change'],
    run: (desk, { waits }) =>
      desk.fill(`/waitlist/${waits}`, { outcome: 'elsewhere' }, `/waitlist/${waits}/close`),
  },
  'POST /stays/find': {
    acts: ['stays.find'],
    status: 200,
    run: (desk) => desk.fill('/stays', { q: 'lou' }, '/stays/find'),
  },
  'POST /notes': {
    acts: ['notes.write'],
    run: (desk) => desk.fill('/notes', { text: 'Bins out', lives: 'shift' }),
  },
  'POST /notes/:id/done': {
    acts: ['notes.done'],
    run: async (desk) => desk.fill('/shift', {}, firstAction((await desk.get('/shift')).text, /done$/)),
  },
  'POST /happened': {
    acts: ['happened.write'],
    run: (desk) =>
      desk.fill('/happened/new', { 'kinds[]': ['other'], nextShift: 'Mind the step' }, '/happened'),
  },
  'POST /happened/:id/change': {
    acts: ['happened.change'],
    run: (desk, { happening }) => desk.fill(`/happened/${happening}/change`, { tried: 'Tape' }),
  },
  'POST /happened/:id/told': {
    acts: ['happened.change'],
    run: (desk, { happening }) => onHappening(desk, happening, 'told', { whom: 'The landlord' }),
  },
  'POST /happened/:id/with/:guest': {
    acts: ['happened.change'],
    run: (desk, { happening, guest }) =>
      desk.fill(`/happened/${happening}/with/${guest}`, { part: 'You were asleep' }),
  },
  'POST /happened/:id/due': {
    acts: ['happened.told'],
    run: (desk, { happening }) => onHappening(desk, happening, 'due'),
  },
  'POST /happened/:id/not-needed': {
    acts: ['happened.close'],
    run: async (desk, { happening }) => {
      const due = String((await desk.visit(`/happened/${happening}`))('[name=due][type=radio]').val());
      return onHappening(desk, happening, 'not-needed', { due, why: 'They were here' });
    },
  },
  'POST /happened/:id/close': {
    acts: ['happened.close'],
    run: (desk, { happening }) => onHappening(desk, happening, 'close'),
  },
  'POST /happened/:id/add': {
    acts: ['happened.change'],
    run: (desk, { happening }) => onHappening(desk, happening, 'add', { addition: 'It is mended' }),
  },
  'POST /supplies/:id/look': {
    acts: ['supplies.look'],
    run: (desk) => desk.fill('/supplies/naloxone/look', { goodUntil: '2028-12-01' }),
  },
  'POST /places': {
    acts: ['places.manage'],
    run: (desk) => desk.fill('/places', { name: 'Open Door', kind: 'peer' }),
  },
  'POST /places/:id': {
    acts: ['places.manage'],
    run: (desk, { place }) => desk.fill(`/places/${place}`, { used: 'no' }),
  },
  'POST /places/:id/look': {
    acts: ['places.look'],
    run: (desk, { place }) => desk.fill(`/places/${place}`, { done: 'Rang them' }, `/places/${place}/look`),
  },
  'POST /stays/:id/connections': {
    acts: ['connections.make'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}/connections`, { ownWords: 'A choir' }),
  },
  'POST /stays/:id/connections/:connection': {
    acts: ['connections.ask'],
    run: (desk, { left, connection }) =>
      desk.fill(`/stays/${left}/connections/${connection}`, { how: 'good' }),
  },
  'POST /reports/outcomes/anyone/grid': {
    acts: ['reports.giveOut'],
    run: (desk) =>
      desk.fill('/reports/outcomes/anyone', { grid: 'quarters' }, '/reports/outcomes/anyone/grid'),
  },
  'POST /reports/outcomes/anyone': {
    acts: ['reports.giveOut'],
    run: (desk) => desk.fill('/reports/outcomes/anyone'),
  },
  'POST /imports': { acts: ['imports.run'], run: (desk) => bringIn(desk) },
  'POST /imports/:id/throw-away': {
    acts: ['imports.run'],
    run: (desk) => pressFirst(desk, '/imports', /throw-away$/),
  },
  'POST /imports/:id/columns': {
    acts: ['imports.run', 'imports.run'],
    run: async (desk) => {
      const sent = await bringIn(desk);
      return sent.status === 303 ? desk.fill(sent.headers.location!, { earlierBeds: 'open' }) : sent;
    },
  },
  'POST /imports/:id/trial': {
    // One line for the stay, one for the import; what goes before it has its own
    acts: ['imports.run', 'imports.run'],
    run: async (desk) => {
      const columns = firstLink(await desk.visit('/imports'), /columns$/);
      return desk.fill(columns.replace(/columns$/, 'trial'), { way: 'all' });
    },
  },
  'POST /imports/:id/take-back': {
    acts: ['imports.takeBack', 'imports.run'],
    run: (desk) => pressFirst(desk, '/imports', /take-back$/),
  },
  'POST /settings/supplies': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/supplies', { name: 'Torch', everyDays: '30' }),
  },
  'POST /settings/supplies/:id': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/supplies/naloxone', { everyDays: '7' }),
  },
  'POST /settings/clocks': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/clocks', { 'tell-hurt': '2' }),
  },
  'POST /notes/:id/amend': {
    acts: ['notes.amend'],
    run: (desk, { note }) =>
      desk.fill(`/notes/${note}`, { text: 'Bins in', why: 'A slip' }, `/notes/${note}/amend`),
  },
  'POST /notes/:id/take-back': {
    acts: ['notes.takeBack'],
    run: (desk, { note }) => desk.fill(`/notes/${note}`, { reason: 'not_so' }, `/notes/${note}/take-back`),
  },
  'POST /stays/:id/notes': {
    acts: ['notes.withGuest'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}/notes`, { text: 'Slept well', writtenBy: 'both' }),
  },
  'POST /notes/:id/answer': {
    acts: ['notes.answer'],
    run: (desk, { hidden }) => desk.fill(`/notes/${hidden}`, { answer: 'agree' }, `/notes/${hidden}/answer`),
  },
  'POST /stays/:id/answers': {
    acts: ['answers.keyIn'],
    run: (desk, { stay }) =>
      desk.fill(
        `/stays/${stay}/answers?moment=arrival`,
        { language: 'en', 'answer-hope': '2' },
        `/stays/${stay}/answers`,
      ),
  },
  'POST /settings/questions': {
    acts: ['settings.manage'],
    run: (desk) =>
      desk.fill('/settings/questions', {
        kind: 'words',
        text: 'What did you cook?',
        'moments[]': [],
        place: '20',
      }),
  },
  'POST /settings/questions/:code': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/questions/helped', { text: 'What was good?' }),
  },
  'POST /notes/:id/look': {
    acts: ['notes.unhide'],
    run: (desk, { hidden }) => desk.fill(`/notes/${hidden}`, {}, `/notes/${hidden}/look`),
  },
  'POST /notes/:id/open': {
    acts: ['notes.unhide'],
    run: (desk, { hidden }) => desk.fill(`/notes/${hidden}`, {}, `/notes/${hidden}/open`),
  },
  'POST /notes/find': {
    acts: ['notes.find'],
    status: 200,
    run: (desk) => desk.fill('/notes/find', { q: 'bins' }),
  },
  'POST /shift/sheet': { acts: ['shift.sheet'], run: (desk) => desk.fill('/shift', {}, '/shift/sheet') },
  'POST /shift/people': {
    acts: ['shift.people'],
    run: (desk, { colleague }) => desk.fill('/shift/people', { person: colleague, role: 'on-call' }),
  },
  'POST /shift/people/:id/off': {
    acts: ['shift.people'],
    run: (desk) => pressFirst(desk, '/shift/people', /off$/),
  },
  'POST /shift/read': {
    acts: ['shift.read'],
    run: async (desk) => {
      const _csrf = String(load((await desk.get('/shift')).text)('[name=_csrf]').val());
      return desk.post('/shift/read', { _csrf, upTo: '1' });
    },
  },
  'POST /beds/:bedId/ready': {
    acts: ['beds.ready'],
    run: async (desk) => desk.fill('/', {}, firstAction((await desk.get('/')).text, /ready$/)),
  },
  'POST /beds/:bedId/close-now': {
    acts: ['beds.closeNow'],
    run: async (desk) => {
      const bed = (await desk.visit('/'))('[data-bed="Bed 12"]').attr('data-bed-id')!;
      return desk.fill(`/beds/${bed}/close-now`, { reason: 'repair', note: 'The tap' });
    },
  },
  'POST /beds/:bedId/closures': {
    acts: ['beds.manage'],
    run: async (desk) => {
      const bed = (await desk.visit('/'))('[data-bed="Bed 14"]').attr('data-bed-id')!;
      const nights = { firstNight: '2026-12-24', lastNight: '2026-12-26' };
      return desk.fill(
        `/beds/${bed}`,
        { ...nights, ...{ reason: 'repair', note: 'The tap' } },
        `/beds/${bed}/closures`,
      );
    },
  },
  'POST /closures/:id/seen': {
    acts: ['beds.manage'],
    run: async (desk, { closure, rows }) => {
      const [{ bed } = { bed: '' }] = await rows<{ bed: string }>(
        'SELECT bed_id AS bed FROM closures WHERE id = ?',
        [closure],
      );
      return desk.fill(`/beds/${bed}`, {}, `/closures/${closure}/seen`);
    },
  },
  'POST /closures/:id/change': {
    acts: ['beds.manage'],
    run: (desk, { closure }) => desk.fill(`/closures/${closure}/change`, { note: 'The tap' }),
  },
  'POST /closures/:id/cancel': {
    acts: ['beds.manage'],
    run: (desk, { closure }) => desk.fill(`/closures/${closure}/cancel`, { note: 'Mended' }),
  },
  'POST /undo/:actId': {
    acts: ['acts.undo'],
    run: async (desk) => desk.fill('/', {}, firstAction((await desk.get('/')).text, /^\/undo\//)),
  },
  'POST /drafts/keep': {
    acts: ['drafts.keep'],
    status: 204,
    run: async (desk) => {
      const typed = { ...fieldsOf(await desk.visit('/waitlist'), '/theme'), need: 'No steps' };
      return desk.post('/drafts/keep', typed);
    },
  },
  'POST /drafts/discard': {
    acts: ['drafts.discard'],
    run: (desk) => send(desk, '/drafts/discard', { place: '/check-in' }),
  },
  'POST /names': { acts: ['names.show'], run: (desk) => desk.fill('/', {}, '/names') },
  'POST /theme': { acts: ['self.theme'], run: (desk) => desk.fill('/', {}, '/theme') },
  'POST /me/wording': {
    acts: ['self.wording'],
    run: (desk) => desk.fill('/me', { offers: 'yes' }, '/me/wording'),
  },
  // It reads only: what somebody is about to write is nobody else's
  'POST /wording': {
    acts: [],
    status: 200,
    run: async (desk) =>
      desk.post('/wording', { ...fieldsOf(await desk.visit('/'), '/theme'), text: 'client' }),
  },
  'POST /settings/house': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/house', { houseName: 'Elm House' }),
  },
  'POST /settings/agreement': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/agreement', { text: 'We knock.' }),
  },
  'POST /settings/wording': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/wording', { lines: 'dryer = machine' }),
  },
  'POST /settings/lists/:list': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/lists/closure-reasons', { newLabel: 'Fire' }),
  },
  'POST /settings/limits': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/limits', { mostNights: '5', fromDay: '2026-12-01' }),
  },
  'POST /settings/limits/:id/take-away': {
    acts: ['settings.manage'],
    run: (desk) => pressFirst(desk, '/settings/limits', /limits\/.*take-away$/),
  },
  'POST /settings/kept-days': {
    acts: ['settings.manage'],
    run: (desk) =>
      desk.fill('/settings/limits', { keptDay: '2026-12-25', dayName: 'A holiday' }, '/settings/kept-days'),
  },
  'POST /settings/kept-days/:day/take-away': {
    acts: ['settings.manage'],
    run: (desk) => pressFirst(desk, '/settings/limits', /kept-days\/.*take-away$/),
  },
  'POST /talk-first/:line/told': {
    acts: ['guests.told'],
    run: (desk, { guest }) =>
      pressFirst(desk, `/guests/${guest}/talk-first`, /told$/, { answer: 'Thank you' }),
  },
  'POST /talk-first/:line/end': {
    acts: ['guests.talkFirst'],
    run: (desk, { guest }) => pressFirst(desk, `/guests/${guest}/talk-first`, /end$/),
  },
  'POST /guests/:id/talk-first': {
    acts: ['guests.talkFirst'],
    run: (desk, { guest }) => desk.fill(`/guests/${guest}/talk-first`, TALK_FIRST),
  },
  'POST /exceptions/:id/look': {
    acts: ['exceptions.look'],
    run: (_desk, { coordinator, exception }) => send(coordinator, `/exceptions/${exception}/look`, {}),
  },
  'POST /settings/beds': {
    acts: ['settings.manage'],
    run: (desk) => desk.fill('/settings/beds', { name: 'Elm' }),
  },
  'POST /settings/beds/:id': {
    acts: ['settings.manage'],
    run: (desk, { bed }) => desk.fill(`/settings/beds/${bed}`, { name: 'Oak' }),
  },
  'POST /people': {
    acts: ['people.manage'],
    run: (desk) =>
      desk.fill('/people/new', { name: 'Kim', role: 'staff', passphrase: PASSPHRASE }, '/people'),
  },
  'POST /people/:id/role': {
    acts: ['people.manage'],
    run: (desk, { colleague }) => onPerson(desk, colleague, 'role', { role: 'manager' }),
  },
  'POST /people/:id/passphrase': {
    acts: ['people.manage'],
    run: (desk, { colleague }) => onPerson(desk, colleague, 'passphrase', { passphrase: PASSPHRASE }),
  },
  'POST /people/:id/disable': {
    acts: ['people.manage'],
    run: (desk, { colleague }) => onPerson(desk, colleague, 'disable'),
  },
  'POST /people/:id/enable': {
    acts: ['people.manage'],
    run: (desk, { colleague }) => onPerson(desk, colleague, 'enable'),
  },
  // On a screen in a guest's hands, which is then taken back
  'POST /stays/:id/turn': {
    acts: ['turn.handOver'],
    run: (desk, { stay }) => desk.fill(`/stays/${stay}/turn`, { purpose: 'leaving' }),
  },
  'POST /g/begin': { acts: ['turn.own'], run: (desk) => desk.fill('/g', { word: '3' }, '/g/begin') },
  'POST /g/language': { acts: ['turn.own'], run: (desk) => desk.fill('/g', {}, '/g/language') },
  'POST /g/answer': {
    acts: ['turn.own'],
    run: (desk) => desk.fill('/g', { answer: '2', go: 'about' }, '/g/answer'),
  },
  'POST /g/notes/:id': {
    acts: ['turn.own'],
    run: async (desk) => {
      const action = firstAction((await desk.get('/g')).text, /^\/g\/notes\//);
      return desk.fill('/g', { answer: 'agree' }, action);
    },
  },
  'POST /g/go': { acts: ['turn.own'], run: (desk) => desk.fill('/g', { to: 'asking' }, '/g/go') },
  'POST /g/cover': { acts: ['turn.own'], run: (desk) => desk.fill('/g', {}, '/g/cover') },
  'POST /g/open': { acts: ['turn.own'], run: (desk) => desk.fill('/g', { word: '3' }, '/g/open') },
  'POST /g/end': {
    acts: ['turn.own'],
    run: async (desk) => {
      // Not there on a question: its page is at the end once they stop
      const _csrf = String((await desk.visit('/g'))('[name=_csrf]').first().val());
      return desk.post('/g/end', { _csrf, how: 'throw' });
    },
  },
  'POST /g/back': {
    acts: ['signIn.done', 'turn.takeBack'],
    run: (desk) => desk.fill('/g/back', { secret: PASSPHRASE }),
  },
  // These end what the others need
  'POST /stays/:id/correct': {
    acts: ['stays.correct'],
    run: (desk, { left }) => putRight(desk, left, 'ending', { value: 'limit' }),
  },
  'POST /stays/:id/reopen': {
    acts: ['stays.reopen'],
    // Somebody else has their bed by now: they were in another
    run: async (desk, { left }) => {
      const $ = load((await putRight(desk, left, 'reopen', {})).text);
      return putRight(desk, left, 'reopen', { bedId: String($('[name=bedId]').val()) });
    },
  },
  'POST /stays/:id/death': {
    acts: ['stays.death'],
    run: (desk, { left }) => desk.fill(`/stays/${left}/death`),
  },
  // The passphrase one has is looked at first, as at sign-in
  'POST /me': {
    acts: ['signIn.done', 'self.passphrase'],
    run: (desk) => desk.fill('/me', { current: PASSPHRASE, passphrase: PASSPHRASE }),
  },
  'POST /curtain': { acts: ['self.cover'], run: (desk) => desk.fill('/', {}, '/curtain') },
  'POST /curtain/lift': {
    acts: ['signIn.done'],
    run: async (desk) => (await covered(desk)).fill('/curtain', { secret: PASSPHRASE }, '/curtain/lift'),
  },
  'POST /sign-out': { acts: ['self.signOut'], run: (desk) => desk.fill('/', {}, '/sign-out') },
  'POST /sign-in': {
    acts: ['signIn.done'],
    run: async (desk) => desk.fill('/sign-in', { person: desk.person.id, passphrase: PASSPHRASE }),
  },
};

/** An earlier stay in a file, sent as a browser does. */
async function bringIn(desk: Desk): Promise<Response> {
  const bytes = 'Guest,Bed,Arrived,Left\nBo,Bed 16,2026-03-02,2026-03-05';
  const fields = fieldsOf(await desk.visit('/imports'), '/imports');
  return desk.upload('/imports', fields, { field: 'file', name: 'old book.csv', bytes });
}

const firstLink = ($: CheerioAPI, end: RegExp): string =>
  $('main a')
    .toArray()
    .map((each) => String($(each).attr('href')))
    .find((href) => end.test(href))!;

/** Presses the first button of a page that goes to an address like this. */
const pressFirst = async (desk: Desk, path: string, action: RegExp, more = {}): Promise<Response> => {
  const { text } = await desk.get(path);
  return desk.send(load(text), firstAction(text, action), more);
};

const onHappening = (desk: Desk, id: string, what: string, answers = {}) =>
  desk.fill(`/happened/${id}`, answers, `/happened/${id}/${what}`);

const onHold = (desk: Desk, id: string, what: string) =>
  desk.fill(`/holds/${id}`, { keepUntil: '2026-11-23T02:00' }, `/holds/${id}/${what}`);

const send = async (desk: Desk, path: string, fields: Record<string, string>) =>
  desk.post(path, { ...fields, _csrf: String((await desk.visit('/'))('[name=_csrf]').first().val()) });

/** Presses one of the buttons of a person’s page. */
export const onPerson = (desk: Desk, id: string, what: string, fields = {}) =>
  desk.fill(`/people/${id}`, fields, `/people/${id}/${what}`);

/** Chooses the first answer there is to the question `name`. */
async function withFirst(desk: Desk, path: string, name: string): Promise<Response> {
  const $ = await desk.visit(path);
  return desk.send($, path, { [name]: String($(`[name=${name}]`).val()), reason: 'It is quieter there' });
}

/** One click on a guest, whatever page it stands on. */
async function press(desk: Desk, stay: string, act: string): Promise<Response> {
  const $ = await desk.visit(`/stays/${stay}`);
  const tokens = ['_csrf', 'formToken'].map((name): [string, string] => [
    name,
    String($(`main form[action^="/stays/"] [name=${name}]`).first().val()),
  ]);
  return desk.post(`/stays/${stay}/${act}`, Object.fromEntries(tokens));
}

const putRight = (desk: Desk, left: string, field: string, answers: Record<string, string>) =>
  desk.fill(
    `/stays/${left}/correct?field=${field}`,
    { reason: 'A slip', ...answers },
    `/stays/${left}/${field === 'reopen' ? 'reopen' : 'correct'}`,
  );
