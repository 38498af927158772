import { page } from '../support/desk.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const FAR_BACK = '2026-10-20T15:00';

const states: State[] = [
  ['plain', 'Free', plain],
  [
    'nothing filled in',
    'Please check 3 things',
    (scene) => scene.desk.fill('/check-in', { bedId: '', name: '' }),
  ],
  [
    'an hour that came twice',
    'existed twice',
    (scene) => scene.welcome('Fern', { name: 'Lou', arrivedAt: '2026-11-01T01:30' }),
  ],
  ['a likely same person', 'Is it the same person?', likelySame],
  ['a bed that is not made up', 'isn’t made up yet', (scene) => scene.welcome('Maple', { name: 'Kim' })],
  [
    'further back than usual',
    'a coordinator’s yes',
    (scene) => scene.welcome('Fern', { name: 'Lou', arrivedAt: FAR_BACK }),
  ],
  ['reason and yes missing', 'Please check', exceptionEmpty],
  ['a draft', 'Throw it away', begun],
  ['bed just given away', 'Use Fern', taken],
  ['bed not free for so long', 'Fern is not free any more', takenTooShort],
  ['bed given away, no other', 'No other bed is free', takenWithoutOffers],
  ['a full house', 'No bed is free just now', (scene) => scene.get('/check-in')],
];

async function plain(scene: Scene) {
  await scene.sit();
  return scene.get('/check-in');
}

async function likelySame(scene: Scene) {
  await scene.leave(await scene.stay('Maple', LONG_NAME));
  return scene.welcome('Fern', { name: LONG_NAME, stayedBefore: 'yes' });
}

async function exceptionEmpty(scene: Scene) {
  const asked = page(await scene.welcome('Fern', { name: 'Lou', arrivedAt: FAR_BACK }));
  return scene.desk.send(asked, '/check-in', { exceptionReason: '' });
}

async function begun(scene: Scene) {
  await scene.begin('/check-in', { name: LONG_NAME });
  return scene.get('/check-in');
}

async function taken(scene: Scene) {
  await scene.stay('Cedar', LONG_NAME);
  return scene.welcome('Cedar', { name: LONG_NAME, pronouns: 'they' });
}

async function takenTooShort(scene: Scene) {
  const manager = await scene.house.signIn('manager');
  await manager.fill(`/settings/beds/${await scene.bedId('Fern')}`, { lastNight: scene.inDays(1) });
  return scene.welcome('Fern', { name: 'Lou' });
}

async function takenWithoutOffers(scene: Scene) {
  await scene.stay('Fern', 'Lou', { departureDay: scene.inDays(1) });
  await scene.stay('Maple', 'Kim', { confirmNotReady: 'yes' });
  await scene.stay('Birch', 'Ann');
  return scene.welcome('Cedar', { name: LONG_NAME });
}

describe('checking in, as it is seen', () => {
  lookAtEvery(states, () =>
    openHouse({ beds: 'Maple\nCedar\nFern\nBirch', startAt: '2026-11-02T18:00:00Z' }),
  );
});
