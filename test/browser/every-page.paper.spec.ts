import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const TREES = 'Ash Beech Birch Cedar Elm Fern Hazel Juniper Larch Linden Maple Oak Pine Rowan Spruce'.split(
  ' ',
);
const WIDE_BED = 'Windowbed-by-the-staircase-to-the-garden, second on the left';

const states: State[] = [
  ['the first-night card', 'Who to ring', (scene) => scene.get(paths.firstNight())],
  ['the paper check-in', 'on paper', (scene) => scene.get(paths.paperCheckIn())],
  ['the night sheet of an empty house', '0 guests here', empty],
  ['the night sheet of a full house', '0 free now', full],
  ['the night sheet, names shown', LONG_NAME, named],
  ['what can’t be kept', 'A court orders us', (scene) => scene.get(paths.cannotKeep())],
  ['next steps', 'What comes up less often', (scene) => scene.get(paths.nextSteps())],
  ['first steps', 'The five words on top', (scene) => scene.get(paths.help())],
  ['in touch after leaving', 'They take it back', (scene) => scene.get(paths.helpInTouch())],
];

async function empty(scene: Scene) {
  await scene.sit('manager', undefined, LONG_NAME);
  await scene.desk.fill('/settings/house', {
    onCallLine: 'Dana or, after midnight, Rosa: 555-0100, then 555-0199',
  });
  await scene.desk.fill('/settings/beds', { name: WIDE_BED, room: 'The upper room over the porch' });
  return scene.get(paths.nightSheet());
}

async function full(scene: Scene) {
  for (const bed of [...TREES, WIDE_BED]) await scene.stay(bed, bed === 'Ash' ? LONG_NAME : `${bed} Guest`);
  return scene.get(paths.nightSheet());
}

async function named(scene: Scene) {
  await scene.desk.fill('/', {}, paths.names());
  return scene.get(paths.nightSheet());
}

describe('paper and help, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: TREES.join('\n') }));
});
