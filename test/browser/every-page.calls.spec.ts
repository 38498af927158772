import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const states: State[] = [
  ['no calls yet', 'All quiet', nobodyRang],
  ['a call logged', 'Noted: talked.', (scene) => logged(scene, { outcome: 'talked' })],
  [
    'who asked about a person',
    'Say this:',
    (scene) => logged(scene, { line: 'door', caller: 'official', outcome: 'asked_about' }),
  ],
  ['to be rung back', 'Waiting since', toRing],
  [
    'nothing came of it yet',
    'Choose what came of it',
    (scene) => scene.desk.fill(paths.calls(), { line: 'message', outcome: '' }),
  ],
  [
    'every question wrong',
    'Please check 3 things',
    (scene) => scene.desk.fill(paths.calls(), { line: 'pigeon', caller: 'x', outcome: 'x' }),
  ],
  [
    'why no stay was offered',
    'No room just now',
    (scene) => scene.desk.fill(paths.calls(), { outcome: 'no_stay', name: LONG_NAME }),
  ],
  ['why no stay was offered, all wrong', 'Please check 2 things', noStayWrong],
  ['nobody waits', 'Nobody is waiting.', (scene) => scene.get(paths.waitlist())],
  ['somebody waits', 'K.L.', waiting],
  ['the waitlist, no name', 'Please check 1 thing', namelessOne],
  ['one who waits', 'waits for a bed', (scene) => oneWho(scene, {})],
  ['a bed found out of turn', 'Somebody asked earlier', (scene) => oneWho(scene, { outcome: 'bed_found' })],
  ['calls right across midnight', '12:05', afterMidnight],
  ['calls of the night before', 'Calls of the night of', (scene) => scene.get(paths.callsOf('2026-11-21'))],
  ['a day nobody can have rung on', 'Choose a day up to', (scene) => scene.get('/calls?day=2030-01-01')],

  ['nothing without a bed', 'Nothing noted since', (scene) => scene.get(paths.withoutBed())],
  ['a visit noted', 'Noted: a visit.', (scene) => tapped(scene, { kind: 'visit', overnight: 'yes' })],
  [
    'something given',
    'Noted: something given.',
    (scene) => tapped(scene, { kind: 'thing', code: 'blanket' }),
  ],
  [
    'a group without heads',
    'Enter how many people',
    (scene) => tapped(scene, { kind: 'group', code: 'walk' }),
  ],
  ['a thing nobody gives', 'Choose what it was', (scene) => tapped(scene, { kind: 'thing', code: 'x' })],
  ['saying more of a visit', 'A word to call them by', (scene) => sayMore(scene, {})],
  [
    'saying more, all wrong',
    'Please check 1 thing',
    (scene) => sayMore(scene, { count: '0', name: LONG_NAME }),
  ],
  ['a visit with all there is', '999 minutes', (scene) => moreSaid(scene)],

  ['find, nobody here', 'Nobody is staying just now', (scene) => scene.get(paths.stays())],
  ['find, nobody coming', 'No bed is kept', (scene) => scene.get(paths.staysComing())],
  ['find, nobody left yet', 'Nobody has left yet', (scene) => scene.get(paths.staysLeft())],
  ['find, guests here', '3 guests here', here],
  ['find, nothing typed', 'Type a part of the name', (scene) => find(scene, '')],
  ['found', '2 stays found', (scene) => find(scene, 'wilhelmina')],
  ['found nothing', 'Nothing found', (scene) => find(scene, LONG_NAME.replaceAll('a', 'x'))],
  ['found with names shown', LONG_NAME, namesShown],
  ['many left', 'Earlier', manyLeft],
  ['more found than are shown', 'The newest 30 stays', (scene) => find(scene, 'max')],
];

async function nobodyRang(scene: Scene) {
  await scene.sit('manager', '2026-11-23T04:40:00Z', LONG_NAME);
  const onCallLine = 'Dana or, after midnight, Rosa: 555-0100, then 555-0199';
  const insteadOfABed = 'Tea and a chair until morning\nA call Mon 23, from 10 am';
  await scene.desk.fill(paths.houseSettings(), { onCallLine, insteadOfABed });
  return scene.get(paths.calls());
}

