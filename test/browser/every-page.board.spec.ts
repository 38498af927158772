import { paths } from '../../src/web/paths.js';
import { openHouse, PASSPHRASE } from '../support/open-house.js';
import { lookAtEvery } from './every-page.js';
import { LONG_NAME, type Scene, type State } from './scene.js';

const TREES = 'Ash Beech Birch Cedar Elm Fern Hazel Juniper Larch Linden Maple Oak Pine Rowan Spruce'.split(
  ' ',
);
const WIDE_BED = 'Windowbed-by-the-staircase-to-the-garden, second on the left';

const states: State[] = [
  ['nobody is here yet', '16 free now', quiet],
  ['just welcomed', 'is checked in.', (scene) => welcomed(scene, 'Ash')],
  ['somebody without a name', 'Guest in', (scene) => welcomed(scene, WIDE_BED, { noName: 'yes' })],
  ['something begun', 'Throw away', begun],
  ['names shown', LONG_NAME, (scene) => scene.get('/')],
  ['just undone', 'Undone', (scene) => scene.press('/', '/undo/')],
  ['a late night, every kind of bed', 'Staying on', late],
  ['every bed taken', '0 free now', full],
  ['no bed in use', 'There are no beds yet', noBeds],
  ['asked about a person', 'who is or isn’t here', (scene) => scene.get('/asked-about')],
  ['a message for somebody', 'A message for our board', (scene) => scene.get(paths.message())],
  ['help', 'First steps', (scene) => scene.get('/help')],
];

async function quiet(scene: Scene) {
  await scene.sit('manager', '2026-11-23T04:40:00Z', LONG_NAME);
  await scene.desk.fill('/settings/house', {
    onCallLine: 'Dana or, after midnight, Rosa: 555-0100, then 555-0199',
  });
  await scene.desk.fill('/settings/beds', { name: WIDE_BED, room: 'The upper room over the porch' });
  return scene.get('/');
}

async function welcomed(scene: Scene, bed: string, answers: Record<string, string> = { name: LONG_NAME }) {
  await scene.follow(await scene.welcome(bed, { departureDay: scene.inDays(1), ...answers }));
  await scene.welcome('Beech', { name: 'Sam' });
  return scene.get('/');
}

async function begun(scene: Scene) {
  await scene.begin('/check-in', { name: 'Lou' });
  return scene.get('/');
}

async function late(scene: Scene) {
  for (const [bed, name] of [
    ['Cedar', 'Kim'],
    ['Elm', 'Ann'],
  ] as const)
    await scene.leave(await scene.stay(bed, name));
  await scene.welcome('Elm', { name: 'Max', confirmNotReady: 'yes', departureDay: scene.inDays(7) });
  const bed = `/settings/beds/${await scene.bedId('Fern')}`;
  await scene.desk.fill(bed, { lastNight: '2026-11-27' });
  await scene.sit('manager', '2026-11-25T07:30:00Z');
  await scene.leave(await scene.stay('Oak', 'Uli'));
  const answer = await scene.get('/');
  for (const word of ['Getting ready', 'Not made up yet', 'Free until', 'left Oak']) {
    expect(answer.text).toContain(word);
  }
  return answer;
}

async function full(scene: Scene) {
  for (const bed of [...TREES, WIDE_BED]) {
    await scene.welcome(bed, { name: `${bed} guest`, departureDay: scene.inDays(1), confirmNotReady: 'yes' });
  }
  return scene.get('/');
}

async function noBeds() {
  const empty = await openHouse({ beds: 'Maple' });
  const manager = await empty.signIn('manager');
  const bed = `/settings/beds/${(await manager.visit('/'))('[data-bed]').attr('data-bed-id')}`;
  await manager.fill(bed, { lastNight: '2026-11-22' });
  empty.clock.advance({ days: 2 });
  await manager.signIn(manager.person.id, PASSPHRASE);
  const answer = await manager.get('/');
  await empty.close();
  return answer;
}

describe('the board and its pages, as they are seen', () => {
  lookAtEvery(states, () => openHouse({ beds: TREES.join('\n') }));
});
