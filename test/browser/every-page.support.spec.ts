import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const places = new WeakMap<Scene, string>();
const stay = (scene: Scene): string => places.get(scene)!;

const states: State[] = [
  ['what was there, to be asked', 'A wellness plan', asked],
  [
    'what was there, nothing chosen',
    'Choose at least one answer, or skip',
    (scene) => scene.desk.fill(`${stay(scene)}/support`),
  ],
  [
    'what was there, how without whether',
    'Choose whether it was offered',
    (scene) => scene.desk.fill(`${stay(scene)}/support`, { emotionalWay: 'group' }),
  ],
  ['what was there, told otherwise meanwhile', 'Kept now', meanwhile],
  ['what was there, on the stay', 'Put it right with them', (scene) => scene.get(stay(scene))],
  ['talks to be logged', 'Did something together', wanted],
  ['talks that were logged', 'Logged: Listened 2 (1 in a group)', logged],
  ['what was logged, read out', 'Logged in this stay', (scene) => scene.get(`${stay(scene)}/support`)],
];

async function asked(scene: Scene) {
  await scene.sit('manager');
  places.set(scene, await scene.stay('Maple', LONG_NAME));
  return scene.get(`${stay(scene)}/support`);
}

async function meanwhile(scene: Scene) {
  const place = `${stay(scene)}/support`;
  const open = await scene.desk.visit(place);
  const told = { emotional: 'taken-up', emotionalWay: 'both', instrumental: 'offered', wellness: 'theirs' };
  await scene.desk.fill(place, told);
  return scene.desk.send(open, place, { emotional: 'skipped' });
}

async function wanted(scene: Scene) {
  await scene.desk.fill('/settings/house', { logsTalks: 'yes' });
  return scene.get(stay(scene));
}

async function logged(scene: Scene) {
  for (const way of ['one', 'group'])
    await scene.desk.fill(stay(scene), { kind: 'emotional', way }, `${stay(scene)}/talks`);
  return scene.get(stay(scene));
}

describe('what was there for a guest, as it is seen', () => {
  lookAtEvery(states, () => openHouse());
});