const logged = async (scene: Scene, answers: Record<string, string>) =>
  scene.follow(await scene.desk.fill(paths.calls(), answers));

const tapped = async (scene: Scene, answers: Record<string, string>) =>
  scene.follow(await scene.desk.fill(paths.withoutBed(), answers));

async function sayMore(scene: Scene, answers: Record<string, string>) {
  await tapped(scene, { kind: 'visit', overnight: 'no' });
  const $ = await scene.desk.visit(paths.withoutBed());
  const address = String($('main .list a').first().attr('href'));
  return answers.count ? scene.desk.fill(address, answers) : scene.get(address);
}

async function moreSaid(scene: Scene) {
  const $ = await scene.desk.visit(paths.withoutBed());
  const answers = { count: '99', minutes: '999', name: LONG_NAME };
  return scene.follow(await scene.desk.fill(String($('main .list a').first().attr('href')), answers));
}

/** One whose time has come, one for later who left no name. */
async function toRing(scene: Scene) {
  const rings = { outcome: 'talked', reach: '555-0182 after the second ring, ask for the kitchen' };
  await scene.desk.fill(paths.calls(), { ...rings, name: LONG_NAME, ringOther: '2026-11-22T22:45' });
  await scene.desk.fill(paths.calls(), { ...rings, ringAt: '2026-11-23T18:00' });
  await scene.sit('staff', '2026-11-23T05:00:00Z');
  return scene.get(paths.calls());
}

function noStayWrong(scene: Scene) {
  const wrong = { noStayReason: 'x', caller: 'x', name: 'x'.repeat(101), wait: 'yes' };
  return scene.desk.fill(paths.calls(), { outcome: 'no_stay', ...wrong });
}

async function waiting(scene: Scene) {
  await scene.desk.fill(paths.waitlist(), { name: LONG_NAME, need: 'No steps. '.repeat(20) });
  await scene.desk.fill(paths.waitlist(), { name: 'Kim Lee', askAgainOn: '2026-11-30' });
  scene.house.clock.advance({ minutes: 1 });
  return scene.get(paths.waitlist());
}

function namelessOne(scene: Scene) {
  return scene.desk.fill(paths.waitlist(), { name: '', need: 'A quiet room' });
}

/** The one who asked last, or what comes of ending their waiting so. */
async function oneWho(scene: Scene, answers: Record<string, string>) {
  const path = String((await scene.desk.visit(paths.waitlist()))('ol > li a').last().attr('href'));
  if (Object.keys(answers).length === 0) return scene.get(path);
  return scene.desk.fill(path, answers, `${path}/close`);
}

async function afterMidnight(scene: Scene) {
  await scene.sit('staff', '2026-11-23T06:05:00Z', 'Rosa');
  for (const caller of ['self', 'family', 'provider', 'official', 'other', 'not_said']) {
    const said = { line: 'message', caller, name: LONG_NAME, minutes: '120' };
    await scene.desk.fill(paths.calls(), { ...said, outcome: 'no_stay', noStayReason: 'stay_limit' });
  }
  return scene.get(paths.calls());
}

async function here(scene: Scene) {
  await scene.stay('Maple', LONG_NAME);
  await scene.stay('Birch', `${LONG_NAME} the Second`);
  await scene.welcome('Cedar', { noName: 'yes' });
  return scene.get(paths.stays());
}

const find = (scene: Scene, q: string) => scene.desk.fill(paths.stays(), { q }, paths.findStay());

async function namesShown(scene: Scene) {
  await scene.desk.fill('/', {}, paths.names());
  return find(scene, 'featherstone');
}

async function manyLeft(scene: Scene) {
  for (let count = 1; count <= 31; count += 1) {
    await scene.leave(await scene.stay('Fern', `Max ${count}`, { confirmNotReady: 'yes' }));
  }
  return scene.get(paths.staysLeft());
}

describe('calls and finding, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nBirch\nFern' }));
});
