import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { addressOf, LONG_NAME, type Scene, type State } from './scene.js';

const WHY = 'The night sheet of that evening says so, and the person who was on shift does too.';

let long: string;
let lou: string;

const states: State[] = [
  ['what can be put right, while they are here', 'They are still here', here],
  [
    'what can be put right, once they have left',
    'How the stay ended',
    (scene) => scene.get(`${lou}/correct`),
  ],
  ['another arrival', 'Day and time that is right', (scene) => form(scene, 'arrivedAt')],
  ['another ending', 'What is right?', (scene) => form(scene, 'ending')],
  ['another bed', 'Which bed was it?', bedForm],
  ['another name', 'Name that is right', (scene) => form(scene, 'name')],
  ['nothing filled in', 'Please check', (scene) => correct(scene, 'ending', { reason: '' })],
  ['the bed was taken', 'The bed was not free', taken],
  ['somebody known', 'Is it one of these?', (scene) => correct(scene, 'guest', { value: LONG_NAME })],
  ['changed meanwhile', 'Kept now', changedMeanwhile],
  ['staff, who cannot', 'A coordinator can put', staff],
  ['reopening', 'They are here again', (scene) => form(scene, 'reopen')],
  ['reopening, the bed is taken', 'In which bed were they since?', reopenTaken],
  ['a death', 'You are not alone with this', (scene) => scene.get(`${long}/death`)],
  ['a death, the time cannot be', 'Please check', (scene) => scene.desk.fill(`${long}/death`, FUTURE)],
  ['after a death', 'it is written down', died],
  ['after the death of one who left', 'They have died', diedLater],
  ['a death that can be put right', 'They have not died', (scene) => scene.get(`${lou}/correct`)],
  ['putting it right', 'What it ended stands again', (scene) => form(scene, 'alive')],
];

const FUTURE = { diedAt: '2026-12-09T12:00' };

async function here(scene: Scene) {
  await scene.sit('coordinator');
  long = await scene.stay('Maple', LONG_NAME);
  lou = await scene.stay('Birch', 'Lou');
  await scene.sit('coordinator', '2026-11-04T18:00:00Z');
  await scene.leave(lou);
  await scene.sit('coordinator', '2026-11-05T18:00:00Z');
  return scene.get(`${long}/correct`);
}

const form = (scene: Scene, field: string) => scene.get(`${lou}/correct?field=${field}`);
const correct = (scene: Scene, field: string, answers: Record<string, string>) =>
  scene.desk.fill(`${lou}/correct?field=${field}`, { reason: WHY, ...answers }, `${lou}/correct`);

async function bedAddress(scene: Scene) {
  return (await scene.desk.visit(`${lou}/correct`))('a[href*="field=bed"]').attr('href')!;
}

async function bedForm(scene: Scene) {
  return scene.get(await bedAddress(scene));
}

async function taken(scene: Scene) {
  const value = await scene.bedId('Maple');
  return scene.desk.fill(await bedAddress(scene), { value, reason: WHY }, `${lou}/correct`);
}

async function changedMeanwhile(scene: Scene) {
  const $ = await scene.desk.visit(`${lou}/correct?field=ending`);
  await correct(scene, 'ending', { value: 'limit' });
  return scene.desk.send($, `${lou}/correct`, { value: 'police', reason: WHY });
}

async function staff(scene: Scene) {
  await scene.sit('staff');
  const answer = await scene.get(lou);
  await scene.sit('coordinator');
  return answer;
}

async function reopenTaken(scene: Scene) {
  addressOf(await scene.welcome('Birch', { name: 'Eli', confirmNotReady: 'yes' }));
  return scene.desk.fill(`${lou}/correct?field=reopen`, { reason: WHY }, `${lou}/reopen`);
}

async function died(scene: Scene) {
  await scene.desk.fill(`${long}/death`, { about: 'about' });
  return scene.get(long);
}

async function diedLater(scene: Scene) {
  await scene.desk.fill(`${lou}/death`);
  return scene.get(lou);
}

describe('putting something right, and a death, as they are seen', () => {
  lookAtEvery(states, () =>
    openHouse({ beds: 'Maple\nCedar\nBirch\nFern', startAt: '2026-11-02T18:00:00Z' }),
  );
});
