import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WORDS = 'The last letter: an s was typed for a z, and the second name was left out.';

let here: string;
let gone: string;

const states: State[] = [
  ['a guest', 'Written down twice?', aGuest],
  ['a guest, nobody alike', 'Nobody else', nobodyAlike],
  ['a guest, nothing chosen', 'Please check 2 things', (scene) => link(scene, {})],
  ['a guest, no slip told', 'Please check 1 thing', noSlipTold],
  ['a guest, another name missing', 'Please check 1 thing', (scene) => lookFor(scene, '')],
  ['a guest under another name', 'Who is it?', (scene) => lookFor(scene, 'Rosa')],
  ['two who were here at one time', 'These cannot be one person', overlapping],
  ['two that are linked', 'Linked records', linkedTwo],
  ['two that are linked already', 'linked already', linkedAlready],
  ['nobody asked to talk first', 'Have they been told?', (scene) => scene.get(`${here}/talk-first`)],
  ['talk first, all wrong', 'Please check 3 things', (scene) => scene.desk.fill(`${here}/talk-first`, {})],
  ['talk first, begun', 'Begun by you', talkFirstBegun],
  ['talk first, not told', 'Not told yet', talkFirst],
  ['a guest to talk first about', 'It bars nobody', (scene) => scene.get(here)],
  ['talk first, two at once', 'One holds already', talkFirstTwice],
  ['talk first, answered', 'What they say to it', answered],
  ['talk first, at the door', 'Did you talk with a coordinator?', atTheDoor],
];

const guestOf = async ({ desk }: Scene, stay: string): Promise<string> =>
  String((await desk.visit(stay))('aside a[href^="/guests/"]').attr('href'));

const link = async ({ desk }: Scene, answers: Record<string, string>) =>
  desk.fill(here, answers, `${here}/links`);

const lookFor = ({ desk }: Scene, q: string) => desk.fill(here, { q }, `${here}/find`);

async function aGuest(scene: Scene) {
  await scene.sit('coordinator');
  const left = await scene.stay('Maple', `${LONG_NAME}s`);
  const rosa = await scene.stay('Birch', 'Rosa');
  gone = await guestOf(scene, left);
  for (const stay of [left, rosa]) await scene.leave(stay);
  here = await guestOf(
    scene,
    await scene.stay('Cedar', LONG_NAME, { pronouns: 'they or ze, either is fine' }),
  );
  return scene.get(here);
}

async function nobodyAlike(scene: Scene) {
  return scene.get(await guestOf(scene, await scene.stay('Fern', 'Bo')));
}

function noSlipTold(scene: Scene) {
  return link(scene, { other: idOf(gone), ground: 'slip' });
}

/** Nobody would be offered who is here: the form says otherwise. */
async function overlapping(scene: Scene) {
  const bo = await scene.desk.visit('/');
  const stay = String(bo('[data-bed="Fern"] a[href^="/stays/"]').first().attr('href'));
  return link(scene, { other: idOf(await guestOf(scene, stay)), ground: 'guest-said' });
}

async function linkedTwo(scene: Scene) {
  await link(scene, { other: idOf(gone), ground: 'slip', reason: WORDS });
  return scene.get(here);
}

async function linkedAlready(scene: Scene) {
  const $ = await scene.desk.visit('/me');
  const wrapping = { _csrf: String($('[name=_csrf]').first().val()) };
  return scene.desk.post(`${here}/links`, { ...wrapping, other: idOf(gone), ground: 'guest-said' });
}

const TALK_FIRST = { reason: WORDS.repeat(3), untilDay: '2027-05-01', told: 'no' };

async function talkFirstBegun(scene: Scene) {
  await scene.begin(`${here}/talk-first`, { reason: WORDS });
  return scene.get(`${here}/talk-first`);
}

async function talkFirst(scene: Scene) {
  return scene.follow(await scene.desk.fill(`${here}/talk-first`, TALK_FIRST));
}

async function talkFirstTwice(scene: Scene) {
  const $ = await scene.desk.visit('/me');
  const wrapping = { _csrf: String($('[name=_csrf]').first().val()) };
  return scene.desk.post(`${here}/talk-first`, { ...wrapping, ...TALK_FIRST });
}

async function answered(scene: Scene) {
  await scene.sit('staff');
  return scene.press(`${here}/talk-first`, '/told', { answer: 'It lies on the desk, I think. '.repeat(5) });
}

/** Their stay ends, and they come again. */
async function atTheDoor(scene: Scene) {
  await scene.leave(
    String((await scene.desk.visit('/'))('[data-bed="Cedar"] a[href^="/stays/"]').first().attr('href')),
  );
  const known = { guestId: idOf(here), askedSame: 'yes', stayedBefore: 'yes', confirmNotReady: 'yes' };
  return scene.welcome('Cedar', { name: LONG_NAME, ...known });
}

const idOf = (address: string): string => address.split('/')[2]!;

describe('a guest with all their stays', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nBirch\nFern' }));
});
