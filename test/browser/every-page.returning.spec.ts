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

const idOf = (address: string): string => address.split('/')[2]!;

describe('a guest with all their stays', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nBirch\nFern' }));
});
