import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const AGREES = { followUpConsent: 'yes', point: ['3d'], channel: 'call', detail: '555-0171' };
const WORDS = 'They asked for a card, and then for another. '.repeat(9);
const CENTER = {
  name: `The center of ${LONG_NAME}`,
  kind: 'peer',
  phone: '555-0140',
  address: '12 Farawaystreet, Springfield',
  opens: 'Weekdays 9 am to 5 pm',
  note: 'Ask at the second door. '.repeat(12),
};

let stay: string;
let place: string;
let asking: string;

const states: State[] = [
  ['no places, to who only reads', 'A coordinator can add', reading],
  ['no places, to a coordinator', 'Add the first one below', coordinating],
  ['a place without a name', 'Please check 2 things', (scene) => scene.desk.fill(paths.places(), {})],
  ['places', 'Added to the places', added],
  ['one place', 'Is it still used?', (scene) => scene.get(place)],
  ['a place, changed meanwhile', 'Kept now', meanwhile],
  ['connections, none yet', 'None are written down yet', connecting],
  ['a connection to nowhere', 'Choose a place, or write one', (scene) => scene.desk.fill(there(), {})],
  ['a connection made', 'The connection is kept', made],
  ['asking too early', 'They are still here', (scene) => scene.get(asking)],
  ['connections after leaving', 'How was it?', left],
  ['asking how it was', 'What they say of it', (scene) => scene.get(asking)],
  ['no answer', 'skipping is an answer', (scene) => scene.desk.fill(asking, { words: WORDS })],
  ['there was trouble', 'What they said is kept', trouble],
  ['places with trouble', '1 report of trouble', coordinating],
  ['a place with trouble', 'not looked at yet', (scene) => scene.get(place)],
  ['a place that was looked at', 'Looked at ', looked],
  ['a place that is not used any more', 'Not used any more since', retired],
  ['the shift with trouble to look at', 'told of trouble there', onShift],
];

const there = () => `${stay}/connections`;

async function reading(scene: Scene) {
  await scene.sit();
  return scene.get(paths.places());
}

async function coordinating(scene: Scene) {
  await scene.sit('coordinator');
  return scene.get(paths.places());
}

async function added(scene: Scene) {
  const answer = await scene.follow(await scene.desk.fill(paths.places(), CENTER));
  place = String((await scene.desk.visit(paths.places()))('main .list a').attr('href'));
  return answer;
}

async function meanwhile(scene: Scene) {
  const $ = await scene.desk.visit(place);
  await scene.desk.fill(place, { phone: '555-0141' });
  return scene.desk.send($, place, { opens: 'Weekends' });
}

async function connecting(scene: Scene) {
  await scene.sit();
  stay = await scene.stay('Maple', LONG_NAME);
  return scene.get(there());
}

async function made(scene: Scene) {
  await scene.desk.fill(there(), { ownWords: `The choir of ${'voices '.repeat(20)}`, way: 'visited' });
  const answer = await scene.desk.fill(there(), { placeId: place.split('/')[2]!, way: 'appointment' });
  const [row] = await scene.house.rows<{ id: string }>(
    'SELECT id FROM connections WHERE place_id IS NOT NULL',
  );
  asking = `${there()}/${row!.id}`;
  return scene.follow(answer);
}

async function left(scene: Scene) {
  scene.house.clock.advance({ minutes: 30 });
  await scene.leave(stay, AGREES);
  return scene.get(there());
}

async function trouble(scene: Scene) {
  return scene.follow(await scene.desk.fill(asking, { how: 'trouble', words: WORDS }));
}

async function looked(scene: Scene) {
  return scene.follow(await scene.desk.fill(place, { done: 'Rang them. '.repeat(12) }, `${place}/look`));
}

async function retired(scene: Scene) {
  return scene.follow(await scene.desk.fill(place, { used: 'no' }));
}

async function onShift(scene: Scene) {
  await scene.desk.fill(asking, { how: 'trouble' });
  return scene.get(paths.shift());
}

describe('places and connections, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple' }));
});
