import { paths } from '../../src/web/paths.js';
import { LedgerService } from '../../src/ledger/ledger.service.js';
import { on } from '../support/builders.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const INVENTED = 'Practice house. Everyone here is invented.';

const states: State[] = [
  ['the door', 'Look around as Marta, Ines, Theo or Rosa', (scene) => scene.get('/sign-in')],
  ['a wrong passphrase at the door', 'That didn’t fit', wrong],
  ['two people for one bed', 'stays on; it is also held from Wed 25', twoForOne],
  ['names shown', `${LONG_NAME} stays on`, shown],
  ['a page that is not there', 'Page not found', (scene) => scene.get('/not-there')],
  ['a page to be printed', 'first', (scene) => scene.get(paths.computerDown())],
  ['the covered screen', 'The screen is covered', covered],
];

function wrong(scene: Scene) {
  return scene.desk.fill('/sign-in', { person: 'nobody', passphrase: 'not the right one at all' });
}

/** Someone stays on in a bed that is held; others are held, to be held once somebody left, and out of use. */
async function twoForOne(scene: Scene) {
  await scene.sit('manager', '2026-11-23T01:00:00Z');
  await scene.welcome('Maple', { name: LONG_NAME, departureDay: '2026-11-23' });
  await scene.welcome('Fern', { name: 'Sam', departureDay: '2026-11-24' });
  await claim(scene, 'hold', 'Maple', 23, 26);
  await claim(scene, 'hold', 'Cedar', 22, 26);
  await claim(scene, 'hold', 'Birch', 24, 26);
  await claim(scene, 'hold', 'Fern', 24, 26);
  await claim(scene, 'close', 'Aspen', 20, 30);
  await scene.sit('manager', '2026-11-24T16:00:00Z');
  const answer = await scene.get('/');
  for (const words of [INVENTED, 'Not in use', 'Arriving', '>Held<', 'Held from', 'Until'])
    expect(answer.text).toContain(words);
  return answer;
}

async function claim(scene: Scene, kind: 'hold' | 'close', bed: string, first: number, end: number) {
  const [firstNight, endNight] = [first, end].map((day) => on(`2026-11-${day}`));
  const bedId = await scene.bedId(bed);
  const ledger = scene.house.app.get(LedgerService);
  await scene.house.write((tx) => ledger[kind](tx, { bedId, firstNight: firstNight!, endNight: endNight! }));
}

async function shown(scene: Scene) {
  await scene.desk.post(paths.names(), { _csrf: await csrf(scene) });
  return scene.get('/');
}

async function covered(scene: Scene) {
  await scene.desk.post(paths.curtain(), { _csrf: await csrf(scene) });
  return scene.get(paths.curtain());
}

const csrf = async (scene: Scene) => String((await scene.desk.visit('/'))('[name=_csrf]').first().val());

describe('a practice house, as it is seen', () => {
  lookAtEvery(states, () => openHouse({ beds: 'Maple\nCedar\nBirch\nAspen\nFern', isPractice: true }));
});
