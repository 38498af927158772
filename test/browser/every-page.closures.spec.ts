import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WHY = { reason: 'repair', note: LONG_NAME.repeat(3) };

const states: State[] = [
  ['closing a bed', 'Close Maple from now on', (scene) => closing(scene)],
  ['closing a bed, nothing filled in', 'Please check 2 things', (scene) => scene.desk.fill(way('Maple'))],
  ['closing a bed with a guest in it', 'They can move to another bed first', guestInIt],
  ['a bed that is closed, on the board', 'Not in use: Maple and its room.', closed],
  [
    'what a coordinator has to look at',
    'No coordinator has looked at it yet',
    (scene) => scene.get('/shift'),
  ],
  ['a bed that is closed', 'I have looked at it', (scene) => scene.get(ids.get('Maple')!)],
  ['planning, nothing filled in', 'Please check 3 things', (scene) => plan(scene, {})],
  [
    'planned over another closure',
    'Change that one instead',
    (scene) => plan(scene, { ...WHY, firstNight: '2026-11-25' }),
  ],
  ['changing a closure', 'Change the closure of Maple', (scene) => ofMaple(scene, 'change')],
  ['changing a closure, no words', 'Please check 1 thing', (scene) => ofMaple(scene, 'change', { note: '' })],
  [
    'changing a closure, changed meanwhile',
    'Kept now',
    (scene) => ofMaple(scene, 'change', { version: '9', note: 'x' }),
  ],
  ['using a bed again', 'Use Maple again', (scene) => ofMaple(scene, 'cancel')],
  ['using a bed again, no words', 'Please check 1 thing', (scene) => ofMaple(scene, 'cancel', { note: '' })],
  ['a bed with a past', 'Out of use before', usedAgain],
  ['a bed that is promised later', 'still promised after that night', promised],
  ['a bed to keep that fits', 'Without what was asked for', (scene) => thatFits(scene, 'step_free')],
  ['a bed to keep, none fits', 'No bed here offers all of this', (scene) => thatFits(scene, 'wide')],
];

const thatFits = (scene: Scene, need: string) =>
  scene.desk.fill('/holds/new', { 'needs[]': need, look: 'fit' }, '/holds');

const ids = new Map<string, string>();
const way = (bed: string) => `${ids.get(bed)!}/close-now`;

async function closing(scene: Scene) {
  await scene.sit('manager', '2026-11-23T04:40:00Z', LONG_NAME);
  for (const bed of ['Maple', 'Fern', 'Birch']) ids.set(bed, `/beds/${await scene.bedId(bed)}`);
  for (const bed of ['Maple', 'Fern'])
    await scene.desk.fill(ids.get(bed)!.replace('/beds', '/settings/beds'), {
      room: 'The upper room over the porch',
      'features[]': ['step_free', 'service_animal', 'quiet'],
    });
  return scene.get(way('Maple'));
}

async function guestInIt(scene: Scene) {
  await scene.stay('Birch', LONG_NAME);
  return scene.desk.fill(way('Birch'), WHY);
}

async function closed(scene: Scene) {
  return scene.follow(await scene.desk.fill(way('Maple'), { ...WHY, room: 'yes' }));
}

const plan = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(ids.get('Maple')!, answers, `${ids.get('Maple')!}/closures`);

async function ofMaple(scene: Scene, what: string, answers?: Record<string, string>) {
  const $ = await scene.desk.visit(ids.get('Maple')!);
  const page = String($(`a[href$="/${what}"]`).attr('href'));
  return answers ? scene.desk.fill(page, answers) : scene.get(page);
}

async function usedAgain(scene: Scene) {
  await ofMaple(scene, 'change', { note: 'The window as well' });
  return scene.follow(await ofMaple(scene, 'cancel', { note: LONG_NAME }));
}

function promised(scene: Scene) {
  const setting = ids.get('Fern')!.replace('/beds', '/settings/beds');
  return scene.desk.fill(setting, { lastNight: '2026-11-30' });
}

describe('beds out of use, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nBirch\nFern' }));
});
