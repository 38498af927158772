import { paths } from '../../src/web/paths.js';
import { openHouse } from '../support/open-house.js';
import { LONG_NAME, type Scene, type State } from './scene.js';
import { lookAtEvery } from './every-page.js';

const YES = { followUpConsent: 'yes', point: ['3d', '30d'], channel: 'call', detail: '555-0171' };
const DUE = '2026-11-26T18:00:00Z';

let due: string;
let leaving: string;

const states: State[] = [
  ['no follow-up', 'All quiet', empty],
  ['what is agreed at leaving', 'Only what they want', agreeing],
  [
    'a yes without a moment',
    'Tick at least one moment',
    (scene) => agreeing(scene, { followUpConsent: 'yes' }),
  ],
  ['follow-ups of each kind', 'They will call us', several],
  ['a try to make', 'Withhold our number first', (scene) => scene.get(due)],
  [
    'a try without a result',
    'Choose what came of it',
    (scene) => tryIt(scene, { nextTry: '2026-11-20T12:00' }),
  ],
  [
    'a try at an unsafe hour',
    'Enter a time',
    (scene) => tryIt(scene, { result: 'later', nextTry: '2026-11-28T03:00' }),
  ],
  ['an address for a letter', 'Send it to', letter],
  [
    'a try that was made',
    'Written down: no answer',
    async (scene) => scene.follow(await tryIt(scene, { result: 'no_answer' })),
  ],
  ['what was agreed, on the stay that ended', 'What was agreed', agreedThere],
  ['somebody else answered', 'We wait for them', (scene) => afterTry(scene, 'someone_else')],
  ['all stopped', 'asked us to stop', (scene) => afterTry(scene, 'stop_all')],
];

async function agreedThere(scene: Scene) {
  const $ = await scene.desk.visit(due);
  return scene.get($('main a[href^="/stays/"]').attr('href')!);
}

async function empty(scene: Scene) {
  await scene.sit('staff', '2026-11-23T16:00:00Z');
  return scene.get(paths.followUps());
}

async function agreeing(scene: Scene, answers = {}) {
  leaving ??= await scene.stay('Maple', LONG_NAME);
  return scene.leave(leaving, { ending: '', ...YES, point: [], ...answers });
}

async function several(scene: Scene) {
  await scene.sit('staff', '2026-11-23T17:00:00Z');
  const leaves = async (bed: string, name: string, answers: object) => {
    const stay = await scene.stay(bed, name, { confirmNotReady: 'yes' });
    await scene.leave(stay, { ...YES, ...answers });
  };
  await leaves('Cedar', LONG_NAME, {});
  await leaves('Birch', 'Gus', { channel: 'they-call', detail: '' });
  await leaves('Birch', 'Wen', { channel: 'post', detail: '12 Farawaystreet, Springfield', point: ['3d'] });
  await leaves('Birch', 'Oli', { safeFrom: '18', safeTo: '21', agreed: ['voicemail', 'house-name'] });
  await scene.sit('staff', DUE);
  const $ = await scene.desk.visit(paths.followUps());
  const toRing = $('main li').filter((_, each) => $(each).text().includes('Call, any time'));
  due = String(toRing.first().find('a').attr('href'));
  return scene.get(paths.followUps());
}

const tryIt = (scene: Scene, answers: Record<string, string>) =>
  scene.desk.fill(due, answers, `${due}/attempts`);

async function letter(scene: Scene) {
  const $ = await scene.desk.visit(paths.followUps());
  const link = $('main li')
    .filter((_, each) => $(each).text().includes('Mail'))
    .first()
    .find('a');
  return scene.get(String(link.attr('href')));
}

async function afterTry(scene: Scene, result: string) {
  await tryIt(scene, { result });
  return scene.get(due);
}

describe('follow-ups, as they are seen', () => {
  lookAtEvery(states, () => openHouse());
});
