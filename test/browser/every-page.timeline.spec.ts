import { LedgerService } from '../../src/ledger/ledger.service.js';
import { paths } from '../../src/web/paths.js';
import { on } from '../support/builders.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const WIDE_BED = 'Windowbed-by-the-staircase-to-the-garden, second on the left';
const BEDS = ['Maple', 'Cedar', 'Birch', 'Aspen', 'Fern', WIDE_BED];
const LONG = '?from=2026-11-20&nights=62';

/** Each state as a table and as a list. */
const both = (
  name: string,
  words: string,
  open: (scene: Scene) => Promise<unknown>,
  query = '?',
): State[] => [
  [
    `the timeline of ${name}`,
    words,
    (scene) => open(scene).then(() => scene.get(`${paths.timeline()}${query}`)),
  ],
  [`the same as a list`, words, (scene) => scene.get(`${paths.timeline()}${query}&view=list`)],
];

const states: State[] = [
  ...both('a quiet house', 'Free beds', (scene) => scene.sit('manager', '2026-11-23T04:40:00Z', LONG_NAME)),
  ...both('a late night, every kind of night', 'staying on', late),
  ['that night', 'Getting ready', (scene) => scene.get(paths.night('2026-11-24'))],
  ['a night that is over', 'This night is over', (scene) => scene.get(paths.night('2026-11-23'))],
  ['a night to come', 'as planned so far', (scene) => scene.get(paths.night('2026-11-28'))],
  ...both('62 nights', 'Wed 20 Jan 2027', () => Promise.resolve(), LONG),
  ['no nights', 'Choose from 1 to 62 nights', (scene) => scene.get(`${paths.timeline()}?nights=63`)],
  ...both('a full house, names shown', LONG_NAME, full),
];

/** Somebody stays on in a bed that is held, somebody is to leave, a bed gets ready, one is closed, one is held twice. */
async function late(scene: Scene) {
  const leaving = scene.inDays(2);
  await scene.welcome('Maple', { name: 'Sam', departureDay: scene.inDays(1) });
  await scene.welcome('Cedar', { name: LONG_NAME, departureDay: leaving });
  const left = await scene.stay('Birch', 'Kim', { noName: 'yes', name: '' });
  await claim(scene, 'Maple', 'hold', '2026-11-23', 5);
  await claim(scene, 'Aspen', 'close', '2026-11-22', 30);
  await claim(scene, 'Fern', 'hold', '2026-11-26', 2);
  await claim(scene, 'Fern', 'hold', '2026-11-29', 1);
  await scene.sit('manager', '2026-11-25T07:30:00Z');
  await scene.leave(left);
}

const claim = async (scene: Scene, bed: string, as: 'hold' | 'close', first: string, nights: number) => {
  const nightsOf = {
    bedId: await scene.bedId(bed),
    firstNight: on(first),
    endNight: on(first).add({ days: nights }),
  };
  await scene.house.write((tx) => scene.house.app.get(LedgerService)[as](tx, nightsOf));
};

async function full(scene: Scene) {
  for (const bed of ['Birch', WIDE_BED]) {
    await scene.welcome(bed, { name: `${bed} guest`, departureDay: scene.inDays(1), confirmNotReady: 'yes' });
  }
  await scene.welcome('Fern', { name: 'Guest', departureDay: scene.inDays(1) });
  await scene.desk.fill('/', {}, paths.names());
}

describe('the timeline and the page of a night, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: BEDS.join('\n') }));
});
